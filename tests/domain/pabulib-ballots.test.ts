import { describe, expect, test } from "vitest";
import { admitBallots } from "../../shared/domain/pabulib/admit.ts";
import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { metaThreshold } from "../../shared/domain/pabulib/meta-rule.ts";
import { formOf, type RuleSet } from "../../shared/domain/rule-set.ts";
import { contendersOf } from "../../shared/domain/tally/contender.ts";
import { ballotCount } from "../../shared/domain/tally/election.ts";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { fileOf, SMALL } from "./pb-file.ts";

const form = formOf(RULE_SETS.get("katowice-ix") as RuleSet, "L13");
const KATOWICE = {
  limits: limitsOf(form),
  beyondLimits: "void" as const,
  repeatedProject: form.repeatedProject,
};

/** The small file with its second ballot replaced. */
const withBallot = (vote: string, points: string) =>
  fileOf(SMALL.replace("L13/02/IX;3;41", `${vote};${points};41`));

describe("a ballot of a file", () => {
  test.each([
    ["L13/02/IX,L13/01/IX,L13/03/IX", "1,1,1", null],
    ["L13/02/IX", "1", null],
    ["L13/02/IX,L13/99/IX", "1,1", "unknown-project"],
    ["L13/02/IX,,L13/01/IX", "1,1,1", "unknown-project"],
    ["L13/02/IX,L13/01/IX", "1", "points-mismatch"],
    ["L13/02/IX", "1,1", "points-mismatch"],
    ["L13/02/IX", "", "points-mismatch"],
    ["L13/02/IX", "1.5", "points-not-whole"],
    ["L13/02/IX", "three", "points-not-whole"],
    ["L13/02/IX", "99999999999", "points-not-whole"],
    ["L13/02/IX,L13/02/IX", "1,1", "repeated-project"],
    ["L13/02/IX", "4", "too-many-points"],
    ["L13/02/IX,L13/01/IX", "2,2", "too-many-points"],
    ["", "", "too-few-projects"],
    ["L13/02/IX", "0", "too-few-points"],
    ["L13/02/IX,L13/01/IX", "3,0", "too-few-points-for-one"],
    ["L13/02/IX,L13/01/IX", "-1,4", "too-many-points-for-one"],
  ])('"%s" with points "%s" is judged: %s', (vote, points, fault) => {
    const { ballots, faulty } = admitBallots(withBallot(vote, points), KATOWICE);
    expect(faulty).toEqual(fault ? [{ row: 1, fault, counted: false }] : []);
    expect(ballotCount(ballots)).toBe(fault ? 3 : 4);
  });

  test("that is beyond the limits counts where whoever published it took it as valid, and is told of", () => {
    const file = withBallot("L13/02/IX,L13/01/IX", "2,2");
    const { ballots, faulty } = admitBallots(file, { ...KATOWICE, beyondLimits: "count" });
    expect(faulty).toEqual([{ row: 1, fault: "too-many-points", counted: true }]);
    expect(ballotCount(ballots)).toBe(4);
    const unread = admitBallots(withBallot("L13/02/IX,L13/99/IX", "1,1"), {
      ...KATOWICE,
      beyondLimits: "count",
    });
    expect(unread.faulty).toEqual([{ row: 1, fault: "unknown-project", counted: false }]);
  });

  test("that cannot be read keeps its row, without choices", () => {
    const { votes } = withBallot("L13/02/IX,L13/99/IX", "1,1");
    expect([...votes.offsets]).toEqual([0, 2, 2, 4, 5]);
    expect([...votes.faults]).toEqual([[1, "unknown-project"]]);
  });

  test("that names a project twice counts it once where the rules say so", () => {
    const { ballots, faulty } = admitBallots(withBallot("L13/02/IX,L13/02/IX", "2,1"), {
      ...KATOWICE,
      repeatedProject: "count-once",
    });
    expect(faulty).toEqual([{ row: 1, fault: "repeated-project", counted: true }]);
    expect(ballotCount(ballots)).toBe(4);
  });

  test("is grouped with its equals, whatever the order of its choices", () => {
    const text = SMALL.replace("2;L13/02/IX;3;41;M", "2;L13/02/IX,L13/01/IX;1,2;41;M");
    const { ballots } = admitBallots(fileOf(text), KATOWICE);
    expect([...ballots.weights]).toEqual([2, 1, 1]);
  });
});

