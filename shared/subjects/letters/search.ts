import { type AuditedRoute, audited, type Deed } from "../../acts/audited.ts";
import { isCanonicalInstant } from "../../domain/instant.ts";
import { againIn, type LedgerRow, momentIn } from "../../domain/notice/ledger.ts";
import { OFFICE_JOURNAL } from "../../domain/office/directory.ts";
import { accept } from "../../domain/result.ts";
import { type Instant, type LocalDate, startOfDay } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { addressName, letterName } from "../../platform/letter-names.ts";
import type { Found, FoundLetter, Search } from "./rules.ts";

/** A letter with a day and no time stands at its beginning. */
const since = ({ at }: Pick<FoundLetter, "at">): Instant =>
  isCanonicalInstant(at) ? at : startOfDay(at as LocalDate);

/**
 * What became of the letters to one address or number, the newest first, once the journal says who looks, and why. A letter that waits for its next try
 * is told as its row has it; one that waits and has no row, or was given up before, is queued.
 */
export const searchLetters = async (
  { to, reason }: Search,
  by: Deed & { readonly route: AuditedRoute },
  deps: Deps,
): Promise<Found> => {
  const { ledger, table } = deps.store;
  const address = await addressName(deps, to);
  accept(await table.write([audited(by, OFFICE_JOURNAL, { reason, facts: { address } })]));
  const [waiting, rows] = await Promise.all([ledger.waitingFor(to), ledger.of(address, by.receivedAt)]);
  const queued = await Promise.all(
    waiting.found.map(async ({ key, due, ...row }) => ({
      ...row,
      ...againIn(row.kind, due),
      state: "queued" as const,
      at: momentIn(row.kind, due),
      letter: await letterName(deps, key.pk),
    })),
  );
  const known = new Map<string, Omit<LedgerRow, "state"> & Pick<FoundLetter, "state">>();
  for (const { letter, ...row } of rows) known.set(letter, row);
  for (const { letter, again: _, ...row } of queued)
    if (known.get(letter)?.state !== "delayed") known.set(letter, row);
  const letters = [...known.values()]
    .map(({ again = null, reason: why = null, ...row }) => ({ ...row, again, reason: why }))
    .toSorted((one, other) => (since(one) < since(other) ? 1 : -1));
  return { letters, isWhole: waiting.isWhole };
};
