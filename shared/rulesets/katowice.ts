import { cityNamed } from "../cities/cities.ts";
import { editionLabel, editionNumber } from "../domain/project/edition-numbering.ts";
import type { RuleSet } from "../domain/rule-set.ts";
import type { BallotForm } from "../domain/voting/ballot-form.ts";
import { KATOWICE_POOLS } from "./katowice-districts.ts";
import { KATOWICE_IDENTITY, KATOWICE_IDENTITY_OF_ALL } from "./katowice-identity.ts";
import { KATOWICE_PROCEDURE, PROCEDURE_SOURCES } from "./katowice-procedure.ts";
import { KATOWICE_SOURCES } from "./katowice-sources.ts";

/** What the results of 2022 and 2023 sort projects by. */
const CATEGORIES: RuleSet["categories"] = [
  {
    id: "public-transit-and-roads",
    name: {
      pl: "Transport publiczny i drogi",
      en: "Public transit and roads",
      uk: "Громадський транспорт і дороги",
    },
  },
  { id: "education", name: { pl: "Edukacja", en: "Education", uk: "Освіта" } },
  {
    id: "public-space",
    name: { pl: "Przestrzeń publiczna", en: "Public space", uk: "Громадський простір" },
  },
  { id: "urban-greenery", name: { pl: "Zieleń miejska", en: "Urban greenery", uk: "Міська зелень" } },
  { id: "culture", name: { pl: "Kultura", en: "Culture", uk: "Культура" } },
  { id: "sport", name: { pl: "Sport", en: "Sport", uk: "Спорт" } },
  { id: "health", name: { pl: "Zdrowie", en: "Health", uk: "Здоровʼя" } },
  { id: "welfare", name: { pl: "Pomoc społeczna", en: "Welfare", uk: "Соціальна допомога" } },
];

const BALLOT = {
  kind: "points",
  points: 3,
  maxPerProject: 3,
  maxProjects: 3,
  repeatedProject: "void",
} satisfies BallotForm;

/** What all editions since 2020 share. Each is carried out in the year after its vote. */
const shared = {
  version: 1,
  city: { name: "Katowice", country: "Poland" },
  sources: KATOWICE_SOURCES,
  pools: KATOWICE_POOLS,
  supporters: {
    citywide: { kind: "fixed", number: 50 },
    district: { kind: "per-thousand-residents", number: 1 },
  },
  caps: {
    citywide: { percentOfPool: 100, roundedToGrosze: 1 },
    district: { percentOfPool: 60, roundedToGrosze: 100 },
  },
  ballot: { citywide: BALLOT, district: BALLOT },
  identity: KATOWICE_IDENTITY,
  voterCodes: {
    digits: 6,
    tries: {
      person: { burst: 6, perHour: 0.125 },
      address: { burst: 60, perHour: 240 },
      network: { burst: 1200, perHour: 2400 },
    },
    codesPerContact: 5,
    triesPerCode: 5,
    codeSeconds: 600,
    sessionSeconds: 1800,
  },
  guardianBelowAge: 16,
  thresholds: {
    citywide: { kind: "points", minimum: 200, inclusive: true },
    district: { kind: "points", minimum: 50, inclusive: true },
  },
  counting: { order: "points", fill: { kind: "skip" }, ties: ["cheaper", "lot"] },
  rollOver: "same-pool-next-edition",
  poolOrder: "districts-first",
  appeals: { workingDays: 3 },
  retention: { voters: 90, supporters: 90, authors: 90 },
} satisfies Omit<RuleSet, "name" | "edition">;

const edition = (voteYear: number, differences: Partial<RuleSet> = {}): RuleSet => {
  const { editions } = cityNamed("katowice");
  const numeral = editionLabel(editions, voteYear);
  return {
    name: `katowice-${numeral.toLowerCase()}`,
    edition: { numeral, number: editionNumber(editions, voteYear), voteYear },
    ...shared,
    ...differences,
  };
};

/** 2020: support lists were waived because of the pandemic, in mid-edition. */
const VII = edition(2020, {
  supporters: { citywide: { kind: "fixed", number: 0 }, district: { kind: "fixed", number: 0 } },
  sources: [
    ...KATOWICE_SOURCES.filter(({ on }) => !on.startsWith("supporters")),
    {
      on: "supporters",
      says: "support lists were waived in this edition",
      from: "wnp.pl, on the VII edition",
    },
  ],
});

export const KATOWICE: RuleSet[] = [
  VII,
  edition(2021),
  edition(2022),
  edition(2023),
  edition(2024),
  edition(2025),
  edition(2026, {
    // Who supports on line signs as on a paper list.
    supportBy: "name-and-address",
    postCounts: "arrived",
    categories: CATEGORIES,
    identity: KATOWICE_IDENTITY_OF_ALL,
    procedure: KATOWICE_PROCEDURE,
    sources: [
      ...KATOWICE_SOURCES,
      {
        on: "postCounts",
        says: "a form sent by post has to arrive by the end of the call",
        from: "smpiast.pl, IX edition; radadzielnicy.witosa.pl, VIII edition",
      },
      {
        on: "categories",
        says: "the form asks for a category; projects of 2022 and 2023 were sorted into eight, whose Polish names are ours",
        from: "archiwumbo.katowice.eu, X edition, on the form; ballots of 2022 and 2023 in github.com/pabulib/pabulib_files",
      },
      {
        on: "identity.alternatives",
        says: "all residents vote, registered or not, of any citizenship; who is not on the register is added with a photo document and a signed statement",
        from: "smpiast.pl, kokociniec.pl, IX edition: which documents is not said, and is the office's to confirm",
      },
      ...PROCEDURE_SOURCES,
    ],
  }),
];
