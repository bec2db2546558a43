import { NOBODYS_ADDRESS } from "../domain/mailbox.ts";
import type { Delivery } from "./delivery.ts";

/** What stands in the settings of a stage that writes to whoever it has to. */
export const EVERYBODY = "everybody";

/** Whether a stage may write to an address or a number: `everybody`, or mailboxes, numbers and whole domains (`@um.example.org`), with commas. */
export const mayWriteTo = (readers: string, to: string): boolean => {
  const asked = to.toLowerCase();
  return (
    readers === EVERYBODY ||
    asked === NOBODYS_ADDRESS ||
    readers
      .toLowerCase()
      .split(",")
      .some((one) => (one.startsWith("@") ? asked.endsWith(one) : asked === one))
  );
};

/** Sends to readers alone: on a stage that is being tried, nobody else gets a letter by mistake. */
export const toReaders =
  <M extends { readonly to: string }>(readers: string, send: (message: M) => Promise<Delivery>) =>
  async (message: M): Promise<Delivery> =>
    mayWriteTo(readers, message.to)
      ? await send(message)
      : { outcome: "rejected", reason: "StageWritesToColleagues" };
