import { districtsIn, poolsOfDistrict } from "../../shared/domain/rule-set.ts";
import { isPesel } from "../../shared/domain/voting/pesel.ts";
import { type Contest, Unplayable } from "./contest.ts";

/** A voter of the rehearsal: an invented person who casts what a real one cast, both sections in one ballot. */
export interface Voter {
  readonly pesel: string;
  readonly mothersMaidenName: string;
  readonly email: string;
  readonly district: string;
  readonly sections: readonly {
    readonly pool: string;
    readonly choices: readonly (readonly [string, number])[];
  }[];
}

const SURNAMES = [
  "Nowak",
  "Kowalska",
  "Wiśniewska",
  "Wójcik",
  "Kamińska",
  "Lewandowska",
  "Zielińska-Bąk",
  "Szymańska",
  "Woźniak",
  "Dąbrowska",
];

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** The n-th invented PESEL from a year on: a right check digit, 5000 to a day; nobody's, as far as anybody can know. */
export const inventedPesel = (n: number, fromYear = 1950): string => {
  const day = new Date(Date.UTC(fromYear, 0, 1 + Math.floor(n / 5000)));
  const month = day.getUTCMonth() + (day.getUTCFullYear() < 2000 ? 1 : 21);
  const body = `${String(day.getUTCFullYear() % 100).padStart(2, "0")}${String(month).padStart(2, "0")}${String(day.getUTCDate()).padStart(2, "0")}${String(n % 5000).padStart(4, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  const pesel = `${body}${(10 - (sum % 10)) % 10}`;
  if (!isPesel(pesel)) throw new Error(`an invented PESEL that is none: ${pesel}`);
  return pesel;
};

/** What one person cast, and where they live. */
export type Cast = Pick<Voter, "district" | "sections">;

/**
 * What everybody cast who voted in these contests, each once: sections are joined by the files' voter id. Who used no list of a
 * district lives in some district that has the others, which is invented.
 */
export const castIn = (contests: readonly Contest[]): Cast[] => {
  const [{ ruleSet } = {}] = contests;
  if (!ruleSet) return [];
  const homes = districtsIn(ruleSet).map(({ id }) => ({ id, pools: new Set(poolsOfDistrict(ruleSet, id)) }));
  /** A district whose residents have all these lists; the n-th of several. */
  const homeOf = (lists: readonly string[], n: number): string => {
    const possible = homes.filter(({ pools }) => lists.every((pool) => pools.has(pool)));
    const home = possible[n % possible.length];
    if (!home) throw new Unplayable(`nobody may vote on all of ${lists.join(", ")}`);
    return home.id;
  };
  const byId = new Map<string, Map<string, Voter["sections"][number]["choices"]>>();
  for (const { pool, ballots } of contests) {
    for (const [id, choices] of ballots) {
      const sections = byId.get(id) ?? new Map();
      sections.set(pool, choices);
      byId.set(id, sections);
    }
  }
  return [...byId.values()].map((sections, n) => ({
    district: homeOf([...sections.keys()], n),
    sections: [...sections].map(([pool, choices]) => ({ pool, choices })),
  }));
};

/** Everybody who cast something, as an invented person. */
export const votersOf = (contests: readonly Contest[]): Voter[] =>
  castIn(contests).map((cast, n) => ({
    pesel: inventedPesel(n),
    mothersMaidenName: SURNAMES[n % SURNAMES.length] ?? "Nowak",
    email: `voter-${n}@example.com`,
    ...cast,
  }));

export const rollOf = (voters: readonly Voter[]): string =>
  [
    "pesel;mothers_maiden_name;district",
    ...voters.map((voter) => `${voter.pesel};${voter.mothersMaidenName};${voter.district}`),
    "",
  ].join("\n");
