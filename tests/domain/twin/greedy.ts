import { createHash } from "node:crypto";
import type { Project } from "../../../shared/domain/tally/election.ts";
import type { CountingRule } from "../../../shared/domain/tally/rule.ts";
import type { PlainElection } from "../../arbitraries.ts";

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
    if (!rule.threshold) return true;
    const had = rule.threshold.kind === "points" ? points(id) : votes(id);
    return rule.threshold.inclusive ? had >= rule.threshold.minimum : had > rule.threshold.minimum;
  };

  const lot = (id: string) => createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex");

  const goesBefore = (a: Project, b: Project): boolean => {
    if (points(a.id) !== points(b.id)) return points(a.id) > points(b.id);
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
    } else if (rule.fill === "stop") {
      return won;
    }
  }
  return won;
};
