import { createHash } from "node:crypto";
import type { Candidate } from "./candidate.ts";
import type { PlainChance } from "./contest.ts";

/** What put level projects in order: nothing had to (a single one), a recorded draw, the seed, or nothing yet. */
type Lot = "single" | "draw" | "seed" | "undecided";

/** Projects that all keys but the lot leave level, in the order of the lot. */
export interface Run {
  readonly members: readonly Candidate[];
  readonly lot: Lot;
}

/** Puts projects that are level in the order that chance gives them. */
export const drawLots = (level: readonly Candidate[], { seed, draws }: PlainChance): Run => {
  if (level.length === 1) return { members: level, lot: "single" };
  const draw = draws?.find(({ order }) => level.every(({ id }) => order.includes(id)));
  if (draw) return { members: sortedBy(level, ({ id }) => draw.order.indexOf(id)), lot: "draw" };
  if (seed !== undefined) return { members: sortedBy(level, ({ id }) => ticket(seed, id)), lot: "seed" };
  return { members: sortedBy(level, ({ id }) => id), lot: "undecided" };
};

const ticket = (seed: string, id: string): string =>
  createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex");

/** Lowest first; texts by UTF-16 code units, as the language compares them. */
const sortedBy = <K extends string | number>(
  level: readonly Candidate[],
  keyOf: (candidate: Candidate) => K,
): Candidate[] =>
  level
    .map((candidate) => ({ candidate, key: keyOf(candidate) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ candidate }) => candidate);
