import type { Difference } from "../../domain/results/differences.ts";
import { formatsOf } from "../format.ts";
import type { BlockerWords } from "../refusal-words.ts";

const f = formatsOf("en-GB");

/** What is known of a point as channel, id and day. */
const atPoint = (point: string, name: string | undefined): string => {
  const [channel, id = "", day = ""] = point.split(" ");
  return `${name ?? id}, ${f.date(day)}, ${channel === "paper" ? "paper cards" : "votes cast at the point"}`;
};

const difference = ({ what, district = "", point = "", name, expected, found }: Difference): string => {
  const [due, is] = [f.number(expected), f.number(found)];
  switch (what) {
    case "ballots-missing":
      return `ballots on the signed list that are not in the box: ${f.number(expected - found)}`;
    case "ballots-added":
      return `ballots in the box that are not on the signed list: ${is}`;
    case "markers":
      return `votes cast: ${is}, ballots in the box: ${due}`;
    case "district":
      return `district ${name ?? district}, votes cast: ${due}, ballots: ${is}`;
    case "point":
      return `voting point ${atPoint(point, name)}, recorded: ${due}, votes cast: ${is}`;
    case "counted":
      return `ballots in the box: ${due}, of which could be opened and counted: ${is}`;
  }
};
export const blockers: BlockerWords = {
  "no-projects": () => "There is no project on the ballot.",
  "empty-pool-list": ({ pools = [] }) => `These pools have no projects: ${pools.join(", ")}.`,
  "pool-without-money": ({ pools = [] }) => `These pools have no amount: ${pools.join(", ")}.`,
  "no-roll": () => "The voter roll has not been imported.",
  "no-ballot-key": () => "The commission has not given the ballot key.",
  "undecided-proposals": ({ count = 0 }) =>
    `${f.number(count)} ${count === 1 ? "proposal is" : "proposals are"} undecided.`,
  "open-appeals": ({ count = 0 }) => `Appeals without a published decision: ${f.number(count)}.`,
  "appeals-run": ({ until = "" }) => `Appeals can still come in until: ${f.deadline(until)}.`,
  "open-batches": ({ count = 0 }) =>
    `Batches of paper cards still open: ${f.number(count)}. Their cards must be keyed or rejected.`,
  "undecided-statements": ({ count = 0 }) =>
    `To be decided: ${f.number(count)} ${count === 1 ? "statement" : "statements"} of people who are not on the roll.`,
  "needs-count-key": () => "The commission must hand over the private key for the count.",
  "open-voids": ({ count = 0 }) =>
    `The commission has still to decide on contested ballots: ${f.number(count)}.`,
  "still-counting": () => "The votes are being counted. There is nothing to sign yet.",
  "needs-draw": ({ pools = [] }) =>
    `A tie is settled by lot. Enter the protocol of the draw for: ${pools.join(", ")}.`,
  "needs-sign-offs": ({ count = 0 }) =>
    `${f.number(count)} ${count === 1 ? "sign-off" : "sign-offs"} of the commission missing.`,
  "no-verified-cost": ({ count = 0, projects = [] }) =>
    `Projects without a verified cost: ${f.number(count)}. These are ${projects.join(", ")}.`,
  "over-pool": ({ count = 0, projects = [] }) =>
    `Projects that cost more than their pool: ${f.number(count)}. These are ${projects.join(", ")}.`,
  "over-cap": ({ count = 0, projects = [] }) =>
    `Projects that cost more than one may: ${f.number(count)}. These are ${projects.join(", ")}.`,
  "open-hints": ({ count = 0 }) => `Hints on the list without a confirmation: ${f.number(count)}.`,
  "needs-order-seed": () => "The commission has not entered the seed of the ballot's order yet.",
  "counters-differ": ({ pools = [] }) =>
    `Two independent counters count these lists differently: ${pools.join(", ")}. Publication is stopped.`,
  "counts-differ": ({ differences = [] }) =>
    `Votes cast, ballots and the signed list of ballots do not agree: ${differences.map(difference).join("; ")}. Publication is stopped.`,
};
