import { describe, expect, test } from "vitest";
import type { TieKey } from "../../shared/domain/tally/rule.ts";
import type { PlainContest, PlainGroup } from "../../shared/recount/contest.ts";
import { recount } from "../../shared/recount/recount.ts";
import { addOne, approving, byVotes, costing, pointsOnly, SKIP, STOP, shares } from "./recount-contests.ts";

const LOT: { ties: TieKey[] } = { ties: ["lot"] };

describe("the ladder of ties", () => {
  const contest: Omit<PlainContest, "rule"> = {
    budgetGrosze: 100,
    projects: [
      { id: "last", costGrosze: 90 },
      { id: "third", costGrosze: 90, drawnNumber: 7 },
      { id: "second", costGrosze: 90, drawnNumber: 2 },
      { id: "first", costGrosze: 80 },
    ],
    ballots: pointsOnly({ last: 5, third: 5, second: 5, first: 5 }),
  };
  const winners = (...ties: TieKey[]) => recount({ rule: byVotes(SKIP, { ties }), ...contest }).selected;

  test("is climbed key by key", () => {
    expect(winners("file-order")).toEqual(["last"]);
    expect(winners("cheaper", "file-order")).toEqual(["first"]);
    expect(winners("drawn-number", "file-order")).toEqual(["second"]);
    expect(winners("more-voters", "drawn-number", "lot")).toEqual(["second"]);
  });
});

describe("a lot", () => {
  const contest: PlainContest = {
    rule: byVotes(SKIP, LOT),
    budgetGrosze: 100,
    projects: costing({ A: 60, B: 60, C: 60, far: 200 }),
    ballots: pointsOnly({ A: 5, B: 5, C: 5, far: 5 }),
  };

  test("that nobody has drawn leaves the count undecided, by id for the time being", () => {
    const { selected, outcomes, undecided } = recount(contest);
    expect({ selected, undecided }).toEqual({ selected: ["A"], undecided: true });
    expect(outcomes).toEqual({ A: "funded", B: "did-not-fit", C: "did-not-fit", far: "did-not-fit" });
  });

  test("goes by the hash of seed and id, lowest first", () => {
    // SHA-256 of "Katowice 2026\n" and the id: A 928a…, B fbe2…, C 6b8e….
    const { selected, outcomes, undecided } = recount({ ...contest, ties: { seed: "Katowice 2026" } });
    expect({ selected, undecided }).toEqual({ selected: ["C"], undecided: false });
    expect(outcomes).toEqual({ A: "lost-lot", B: "lost-lot", C: "funded", far: "did-not-fit" });
  });

  test("that is on record goes before the seed, if it names all", () => {
    const drawn = (...order: string[]) =>
      recount({ ...contest, ties: { seed: "Katowice 2026", draws: [{ order: ["x", "y"] }, { order }] } })
        .selected;
    expect(drawn("B", "far", "A", "C")).toEqual(["B"]);
    expect(drawn("B", "A", "C")).toEqual(["C"]);
  });

  test("needs no place for a project that is set aside", () => {
    const projects = contest.projects.map((project) =>
      project.id === "far" ? { ...project, excluded: { why: "withdrawn" } as const } : project,
    );
    expect(recount({ ...contest, projects, ties: { draws: [{ order: ["B", "A", "C"] }] } })).toMatchObject({
      selected: ["B"],
      undecided: false,
      outcomes: { A: "lost-lot", far: "withdrawn" },
    });
  });

  test("that changes nothing is no matter: all fit, or none does", () => {
    for (const budgetGrosze of [380, 500, 59, 0])
      expect(recount({ ...contest, budgetGrosze }).undecided).toBe(false);
    const { outcomes } = recount({ ...contest, budgetGrosze: 180, ties: { seed: "s" } });
    expect(outcomes).toEqual({ A: "funded", B: "funded", C: "funded", far: "did-not-fit" });
  });

  test("may end a count that stops, before it or after it", () => {
    const stopping = { ...contest, rule: byVotes(STOP, LOT), budgetGrosze: 180 };
    expect(recount(stopping)).toMatchObject({ selected: ["A", "B", "C"], undecided: true });
    expect(recount({ ...stopping, ties: { draws: [{ order: ["A", "far", "C", "B"] }] } })).toMatchObject({
      selected: ["A"],
      undecided: false,
      outcomes: { far: "did-not-fit", C: "lost-lot", B: "lost-lot" },
    });
  });

  test("may decide which project a reserve tops up", () => {
    const rule = byVotes({ kind: "stop-with-top-up", percent: 50 }, LOT);
    const topUp = { ...contest, rule, budgetGrosze: 50 };
    expect(recount(topUp)).toMatchObject({ selected: [], toppedUp: "A", undecided: true });
    expect(recount({ ...topUp, ties: { draws: [{ order: ["C", "B", "A", "far"] }] } })).toMatchObject({
      toppedUp: "C",
      undecided: false,
      outcomes: { A: "not-reached" },
    });
  });

  test.each([shares(), { kind: "phragmen", afterMisfit: "skip" }] as const)(
    "between equal prices: $kind",
    (fill) => {
      const even: PlainContest = {
        rule: byVotes(fill, { ties: ["lot"] }),
        budgetGrosze: 100,
        projects: costing({ A: 60, B: 60, other: 70 }),
        ballots: [approving("A B", 4)],
      };
      expect(recount(even)).toMatchObject({ selected: ["A"], undecided: true });
      const drawn = { draws: [{ order: ["B", "A", "other"] }] };
      expect(recount({ ...even, ties: drawn })).toMatchObject({
        selected: ["B"],
        undecided: false,
        outcomes: { A: "did-not-fit", other: "did-not-fit" },
      });
    },
  );
});

