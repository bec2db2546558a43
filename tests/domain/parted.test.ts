import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArguments } from "../../infra/tally/arguments.ts";
import { reportOf } from "../../infra/tally/report.ts";
import { metaParts } from "../../shared/domain/pabulib/meta-parts.ts";
import type { Part } from "../../shared/domain/tally/election.ts";
import { Tally, tally } from "../../shared/domain/tally/tally.ts";
import { replay } from "../../shared/domain/tally/trace.ts";
import { anElection, aRule, aSeed, aSharesFill, packed } from "../kit/arbitraries.ts";
import { PARTED, partedText } from "./parted-elections.ts";
import { fileOf } from "./pb-file.ts";

// Pools whose categories or neighborhoods have money of their own, and ballots with limits for each.

const reported = (text: string, ...words: string[]) => {
  const options = readArguments(["x.pb", ...words]);
  if (typeof options === "string") throw new Error(options);
  return reportOf("x.pb", fileOf(text), options);
};

describe("a parted pool", () => {
  test.each(PARTED)("has the official winners of $name", (election) => {
    const report = reported(partedText(election));
    const official = election.projects.flatMap(([, , , won], at) => (won === 1 ? [`${at + 1}`] : []));
    expect([report.rule, report.warnings]).toEqual(["amsterdam", []]);
    expect(report.selected.toSorted()).toEqual(official.toSorted());
  });

  const small = (meta: string, { rule = "greedy", votes = ["1,2,3,4", "1,2,3", "1,2", "1"] } = {}): string =>
    [
      `META\nkey;value\nunit;X\nnum_projects;4\nnum_votes;4\nbudget;1000\nvote_type;approval\nrule;${rule}`,
      "categories;Sport,Art & more",
      meta,
      'PROJECTS\nproject_id;cost;category\n1;300;sport\n2;300;Sport\n3;200;"sport,art &amp; more"\n4;100;Art & more',
      `VOTES\nvoter_id;vote\n${votes.map((vote, at) => `${at + 1};${vote}`).join("\n")}\n`,
    ].join("\n");
  const selected = (text: string, ...words: string[]) => reported(text, ...words).selected;

  test("says which part had too little, and which ended where", () => {
    const { projects } = reported(small("budget_per_category;500,250"));
    expect(projects.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
      "funded: Funded: it cost 300 of 1000 left.",
      'did-not-fit: Did not fit: the category "Sport" had 200 left, 100 too little.',
      "funded: Funded: it cost 200 of 700 left.",
      'did-not-fit: Did not fit: the category "Art & more" had 50 left, 50 too little.',
    ]);
    const ended = reported(small("budget_per_category;500,250", { rule: "greedy-no-skip" })).projects;
    expect(ended.map(({ outcome }) => outcome)).toEqual(["funded", "did-not-fit", "not-reached", "funded"]);
    expect(ended[2]?.reason).toBe(
      'Not reached: the count of the category "Sport" ended at 2, which did not fit.',
    );
  });

  test("binds every rule", () => {
    for (const rule of ["greedy", "equalshares", "equalshares/add1", "equalshares/greedy", "phragmen-skip"])
      expect([rule, selected(small("budget_per_category;300,1000"), "--rule", rule)]).toEqual([
        rule,
        ["1", "4"],
      ]);
  });

  test("is read however its money is written", () => {
    for (const money of [
      "500,250",
      "[500, 250]",
      "500.00,250.0",
      "500 zł, 250 zł",
      "sport: 500, ART & MORE = 250",
    ])
      expect([money, selected(small(`budget_per_category;${money}`))]).toEqual([money, ["1", "3"]]);
    expect(selected(small("budget_per_category;500"))).toEqual(["1", "3", "4"]);
    expect(selected(small("min_length_per_category;0"))).toEqual(["1", "2", "3", "4"]);
    for (const [money, why] of [
      ["500,250,100", "it has 3 values, and META names 2"],
      ["500,much", '"much" is no amount of money'],
      ["sport:500,music:250", '"music" is none of the parts'],
    ] as const) {
      const report = reported(small(`budget_per_category;${money}`));
      expect(report.selected).toEqual(["1", "2", "3", "4"]);
      expect(report.warnings).toContain(`META's budget_per_category was not used: ${why}`);
    }
    const unordered = fileOf(small("budget_per_category;1,2").replace("categories;Sport,Art & more\n", ""));
    expect(metaParts(unordered).unread).toMatchObject([
      { why: "META does not say in which order its values stand" },
    ]);
  });

  test("voids a ballot that breaks a limit of a part, and says which", () => {
    const votes = ["1,2,3", "1,4", ...Array.from({ length: 40 }, () => "1")];
    const told = (meta: string) =>
      reported(small(meta, { votes })).warnings.filter((one) => one.includes("void"));
    const void_ = (what: string, line: number) => [`1 ballot names ${what}: void (line ${line})`];
    expect(told("max_length_per_category;2,2")).toEqual(
      void_('too many projects of the category "Sport"', 19),
    );
    expect(told("max_sum_cost_per_category;750,250")).toEqual(
      void_('projects that cost too much together of the category "Sport"', 19),
    );
    const two = ["1,3", ...Array.from({ length: 40 }, () => "1,4")];
    const least = (meta: string) => reported(small(meta, { votes: two })).warnings;
    expect(least("min_length_per_category;2,0").join()).toContain(
      'names too few projects of the category "Sport": void (line 20, 21',
    );
    expect(least("min_sum_cost_per_category;0,150").join()).toContain(
      'names projects that cost too little together of the category "Art & more": void',
    );
  });
});

