import { entryOf } from "../../domain/cycle/calendar.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { REPAIRS } from "../../domain/import/cells.ts";
import type { ImportKind, Note } from "../../domain/import/kind.ts";
import { type RollRow, rollKind } from "../../domain/import/kinds/roll.ts";
import type { LineRead } from "../../domain/import/read-rows.ts";
import { MEASURE } from "../../domain/languages.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import { claimsOf } from "../../domain/voting/fact-sets.ts";
import { packStaged, type StagedEntry } from "../../domain/voting/roll-parts.ts";
import type { Noted } from "../../domain/voting/roll-preview.ts";
import type { VoterKeys } from "../voter-keys.ts";

/** How the roll of an edition is read. */
export const rollKindOf = (
  { ruleSet: { pools, identity }, calendar }: Pick<Cycle, "ruleSet" | "calendar">,
  now: Instant,
): ImportKind<RollRow> =>
  rollKind({
    identity,
    day: dayOf(entryOf(calendar, "voting")?.startsAt ?? now),
    districts: pools.flatMap(({ id, name, kind }, index) =>
      kind === "district" ? [id, name[MEASURE]].map((one) => [one, index] as const) : [],
    ),
  });

/** A row as its person's entries, the first and those that lead to it: the facts themselves go no further. */
const entriesOfRow = (
  { facts, district }: RollRow,
  line: number,
  identity: Cycle["ruleSet"]["identity"],
  hashed: VoterKeys,
): StagedEntry[] => {
  const [first, ...others] = claimsOf(identity, facts).map(
    ({ entry, proof }): StagedEntry => ({
      id: hashed.entryId(...entry),
      proof: proof && hashed.proof(...proof),
      district,
      line,
    }),
  );
  return first ? [first, ...others.map((other) => ({ ...other, person: first.id }))] : [];
};

/** What a note says, as it is kept: notes wait longer than a release takes, so that a number is never given to anything else. */
const NUMBERS = {
  columns: 0,
  pesel: 1,
  "digits-lost": 2,
  age: 3,
  surname: 4,
  name: 5,
  address: 6,
  digits: 7,
  district: 8,
  document: 9,
  birthDate: 10,
  duplicate: 11,
  ambiguous: 12,
  nobody: 13,
  text: 14,
  number: 15,
  email: 16,
  "leading-zero": 17,
  exponent: 18,
  apostrophe: 19,
  formula: 20,
  decimal: 21,
  spelling: 22,
  reason: 23,
  row: 24,
  taken: 25,
  "district-twice": 26,
  card: 27,
  "card-twice": 28,
  project: 29,
  "project-twice": 30,
  points: 31,
  rejection: 32,
  outcome: 33,
  "yes-or-no": 34,
  alphabet: 35,
  role: 36,
  unit: 37,
  "account-twice": 38,
  remark: 39,
  "remark-twice": 40,
  "remark-changed": 41,
  verdict: 42,
  "no-reason": 43,
} as const satisfies Readonly<Record<Note["says"], number>>;
const SAYS = new Map(
  Object.entries(NUMBERS).map(([says, number]) => [number as number, says as Note["says"]]),
);

const NOTE_BYTES = 6;
const ROW = 0xff;
/** An item holds that many; what is beyond is counted. */
const MOST_NOTES = 60_000;

/** Gathers what rows say: entries, counts and notes. Rows with a fault bring their problems alone. */
export const createGathering = (
  { ruleSet: { identity } }: Pick<Cycle, "ruleSet">,
  columns: readonly string[],
  hashed: VoterKeys,
) => {
  const entries: StagedEntry[] = [];
  const counts = { rows: 0, repaired: 0, cannotProve: 0, faults: 0 };
  const noted: (Note & { readonly line: number })[] = [];
  return {
    entries,
    counts,
    take: ({ line, state, notes, value }: LineRead<RollRow>): void => {
      counts.rows += 1;
      if (value === undefined) counts.faults += 1;
      else {
        entries.push(...entriesOfRow(value, line, identity, hashed));
        if (notes.length > 0) counts.repaired += 1;
        if (state === "cannot-prove") counts.cannotProve += 1;
      }
      for (const note of notes)
        if (value !== undefined || !REPAIRS.some((repair) => repair === note.says))
          noted.push({ ...note, line });
    },
    staged: (buckets: number) => packStaged(entries, buckets),
    packed: (): Uint8Array => packNotes(noted, columns),
  };
};

export const packNotes = (
  noted: readonly {
    readonly line: number;
    readonly column?: string | null | undefined;
    readonly says: Note["says"];
  }[],
  columns: readonly string[],
): Uint8Array => {
  const kept = noted.slice(0, MOST_NOTES);
  const bytes = new Uint8Array(kept.length * NOTE_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [n, { line, column, says }] of kept.entries()) {
    view.setUint32(n * NOTE_BYTES, line);
    view.setUint8(n * NOTE_BYTES + 4, column == null ? ROW : columns.indexOf(column));
    view.setUint8(n * NOTE_BYTES + 5, NUMBERS[says]);
  }
  return bytes;
};

export function* unpackNotes(bytes: Uint8Array, columns: readonly string[]): Generator<Noted> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + NOTE_BYTES <= bytes.length; at += NOTE_BYTES) {
    const says = SAYS.get(view.getUint8(at + 5));
    if (says) yield { line: view.getUint32(at), column: columns[view.getUint8(at + 4)] ?? null, says };
  }
}

/** Whether a note is of a fault, and not of what was mended. */
