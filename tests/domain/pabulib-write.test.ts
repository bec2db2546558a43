import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballotRows } from "../../shared/domain/pabulib/ballot-rows.ts";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import { metaThreshold } from "../../shared/domain/pabulib/meta-rule.ts";
import { publishedText } from "../../shared/domain/pabulib/publication.ts";
import { type PbText, textOf } from "../../shared/domain/pabulib/text.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import { countingRule, type RuleSet } from "../../shared/domain/rule-set.ts";
import type { Election } from "../../shared/domain/tally/election.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { NAMED_RULES } from "../../shared/rulesets/named-rules.ts";
import { anElection, aSeed, packed } from "../kit/arbitraries.ts";
import { runs } from "../kit/chance.ts";
import { bytesOf, fileOf, SMALL } from "./pb-file.ts";

const written = (text: PbText): string => [...writePb(text)].join("");

const everything = (text: PbText) => ({
  meta: [...text.meta],
  projectColumns: [...text.projectColumns],
  projects: [...text.projects],
  voteColumns: [...text.voteColumns],
  votes: [...text.votes],
});

/** Anything a cell may hold: quotes, semicolons, line ends, any language. */
const aCell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom('"', ";", "\n", "\r\n", "\r", 'a "b"; c', "", " ", "VOTES", "=1+1", "zażółć"),
);
const anId = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((id) => !/,|^ | $/.test(id));
const money = fc
  .tuple(fc.nat(10_000_000), fc.constantFrom("", ".5", ".05", ".00", ".990"))
  .map(([whole, part]) => `${whole}${part}`);

