import { countingRule, kindOf } from "../../../shared/domain/rule-set.ts";
import { electionOf } from "../../../shared/domain/tally/election-of.ts";
import { tally } from "../../../shared/domain/tally/tally.ts";
import type { MadeUpContest } from "../../generator/edition.ts";

const MOST_POINTS = 3;

const tallyOf = ({ ruleSet, pool, budgetGrosze, projects, ballots }: MadeUpContest) =>
  tally(
    electionOf({
      budgetGrosze,
      projects: projects.map(({ number, costGrosze }) => ({ id: number, costGrosze })),
      ballots: [...ballots.values()].map((choices) => ({ choices, count: 1 })),
    }),
    countingRule(ruleSet, kindOf(ruleSet, pool)),
    {},
  );

interface Tied {
  readonly contest: MadeUpContest;
  /** The numbers of the projects that are level. */
  readonly level: readonly string[];
}

/** More voters of a pool who give one project this many points together. */
const withPoints = (ballots: MadeUpContest["ballots"], number: string, points: number) => {
  const more = new Map(ballots);
  for (let left = points; left > 0; left -= MOST_POINTS)
    more.set(`late-${number}-${left}`, [[number, Math.min(left, MOST_POINTS)]]);
  return more;
};

/**
 * The contest with two projects that are level in points and cost, and money for one of them, so that only a lot decides: the last that was funded,
 * and the one that came next and did not fit, which a few more voters bring up to it. Undefined where no two can be made so.
 */
export const withLot = (contest: MadeUpContest): Tied | undefined => {
  const { lines } = tallyOf(contest);
  const last = lines.findLastIndex(({ outcome }) => outcome === "funded");
  const [winner, loser] = [
    lines[last],
    lines.slice(last + 1).find(({ outcome }) => outcome === "did-not-fit"),
  ];
  if (!winner || !loser) return undefined;
  const tied: MadeUpContest = {
    ...contest,
    projects: contest.projects.map((project) =>
      project.number === loser.id ? { ...project, costGrosze: winner.costGrosze } : project,
    ),
    ballots: withPoints(contest.ballots, loser.id, winner.score - loser.score),
  };
  const [undecided] = tallyOf(tied).undecided;
  return undecided && { contest: tied, level: undecided.projects };
};
