import { z } from "zod";
import type { Notice } from "../domain/notice/notice.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { noticeWrite } from "../store/notices.ts";
import type { Write } from "../store/write.ts";

/** What scripts are answered: whether the address is known, the letter alone says. */
export const NothingTold = z
  .strictObject({})
  .meta({ id: "NothingTold", description: "The same whoever asks; the letter says the rest" });

interface Asking {
  /** Takes a token of each bucket of the address, with what is to be written. */
  readonly admit: (asked: { readonly contact: string }, also: readonly Write[]) => Promise<Result<unknown>>;
  /** Whose mailbox it is, as it was typed. */
  readonly contact: string;
  /** Names the request: the same one, repeated, sends nothing more and takes nothing. */
  readonly event: string;
  readonly letter: Notice;
  readonly at: Instant;
  /** What else is written of it. */
  readonly also?: readonly Write[];
}

/**
 * One letter to an address that nobody has proved. It is all that is done, in one transaction with what the address may have used up: so the
 * answer, its time and its cost are the same whoever asks, and what is known of the address is said in the letter alone.
 */
export const askByMail = async ({
  admit,
  contact,
  event,
  letter,
  at,
  also = [],
}: Asking): Promise<Result<void>> => {
  const sent = await admit({ contact }, [noticeWrite(event, letter, at), ...also]);
  if (sent.ok || sent.refusal.code === "request/changed-since") return ok(undefined);
  return sent;
};
