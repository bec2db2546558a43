import { readFileSync } from "node:fs";
import type { Election } from "../../shared/domain/tally/election.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { PlainContest } from "../../shared/recount/contest.ts";
import { recount } from "../../shared/recount/recount.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";
import { group, parse, ruleOf, splitLines } from "./counting.ts";
import { median, ms, times, whole } from "./figures.ts";
import type { Options } from "./options.ts";
import { madeFile, realFiles } from "./pb.ts";
import { cpuTimed, interleaved } from "./rounds.ts";
import { inScratch } from "./scratch.ts";
import type { Row, Section } from "./table.ts";

const SPLIT = '`toString().split("\\n")`';

const RULES = [
  "greedy",
  "greedy-points-per-cost",
  "equalshares",
  "equalshares-cardinality",
  "equalshares-points",
  "equalshares/add1",
  "phragmen-skip",
] as const;

/** Up to here the second counter is timed beside the engine: above it one round would take minutes. */
const RECOUNTED_BALLOTS = 10_000;

const ruleNamed = (name: string, binding: CountingRule): CountingRule => {
  const rule = NAMED_RULES.get(name);
  if (!rule) throw new Error(`no rule is called ${name}`);
  return { ...binding, order: rule.order, fill: rule.fill };
};

/** The same ballots as the second counter takes them. */
export const plainOf = ({ budgetGrosze, projects, ballots }: Election, rule: CountingRule): PlainContest => ({
  rule,
  budgetGrosze,
  projects: projects.map(({ id, costGrosze, excluded }) => ({
    id,
    costGrosze,
    ...(excluded && { excluded }),
  })),
  ballots: Array.from(ballots.weights, (count, ballot) => {
    const [start, end] = [ballots.offsets[ballot] as number, ballots.offsets[ballot + 1] as number];
    return {
      count,
      choices: Array.from(ballots.projects.subarray(start, end), (project, at) => [
        projects[project]?.id ?? "",
        ballots.points[start + at] as number,
      ]),
    };
  }),
});

/** Each rule on one contest that is parsed and grouped already, beside cutting its file into lines. */
const rowsOf = async (name: string, path: string, rounds: number): Promise<Row[]> => {
  const bytes = readFileSync(path);
  const file = parse([bytes]);
  const election = group(file);
  const binding = ruleOf(file);
  const took = await interleaved<number, Record<string, () => number>>(rounds, {
    split: () => cpuTimed(() => splitLines(bytes)),
    ...Object.fromEntries(
      RULES.map((rule) => [rule, () => cpuTimed(() => tally(election, ruleNamed(rule, binding)))]),
    ),
  });
  const { split = [], ...rules } = took;
  const reference = median(split);
  const rows = Object.entries(rules).map(
    ([rule, figures]): Row => ({
      what: `${name}: ${rule}`,
      median: ms(median(figures)),
      reference: SPLIT,
      referenceMedian: ms(reference),
      ratio: times(median(figures) / reference),
    }),
  );
  return file.votes.count > RECOUNTED_BALLOTS
    ? rows
    : [...rows, await recountRow(name, election, ruleNamed("equalshares", binding))];
};

const recountRow = async (name: string, election: Election, rule: CountingRule): Promise<Row> => {
  const plain = plainOf(election, rule);
  const took = await interleaved<number, Record<string, () => number>>(3, {
    engine: () => cpuTimed(() => tally(election, rule)),
    recount: () => cpuTimed(() => recount(plain)),
  });
  const [engine, slow] = [median(took.engine ?? []), median(took.recount ?? [])];
  return {
    what: `${name}: equalshares`,
    median: ms(engine),
    reference: "the second counter, slow and obvious",
    referenceMedian: ms(slow),
    ratio: times(engine / slow),
  };
};

export const rulesSection = ({ sizes, rounds }: Options): Promise<Section> =>
  inScratch(async (folder) => {
    const rows: Row[] = [];
    for (const size of sizes) {
      const path = await madeFile(folder, size);
      rows.push(...(await rowsOf(`${whole(size)} ballots`, path, rounds)));
    }
    for (const { name, path } of realFiles()) rows.push(...(await rowsOf(name, path, rounds)));
    return { title: "Each rule, from grouped ballots to an explained outcome (CPU time)", rows };
  });
