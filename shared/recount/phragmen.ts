import type { Fill } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";
import type { Outcome } from "./contest.ts";
import { type Count, costOf, type Spending } from "./count.ts";
import { type Fraction, fraction, leastCommonMultiple, reduced } from "./fraction.ts";
import { isShutOut } from "./groups.ts";
import { nextTurn } from "./turns.ts";
import { votersOf } from "./voters.ts";

type PhragmenFill = Extract<Fill, { readonly kind: "phragmen" }>;

/** Sequential Phragmén. The supporters of a project are all whose ballots name it. */
export const phragmen = (
  { pool, groups, byTies, ballots }: Count,
  { afterMisfit }: PhragmenFill,
): Spending => {
  const voters = votersOf(ballots);
  const takingPart = byTies.flatMap(({ members }) => members);
  const supporters = new Map(
    takingPart.map((candidate) => [
      candidate,
      voters.flatMap(({ count, points }, at) => (points.has(candidate.id) ? [{ at, count }] : [])),
    ]),
  );
  const funded = new Set<Candidate>();
  const outcomes = new Map<Candidate, Outcome>();
  /** What each voter bears, as whole numbers of `1 / parts`. */
  let loads = voters.map(() => 0n);
  let parts = 1n;
  let undecided = false;
  let ended = false;

  const loadOf = (candidate: Candidate): Fraction | null => {
    if (outcomes.has(candidate) || candidate.votes === 0n) return null;
    const theirs = supporters.get(candidate) ?? [];
    const borne = theirs.reduce((sum, { at, count }) => sum + count * (loads[at] ?? 0n), 0n);
    return fraction(candidate.cost * parts + borne, candidate.votes * parts);
  };

  const burden = (candidate: Candidate, load: Fraction): void => {
    const { top, bottom } = reduced(load);
    const finer = leastCommonMultiple(parts, bottom);
    loads = loads.map((borne) => borne * (finer / parts));
    for (const { at } of supporters.get(candidate) ?? []) loads[at] = top * (finer / bottom);
    parts = finer;
  };

  while (!ended) {
    const turn = nextTurn(byTies, loadOf);
    if (!turn) break;
    const { candidate, price } = turn;
    if (isShutOut(groups, candidate, funded)) {
      outcomes.set(candidate, "excluded");
      continue;
    }
    undecided ||= turn.undecided.some((other) => !isShutOut(groups, other, funded));
    if (candidate.cost <= pool - costOf(funded)) {
      outcomes.set(candidate, "funded");
      funded.add(candidate);
      burden(candidate, price);
    } else {
      outcomes.set(candidate, "did-not-fit");
      ended = afterMisfit === "stop";
    }
  }
  const withoutTurn = (candidate: Candidate): Outcome => {
    if (isShutOut(groups, candidate, funded)) return "excluded";
    return ended ? "not-reached" : "did-not-fit";
  };
  for (const candidate of takingPart)
    if (!outcomes.has(candidate)) outcomes.set(candidate, withoutTurn(candidate));
  return { funded: [...funded], outcomes, toppedUp: null, undecided };
};
