import { z } from "zod";
import { type CycleId, ProjectId } from "../domain/ids.ts";
import { CaseMark, RegisterEntry } from "../domain/intake/register.ts";
import { refusal } from "../domain/refusals.ts";
import { keys } from "./keys.ts";
import type { Page, QueryOptions } from "./reads.ts";
import type { Table } from "./table.ts";
import { create, put, update, type Write } from "./write.ts";

const Last = z.object({ last: z.int() });

/** As text that sorts by itself. */
const placeOf = (number: number): string => `${number}`.padStart(6, "0");

const again = () => refusal("service/try-again", { retryAfterSeconds: 1 });

/** The entry that gets the next number, by that number; and by which terms its twins are found. */
export interface NextEntry {
  readonly entryOf: (number: number) => RegisterEntry;
  readonly twins: readonly string[];
}

/** Another line of the register that may be the same paper. */
export const Twin = CaseMark.extend({ projectId: ProjectId, title: z.string() });
type Twin = z.infer<typeof Twin>;

/** So many are told of each term: whoever finds as many looks at the register. */
const MOST_TWINS = 10;

/** The office's register of what came in. Its numbers have no gap: one is given with what bears it, or not at all. */
export const openRegister = (table: Pick<Table, "get" | "query">) => ({
  /** An entry under the next number, and its writes; who comes second between the read and the write is told to try again. */
  next: async (
    cycleId: CycleId,
    { entryOf, twins }: NextEntry,
  ): Promise<{ entry: RegisterEntry; writes: Write[] }> => {
    const { last = 0 } = (await table.get(keys.registerLast(cycleId), Last)) ?? {};
    const entry = entryOf(last + 1);
    const { number, mark, projectId, title } = entry;
    return {
      entry,
      writes: [
        update({
          key: keys.registerLast(cycleId),
          set: { last: entry.number },
          when: { text: "attribute_not_exists(#last) OR #last = :seen", values: { seen: last } },
          otherwise: again,
        }),
        create({ key: keys.registerEntry(cycleId, placeOf(entry.number)), item: entry, otherwise: again }),
        ...twins.map((term) =>
          put({ key: keys.twin(cycleId, term, placeOf(number)), item: { number, mark, projectId, title } }),
        ),
      ],
    };
  },

  /** Lines that share one of these terms, the newest first. */
  twins: async (cycleId: CycleId, terms: readonly string[]): Promise<Twin[]> => {
    const found = await Promise.all(
      terms.map((term) =>
        table.query(keys.twin(cycleId, term, "").pk, Twin, {
          limit: MOST_TWINS,
          newestFirst: true,
          consistent: true,
        }),
      ),
    );
    const byNumber = new Map(found.flatMap(({ items }) => items.map((one) => [one.number, one] as const)));
    return [...byNumber.values()].toSorted((one, other) => other.number - one.number);
  },

  get: (cycleId: CycleId, number: number): Promise<RegisterEntry | undefined> =>
    table.get(keys.registerEntry(cycleId, placeOf(number)), RegisterEntry),

  page: (cycleId: CycleId, how: QueryOptions = {}): Promise<Page<RegisterEntry>> => {
    const { pk, sk } = keys.registerEntry(cycleId, "");
    return table.query(pk, RegisterEntry, { ...how, prefix: sk ?? "" });
  },
});
