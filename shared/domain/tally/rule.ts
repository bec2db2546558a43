import { z } from "zod";

/** The figure by which projects are ordered before money is spent, highest first. */
export const OrderKey = z.enum([
  "points",
  "votes",
  "points-then-voters",
  "points-per-cost",
  "votes-per-cost",
]);
export type OrderKey = z.infer<typeof OrderKey>;

const Support = z.enum(["points", "votes"]);
export type Support = z.infer<typeof Support>;

/** The least support a project needs to be funded at all; inclusive: exactly the minimum is enough. */
export const Threshold = z.union([
  z.strictObject({ kind: Support, minimum: z.int().min(0), inclusive: z.boolean() }),
  /** A share of the valid ballots of the contest, in hundredths of a percent: 1000 are 10 %. */
  z.strictObject({
    kind: z.literal("share-of-ballots"),
    on: Support,
    basisPoints: z.int().min(0).max(10_000),
    inclusive: z.boolean(),
  }),
  /** Voters in the proportion that the cost has to so many times the pool: with 3, a project that costs it all needs a third of them. */
  z.strictObject({ kind: z.literal("share-of-cost"), divisor: z.int().min(1) }),
]);
export type Threshold = z.infer<typeof Threshold>;

/** What a voter's money buys, by which projects compete for it. */
export const Utility = z.enum(["cost", "cardinality", "points", "points-times-cost"]);
export type Utility = z.infer<typeof Utility>;

/** What follows when the voters' own money buys no more. */
export const Completion = z.union([
  z.strictObject({ kind: z.literal("none") }),
  /** What is left of the pool buys in the order of the rule, skipping what does not fit. */
  z.strictObject({ kind: z.literal("greedy") }),
  /** Everybody's share is raised by the unit, time and again, up to the last outcome that the pool can pay. */
  z.strictObject({
    kind: z.literal("add1"),
    unitGrosze: z.int().min(1),
    /** Whether an outcome to which nothing can be added ends it, even if a larger share would still be paid. */
    stopsWhenExhaustive: z.boolean(),
    /** Whether what is then left of the pool buys in the order of the rule. */
    thenGreedy: z.boolean(),
  }),
]);
export type Completion = z.infer<typeof Completion>;

/** In order; what does not fit is skipped. */
const Skip = z.strictObject({ kind: z.literal("skip") });
/** In order, up to the first that does not fit. */
const Stop = z.strictObject({ kind: z.literal("stop") });
/** The same as `stop`, but the first that does not fit is paid by a reserve, if so much of its cost is left. */
const StopWithTopUp = z.strictObject({
  kind: z.literal("stop-with-top-up"),
  percent: z.int().min(1).max(99),
});

/** The ways of spending that go down the order once. */
export const GreedyFill = z.discriminatedUnion("kind", [Skip, Stop, StopWithTopUp]);
export type GreedyFill = z.infer<typeof GreedyFill>;

/** How money is spent. */
export const Fill = z.discriminatedUnion("kind", [
  Skip,
  Stop,
  StopWithTopUp,
  /** The Method of Equal Shares (Peters, Pierczyński, Skowron 2021). */
  z.strictObject({
    kind: z.literal("equal-shares"),
    utility: Utility,
    /** A voter's share of the pool: exact, or whole units of `unitGrosze` (the rest is lost). */
    share: z.union([z.literal("exact"), z.strictObject({ unitGrosze: z.int().min(1) })]),
    completion: Completion,
    /** The outcome gives way to the greedy one if more voters prefer that: by funded projects of theirs, or by having any. */
    comparison: z.enum(["satisfaction", "exclusion"]).nullable(),
  }),
  /** Sequential Phragmén: money flows to all voters alike, and buys what its supporters can pay first. */
  z.strictObject({ kind: z.literal("phragmen"), afterMisfit: z.enum(["skip", "stop"]) }),
]);
export type Fill = z.infer<typeof Fill>;

/** What settles equal scores, tried in turn. `file-order` is the city's official list; `lot` a seed or a recorded draw. */
export const TieKey = z.enum(["more-voters", "cheaper", "drawn-number", "file-order", "lot"]);
export type TieKey = z.infer<typeof TieKey>;

const settlesEveryTie = (keys: readonly TieKey[]): boolean => {
  const last = keys.findIndex((key) => key === "lot" || key === "file-order");
  return last >= 0 && last === keys.length - 1 && new Set(keys).size === keys.length;
};

/** How one pool is counted, as data. Each value names a policy with a file of its own beside this one. */
export const CountingRule = z
  .strictObject({
    order: OrderKey,
    threshold: Threshold.nullable(),
    fill: Fill,
    ties: z.array(TieKey).refine(settlesEveryTie, {
      message: "tie keys are different and end with the first of lot and file-order",
    }),
  })
  .meta({ id: "CountingRule" });
export type CountingRule = z.infer<typeof CountingRule>;
