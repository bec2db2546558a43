import { type AuditedRoute, audited, type Deed } from "../../acts/audited.ts";
import { pathTo } from "../../domain/addresses.ts";
import { isCanonicalInstant } from "../../domain/instant.ts";
import { againIn, type LedgerRow, momentIn } from "../../domain/notice/ledger.ts";
import { OFFICE_JOURNAL } from "../../domain/office/directory.ts";
import { accept } from "../../domain/result.ts";
import { type Instant, type LocalDate, startOfDay } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { addressName, letterName, personName } from "../../platform/letter-names.ts";
import type { Found, FoundLetter, Search } from "./rules.ts";

/** A letter with a day and no time stands at its beginning. */
const since = ({ at }: Pick<FoundLetter, "at">): Instant =>
  isCanonicalInstant(at) ? at : startOfDay(at as LocalDate);

/**
 * What became of the letters to one address or number, the newest first, once the journal says who looks, and why. A letter that waits for its next try
 * is told as its row has it; one that waits and has no row, or was given up before, is queued.
 */
const lettersTo = async (to: string, by: Deed, deps: Deps): Promise<Omit<Found, "onPaper">> => {
  const { ledger } = deps.store;
  const address = await addressName(deps, to);
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

/** Letters on paper to one name, the newest first. */
const onPaperTo = async (foundBy: string, { store }: Deps) => {
  const { letters, isWhole } = await store.printedLetters.toPerson(foundBy);
  const found = letters.map(({ id, cycleId, about, mark, state, writtenAt }) => ({
    ...{ id, cycleId, kind: about.kind, mark, state, writtenAt },
    path: pathTo("officePrintedLetter", { cycleId, letterId: id }),
  }));
  return { onPaper: found.toSorted((one, other) => (one.writtenAt < other.writtenAt ? 1 : -1)), isWhole };
};

/** What became of somebody's letters, once the journal says who looks, and why; whom they look for it has as a keyed hash. */
export const searchLetters = async (
  { to, name = "", reason }: Search,
  by: Deed & { readonly route: AuditedRoute },
  deps: Deps,
): Promise<Found> => {
  const note = async (facts: Readonly<Record<string, string>>) =>
    accept(await deps.store.table.write([audited(by, OFFICE_JOURNAL, { reason, facts })]));
  if (to !== undefined) {
    await note({ address: await addressName(deps, to) });
    return { ...(await lettersTo(to, by, deps)), onPaper: [] };
  }
  const person = await personName(deps, name);
  await note({ person });
  return { letters: [], ...(await onPaperTo(person, deps)) };
};
