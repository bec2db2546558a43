import { SMALLEST_TOLD } from "../../shared/domain/results/results.ts";
import { districtsIn, districtsOfPool } from "../../shared/domain/rule-set.ts";
import type { Contents } from "./contents.ts";
import { must } from "./must.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Residents are of all districts that have a list or of none, and a district has one number of them wherever it is told. More may vote than they are: they are an estimate. */
const checkResidents = ({ results: { turnout, pools }, ruleSet }: Contents): void => {
  const districts = [...new Set(pools.flatMap(({ id }) => districtsOfPool(ruleSet, id)))];
  const told = Object.entries(turnout.perDistrict);
  const isKept = turnout.residents !== undefined;
  must(
    told.every(([, { residents }]) => (residents !== undefined) === isKept),
    "results.json: residents are of all districts or of none",
  );
  const lists = pools.filter(({ residents }) => residents !== undefined).length;
  must(
    lists === pools.length || (lists === 0 && !isKept),
    "results.json: residents are of all lists or of none",
  );
  // A district that is not told has its number on its own list.
  const untold = districts.filter((id) => !Object.hasOwn(turnout.perDistrict, id));
  const ofLists = untold.flatMap((id) => pools.find((one) => one.id === id)?.residents ?? []);
  const others =
    (turnout.residents ?? 0) - sum([...told.map(([, { residents = 0 }]) => residents), ...ofLists]);
  const unknown = untold.length - ofLists.length;
  must(
    !isKept || (unknown === 0 ? others === 0 : others >= unknown),
    "results.json: residents of districts do not add up to those of the city",
  );
  for (const [id, { residents }] of told) {
    const pool = pools.find((one) => one.id === id);
    must(
      !isKept || pool === undefined || pool.residents === residents,
      `results.json: ${id} has other residents as a pool than as a district`,
    );
  }
};

/**
 * The most voters of districts that are not told: each has a handful at most, and one, left out so that nobody computes the others, as many as
 * the smallest that is told.
 */
export const mostUntold = ({ results: { turnout }, ruleSet }: Contents): { one: number; all: number } => {
  const told = Object.values(turnout.perDistrict).map(({ voters }) => voters);
  const untold = districtsIn(ruleSet).length - told.length;
  const handful = SMALLEST_TOLD - 1;
  const one = untold > 1 && told.length > 0 ? Math.max(handful, Math.min(...told)) : handful;
  return { one, all: untold === 0 ? 0 : (untold - 1) * handful + one };
};

/** Voters and people on the roll: every voter is on it, in one district; a district with a handful of voters is not told. */
export const checkTurnout = (contents: Contents): void => {
  const { results, ruleSet } = contents;
  const { voters, eligible, withGuardian = 0, perDistrict } = results.turnout;
  must(withGuardian <= voters, "results.json: more children than voters");
  must(
    withGuardian === 0 || ruleSet.guardianBelowAge > 0,
    "results.json has votes with a guardian, rule-set.json knows no guardians",
  );
  const districts = districtsIn(ruleSet).map(({ id }) => id);
  const told = Object.entries(perDistrict);
  for (const [id, one] of told) {
    must(districts.includes(id), `results.json: rule-set.json has no district ${id}`);
    must(one.voters >= SMALLEST_TOLD, `results.json: ${id} has too few voters to be told`);
  }
  const others = {
    voters: voters - sum(told.map(([, one]) => one.voters)),
    eligible: eligible - sum(told.map(([, one]) => one.eligible)),
  };
  must(others.voters >= 0 && others.eligible >= 0, "results.json: districts add up to too many");
  must(
    told.every(([, one]) => one.voters <= one.eligible) &&
      voters <= eligible &&
      others.voters <= others.eligible,
    "results.json: more voters than people on the roll",
  );
  checkResidents(contents);
  const { all: most } = mostUntold(contents);
  must(
    others.voters <= most,
    `results.json: ${others.voters} voters are in districts that are not told, of at most ${most}`,
  );
};

/** Every card of a closed batch is a ballot or was rejected, and editions without paper have none. */
export const checkPaper = ({ results: { paper, turnout }, ruleSet }: Contents): void => {
  must(
    (paper === undefined) === (ruleSet.paper === undefined),
    "results.json and rule-set.json differ in whether there were paper cards",
  );
  if (!paper) return;
  const { cards, accepted, rejected } = paper;
  must(
    cards === accepted + sum(Object.values(rejected)),
    `results.json: ${cards} paper cards are not those that were accepted and rejected`,
  );
  must(
    accepted <= turnout.voters,
    `results.json: ${accepted} paper cards were accepted among ${turnout.voters} ballots`,
  );
};

/** Each counted ballot has a list that is filled in, and at most one of a district. */
export const checkLists = ({ results, ruleSet }: Contents): void => {
  const { counted = results.turnout.voters } = results;
  const districts = districtsIn(ruleSet).map(({ id }) => id);
  const all = sum(results.pools.map(({ ballots }) => ballots));
  must(all >= counted, `results.json: ${all} lists of ${counted} ballots`);
  const inDistricts = sum(
    results.pools.filter(({ id }) => districts.includes(id)).map(({ ballots }) => ballots),
  );
  must(inDistricts <= counted, `results.json: ${inDistricts} lists of districts of ${counted} ballots`);
};
