import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CountingRule, type TieKey } from "../../shared/domain/tally/rule.ts";
import { tally, undecidedTies } from "../../shared/domain/tally/tally.ts";
import { type PlainElection, packed } from "../kit/arbitraries.ts";
import { ballotsFor } from "./katowice-elections.ts";

const rule = (...ties: TieKey[]): CountingRule => ({
  order: "points",
  threshold: null,
  fill: { kind: "skip" },
  ties,
});

/** Two projects with 10 points; money for one of them. */
const pair: PlainElection = {
  budgetGrosze: 100,
  projects: [
    { id: "Z", costGrosze: 90, drawnNumber: 2 },
    { id: "A", costGrosze: 95, drawnNumber: 1 },
  ],
  ballots: [...ballotsFor("Z", 10, 5), ...ballotsFor("A", 10, 7)],
};

/** Two projects that differ in nothing but their id, after a dear one and before a cheap one. */
const twins: PlainElection = {
  budgetGrosze: 100,
  projects: ["P", "Q"].map((id) => ({ id, costGrosze: 60 })),
  ballots: [...ballotsFor("P", 10, 5), ...ballotsFor("Q", 10, 5)],
};

describe("a tie key", () => {
  test.each([
    ["more-voters", "A"],
    ["cheaper", "Z"],
    ["drawn-number", "A"],
    ["file-order", "Z"],
  ] as const)("%s decides which project gets the money", (key, winner) => {
    const count = tally(packed(pair), rule(...(key === "file-order" ? [key] : [key, "lot" as const])));
    expect(count.selected).toEqual([winner]);
    expect(count.ties).toMatchObject([{ score: 10, settledBy: [key], lots: [], decided: true }]);
    expect(count.lines[1]).toMatchObject({ outcome: "did-not-fit", tie: 0 });
    expect(count.undecided).toEqual([]);
  });

  test("that looks at the official list puts what it settled into the digest; others leave it out", () => {
    const digests = (election: PlainElection, ties: TieKey) =>
      [election, { ...election, projects: election.projects.toReversed() }].map(
        (one) => tally(packed({ ...one, budgetGrosze: 120 }), rule(ties)).digest,
      );
    expect(new Set(digests(twins, "file-order")).size).toBe(2);
    expect(new Set(digests(twins, "lot")).size).toBe(1);
    const apart = { ...twins, ballots: [...twins.ballots, ...ballotsFor("P", 1, 1)] };
    expect(new Set(digests(apart, "file-order")).size).toBe(1);
  });

  test("that leaves projects level passes them to the next", () => {
    const level = { ...twins, projects: [...twins.projects, { id: "R", costGrosze: 50 }] };
    const ballots = [...twins.ballots, ...ballotsFor("R", 10, 5)];
    const count = tally(packed({ ...level, ballots }), rule("more-voters", "cheaper", "lot"), { seed: "s" });
    expect(count.ties[0]?.projects[0]).toBe("R");
    expect(count.ties[0]?.settledBy).toEqual(["cheaper", "lot"]);
  });

  test("list must end where every tie is settled", () => {
    const valid = (...ties: TieKey[]) => CountingRule.safeParse(rule(...ties)).success;
    expect(valid("lot")).toBe(true);
    expect(valid("cheaper", "more-voters", "file-order")).toBe(true);
    expect(valid()).toBe(false);
    expect(valid("cheaper")).toBe(false);
    expect(valid("lot", "cheaper")).toBe(false);
    expect(valid("file-order", "lot")).toBe(false);
    expect(valid("cheaper", "cheaper", "lot")).toBe(false);
  });
});

