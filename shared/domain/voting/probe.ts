import type { Cycle, Pool } from "../cycle/cycle.ts";
import { MEASURE } from "../languages.ts";
import { districtsIn, formOf, poolsOfDistrict, type RuleSet, type RuleSetPool } from "../rule-set.ts";
import type { BallotSection } from "./ballot.ts";
import type { Fact, Facts } from "./facts.ts";
import type { Given } from "./forms/form-rules.ts";
import { contactsOf, factsOf } from "./identity-policy.ts";
import { isPesel } from "./pesel.ts";
import { type BoothList, checkSection } from "./section.ts";

/** The canary's voters of a night and a day: one for every five minutes, and some to spare. */
export const PROBE_VOTERS = 300;

/** Projects on each of its lists: enough for any form to be filled in. */
const PROJECTS = 6;
const COST_GROSZE = 100;
const AMOUNT_GROSZE = 100_000;

/** The one district whose residents all of them are. */
export const probeDistrict = (rules: Pick<RuleSet, "pools">): string => {
  const [district] = districtsIn(rules);
  if (!district) throw new Error("a rule set without a district");
  return district.id;
};

/**
 * The city's rules for a vote of the canary: how one identifies oneself and fills in a ballot is the city's, so are all limits but one. All
 * its codes go to one address, which takes as many as there are voters. What is said to people is left out, as are ways that the canary does not go.
 */
export const probeRules = (rules: RuleSet): RuleSet => {
  const district = probeDistrict(rules);
  const voted = poolsOfDistrict(rules, district);
  const { roll } = rules.identity;
  const email = { datum: "email", purpose: "code", kept: { days: 3, after: "vote" } } as const;
  const { paper: _, ...rest } = rules;
  return {
    ...rest,
    sources: [],
    pools: rules.pools.flatMap((pool): RuleSetPool[] =>
      voted.includes(pool.id) ? [{ ...pool, ...(pool.districts && { districts: [district] }) }] : [],
    ),
    identity: {
      roll: contactsOf(roll).includes("email") ? roll : { ...roll, asks: [...roll.asks, email] },
      statement: null,
      eid: null,
    },
    voterCodes: { ...rules.voterCodes, codesPerContact: 2 * PROBE_VOTERS },
  };
};

export const probePools = ({ pools }: Pick<RuleSet, "pools">): Cycle["pools"] =>
  pools.map(
    ({ id, name }): Pool => ({
      id,
      name: name[MEASURE],
      amountGrosze: AMOUNT_GROSZE,
      parts: { base: AMOUNT_GROSZE },
      capGrosze: AMOUNT_GROSZE,
    }),
  );

/** Its lists, each of made-up projects by these ids. */
export const probeLists = (rules: RuleSet, idOf: (pool: string, n: number) => string): BoothList[] =>
  rules.pools.map(({ id: pool }) => ({
    pool,
    form: formOf(rules, pool),
    amountGrosze: AMOUNT_GROSZE,
    projects: Array.from({ length: PROJECTS }, (_, n) => ({ id: idOf(pool, n), costGrosze: COST_GROSZE })),
  }));

/** Ways to fill in a list: some of the first projects with as much each, or in an order. */
const fillings = ({ projects }: BoothList): Given[] =>
  projects.flatMap((_, last) => {
    const some = projects.slice(0, last + 1).map(({ id }) => id);
    const alike = Array.from({ length: 10 }, (_, n) => some.map((id): Given[number] => [id, n + 1]));
    return [...alike, some.map((id, n): Given[number] => [id, n + 1])];
  });

/** A ballot that keeps the rules of every list. */
export const probeBallot = (lists: readonly BoothList[]): BallotSection[] =>
  lists.map((list) => {
    const filling = fillings(list).find((given) => {
      const checked = checkSection(list, given, "");
      return checked.ok && checked.value.length > 0;
    });
    if (!filling) throw new Error(`no ballot of the canary's fits a list of the form "${list.form.kind}"`);
    return { pool: list.pool, points: Object.fromEntries(filling) };
  });

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const FIRST_YEAR = 1960;

/** A PESEL number of an adult, out of chance, that no other of these voters has. */
const peselFrom = (chance: Uint8Array, n: number): string => {
  const [years = 0, month = 0, day = 0] = chance;
  const two = (number: number): string => String(number).padStart(2, "0");
  const birth = `${two((FIRST_YEAR + (years % 30)) % 100)}${two(1 + (month % 12))}${two(1 + (day % 28))}`;
  const body = `${birth}${String(n % 10_000).padStart(4, "0")}`;
  return [..."0123456789"].map((digit) => body + digit).find(isPesel) ?? "";
};

/** What the rules ask of somebody, of the n-th made-up voter, out of chance that nobody else has. */
export const probeFacts = ({ identity }: Pick<RuleSet, "identity">, chance: Uint8Array, n: number): Facts => {
  const word = [...chance.subarray(3)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  const made: Readonly<Record<Fact, string>> = {
    pesel: peselFrom(chance, n),
    mothersMaidenName: word,
    firstName: word,
    surname: word,
    address: `${word} ${n + 1}`,
    peselLast4: peselFrom(chance, n).slice(-4),
    document: `UA passport ${String(n).padStart(8, "0")}`,
    birthDate: "1990-05-14",
  };
  return Object.fromEntries(factsOf(identity.roll).map((fact) => [fact, made[fact]]));
};