test("Ballots are judged alike whether they stand among those written alike or alone", () => {
  const chance = chanceOf(seed, "written alike");
  const head = SMALL.slice(0, SMALL.indexOf("VOTES"));
  const ids = ["L13/01/IX", "L13/02/IX", "L13/03/IX", "L13/99/IX"];
  const fileWith = (columns: string, rows: readonly string[]) =>
    fileOf(`${head}VOTES\n${[columns, ...rows].join("\n")}\n`);
  for (let run = 0; run < runs(60); run += 1) {
    const list = <T>(all: readonly T[]) =>
      Array.from({ length: chance.below(4) }, () => chance.one(all)).join(",");
    const texts = Array.from({ length: 8 }, () => {
      const vote = list(ids);
      return [chance.happens(0.2) ? `"${vote}"` : vote, list(["1", "2", "-1", "x"])] as const;
    });
    const chosen = Array.from({ length: 40 }, () => chance.one(texts));
    // Points stand after the vote, before it, or with something in between, and lines end in either way.
    const [columns, row] = chance.one([
      ["voter_id;vote;points", (vote: string, points: string) => `7;${vote};${points}`],
      ["points;vote;voter_id", (vote: string, points: string) => `${points};${vote};7`],
      ["vote;voter_id;points;sex", (vote: string, points: string) => `${vote};7;${points};F`],
    ] as const);
    const rows = chosen.map(([vote, points]) => row(vote, points) + chance.one(["", "\r"]));
    const together = admitBallots(fileWith(columns, rows), KATOWICE);
    const alone = rows.map((text) => admitBallots(fileWith(columns, [text]), KATOWICE));
    expect(together.faulty).toEqual(
      alone.flatMap(({ faulty }, index) => faulty.map((found) => ({ ...found, row: index }))),
    );
    expect(ballotCount(together.ballots)).toBe(alone.filter(({ faulty }) => faulty.length === 0).length);
    const textOf = ({ offsets, projects, points }: typeof together.ballots, group: number): string => {
      const [from, to] = [offsets[group], offsets[group + 1]];
      return `${projects.slice(from, to)} ${points.slice(from, to)}`;
    };
    const tallied = [...together.ballots.weights].flatMap((weight, group) =>
      Array.from({ length: weight }, () => textOf(together.ballots, group)),
    );
    const each = alone.flatMap(({ ballots }) => (ballots.weights.length ? [textOf(ballots, 0)] : []));
    expect(tallied.toSorted()).toEqual(each.toSorted());
  }
});

test("Ids are told apart to the last byte, also where one begins like another", () => {
  const lines = (count: number, line: (number: number) => string) =>
    Array.from({ length: count }, (_, n) => line(n));
  const { votes } = fileOf(
    [
      SMALL.slice(0, SMALL.indexOf("PROJECTS")).replace("cumulative", "approval").trimEnd(),
      "PROJECTS",
      "project_id;cost",
      ...lines(3000, (number) => `${number};1`),
      "VOTES",
      "voter_id;vote",
      ...lines(40_000, (number) => `${number};${number}`),
    ].join("\n"),
  );
  expect(votes.faults.size).toBe(37_000);
  // Between two commas there is no id, whatever the table has where an empty one would stand.
  for (let count = 1; count < 60; count += 1) {
    const text = SMALL.replace(
      "L13/03/IX;1000",
      lines(count, (number) => `${number};1;0;0;;0`)
        .join("\n")
        .concat("\nL13/03/IX;1000"),
    );
    const hollow = text.replace("1;L13/01/IX,L13/02/IX;2,1", "1;L13/01/IX,,L13/02/IX;1,1,1");
    expect([...fileOf(hollow).votes.faults]).toEqual([[0, "unknown-project"]]);
  }
  expect([...votes.projects]).toEqual(lines(3000, String).map(Number));
});