describe("a lot", () => {
  test("by seed goes by SHA-256 of the seed, a line feed and the id", () => {
    const hash = (id: string) => createHash("sha256").update(`2027-09-24 lotto\n${id}`).digest("hex");
    const first = hash("P") < hash("Q") ? "P" : "Q";
    const other = first === "P" ? "Q" : "P";
    const count = tally(packed(twins), rule("lot"), { seed: "2027-09-24 lotto" });
    expect(count.selected).toEqual([first]);
    expect(count.lines[1]).toMatchObject({
      id: other,
      outcome: "lost-lot",
      wonBy: [first],
      shortfallGrosze: 20,
    });
    expect(count.ties).toEqual([
      { score: 10, projects: [first, other], settledBy: ["lot"], lots: [{ kind: "seed" }], decided: true },
    ]);
  });

  test("drawn in public goes before the seed and keeps its protocol", () => {
    for (const order of [
      ["P", "Q"],
      ["Q", "P"],
    ]) {
      const count = tally(packed(twins), rule("lot"), {
        seed: "s",
        draws: [{ order, protocol: "WKS.3/2027" }],
      });
      expect(count.selected).toEqual([order[0]]);
      expect(count.ties[0]?.lots).toEqual([{ kind: "draw", protocol: "WKS.3/2027" }]);
    }
  });

  test("that does not name all the tied projects settles nothing", () => {
    const count = tally(packed(twins), rule("lot"), { draws: [{ order: ["P", "X"], protocol: "1" }] });
    expect(count.undecided).toEqual([{ score: 10, projects: ["P", "Q"], decides: "now" }]);
    expect(count.lines[1]?.outcome).toBe("did-not-fit");
  });

  test("is not what a project lost that would not have fitted anyway", () => {
    const dear = { ...twins, projects: [...twins.projects, { id: "R", costGrosze: 101 }] };
    const ballots = [...twins.ballots, ...ballotsFor("R", 10, 5)];
    const draws = [{ order: ["Q", "R", "P"], protocol: "1" }];
    const count = tally(packed({ ...dear, ballots }), rule("lot"), { draws });
    expect(count.lines.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["Q", "funded"],
      ["R", "did-not-fit"],
      ["P", "lost-lot"],
    ]);
  });

  test("that puts a misfit first ends a count that stops", () => {
    const dear = {
      ...twins,
      projects: [
        { id: "P", costGrosze: 60 },
        { id: "Q", costGrosze: 101 },
      ],
    };
    const drawn = (order: string[]) =>
      tally(packed(dear), { ...rule("lot"), fill: { kind: "stop" } }, { draws: [{ order, protocol: "1" }] });
    expect(drawn(["P", "Q"]).selected).toEqual(["P"]);
    expect(drawn(["Q", "P"]).selected).toEqual([]);
    expect(drawn(["Q", "P"]).lines[1]).toMatchObject({ outcome: "lost-lot", wonBy: [] });
  });
});

describe("the commission", () => {
  test("is asked for no draw where both fit, or neither", () => {
    for (const budgetGrosze of [120, 59]) {
      const count = tally(packed({ ...twins, budgetGrosze }), rule("lot"));
      expect(count.undecided).toEqual([]);
      expect(count.ties[0]?.decided).toBe(false);
    }
  });

  test("is asked for no draw among projects that are absent", () => {
    const excluded = { why: "excluded", reason: "it excludes P", legalBasis: "§ 9" } as const;
    const projects = twins.projects.map((project) =>
      project.id === "Q" ? { ...project, excluded } : project,
    );
    const count = tally(packed({ ...twins, projects }), rule("lot"));
    expect(count.ties).toEqual([]);
    expect(count.selected).toEqual(["P"]);
    expect(count.lines[1]).toMatchObject({ outcome: "excluded", reason: "it excludes P", legalBasis: "§ 9" });
  });

  test.each([20, 30])(
    "draws a later tie too when the first draw may leave money for it (%d each)",
    (costGrosze) => {
      const election = packed({
        budgetGrosze: 100,
        projects: [
          { id: "P", costGrosze: 60 },
          { id: "Q", costGrosze: 90 },
          { id: "R", costGrosze },
          { id: "S", costGrosze },
        ],
        ballots: [
          ...["P", "Q"].flatMap((id) => ballotsFor(id, 10, 5)),
          ...["R", "S"].flatMap((id) => ballotsFor(id, 4, 2)),
        ],
      });
      expect(undecidedTies(election, rule("lot"))).toEqual([
        { score: 10, projects: ["P", "Q"], decides: "now" },
        { score: 4, projects: ["R", "S"], decides: "perhaps" },
      ]);
      const draws = [{ order: ["Q", "P"], protocol: "1" }];
      expect(undecidedTies(election, rule("lot"), { draws })).toEqual([]);
    },
  );
});
