import { expect, test } from "vitest";
import { ballotMeta, VOTE_TYPE, voteColumnsOf } from "../../shared/domain/pabulib/meta-ballot.ts";
import type { BallotForm } from "../../shared/domain/voting/ballot-form.ts";

const repeatedProject = "void";
const POINTS = ["voter_id", "vote", "points"];
const TICKS = ["voter_id", "vote"];

/** Each form as files of the library say it: Katowice, Gdańsk, Warszawa, Wieliczka, Wrocław, Kraków, Warszawa 2017. */
test.each<[string, BallotForm, object, readonly string[]]>([
  [
    "cumulative",
    { kind: "points", points: 3, maxPerProject: 3, maxProjects: 3, repeatedProject },
    { min_sum_points: "1", max_sum_points: "3" },
    POINTS,
  ],
  [
    "cumulative",
    { kind: "points", points: 5, maxPerProject: 2, maxProjects: 4, allPoints: true, repeatedProject },
    { min_length: "3", max_length: "4", min_sum_points: "5", max_sum_points: "5", max_points: "2" },
    POINTS,
  ],
  [
    "approval",
    { kind: "approval", minProjects: 1, maxProjects: 5, repeatedProject },
    { min_length: "1", max_length: "5" },
    TICKS,
  ],
  [
    "approval",
    { kind: "approval", minProjects: 1, maxProjects: null, repeatedProject },
    { min_length: "1" },
    TICKS,
  ],
  ["choose-1", { kind: "choose-one", repeatedProject }, { min_length: "1", max_length: "1" }, TICKS],
  [
    "ordinal",
    { kind: "ordinal", weights: [3, 2, 1], minProjects: 3, repeatedProject },
    { min_length: "3", max_length: "3" },
    POINTS,
  ],
  [
    "scoring",
    { kind: "scoring", min: -2, max: 2, repeatedProject },
    { min_points: "-2", max_points: "2" },
    POINTS,
  ],
  [
    "approval",
    { kind: "knapsack", maxCostGrosze: null, maxProjects: null, repeatedProject },
    { min_length: "1", max_sum_cost: "1227000" },
    TICKS,
  ],
])("META says of %s ballots %j what they may hold", (voteType, form, meta, columns) => {
  expect(VOTE_TYPE[form.kind]).toBe(voteType);
  expect(Object.fromEntries(ballotMeta(form, { amountGrosze: 1_227_000_00, projects: 44 }))).toEqual(meta);
  expect(voteColumnsOf(form)).toEqual(columns);
});