describe("META", () => {
  test("sets the limits of ballots, and what it does not state does not bind", () => {
    const file = fileOf(SMALL);
    expect(metaLimits(file)).toMatchObject({
      maxPoints: 3,
      minPoints: -Infinity,
      maxProjects: Infinity,
      minProjects: 0,
    });
    const stated = fileOf(
      SMALL.replace(
        "max_sum_points;3",
        "max_sum_points;3\nmin_sum_points;1\nmin_length;5\nmax_length;7\nmax_points;2\nmin_points;1",
      ),
    );
    expect(metaLimits(stated)).toEqual({
      minProjects: 3,
      maxProjects: 7,
      minPointsEach: 1,
      maxPointsEach: 2,
      minPoints: 1,
      maxPoints: 3,
      maxCostGrosze: Infinity,
    });
    expect(metaLimits(fileOf(SMALL.replace("cumulative", "choose-1"))).maxProjects).toBe(1);
  });

  test("bounds what the projects of a ballot cost together, and a withdrawn one counts for nothing there", () => {
    const knapsack = SMALL.replace("cumulative", "approval").replace(
      "max_sum_points;3",
      "max_sum_cost;100000",
    );
    const judged = (text: string) => {
      const file = fileOf(text);
      return admitBallots(file, {
        limits: metaLimits(file),
        beyondLimits: "void",
        repeatedProject: "count-once",
      }).faulty;
    };
    const over = [{ row: 0, fault: "over-cost", counted: false }];
    expect(judged(knapsack)).toEqual(over);
    expect(judged(knapsack.replace("L13/02/IX;50000.50", "L13/02/IX;999999999"))).toEqual([]);
    expect(judged(knapsack.replace("1;L13/01/IX,L13/02/IX", "1;L13/01/IX,L13/01/IX"))).toEqual([
      { row: 0, fault: "repeated-project", counted: true },
    ]);
    expect(judged(knapsack.replace("max_sum_cost;100000", "max_sum_cost;110000.50"))).toEqual([]);
  });

  test("lets scores be negative as far as it says, and gives unnamed projects its default score", () => {
    const scores = SMALL.replace("cumulative", "scoring").replace(
      "max_sum_points;3",
      "min_points;-1\nmax_points;2\ndefault_score;-2",
    );
    const file = fileOf(scores.replace("1;L13/01/IX,L13/02/IX;2,1", "1;L13/01/IX,L13/02/IX;2,-1"));
    expect(metaLimits(file)).toMatchObject({ minPointsEach: -1, maxPointsEach: 2, maxPoints: Infinity });
    const { election, faulty } = electionFrom(file, {
      limits: metaLimits(file),
      beyondLimits: "void",
      repeatedProject: "void",
    });
    expect(faulty).toEqual([{ row: 1, fault: "too-many-points-for-one", counted: false }]);
    expect(contendersOf(election).map(({ score }) => score)).toEqual([2 + 2 + 1, -1 - 2 - 2, -2 + 1 - 2]);
  });

  test("of cumulative ballots lets no points be negative, unless it says so", () => {
    const judged = (text: string) => {
      const file = fileOf(text.replace("L13/02/IX;3;41", "L13/02/IX,L13/01/IX;3,-1;41"));
      return admitBallots(file, { limits: metaLimits(file), beyondLimits: "void", repeatedProject: "void" })
        .faulty;
    };
    expect(judged(SMALL)).toEqual([{ row: 1, fault: "too-few-points-for-one", counted: false }]);
    expect(judged(SMALL.replace("max_sum_points;3", "max_sum_points;3\nmin_points;-1"))).toEqual([]);
  });

  test("states a minimum of points, or none", () => {
    expect(metaThreshold(fileOf(SMALL))).toEqual({ kind: "points", minimum: 50, inclusive: true });
    expect(metaThreshold(fileOf(SMALL.replace(/min_project_score_threshold;50\n/, "")))).toBeNull();
  });
});