describe("groups", () => {
  const contest = (rule: PlainContest["rule"], group: PlainGroup): PlainContest => ({
    rule,
    groups: [group],
    budgetGrosze: 100,
    projects: costing({ a: 40, b: 30, c: 20 }),
    ballots: [approving("a b c"), approving("a b"), approving("a")],
  });
  const RIVALS = ["a", "b"];

  test("best wins: only the first takes part", () => {
    const rivals: PlainGroup = { projects: RIVALS, rule: "best-wins" };
    expect(recount(contest(byVotes(SKIP), rivals))).toMatchObject({
      selected: ["a", "c"],
      outcomes: { b: "excluded" },
    });
    const dear = { ...contest(byVotes(SKIP), rivals), budgetGrosze: 39 };
    expect(recount(dear).outcomes).toEqual({ a: "did-not-fit", b: "excluded", c: "funded" });
  });

  test("best wins: who was set aside before shuts nobody out", () => {
    const { projects, ...rest } = contest(byVotes(SKIP), { projects: RIVALS, rule: "best-wins" });
    const withdrawn = projects.map((project) =>
      project.id === "a" ? { ...project, excluded: { why: "excluded" } as const } : project,
    );
    expect(recount({ ...rest, projects: withdrawn })).toMatchObject({
      selected: ["b", "c"],
      outcomes: { a: "excluded", b: "funded" },
    });
  });

  test("best wins: a lot may have to say which is the best", () => {
    const level: PlainContest = {
      ...contest(byVotes(SKIP, LOT), { projects: RIVALS, rule: "best-wins" }),
      ballots: [approving("a b")],
    };
    expect(recount(level)).toMatchObject({ selected: ["a", "c"], undecided: true });
    expect(recount({ ...level, ties: { draws: [{ order: ["b", "a"] }] } })).toMatchObject({
      selected: ["b", "c"],
      undecided: false,
      outcomes: { a: "excluded" },
    });
  });

  test.each([
    SKIP,
    STOP,
    shares({ utility: "cardinality" }),
    shares({ completion: addOne(1) }),
    { kind: "phragmen", afterMisfit: "stop" },
  ] as const)("at most one is funded: $kind", (fill) => {
    const { selected, outcomes } = recount(contest(byVotes(fill), { projects: RIVALS, rule: { atMost: 1 } }));
    expect(selected.toSorted()).toEqual(["a", "c"]);
    expect(outcomes).toEqual({ a: "funded", b: "excluded", c: "funded" });
  });

  test("at most one is funded: one that does not fit makes room", () => {
    const small = {
      ...contest(byVotes(SKIP), { projects: RIVALS, rule: { atMost: 1 } }),
      budgetGrosze: 39,
    };
    expect(recount(small).outcomes).toEqual({ a: "did-not-fit", b: "funded", c: "did-not-fit" });
  });

  test("at most none: all are excluded", () => {
    expect(recount(contest(byVotes(SKIP), { projects: RIVALS, rule: { atMost: 0 } })).selected).toEqual([
      "c",
    ]);
  });
});
