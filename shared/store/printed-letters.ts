import { z } from "zod";
import { CycleId, LetterId } from "../domain/ids.ts";
import { PrintedLetter, workOfPrinted } from "../domain/intake/printed-letter.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { asRead } from "./kept.ts";
import { keys } from "./keys.ts";
import type { Page, QueryOptions } from "./reads.ts";
import type { Table } from "./table.ts";
import { waits } from "./work.ts";
import { put, type Write } from "./write.ts";

/** The letters to one person, in the list index. */
const listFor = (foundBy: string): string => `PRINTED-FOR#${foundBy}`;

/** As many as somebody reads while another waits. */
const MOST_FOUND = 50;

const Named = z.object({ id: LetterId, cycleId: CycleId });

const itemOf = (letter: PrintedLetter, path: string, at: Instant) => {
  const work = workOfPrinted(letter, path, at);
  const { foundBy, writtenAt, id } = letter;
  return {
    ...letter,
    ...(work && waits(work)),
    ...(foundBy !== undefined && { listOf: listFor(foundBy), listKey: `${writtenAt}#${id}` }),
  };
};

/** A letter to print, for the transaction of the fact that it tells of: the same event never becomes two letters. */
export const printedWrite = (letter: PrintedLetter, path: string): Write =>
  put({
    key: keys.printedLetter(letter.cycleId, letter.id),
    item: itemOf(letter, path, letter.writtenAt),
    when: { text: "attribute_not_exists(#pk)" },
  });

export interface Changed {
  readonly before: PrintedLetter;
  readonly after: PrintedLetter;
  /** Of its page. */
  readonly path: string;
}

const changeWrite = ({ before, after, path }: Changed, at: Instant): Write =>
  put({
    key: keys.printedLetter(before.cycleId, before.id),
    item: itemOf({ ...after, version: before.version + 1 }, path, at),
    when: asRead(before.version),
    otherwise: () => refusal("request/changed-since", { version: before.version }),
  });

/** Letters on paper of an edition, each changed over the version that was read. */
export const openPrintedLetters = (table: Pick<Table, "all" | "get" | "listed" | "query" | "write">) => ({
  change: async (
    before: PrintedLetter,
    after: PrintedLetter,
    { path, at }: { readonly path: string; readonly at: Instant },
    also: readonly Write[],
  ): Promise<Result<PrintedLetter>> => {
    const outcome = await table.write([changeWrite({ before, after, path }, at), ...also]);
    return outcome.ok ? ok({ ...after, version: before.version + 1 }) : outcome;
  },

  changeAll: (all: readonly Changed[], at: Instant, also: readonly Write[]): Promise<Result<void>> =>
    table.write([...all.map((one) => changeWrite(one, at)), ...also]),

  get: (cycleId: CycleId, id: LetterId): Promise<PrintedLetter | undefined> =>
    table.get(keys.printedLetter(cycleId, id), PrintedLetter),

  /** Letters to one person, by their keyed name: a bounded number of reads, however many letters there are. */
  toPerson: async (
    foundBy: string,
  ): Promise<{ readonly letters: PrintedLetter[]; readonly isWhole: boolean }> => {
    const { items, next } = await table.listed(listFor(foundBy), Named, {
      from: "0",
      to: "~",
      limit: MOST_FOUND,
    });
    const letters = await table.all(
      items.map(({ id, cycleId }) => keys.printedLetter(cycleId, id)),
      PrintedLetter,
      { unreadable: "skip" },
    );
    return { letters: letters.filter((one) => one !== undefined), isWhole: next === null };
  },

  page: (cycleId: CycleId, how: QueryOptions = {}): Promise<Page<PrintedLetter>> => {
    const { pk, sk = "" } = keys.printedLetter(cycleId, "");
    return table.query(pk, PrintedLetter, { ...how, prefix: sk });
  },
});
