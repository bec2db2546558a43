import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import type { PlainContest } from "../../shared/recount/contest.ts";
import { recount } from "../../shared/recount/recount.ts";
import { asCitiesCount, byVotes, SKIP, STOP, shares } from "./recount-contests.ts";

const folder = process.env.RYNEK_PB_DIR;
const names = folder ? readdirSync(folder).filter((name) => name.endsWith(".pb")) : [];
if (!folder) console.warn("real elections are not recounted: RYNEK_PB_DIR names no folder of .pb files");

const fileOf = (name: string): PbFile => {
  const reading = readPb([readFileSync(join(folder ?? "", name))]);
  if (!reading.ok) throw new Error(`${name}:${reading.fault.line}: ${reading.fault.message}`);
  return reading.file;
};

const contestOf = (file: PbFile, rule: CountingRule): PlainContest => {
  const { election } = electionFrom(file, {
    limits: metaLimits(file),
    beyondLimits: "void",
    repeatedProject: "void",
  });
  const { offsets, projects, points, weights } = election.ballots;
  const entries = (from = 0, to = 0) =>
    Array.from({ length: to - from }, (_, at) => {
      const id = election.projects[projects[from + at] ?? -1]?.id;
      return [id ?? "?", points[from + at] ?? 0] as const;
    });
  return {
    rule,
    budgetGrosze: election.budgetGrosze,
    projects: election.projects,
    ballots: [...weights].map((count, at) => ({ choices: entries(offsets[at], offsets[at + 1]), count })),
  };
};

/** The projects that a city funded by its rule. */
const officialOf = ({ projectColumns, projects }: PbFile): string[] =>
  projects
    .filter(({ fields }) => fields[projectColumns.indexOf("selected")] === "1")
    .map(({ id }) => id)
    .sort();

const ofKatowice = (name: string): CountingRule => ({
  order: "points",
  threshold: { kind: "points", minimum: /^Poland_Katowice_\d+\.pb$/.test(name) ? 200 : 50, inclusive: true },
  fill: SKIP,
  ties: ["cheaper", "file-order"],
});

const minimumOf = (minimum: number): CountingRule["threshold"] => ({
  kind: "votes",
  minimum,
  inclusive: true,
});

const katowice = names.filter((name) => /^Poland_Katowice_20(20|21|22|23)/.test(name));

describe.skipIf(katowice.length === 0)("Katowice", () => {
  test.each(katowice)("%s", (name) => {
    const file = fileOf(name);
    const { selected, undecided } = recount(contestOf(file, ofKatowice(name)));
    expect(selected.toSorted()).toEqual(officialOf(file));
    expect(undecided).toBe(false);
  });
});

interface Known {
  readonly name: string;
  readonly rule: CountingRule;
  readonly winners: number;
  /** In złoty or euros. */
  readonly cost: number;
}

const ELSEWHERE: readonly Known[] = [
  { name: "Netherlands_Assen_2024", rule: asCitiesCount(), winners: 9, cost: 76_700 },
  {
    name: "Poland_Swiecie_2023",
    rule: asCitiesCount({ threshold: { kind: "share-of-cost", divisor: 3 } }),
    winners: 17,
    cost: 1_040_337,
  },
  { name: "Poland_Wieliczka_2023_Green_Budget", rule: asCitiesCount(), winners: 30, cost: 995_079 },
  {
    name: "Poland_Lodz_2022",
    rule: byVotes(SKIP, { threshold: minimumOf(100) }),
    winners: 16,
    cost: 6_112_868,
  },
  { name: "Poland_Wroclaw_2015_150_-_500", rule: byVotes(STOP), winners: 15, cost: 7_500_000 },
  {
    name: "Poland_Krakow_2022_Czyzyny",
    rule: byVotes(SKIP, { order: "points" }),
    winners: 11,
    cost: 1_545_080,
  },
];

describe.skipIf(names.length === 0).each(ELSEWHERE)("$name", ({ name, rule, winners, cost }) => {
  test.skipIf(!names.includes(`${name}.pb`))("has its official winners", () => {
    const file = fileOf(`${name}.pb`);
    const { selected, costGrosze } = recount(contestOf(file, rule));
    expect(selected.toSorted()).toEqual(officialOf(file));
    expect({ winners: selected.length, cost: costGrosze / 100 }).toEqual({ winners, cost });
  });
});

const WIELICZKA = "Poland_Wieliczka_2023_Green_Budget.pb";

describe.skipIf(!names.includes(WIELICZKA))("Wieliczka 2023", () => {
  test("without completion", () => {
    const { selected, costGrosze } = recount(contestOf(fileOf(WIELICZKA), byVotes(shares())));
    expect({ winners: selected.length, cost: costGrosze }).toEqual({ winners: 21, cost: 450_548_00 });
  });

  test("by votes alone", () => {
    const { selected, costGrosze } = recount(contestOf(fileOf(WIELICZKA), byVotes(SKIP)));
    expect({ winners: selected.length, cost: costGrosze }).toEqual({ winners: 23, cost: 998_997_00 });
  });
});

const CITYWIDE = "Poland_Katowice_2023.pb";

describe.skipIf(!names.includes(CITYWIDE))("Katowice 2023, had it counted by Equal Shares", () => {
  test("funds 14 projects instead of 6", () => {
    const { selected, costGrosze } = recount(contestOf(fileOf(CITYWIDE), asCitiesCount()));
    expect({ winners: selected.length, cost: costGrosze }).toEqual({ winners: 14, cost: 2_995_020_00 });
  });
});
