import { readFileSync } from "node:fs";
import type { Election } from "../../shared/domain/tally/election.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { seeded } from "../generator/random.ts";
import { group, parse } from "./counting.ts";
import { median, ms, times, whole } from "./figures.ts";
import { clean, pbFiles } from "./pb.ts";
import { interleaved } from "./rounds.ts";
import type { Row, Section } from "./table.ts";

const REAL = ["Poland_Lodz_2022", "Poland_Wieliczka_2023_Green_Budget"];
/** Of the size of Warsaw's citywide vote of 2026. */
const [BALLOTS, PROJECTS] = [61_668, 83];
/** A count takes milliseconds: many rounds, until the machine's noise is gone. */
const ROUNDS = 40;

const RULE: CountingRule = {
  order: "votes",
  fill: {
    kind: "equal-shares",
    utility: "cost",
    share: "exact",
    completion: { kind: "none" },
    comparison: null,
  },
  threshold: null,
  ties: ["more-voters", "file-order"],
};

/** Ballots of five to ten projects, the first on the list the most popular. */
const madeUp = (): Election => {
  const chance = seeded(BALLOTS);
  const projects = Array.from({ length: PROJECTS }, (_, n) => ({
    id: `${100 + n}`,
    costGrosze: 10_000_000 + chance.below(200_000_000),
  }));
  const someBallot = () => {
    const chosen = new Set<string>();
    const many = 5 + chance.below(6);
    while (chosen.size < many) chosen.add(`${100 + Math.floor(PROJECTS * chance.share() ** 1.6)}`);
    return { choices: Array.from(chosen, (id) => [id, 1] as const), count: 1 };
  };
  return electionOf({
    budgetGrosze: 3_000_000_000,
    projects,
    ballots: Array.from({ length: BALLOTS }, someBallot),
  });
};

/** A first count has ballots that nothing was worked out of yet. */
const fresh = (election: Election): Election => ({ ...election, ballots: { ...election.ballots } });

const rowOf = async (name: string, election: Election): Promise<Row> => {
  const took = await interleaved(ROUNDS, {
    count: () => clean(() => tally(fresh(election), RULE)),
    digest: () => clean(() => tally(fresh(election), RULE).digest),
  });
  const [count, digest] = [median(took.count), median(took.digest)];
  return {
    what: `${name}: ${whole(election.ballots.weights.length)} distinct ballots × ${election.projects.length}`,
    median: ms(count),
    reference: "the same, and its digest",
    referenceMedian: ms(digest),
    ratio: times(count / digest),
  };
};

export const sharesSection = async (): Promise<Section> => {
  const rows: Row[] = [];
  for (const { name, path } of pbFiles())
    if (REAL.includes(name)) rows.push(await rowOf(name, group(parse([readFileSync(path)]))));
  rows.push(await rowOf("Made up", madeUp()));
  return { title: "A first count by Equal Shares, from grouped ballots (CPU time)", rows };
};
