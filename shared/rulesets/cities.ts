import type { Decisions } from "../domain/pabulib/election.ts";
import type { Threshold } from "../domain/tally/rule.ts";
import { NAMED_RULES, type NamedRule } from "./named-rules.ts";

/** What is known of a city's votes: how they were counted, in which years, and what that rests on. */
export interface CityRules {
  readonly name: string;
  readonly city: { readonly name: string; readonly country: string };
  /** Years of the vote, both included. */
  readonly from: number;
  readonly to: number;
  readonly rule: NamedRule;
  /** `stated`: the minimum that each contest published for itself, if any. */
  readonly threshold: Threshold | "stated";
  readonly says: string;
  readonly source: string;
}

/** What was decided by hand about one past contest, beside its ballots. */
interface ContestDecisions extends Decisions {
  readonly city: string;
  readonly year: number;
  readonly district: string;
}

const named = (name: string): NamedRule => {
  const rule = NAMED_RULES.get(name);
  if (!rule) throw new Error(`no rule is called ${name}`);
  return rule;
};

const PABULIB = "Pabulib: the official winners of the contests of these years";

const poland = (
  name: string,
  city: string,
  [from, to]: readonly [number, number],
  rule: string,
  more: { readonly says: string; readonly source?: string; readonly threshold?: Threshold },
): CityRules => ({
  name,
  city: { name: city, country: "Poland" },
  from,
  to,
  rule: named(rule),
  threshold: more.threshold ?? "stated",
  says: more.says,
  source: more.source ?? PABULIB,
});

/** Counting rules of cities other than those whose editions can be opened here. Tie keys: past lists stand in the official order. */
export const CITY_RULES: readonly CityRules[] = [
  poland("warszawa-2017", "Warszawa", [2016, 2018], "greedy", {
    says: "knapsack ballots within the pool; most votes first, what does not fit is skipped; 2018: at least 10 % of the valid votes of the contest",
  }),
  poland("warszawa-2020", "Warszawa", [2019, 2024], "greedy", {
    says: "approval of up to 10 projects citywide and 15 in one district; most votes first, skipping; at least 100 (50) votes; conflicting projects: the one with more votes",
    source: "um.warszawa.pl, rules of 2021 and 2023; report on the edition of 2022, § 46 (5)",
  }),
  poland("warszawa-2026", "Warszawa", [2025, 2026], "greedy", {
    says: "approval of up to 5 projects in each of three levels; most votes first, skipping; at least 3000, 150 or 30 votes",
  }),
  poland("krakow", "Kraków", [2018, 2025], "greedy", {
    says: "three projects in order, worth 3, 2 and 1 points, citywide and in one's own district; an incomplete card is void; most points first, skipping",
  }),
  poland("lodz", "Łódź", [2018, 2025], "greedy", {
    says: "approval of up to 5 projects in an estate and 5 citywide; most votes first, skipping; at least 50 votes locally, 100 citywide; money left in estates goes to the citywide pool",
  }),
  poland("wroclaw", "Wrocław", [2013, 2025], "greedy-no-skip", {
    says: "one project in each list; most votes first, up to the first that does not fit; at least 100 votes",
  }),
  poland("gdansk", "Gdańsk", [2017, 2025], "greedy", {
    says: "five points over a district's projects and one citywide; most points first, the list is filled up; the order of the list is drawn",
  }),
  poland("gdynia", "Gdynia", [2018, 2025], "greedy-no-skip", {
    says: "approval of up to 3 projects in each of three lists; most votes first, up to the first that does not fit; at least 50 votes, 1000 citywide",
  }),
  poland("poznan", "Poznań", [2018, 2026], "greedy-custom", {
    says: "one project in each list; most votes first, up to the first that does not fit, which a reserve tops up if 80 % of its cost is left",
  }),
  poland("czestochowa", "Częstochowa", [2019, 2026], "greedy", {
    says: "ten points; most points first, skipping; at least 1000 points citywide, 300 in a district; all that is left goes to the districts with the highest turnout",
  }),
  poland("zabrze", "Zabrze", [2019, 2021], "greedy", { says: "one project; most votes first, skipping" }),
  poland("wieliczka-2023", "Wieliczka", [2023, 2023], "equalshares/add1-comparison", {
    says: "approval without a limit; Method of Equal Shares, shares raised by 1 zł at a time, compared with the usual method",
    source: "wieliczka.eu, Zielony Milion, rules of 2023",
  }),
  poland("swiecie", "Świecie", [2023, 2025], "equalshares/add1-comparison", {
    says: "approval of at least 3 projects; support in proportion to the cost: a third of the voters for the whole pool; Method of Equal Shares, shares raised by 1 zł at a time, compared with the usual method",
    source: "swiecie.eu, rules of the edition of 2024",
    threshold: { kind: "share-of-cost", divisor: 3 },
  }),
  {
    name: "amsterdam",
    city: { name: "Amsterdam", country: "Netherlands" },
    from: 2019,
    to: 2022,
    rule: named("greedy-no-skip"),
    threshold: "stated",
    says: "approval within the pool, and within a sum for each category; most votes first, up to the first that does not fit; where categories or neighborhoods have money of their own, each to its own end, and what they leave buys what fits",
    source: PABULIB,
  },
];

const BIELANY_2022 =
  "Both wanted the same place, the green by the station Słodowiec, and could not both be built.";

/** Decisions that the ballots do not hold, each with its basis. */
export const CONTEST_DECISIONS: readonly ContestDecisions[] = [
  {
    city: "Warszawa",
    year: 2021,
    district: "Bielany",
    groups: [
      {
        projects: ["201", "1932"],
        rule: "best-wins",
        reason: BIELANY_2022,
        legalBasis: "§ 46 (5) of the rules; report on the edition of 2022",
      },
    ],
  },
];
