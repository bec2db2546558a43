import { createHash } from "node:crypto";
import type { Project } from "../../../shared/domain/tally/election.ts";
import type { CountingRule } from "../../../shared/domain/tally/rule.ts";
import type { PlainElection } from "../../kit/arbitraries.ts";

/**
 * The greedy rule again, slow and obvious: it looks through all ballots for every question, picks the next project by
 * comparing it with every other, and shares nothing with the engine but types.
 */
export const greedyTwin = (election: PlainElection, rule: CountingRule, seed: string): string[] => {
  const everyVote = election.ballots.flatMap(({ choices, count }) => Array(count).fill(choices)) as [
    string,
    number,
  ][][];
  const votes = (id: string) => everyVote.filter((ballot) => ballot.some(([chosen]) => chosen === id)).length;
  const points = (id: string) =>
    everyVote
      .flatMap((ballot) => ballot.filter(([chosen]) => chosen === id))
      .reduce((sum, [, given]) => sum + given, 0);

  const enough = (id: string): boolean => {
    const { threshold } = rule;
    if (!threshold) return true;
    const cost = election.projects.find((project) => project.id === id)?.costGrosze ?? 0;
    switch (threshold.kind) {
      case "points":
      case "votes": {
        const had = threshold.kind === "points" ? points(id) : votes(id);
        return threshold.inclusive ? had >= threshold.minimum : had > threshold.minimum;
      }
      case "share-of-ballots": {
        const [had, least] = [
          (threshold.on === "points" ? points(id) : votes(id)) * 10_000,
          threshold.basisPoints * everyVote.length,
        ];
        return threshold.inclusive ? had >= least : had > least;
      }
      case "share-of-cost":
        return votes(id) * threshold.divisor * election.budgetGrosze >= cost * everyVote.length;
    }
  };

  const lot = (id: string) => createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex");

  /** By what the order goes, one after the other. Small numbers: the quotients are told apart well. */
  const valuesOf = ({ id, costGrosze }: Project): number[] => {
    const per = (support: number): number =>
      costGrosze === 0 ? Number.POSITIVE_INFINITY : support / costGrosze;
    switch (rule.order) {
      case "points":
        return [points(id)];
      case "votes":
        return [votes(id)];
      case "points-then-voters":
        return [points(id), votes(id)];
      case "points-per-cost":
        return [per(points(id))];
      case "votes-per-cost":
        return [per(votes(id))];
    }
  };

  const goesBefore = (a: Project, b: Project): boolean => {
    const [first, second] = [valuesOf(a), valuesOf(b)];
    for (const [index, value] of first.entries()) {
      if (value !== second[index]) return value > (second[index] as number);
    }
    for (const key of rule.ties) {
      if (key === "more-voters" && votes(a.id) !== votes(b.id)) return votes(a.id) > votes(b.id);
      if (key === "cheaper" && a.costGrosze !== b.costGrosze) return a.costGrosze < b.costGrosze;
      const [one, two] = [a.drawnNumber ?? Infinity, b.drawnNumber ?? Infinity];
      if (key === "drawn-number" && one !== two) return one < two;
      if (key === "lot") return lot(a.id) < lot(b.id);
    }
    throw new Error("a tie that no key settles");
  };

  const won: string[] = [];
  let money = election.budgetGrosze;
  let waiting = election.projects.filter(({ id, excluded }) => !excluded && enough(id));
  while (waiting.length > 0) {
    const next = waiting.find((a) => waiting.every((b) => a === b || goesBefore(a, b))) as Project;
    waiting = waiting.filter((project) => project !== next);
    if (next.costGrosze <= money) {
      won.push(next.id);
      money -= next.costGrosze;
    } else if (rule.fill.kind !== "skip") {
      return won;
    }
  }
  return won;
};
