import { describe, expect, test } from "vitest";
import { admitBallots } from "../../shared/domain/pabulib/admit.ts";
import { idIndex } from "../../shared/domain/pabulib/id-index.ts";
import { metaLimits } from "../../shared/domain/pabulib/meta-limits.ts";
import { metaThreshold } from "../../shared/domain/pabulib/meta-rule.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { ballotCount } from "../../shared/domain/tally/election.ts";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { fileOf, SMALL } from "./pb-file.ts";

const { ballot: form } = RULE_SETS.get("katowice-ix") as RuleSet;
const KATOWICE = { limits: limitsOf(form), repeatedProject: form.repeatedProject };

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

test("Ids are told apart to the last byte, also where one begins like another", () => {
  const listed = Array.from({ length: 3000 }, (_, number) => `${number}`);
  const ids = idIndex(listed);
  for (let number = 0; number < 40_000; number += 1) {
    const text = new TextEncoder().encode(`;${number},`);
    expect(ids.find(text, 1, text.length - 1)).toBe(number < 3000 ? number : -1);
  }
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
    });
    expect(metaLimits(fileOf(SMALL.replace("cumulative", "choose-1"))).maxProjects).toBe(1);
  });

  test("states a minimum of points, or none", () => {
    expect(metaThreshold(fileOf(SMALL))).toEqual({ kind: "points", minimum: 50, inclusive: true });
    expect(metaThreshold(fileOf(SMALL.replace(/min_project_score_threshold;50\n/, "")))).toBeNull();
  });
});
