import type { CountingRule, Fill, OrderKey, TieKey, Utility } from "../domain/tally/rule.ts";

/** A way of counting under a name of its own, without the minimum, which every contest states for itself. */
export type NamedRule = Omit<CountingRule, "threshold">;

/** One unit of money of a file: złoty, euro, franc. */
const UNIT_GROSZE = 100;

/** Past lists are in the order that the city published: it reproduces all 18 contests of the library in which a tie decides. */
const LISTED: TieKey[] = ["file-order"];

/** The ladder that cities with Equal Shares use: the cheaper, then the one with more votes; the list stands for the lot. */
const LADDER: TieKey[] = ["cheaper", "more-voters", "file-order"];

const greedy = (fill: Fill, order: OrderKey = "points"): NamedRule => ({ order, fill, ties: LISTED });

type EqualShares = Extract<Fill, { kind: "equal-shares" }>;

const equalShares = (utility: Utility, more: Partial<EqualShares> = {}): NamedRule => ({
  order: utility === "cost" || utility === "cardinality" ? "votes" : "points",
  fill: {
    kind: "equal-shares",
    utility,
    share: "exact",
    completion: { kind: "none" },
    comparison: null,
    ...more,
  },
  ties: LADDER,
});

const add1 = (more: object = {}): Pick<EqualShares, "share" | "completion"> => ({
  share: { unitGrosze: UNIT_GROSZE },
  completion: {
    kind: "add1",
    unitGrosze: UNIT_GROSZE,
    stopsWhenExhaustive: false,
    thenGreedy: false,
    ...more,
  },
});

/**
 * Rules by name. Those that Pabulib's META names come first, under its names; `greedy-custom` is the rule of Poznań. Of Equal Shares
 * `equalshares` alone is without completion; `/add1` raises shares by whole units from a whole one, `-exact` from an exact one, and `/exhaustive`
 * stops as soon as nothing more fits.
 */
export const NAMED_RULES: ReadonlyMap<string, NamedRule> = new Map([
  ["greedy", greedy({ kind: "skip" })],
  ["greedy-threshold", greedy({ kind: "skip" })],
  ["greedy-exclusive", greedy({ kind: "skip" })],
  ["greedy-no-skip", greedy({ kind: "stop" })],
  ["greedy-custom", greedy({ kind: "stop-with-top-up", percent: 80 })],
  ["equalshares", equalShares("cost")],
  ["equalshares-comparison", equalShares("cost", { comparison: "satisfaction" })],
  ["equalshares/add1", equalShares("cost", add1())],
  ["equalshares/add1-comparison", equalShares("cost", { ...add1(), comparison: "satisfaction" })],
  ["greedy-votes", greedy({ kind: "skip" }, "votes")],
  ["greedy-points-then-voters", greedy({ kind: "skip" }, "points-then-voters")],
  ["greedy-points-per-cost", greedy({ kind: "skip" }, "points-per-cost")],
  ["greedy-votes-per-cost", greedy({ kind: "skip" }, "votes-per-cost")],
  ["equalshares/greedy", equalShares("cost", { completion: { kind: "greedy" } })],
  ["equalshares/add1-exhaustive", equalShares("cost", add1({ stopsWhenExhaustive: true }))],
  ["equalshares/add1-exact", equalShares("cost", { ...add1({ stopsWhenExhaustive: true }), share: "exact" })],
  ["equalshares/add1-greedy", equalShares("cost", add1({ thenGreedy: true }))],
  ["equalshares-cardinality", equalShares("cardinality")],
  ["equalshares-cardinality/add1", equalShares("cardinality", add1())],
  ["equalshares-points", equalShares("points")],
  ["equalshares-points/add1", equalShares("points", add1())],
  ["equalshares-points-times-cost", equalShares("points-times-cost")],
  ["phragmen", { order: "votes", fill: { kind: "phragmen", afterMisfit: "stop" }, ties: LISTED }],
  ["phragmen-skip", { order: "votes", fill: { kind: "phragmen", afterMisfit: "skip" }, ties: LISTED }],
]);
