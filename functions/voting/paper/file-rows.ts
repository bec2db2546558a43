import { readTable, sourceIn } from "../../../shared/acts/roll/read-file.ts";
import { voterKeysOf } from "../../../shared/acts/voter-keys.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isProblem } from "../../../shared/domain/import/cells.ts";
import type { ImportKind } from "../../../shared/domain/import/kind.ts";
import { type Listed, type PaperRow, paperKind } from "../../../shared/domain/import/kinds/paper.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { asResult, ok, type Result, refused } from "../../../shared/domain/result.ts";
import { formOf } from "../../../shared/domain/rule-set.ts";
import type { BallotSection } from "../../../shared/domain/voting/ballot.ts";
import { personOf, setMeant, setsOf } from "../../../shared/domain/voting/fact-sets.ts";
import type { Facts } from "../../../shared/domain/voting/facts.ts";
import { type Batch, REJECTIONS } from "../../../shared/domain/voting/paper.ts";
import { type PaperFile, type PaperNote, whyOf } from "../../../shared/domain/voting/paper-file.ts";
import { isTicked } from "../../../shared/pages/voting-points/card.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { votingPoints as en } from "../../../shared/words/en/voting-points.ts";
import { votingPoints as pl } from "../../../shared/words/pl/voting-points.ts";

/** What a table may call the reasons for which a card is no ballot: their ids, and the words of both languages of the office. */
const REASONS = REJECTIONS.flatMap((one) =>
  [one, pl.card.rejections[one], en.card.rejections[one]].map((name) => [name, one] as const),
);

/** How a card of this edition gives something to a project of a list. */
const givenBy = ({ ruleSet }: Cycle, pool: string): Listed["by"] => {
  const form = formOf(ruleSet, pool);
  return isTicked(form) ? "tick" : form.kind === "ordinal" ? "rank" : "number";
};

/** How a table of paper cards of this edition is read. */
export const paperKindOf = async (
  cycle: Cycle,
  { store }: Pick<Deps, "store">,
): Promise<ImportKind<PaperRow>> => {
  const list = await store.ballotLists.get(cycle.id);
  return paperKind({
    identity: cycle.ruleSet.identity,
    projects: (list?.pools ?? []).flatMap(({ id: pool, projects }) =>
      projects.map(({ number, id }) => [number, { pool, id, by: givenBy(cycle, pool) }] as const),
    ),
    rejections: REASONS,
  });
};

/** A row of the file: its card, if it is one, and what is noted of it. */
export interface CardRow {
  readonly line: number;
  readonly card: PaperRow | undefined;
  readonly notes: readonly PaperNote[];
}

/** The lists that somebody has filled in on a card. */
export const sectionsOf = (
  choices: readonly { readonly pool: string; readonly id: string; readonly given: number }[],
): BallotSection[] =>
  [...Map.groupBy(choices, ({ pool }) => pool)].map(([pool, given]) => ({
    pool,
    points: Object.fromEntries(given.map((one) => [one.id, one.given])),
  }));

/** Of two cards of one person in a file the second is left, as it is at the desk. */
const secondOfPerson = async ({ id, ruleSet }: Cycle, { vault }: Pick<Deps, "vault">) => {
  const hashed = await voterKeysOf(vault, id);
  const seen = new Set<string>();
  return (facts: Facts): boolean => {
    const { entry } = personOf(setMeant(setsOf(ruleSet.identity), facts), facts);
    const person = Buffer.from(hashed.entryId(...entry)).toString("hex");
    return seen.size === seen.add(person).size;
  };
};

/** Every row of a file of cards, in its order; refused where it is no table of them, or of more than the batch has. */
export const rowsOf = async (
  file: Pick<PaperFile, "path" | "bytes" | "said">,
  { cycle, batch }: { readonly cycle: Cycle; readonly batch: Batch },
  deps: Deps,
): Promise<Result<CardRow[]>> => {
  const kind = await paperKindOf(cycle, deps);
  const table = await sourceIn(file, deps).read({ start: 0, end: file.bytes });
  const read = await asResult(() => readTable(table, kind, file.said));
  if (!read.ok) return read;
  const { rows } = read.value;
  if (rows.length > batch.cards)
    return refused(refusal("table/too-long", { rows: rows.length, most: batch.cards }));
  const isSecond = await secondOfPerson(cycle, deps);
  const numbers = new Set<number>();
  return ok(
    rows.map(({ line, value, notes }): CardRow => {
      const noted: PaperNote[] = notes
        .filter(({ says }) => value || isProblem(says))
        .map(({ column, says }) => ({ line, column: column ?? null, says }));
      if (value && numbers.has(value.number))
        return { line, card: undefined, notes: [{ line, column: "number", says: "card-twice" }] };
      if (value) numbers.add(value.number);
      if (value && "facts" in value.content && isSecond(value.content.facts))
        noted.push({ line, column: null, why: whyOf(refusal("voting/already-voted", {})) });
      return { line, card: value, notes: noted };
    }),
  );
};
