import type { Fill, OrderKey, Support, Threshold, Utility } from "../../domain/tally/rule.ts";
import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("en-GB");

const support = (on: Support, count: number): string =>
  on === "points" ? voting.points(count) : `${f.number(count)} ${count === 1 ? "vote" : "votes"}`;

const minimum = (threshold: Threshold | null): string => {
  if (threshold === null) return "none";
  switch (threshold.kind) {
    case "points":
    case "votes":
      return support(threshold.kind, threshold.minimum + (threshold.inclusive ? 0 : 1));
    case "share-of-ballots": {
      const share = f.percent(threshold.basisPoints / 10_000);
      const of = threshold.on === "points" ? "as many points as" : "votes from";
      return threshold.on === "points"
        ? `${threshold.inclusive ? "" : "more than "}${of} ${share} of the valid ballots`
        : `${threshold.inclusive ? "" : "more than "}${share} of the valid ballots`;
    }
    case "share-of-cost":
      return `the share of voters that the cost has in ${f.number(threshold.divisor)} times the pool`;
  }
};

const orders: Record<OrderKey, string> = {
  points: "by their points, the most first",
  votes: "by their votes, the most first",
  "points-then-voters": "by their points, of equal points by their votes, the most first",
  "points-per-cost": "by points for each złoty of cost, the most first",
  "votes-per-cost": "by votes for each złoty of cost, the most first",
};

const utilities: Record<Utility, string> = {
  cost: "the most votes for the money",
  cardinality: "the lowest price for one voter",
  points: "the lowest price of a point",
  "points-times-cost": "the most points for the money",
};

const spending = (fill: Fill): string[] => {
  switch (fill.kind) {
    case "skip":
      return ["In that order we select those that the money is enough for; dearer ones are passed over."];
    case "stop":
      return ["In that order we select projects until the first that does not fit in the pool."];
    case "stop-with-top-up":
      return [
        "In that order we select projects until the first that does not fit in the pool.",
        `If at least ${f.percent(fill.percent / 100)} of its cost is left, the city's reserve pays the rest.`,
      ];
    case "equal-shares":
      return [
        "The pool is divided equally among the voters, and a project is bought from the shares of those who chose it (Method of Equal Shares).",
        `One after the other we select the project that gives ${utilities[fill.utility]}.`,
        ...(fill.completion.kind === "add1"
          ? [
              `The shares are raised by ${f.shortMoney(fill.completion.unitGrosze)} at a time, as long as what is selected fits in the pool.`,
            ]
          : []),
        ...(fill.completion.kind === "greedy" ||
        (fill.completion.kind === "add1" && fill.completion.thenGreedy)
          ? ["What is left of the pool buys, in order, the projects that fit in it."]
          : []),
        ...(fill.comparison
          ? ["If more voters prefer the outcome of the usual method, that one stands."]
          : []),
      ];
    case "phragmen":
      return [
        "Money flows to all voters alike, and a project is bought as soon as its supporters together hold its cost (Phragmén's method).",
        fill.afterMisfit === "skip"
          ? "A project that does not fit in the pool is passed over."
          : "The first project that does not fit in the pool ends the count.",
      ];
  }
};

const goesDownTheOrder = ({ kind }: Fill): boolean => kind !== "equal-shares" && kind !== "phragmen";

export const counting: Words["counting"] = {
  minimum,
  names: {
    greedy: "in order, passing over dearer ones",
    "greedy-no-skip": "in order, up to the first that does not fit",
    "greedy-votes": "by votes",
    "greedy-points-per-cost": "by points for each złoty",
    "equalshares/add1-exhaustive": "Method of Equal Shares",
    "equalshares-points/add1": "Method of Equal Shares, by points",
    "phragmen-skip": "Phragmén's method",
  },
  rule: ({ threshold, fill, order }) => [
    ...(threshold === null ? [] : [`A project needs at least: ${minimum(threshold)}.`]),
    ...(goesDownTheOrder(fill) ? [`Projects are ordered ${orders[order]}.`] : []),
    ...spending(fill),
  ],
};