const aText: fc.Arbitrary<PbText> = fc
  .record({
    ids: fc.uniqueArray(anId, { maxLength: 6 }),
    extraMeta: fc.uniqueArray(
      aCell.filter((key) => !["budget", "vote_type"].includes(key)),
      { maxLength: 5 },
    ),
    extraColumns: fc.uniqueArray(
      aCell.filter((name) => !["project_id", "cost", "voter_id", "vote", "points"].includes(name)),
      { maxLength: 3 },
    ),
    order: fc.infiniteStream(fc.nat()),
    cells: fc.infiniteStream(aCell),
    costs: fc.infiniteStream(money),
    lists: fc.infiniteStream(fc.nat()),
    voters: fc.nat(5),
  })
  .map(({ ids, extraMeta, extraColumns, order, cells, costs, lists, voters }) => {
    const shuffled = (names: string[]) =>
      names
        .map((name) => ({ name, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name);
    const projectColumns = shuffled(["project_id", "cost", ...extraColumns]);
    const voteColumns = shuffled(["voter_id", "vote", "points", ...extraColumns]);
    const row = (columns: string[], known: Record<string, string>) =>
      columns.map((column) => (Object.hasOwn(known, column) ? (known[column] ?? "") : cells.next().value));
    return {
      meta: [
        ["budget", costs.next().value],
        ["vote_type", "cumulative"],
        ...extraMeta.map((key) => [key, cells.next().value]),
      ] as [string, string][],
      projectColumns,
      projects: ids.map((id) => row(projectColumns, { project_id: id, cost: costs.next().value })),
      voteColumns,
      votes: Array.from({ length: voters }, () => {
        const chosen = ids.filter(() => (lists.next().value as number) % 2 === 0);
        return row(voteColumns, {
          vote: chosen.join(","),
          points: chosen.map((_, place) => `${place + 1}`).join(","),
        });
      }),
    };
  });

const namedFill = (name: string): CountingRule["fill"] => {
  const fill = NAMED_RULES.get(name)?.fill;
  if (!fill) throw new Error(name);
  return fill;
};

describe("writing and reading", () => {
  test("keep every cell of every section", () => {
    fc.assert(
      fc.property(aText, (text) => {
        const file = fileOf(written(text));
        expect(everything(textOf(bytesOf(written(text))))).toEqual(everything(text));
        expect(file.votes.faults.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("give back the file byte by byte", () => {
    expect(written(textOf(bytesOf(SMALL)))).toBe(SMALL);
  });
});

describe("ballots of a published pool", () => {
  const someNumbers = fc.uniqueArray(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(..."01289/-.:_+ aŁ\u{1F600}"), minLength: 1, maxLength: 6 }),
      fc.constantFrom("1", "10", "1/2", "100", "L1/1/XII", "L13/1/XII", "L13/10/XII"),
    ),
    { minLength: 1, maxLength: 7 },
  );
  const someBallots = someNumbers.chain((numbers) =>
    fc.record({
      numbers: fc.constant(numbers),
      ballots: fc.uniqueArray(
        fc
          .tuple(
            fc.subarray([...numbers.keys()]),
            fc.infiniteStream(fc.constantFrom(-1, 1, 2, 10, 100, -32768, 32767)),
          )
          .map(([chosen, points]) =>
            chosen.map((project) => [project, points.next().value as number] as const),
          ),
        { maxLength: 14, selector: (ballot) => JSON.stringify(ballot) },
      ),
      weights: fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
    }),
  );

  test("stand in the order of their texts, numbered afresh, projects by points and then by number", () => {
    fc.assert(
      fc.property(someBallots, ({ numbers, ballots, weights }) => {
        const ends = ballots.map((_, n) => ballots.slice(0, n + 1).flat().length);
        const packedBallots = {
          offsets: Uint32Array.from([0, ...ends]),
          projects: Uint16Array.from(ballots.flatMap((one) => one.map(([project]) => project))),
          points: Int16Array.from(ballots.flatMap((one) => one.map(([, points]) => points))),
          weights: Uint32Array.from(ballots, () => weights.next().value as number),
        };
        const text = (one: (typeof ballots)[number]) => {
          const sorted = one.toSorted(
            ([a, more], [b, less]) => less - more || ((numbers[a] ?? "") < (numbers[b] ?? "") ? -1 : 1),
          );
          return `${sorted.map(([project]) => numbers[project])};${sorted.map(([, points]) => points)}`;
        };
        const rows = [...ballotRows(packedBallots, numbers, 3)];
        expect(rows.map(([voter]) => voter)).toEqual(rows.map((_, n) => `${n + 1}`));
        expect(rows.map(([, vote, points]) => `${vote};${points}`)).toEqual(
          ballots
            .flatMap((one, n) => Array<string>(packedBallots.weights[n] ?? 0).fill(text(one)))
            .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
        );
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("a published pool", () => {
  const ruleSet = RULE_SETS.get("katowice-xii") as RuleSet;
  const rule = {
    ...countingRule(ruleSet, "district"),
    threshold: { kind: "points", minimum: 2, inclusive: true } as const,
  };

  const publish = (election: Election, seed: string, counted: CountingRule = rule) => {
    const count = tally(election, counted, { seed });
    const text = publishedText({
      description: "Budżet Obywatelski Katowice, Bogucice",
      country: "Poland",
      unit: "Katowice",
      district: "Bogucice",
      voteYear: 2025,
      edition: 12,
      dateBegin: "12.09.2025",
      dateEnd: "25.09.2025",
      ballot: ruleSet.ballot.district,
      election,
      tally: count,
      projects: new Map(
        election.projects.map(({ id }, index) => [
          id,
          { number: `L13/${index}/XII`, title: `Park\n"${id}"` },
        ]),
      ),
    });
    const pb = written(text);
    return { count, bytes: bytesOf(pb), file: fileOf(pb) };
  };

  test("counts to the same winners in the same order, whatever the lots decided", () => {
    fc.assert(
      fc.property(anElection, aSeed, (plain, seed) => {
        const election = packed(plain);
        const { count, file } = publish(election, seed);
        const again = electionFrom(file, {
          limits: { ...limitsOf(ruleSet.ballot.district), minProjects: 0, minPoints: 0, maxPoints: 9 },
          beyondLimits: "void",
          repeatedProject: "void",
        });
        expect(again.faulty).toEqual([]);
        const numbers = count.selected.map(
          (id) => `L13/${election.projects.findIndex((project) => project.id === id)}/XII`,
        );
        expect(
          tally(again.election, {
            ...rule,
            threshold: metaThreshold(file),
            ties: ["file-order"],
          }).selected,
        ).toEqual(numbers);
      }),
    );
  });

  test("speaks in its comments of projects by the numbers that stand in the file", () => {
    const ids = ["prj_aaaa", "prj_bbbb", "prj_cccc"];
    const election = packed({
      budgetGrosze: 100_00,
      projects: ids.map((id, index) => ({
        id,
        costGrosze: 10_00,
        ...(index === 0 && { excluded: { why: "withdrawn", reason: "The city builds it" } as const }),
      })),
      ballots: [{ choices: [["prj_bbbb", 3]], count: 1 }],
    });
    const groups = [{ projects: ids.slice(1), rule: "best-wins", reason: "One place" } as const];
    const { file } = publish({ ...election, groups }, "seed");
    expect(file.meta.get("comment")).toBe(
      "#1: L13/0/XII, at 10 PLN, was withdrawn: The city builds it #2: L13/1/XII, L13/2/XII: only the first in order takes part: One place",
    );
  });

  test("keeps what the format's checker asks for", () => {
    fc.assert(
      fc.property(anElection, aSeed, (plain, seed) => {
        const { count, bytes, file } = publish(packed(plain), seed);
        const column = (name: string) =>
          file.projects.map(({ fields }) => fields[file.projectColumns.indexOf(name)]);
        for (const key of ["description", "country", "unit", "instance", "budget", "vote_type", "rule"])
          expect(file.meta.get(key)).toBeTruthy();
        for (const key of ["date_begin", "date_end"])
          expect(file.meta.get(key)).toMatch(/^\d\d\.\d\d\.\d{4}$/);
        expect(file.meta.get("num_projects")).toBe(`${file.projects.length}`);
        expect(file.meta.get("num_votes")).toBe(`${file.votes.count}`);
        expect(column("score")).toEqual(count.lines.map(({ score }) => `${score}`));
        expect(column("votes")).toEqual(count.lines.map(({ votes }) => `${votes}`));
        expect(column("selected").filter((mark) => mark === "1")).toHaveLength(count.selected.length);
        for (const name of column("name")) expect(name).not.toMatch(/\n/);
        for (const [, vote = "", points = ""] of textOf(bytes).votes) {
          const given = points.split(",").map(Number);
          expect(points === "" ? 0 : given.length).toBe(vote === "" ? 0 : vote.split(",").length);
          expect(given).toEqual(given.toSorted((a, b) => b - a));
          expect(vote + points).not.toMatch(/\s/);
        }
      }),
    );
  });

  test.each([
    ["greedy", { ...rule, threshold: null }],
    ["greedy-threshold", rule],
    ["greedy-no-skip", { ...rule, fill: { kind: "stop" as const } }],
    ["greedy-custom", { ...rule, order: "points-per-cost" as const }],
    ["equalshares/add1-comparison", { ...rule, fill: namedFill("equalshares/add1-comparison") }],
    ["unknown", { ...rule, fill: namedFill("equalshares/greedy") }],
    ["unknown", { ...rule, fill: namedFill("equalshares-points/add1") }],
    ["unknown", { ...rule, fill: namedFill("phragmen") }],
  ])("names the rule %s as the format does", (name, counted) => {
    const election = packed({ budgetGrosze: 1, projects: [], ballots: [] });
    expect(publish(election, "s", counted).file.meta.get("rule")).toBe(name);
  });
});
