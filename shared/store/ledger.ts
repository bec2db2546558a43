import { z } from "zod";
import { LedgerRow } from "../domain/notice/ledger.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { type Key, keys } from "./keys.ts";
import { type PendingOf, WAITING_IN } from "./notices.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** Whose letter a row is of, each by its keyed name. */
interface Named {
  readonly to: string;
  readonly letter: string;
}

/** What became of a letter, in place of what was known of it before. */
export const ledgerWrite = ({ to, letter }: Named, row: LedgerRow, expiresAtSeconds: number): Write =>
  put({ key: keys.ledger(to, letter), item: { ...row, expiresAtSeconds } });

const Kept = LedgerRow.extend({ sk: z.string(), expiresAtSeconds: z.int() });

/** How many waiting letters of a lane are looked through for somebody's. */
const MOST_WAITING = 1000;

/** An item that waits for its letter: of the outbox, or a voter session; one of nobody on the roll waits for a letter only where there is advice. */
const Waiting = z.object({
  pendingKey: z.string().optional(),
  kind: z.string().optional(),
  to: z.string().optional(),
  contact: z.string().optional(),
  voter: z.unknown().optional(),
  advised: z.unknown().optional(),
  letterTries: z.int().optional(),
});

export interface Queued {
  readonly key: Key;
  readonly lane: LedgerRow["lane"];
  readonly kind: string;
  readonly due: Instant;
  readonly tries: number;
}

const LANES_WAIT: readonly (readonly [LedgerRow["lane"], PendingOf])[] = [
  ["codes", "codes"],
  ["decisions", WAITING_IN.decisions],
  ["reminders", WAITING_IN.reminders],
  ["bulk", WAITING_IN.bulk],
];

/** What became of letters, by where they went. */
export const openLedger = (table: Table) => ({
  /** What is kept of the letters to one address; the table removes what is over a little late. */
  of: async (to: string, now: Instant): Promise<(LedgerRow & { readonly letter: string })[]> => {
    const { items } = await table.query(keys.ledger(to, "").pk, Kept, {
      consistent: true,
      unreadable: "skip",
    });
    return items.flatMap(({ sk, expiresAtSeconds, ...row }) =>
      expiresAtSeconds > epochSeconds(now) ? [{ ...row, letter: sk }] : [],
    );
  },

  /** Letters to one address that wait, among the first of each lane; `isWhole` says whether those were all. */
  waitingFor: async (to: string): Promise<{ readonly found: Queued[]; readonly isWhole: boolean }> => {
    const lanes = await Promise.all(
      LANES_WAIT.map(async ([lane, of]) => {
        const wanted: Key[] = [];
        for await (const key of table.waiting(of)) {
          wanted.push(key);
          if (wanted.length > MOST_WAITING) break;
        }
        const first = wanted.slice(0, MOST_WAITING);
        const items = await table.all(first, Waiting, { unreadable: "skip" });
        const found = items.flatMap((item, index): Queued[] => {
          const { pendingKey: due, contact, voter, advised, letterTries: tries = 0 } = item ?? {};
          const kind = item?.kind ?? (voter ? "voting/code" : advised ? "voting/no-match" : undefined);
          const key = first[index];
          // One that is claimed meanwhile waits no more.
          if (!key || !due || !kind || (item?.to ?? contact) !== to) return [];
          return [{ key, lane, kind, due: due as Instant, tries }];
        });
        return { found, isWhole: wanted.length <= MOST_WAITING };
      }),
    );
    return { found: lanes.flatMap(({ found }) => found), isWhole: lanes.every(({ isWhole }) => isWhole) };
  },
});
