/** `node make-pb.ts BALLOTS FILE` writes a citywide contest of a made-up edition. A process of its own, so that nothing of it weighs on what is measured. */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { zlotyText } from "../../shared/domain/money.ts";
import type { PbText } from "../../shared/domain/pabulib/text.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import { KATOWICE } from "../../shared/rulesets/katowice.ts";
import { generateEdition } from "../generator/edition.ts";
import type { Contest } from "../rehearse/contest.ts";

/** The columns of the real files, so that a line has their length. */
const VOTE_COLUMNS = ["voter_id", "vote", "points", "age", "sex", "neighborhood"];
const LINES_A_CHUNK = 5000;

const textOf = ({ year, ruleSet, budgetGrosze, projects, ballots }: Contest): PbText => ({
  meta: Object.entries({
    description: "Made-up contest",
    country: ruleSet.city.country,
    unit: ruleSet.city.name,
    instance: `${year}`,
    num_projects: `${projects.length}`,
    num_votes: `${ballots.size}`,
    budget: zlotyText(budgetGrosze),
    vote_type: "cumulative",
    rule: "greedy-threshold",
    date_begin: `11.09.${year}`,
    date_end: `24.09.${year}`,
    max_sum_points: "3",
    min_project_score_threshold: "200",
  }),
  projectColumns: ["project_id", "cost", "name", "selected"],
  projects: projects.map(({ number, title, costGrosze, isSelected }) => [
    number,
    zlotyText(costGrosze),
    title,
    isSelected ? "1" : "0",
  ]),
  voteColumns: VOTE_COLUMNS,
  votes: votesOf(ballots),
});

const votesOf = function* (ballots: Contest["ballots"]): Generator<readonly string[]> {
  let voter = 1_400_000_000;
  for (const choices of ballots.values()) {
    voter += 1;
    const vote = choices.map(([number]) => number).join(",");
    const points = choices.map(([, given]) => given).join(",");
    yield [`${voter}`, vote, points, `${18 + (voter % 70)}`, voter % 2 ? "F" : "M", "LIGOTA - PANEWNIKI"];
  }
};

const inChunks = function* (lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    if (chunk.push(line) < LINES_A_CHUNK) continue;
    yield chunk.join("");
    chunk = [];
  }
  yield chunk.join("");
};

const make = async (ballots: number, file: string): Promise<void> => {
  const ruleSet = KATOWICE.at(-1);
  if (!ruleSet) throw new Error("no rule set ships");
  const edition = generateEdition({
    ruleSet,
    seed: ballots,
    ballotsOf: ({ pool }) => (pool === "M" ? ballots : 0),
  });
  const citywide = edition.find(({ pool }) => pool === "M");
  if (!citywide) throw new Error("an edition without its citywide contest");
  await pipeline(inChunks(writePb(textOf(citywide))), createWriteStream(file));
};

const [ballots, file] = process.argv.slice(2);
await make(Number(ballots), String(file));