const parted = fc
  .tuple(
    anElection,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.infiniteStream(fc.boolean())), { maxLength: 3 }),
  )
  .map(([plain, parts]) => ({
    plain,
    list: parts.map(
      ([budgetGrosze, isIn], at): Part => ({
        name: `part ${at}`,
        budgetGrosze,
        projects: plain.projects.flatMap(({ id }) => (isIn.next().value ? [id] : [])),
      }),
    ),
  }));
const anyRule = fc
  .tuple(aRule, fc.option(aSharesFill))
  .map(([rule, fill]) => (fill === null ? rule : { ...rule, fill }));

describe("any parted pool", () => {
  test("never spends more than a part has, unless what parts leave is spent, and its trace spends the same", () => {
    fc.assert(
      fc.property(parted, anyRule, aSeed, fc.boolean(), ({ plain, list }, rule, seed, isSpent) => {
        const election = { ...packed(plain), parts: { list, leftover: isSpent ? "spent" : "kept" } as const };
        const count = tally(election, rule, { seed });
        const costs = new Map(plain.projects.map(({ id, costGrosze }) => [id, costGrosze]));
        const costOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0);
        expect(count.costGrosze).toBeLessThanOrEqual(plain.budgetGrosze);
        if (!isSpent)
          for (const { projects, budgetGrosze } of list)
            expect(costOf(count.selected.filter((id) => projects.includes(id)))).toBeLessThanOrEqual(
              budgetGrosze,
            );
        expect(replay(count.trace)).toEqual({ selected: count.selected, costGrosze: count.costGrosze });
        expect(Tally.parse(count).lines).toHaveLength(plain.projects.length);
      }),
      { numRuns: 150 },
    );
  });

  test("with enough for all of its projects is as if there were no parts", () => {
    fc.assert(
      fc.property(parted, anyRule, aSeed, ({ plain, list }, rule, seed) => {
        const rich = list.map((part) => ({ ...part, budgetGrosze: 1_000 }));
        const election = { ...packed(plain), parts: { list: rich, leftover: "kept" as const } };
        const { lines, ties, undecided } = tally(election, rule, { seed });
        expect({ lines, ties, undecided }).toEqual(
          (({ lines, ties, undecided }) => ({ lines, ties, undecided }))(
            tally(packed(plain), rule, { seed }),
          ),
        );
      }),
    );
  });
});
