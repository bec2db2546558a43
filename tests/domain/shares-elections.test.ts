import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { ballotCount } from "../../shared/domain/tally/election.ts";
import type { SharesContest } from "../../shared/domain/tally/shares/contest.ts";
import { equalShares } from "../../shared/domain/tally/shares/equal-shares.ts";
import { faultsOf } from "./shares-certificate.ts";

// Elections that cities counted by equal shares, with the winners they announced.

const folder = process.env.RYNEK_PB_DIR;
if (!folder) console.warn("elections by equal shares are skipped: RYNEK_PB_DIR names no folder of .pb files");

const names = folder ? readdirSync(folder).filter((name) => name.endsWith(".pb")) : [];

const elections = [
  { name: "Netherlands_Assen_2024.pb", winners: 9, cost: 76_700, runs: 845, divisor: null },
  { name: "Poland_Swiecie_2023.pb", winners: 17, cost: 1_040_337, runs: 245, divisor: 3 },
  { name: "Poland_Wieliczka_2023_Green_Budget.pb", winners: 30, cost: 995_079, runs: 166, divisor: null },
].filter(({ name }) => names.includes(name));

/** The contest of a file, with ties to the cheaper, then to more voters, then to the first in the file. */
const contestOf = (name: string, divisor: number | null) => {
  const reading = readPb([readFileSync(join(folder ?? "", name))]);
  if (!reading.ok) throw new Error(reading.fault.message);
  const { file } = reading;
  const { election } = electionFrom(file, {
    limits: metaLimits(file),
    beyondLimits: "void",
    repeatedProject: "count-once",
  });
  const { ballots, budgetGrosze } = election;
  const costsGrosze = election.projects.map((project) => project.costGrosze);
  const voters = ballotCount(ballots);
  const votes = costsGrosze.map(() => 0);
  ballots.weights.forEach((weight, ballot) => {
    for (const project of ballots.projects.subarray(ballots.offsets[ballot], ballots.offsets[ballot + 1])) {
      votes[project] = (votes[project] as number) + weight;
    }
  });
  const cost = (project: number): number => costsGrosze[project] as number;
  const order = [...costsGrosze.keys()].sort(
    (a, b) => cost(a) - cost(b) || (votes[b] as number) - (votes[a] as number) || a - b,
  );
  const precedence = new Int32Array(order.length);
  order.forEach((project, place) => {
    precedence[project] = place;
  });
  const enough = (project: number): boolean =>
    divisor === null || (votes[project] as number) * divisor * budgetGrosze >= cost(project) * voters;
  const takesPart = Uint8Array.from(costsGrosze, (_, project) => (enough(project) ? 1 : 0));
  const contest: SharesContest = { ballots, costsGrosze, takesPart, precedence, budgetGrosze, voters };
  const selected = file.projects.map(({ fields }) => fields[file.projectColumns.indexOf("selected")] === "1");
  return { contest, official: [...costsGrosze.keys()].filter((project) => selected[project]) };
};

describe.skipIf(names.length === 0)("the certificate", () => {
  test.each(names)("of %s", (name) => {
    const { contest } = contestOf(name, null);
    for (const utility of ["cost", "points"] as const) {
      const outcome = equalShares(contest, { utility, share: "exact", addOne: null });
      expect(faultsOf(contest, { utility }, outcome)).toEqual([]);
    }
  });
});

describe.skipIf(elections.length === 0)("the official winners", () => {
  test.each(elections)("of $name", ({ name, winners, cost, runs, divisor }) => {
    const { contest, official } = contestOf(name, divisor);
    const outcome = equalShares(contest, {
      utility: "cost",
      share: { unitGrosze: 100 },
      addOne: { unitGrosze: 100, stopsWhenExhaustive: false },
    });
    const won = outcome.purchases.map(({ project }) => project);
    expect(faultsOf(contest, { utility: "cost" }, outcome)).toEqual([]);
    expect(won.toSorted((a, b) => a - b)).toEqual(official);
    expect({ winners: won.length, cost: outcome.costGrosze / 100, runs: outcome.runs }).toEqual({
      winners,
      cost,
      runs,
    });
  });
});
