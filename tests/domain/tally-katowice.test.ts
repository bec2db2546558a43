import { describe, expect, test } from "vitest";
import { countingRule, type RuleSet } from "../../shared/domain/rule-set.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { packed } from "../kit/arbitraries.ts";
import { ballotsFor, CONTESTS, contestElection, type Row } from "./katowice-elections.ts";

const ruleSet = RULE_SETS.get("katowice-xii") as RuleSet;
const district = countingRule(ruleSet, "district");

describe("real contests of Katowice", () => {
  test.each(CONTESTS)("$name", (contest) => {
    const count = tally(packed(contestElection(contest)), countingRule(ruleSet, contest.kind));
    const won = contest.rows.filter(([, , , funded]) => funded).map(([id]) => id);
    expect(count.selected.toSorted()).toEqual(won.toSorted());
    expect(count.leftGrosze).toBe(contest.leftZloty * 100);
    expect(count.undecided).toEqual([]);
  });

  test("Murcki 2024: a project withdrawn after the vote makes room for those after it", () => {
    // The results name ranks 5 and 7 to 12; how the 305 000 zł of ranks 1-4 and 6 were divided is made up here.
    const rows: Row[] = [
      ["L18/01/XI", 100_000, 900, true],
      ["L18/02/XI", 70_000, 800, true],
      ["L18/03/XI", 50_000, 700, true],
      ["L18/04/XI", 30_000, 600, true],
      ["L18/05/XI", 230_000, 500, false],
      ["L18/07/XI", 55_000, 400, true],
      ["L18/06/XI", 999_999_999, 300, false],
      ["L18/08/XI", 22_000, 200, true],
      ["L18/09/XI", 27_000, 150, true],
      ["L18/10/XI", 20_000, 120, true],
      ["L18/11/XI", 49_500, 80, true],
      ["L18/12/XI", 35_000, 31, false],
    ];
    const { projects, ...rest } = contestElection({ poolZloty: 444_207, rows });
    const reason = "building works are planned there";
    const withdrawn = projects.map((project) =>
      project.id === "L18/06/XI" ? { ...project, excluded: { why: "withdrawn", reason } as const } : project,
    );
    for (const fill of [{ kind: "skip" }, { kind: "stop" }] as const) {
      const election = packed({ ...rest, projects: withdrawn });
      const line = tally(election, { ...district, fill }).lines.find(({ id }) => id === "L18/06/XI");
      expect(line).toMatchObject({ outcome: "withdrawn", reason, legalBasis: null, rank: 7 });
    }
    const count = tally(packed({ ...rest, projects: withdrawn }), district);
    expect(count.selected).toEqual(rows.filter(([, , , funded]) => funded).map(([id]) => id));
    expect(count.leftGrosze).toBe(20_707_00);
    expect(count.lines.at(-1)).toMatchObject({
      outcome: "below-minimum",
      on: "points",
      needed: 50,
      missing: 19,
    });
  });

  test("Zarzecze 2025: where everything fits, everything above the minimum is funded", () => {
    // Six projects for 166 000 zł together; the single costs and points are made up.
    const costs = [60_000, 40_000, 30_000, 20_000, 10_000, 6_000];
    const rows = costs.map((cost, place): Row => [`L20/0${place + 1}/XII`, cost, 200 - place, true]);
    const count = tally(packed(contestElection({ poolZloty: 364_974, rows })), district);
    expect(count.selected).toHaveLength(6);
    expect(count.leftGrosze).toBe(198_974_00);
  });
});

describe("the facts behind a reason", () => {
  const count = tally(packed(contestElection(CONTESTS[0] ?? { poolZloty: 0, rows: [] })), district);
  const line = (id: string) => count.lines.find((one) => one.id === id);

  test("a project that did not fit knows by how much, and who fitted later", () => {
    expect(line("L13/04/VIII")).toEqual({
      id: "L13/04/VIII",
      score: 545,
      votes: 545,
      costGrosze: 110_000_00,
      rank: 4,
      balanceBeforeGrosze: 40_498_00,
      balanceAfterGrosze: 40_498_00,
      tie: null,
      outcome: "did-not-fit",
      shortfallGrosze: 69_502_00,
      fundedLater: ["L13/03/VIII", "L13/08/VIII"],
      toppedUp: false,
      shares: null,
    });
  });

  test("a count that stops names the project at which it stopped", () => {
    const stopped = tally(packed(contestElection(CONTESTS[1] ?? { poolZloty: 0, rows: [] })), {
      ...countingRule(ruleSet, "citywide"),
      fill: { kind: "stop" },
    });
    expect(stopped.selected).toEqual(["M/21/XII", "M/16/XII", "M/26/XII"]);
    expect(stopped.lines[3]).toMatchObject({ outcome: "did-not-fit", fundedLater: [] });
    expect(stopped.lines[4]).toMatchObject({ outcome: "not-reached", stoppedAt: "M/27/XII" });
  });

  test("a threshold that is not inclusive wants one point more, and one on votes counts people", () => {
    const election = packed({
      budgetGrosze: 100,
      projects: [{ id: "A", costGrosze: 100 }],
      ballots: ballotsFor("A", 50, 32),
    });
    const under = (kind: "points" | "votes", minimum: number, inclusive: boolean) =>
      tally(election, { ...district, threshold: { kind, minimum, inclusive } }).lines[0];
    expect(under("points", 50, true)).toMatchObject({ outcome: "funded" });
    expect(under("points", 50, false)).toMatchObject({ outcome: "below-minimum", needed: 51, missing: 1 });
    expect(under("points", 49, false)).toMatchObject({ outcome: "funded" });
    expect(under("votes", 50, true)).toMatchObject({
      outcome: "below-minimum",
      on: "votes",
      needed: 50,
      missing: 18,
    });
    expect(under("votes", 32, true)).toMatchObject({ outcome: "funded" });
    expect(under("votes", 32, false)).toMatchObject({ outcome: "below-minimum", missing: 1 });
  });
});
