import { pbFile } from "../../functions/workflow/pb-file.ts";
import { canonicalJson } from "../../shared/domain/canonical.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { countingRule, districtsOfPool } from "../../shared/domain/rule-set.ts";
import { carriedInto, type EarlierPool } from "../../shared/domain/tally/carried.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { type CountedPool, electorateOf } from "../../shared/domain/tally/left-over.ts";
import { tally as engine } from "../../shared/domain/tally/tally.ts";
import type { Recount } from "../../shared/recount/contest.ts";
import { freeOf, type RecountedPool } from "../../shared/recount/left-over.ts";
import { recount } from "../../shared/recount/recount.ts";
import { checkChoices } from "./choices-checks.ts";
import { type Contents, kindOf, type PoolContents } from "./contents.ts";
import { must } from "./must.ts";
import { mostUntold } from "./turnout-checks.ts";

/** What the counters are given: from the package alone, and from what pools counted before it came to. */
const contestOf = (
  { ruleSet, decisions }: Contents,
  { pool, choices }: PoolContents,
  earlier: readonly EarlierPool[],
) => {
  const kind = kindOf(ruleSet, pool.id);
  const name = ruleSet.pools.find(({ id }) => id === pool.id)?.name[MEASURE];
  must(pool.name === name, `rule-set.json calls ${pool.id} “${name}”, results.json “${pool.name}”`);
  const rule = countingRule(ruleSet, kind);
  must(canonicalJson(pool.rule) === canonicalJson(rule), `${pool.id}: counted under another rule`);
  const projects = pool.projects.map(({ id, costGrosze }) => {
    const excluded = ownValue(decisions.exclusions, id);
    return { id, costGrosze, ...(excluded && { excluded }) };
  });
  const { rollOver } = ruleSet;
  const contest = carriedInto(
    { kind, budgetGrosze: pool.amountGrosze, projects },
    { rollOver, groups: decisions.groups, earlier },
  );
  must(contest.budgetGrosze === pool.budgetGrosze, `${pool.id}: counted with another sum than it has`);
  return { ...contest, rule, ballots: choices, ties: ownValue(decisions.ties, pool.id) ?? {} };
};

/** An id may be any text, `constructor` too. */
const ownValue = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

type Contest = ReturnType<typeof contestOf>;

export type CheckedPool = CountedPool & RecountedPool & EarlierPool;

/** A voter has one ballot, and in it each list once: of the city, of the district, of areas that the district is in. */
const checkBallots = (contents: Contents, { pool }: PoolContents): void => {
  const { results, ruleSet } = contents;
  const { voters, perDistrict } = results.turnout;
  const { counted = voters } = results;
  const { one } = mostUntold(contents);
  const inDistrict = (id: string): number => ownValue(perDistrict, id)?.voters ?? one;
  const own = districtsOfPool(ruleSet, pool.id).reduce((sum, id) => sum + inDistrict(id), 0);
  const most = Math.min(counted, kindOf(ruleSet, pool.id) === "citywide" ? voters : own);
  must(pool.ballots <= most, `${pool.id}: ${pool.ballots} ballots of ${most} voters`);
};

/** The second counter says the same of every project. */
const checkRecount = (contest: Contest, { pool }: PoolContents): Recount => {
  const again = recount(contest);
  must(!again.undecided, `${pool.id}: a tie that decides was not drawn`);
  must(
    canonicalJson(again.selected) === canonicalJson(pool.selected),
    `${pool.id}: the recount funds ${again.selected.length} projects, not these ${pool.selected.length} in this order`,
  );
  must(again.costGrosze === pool.costGrosze, `${pool.id}: the recount spends another sum`);
  for (const { id, number, outcome } of pool.projects)
    must(again.outcomes[id] === outcome, `${pool.id}: ${number} is ${again.outcomes[id]}, not ${outcome}`);
  return again;
};

/** The tally is what the engine makes of the same input, and the results say what the tally says. */
const checkTally = (contest: Contest, { pool, tally }: PoolContents): void => {
  const { rule, ties, ...input } = contest;
  const same = engine(electionOf(input), rule, ties);
  must(
    canonicalJson(same) === canonicalJson(tally),
    `pools/${pool.id}.tally.json is not the tally of these ballots`,
  );
  for (const name of [
    "budgetGrosze",
    "costGrosze",
    "leftGrosze",
    "ballots",
    "selected",
    "ties",
    "figures",
  ] as const)
    must(
      canonicalJson(pool[name]) === canonicalJson(tally[name]),
      `${pool.id}: results.json and the tally differ in ${name}`,
    );
  must(pool.tallyDigest === tally.digest, `${pool.id}: results.json names another tally`);
  const lines = pool.projects.map(({ number: _number, title: _title, ...line }) => line);
  must(
    canonicalJson(lines) === canonicalJson(tally.lines),
    `${pool.id}: results.json and the tally differ in a project`,
  );
};

/** The `.pb` file is the one that these ballots, projects and winners make, to the byte. */
const checkPb = (
  { results, ruleSet }: Contents,
  contest: Contest,
  { pool, tally, pb }: PoolContents,
): void => {
  const again = pbFile({
    cycle: { ruleSet, calendar: [{ name: "voting", ...results.voting }] },
    pool: pool.id,
    election: electionOf(contest),
    listed: pool.projects,
    tally,
  });
  must(
    [...again].join("") === new TextDecoder().decode(pb),
    `pools/${pool.id}.pb is not the file of these ballots and projects`,
  );
};

/** All of one pool: its rule, its ballots, two recounts, and its file. Returns what later pools and left-over money are judged by. */
export const checkPool = (
  contents: Contents,
  one: PoolContents,
  earlier: readonly EarlierPool[],
): CheckedPool => {
  const contest = contestOf(contents, one, earlier);
  checkBallots(contents, one);
  checkChoices(contents, one);
  const again = checkRecount(contest, one);
  checkTally(contest, one);
  checkPb(contents, contest, one);
  const { pool, tally } = one;
  const { rule, ties, ...input } = contest;
  const kind = kindOf(contents.ruleSet, pool.id);
  const onRoll = ownValue(contents.results.turnout.perDistrict, pool.id)?.eligible ?? 0;
  return {
    pool: pool.id,
    kind,
    election: electionOf(input),
    rule,
    ties,
    tally,
    contest,
    recount: again,
    electorate: electorateOf(kind, { residents: pool.residents, onRoll }),
    selected: again.selected,
    leftGrosze: freeOf(contest, again),
  };
};
