import { describe, expect, test } from "vitest";
import { phragmen } from "../../shared/domain/tally/shares/phragmen.ts";
import { approvals, packedContest } from "./shares-contests.ts";
import { counted, winners } from "./shares-counted.ts";
import { q } from "./shares-twin.ts";

describe("known answers", () => {
  const BIKE = 0;
  const site = approvals([700, 400, 250, 200, 100], 1_100, [
    [0, 1],
    [0, 1, 2],
    [0, 1],
    [0, 1, 2],
    [0, 1, 2],
    [0, 1],
    [2, 3, 4],
    [3],
    [3, 4],
    [2, 3, 4],
    [0],
  ]);

  test("equalshares.net: bike path, playground, library", () => {
    expect(winners(site)).toEqual([BIKE, 3, 4]);
    expect(counted(site, { utility: "cost", share: "exact", addOne: null }).purchases[0]).toMatchObject({
      price: q(1, 7),
      full: 7,
      fullGrosze: q(100),
    });
  });

  // Lackner and Skowron 2023; a unit is 24 grosze, so that 1 grosz is their step of 1/24.
  const lists = ["ab", "ab", "ab", "ac", "ac", "ac", "ad", "ad", "bcf", "e", "f", "g"];
  const running = approvals(
    Array(7).fill(24),
    96,
    lists.map((list) => [...list].map((letter) => "abcdefg".indexOf(letter))),
  );

  test.each(["cost", "cardinality", "points"] as const)("Lackner and Skowron: a alone, by %s", (utility) => {
    expect(winners(running, { utility })).toEqual([0]);
    const addOne = { unitGrosze: 1, stopsWhenExhaustive: true };
    expect(winners(running, { utility, addOne }).sort()).toEqual([0, 1, 2, 3]);
  });

  test("Lackner and Skowron: Phragmén buys a, b, c, d", () => {
    const { turns } = phragmen(packedContest(running), "skip");
    expect(turns.filter(({ funded }) => funded).map(({ project }) => project)).toEqual([0, 1, 2, 3]);
  });

  test("pabutools, AppEx_2 and AppEx_4", () => {
    const two = approvals([100, 90, 200, 109], 400, [[0], [1, 2, 3], [1, 2, 3], [2]]);
    expect(winners(two, { utility: "cardinality" }).sort()).toEqual([0, 1, 3]);
    expect(winners(two).sort()).toEqual([0, 2]);
    expect(winners(two, { addOne: { unitGrosze: 10, stopsWhenExhaustive: true } }).sort()).toEqual([0, 1, 2]);
  });

  test.each([61, 112, 105, 142, 241])(
    "a project of all %d voters that costs the whole pool is bought",
    (voters) => {
      for (const cost of [15_000_000, 15_500_000, 20_000_000]) {
        const everybody = approvals([cost], cost, Array(voters).fill([0]));
        expect(winners(everybody)).toEqual([0]);
        expect(winners({ ...everybody, costs: [cost + 1] })).toEqual([]);
        expect(winners({ ...everybody, ballots: everybody.ballots.slice(1) })).toEqual([0]);
        expect(
          winners({ ...everybody, ballots: [...everybody.ballots, { given: new Map(), count: 1 }] }),
        ).toEqual([]);
      }
    },
  );

  test("party lists of unit cost give D'Hondt's seats", () => {
    const votes = [53, 24, 23];
    const seats = votes.map((_, party) => [...Array(7).keys()].map((seat) => party * 7 + seat));
    const contest = {
      ...approvals(Array(21).fill(10_000), 70_000, []),
      ballots: votes.map((count, party) => ({
        given: new Map(seats[party]?.map((project) => [project, 1] as const)),
        count,
      })),
    };
    const won = winners(contest, { addOne: { unitGrosze: 1, stopsWhenExhaustive: true } });
    expect(votes.map((_, party) => won.filter((project) => seats[party]?.includes(project)).length)).toEqual([
      4, 2, 1,
    ]);
  });
});
