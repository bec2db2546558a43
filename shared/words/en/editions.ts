import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("en-GB");

const people = (count: number): string => `${f.number(count)} ${count === 1 ? "person" : "people"}`;

const list = (pools: readonly string[] = []): string => pools.join(", ");

export const editions: Words["editions"] = {
  editions: "Editions",
  allEditions: "All editions",
  noEditions: "There is no edition yet.",
  edition: (number) => `edition ${number}`,
  columns: { edition: "Edition", phase: "Phase", next: "Next phase", voting: "Voting" },
  today: (moment) => `Today: ${moment}`,
  states: { past: "over", now: "now", coming: "to come" },
  undated: "No date: it begins when the phase before it is done.",
  undatedStart: "No date: it begins when you say so.",
  timeline: "Course of the edition",
  automaticTitle: "What happens by itself",
  manualTitle: "What people have to do",
  done: "done",
  toDo: "to do",
  automatic: {
    submission: [
      "The call opens and closes at the given times.",
      "Each proposal gets a number, its author a letter.",
    ],
    "ballot-frozen": ["The list of projects is closed and goes onto the ballots."],
    voting: ["Voting opens and closes to the second.", "Each ballot is encrypted at once."],
    sealed: [
      "A minute after the end the ballot box is sealed. Nobody can vote any more.",
      "The list of ballots is signed before anybody can open one.",
    ],
    counting: [
      "The system opens the ballots, counts them and drops the key.",
      "After two signatures it publishes the result.",
    ],
    results: ["Results, files and the data package appear in one moment."],
  },
  task: ({ what, isDone, count = 0, pools }) => {
    switch (what) {
      case "decide-proposals":
        return count > 0
          ? `Decide on the proposals. Left: ${f.number(count)}.`
          : isDone
            ? "Every proposal is decided."
            : "Decide on every proposal.";
      case "fill-lists":
        return isDone
          ? "Every pool has projects."
          : pools
            ? `Add projects to the pools: ${list(pools)}.`
            : "Add projects to every pool.";
      case "fund-pools":
        return `Enter the amounts of the pools: ${list(pools)}.`;
      case "check-list":
        return `Clear the faults of the list and confirm its hints. Left: ${f.number(count)}.`;
      case "draw-order":
        return isDone ? "The seed of the order is entered." : "Enter the seed of the ballot's order.";
      case "import-roll":
        return isDone ? `The roll is imported: ${people(count)}.` : "Import the roll of voters.";
      case "set-keys":
        return isDone ? "The commission's public keys are set." : "Enter the commission's public keys.";
      case "decide-statements":
        return `Decide the statements of people who are not on the roll: ${count}.`;
      case "hand-over-key":
        return isDone ? "The private key was handed over." : "Hand the private key over for the count.";
      case "settle-voids":
        return `Decide on the contested ballots: ${f.number(count)}.`;
      case "compare-counts":
        return "Find out why the ballots and the votes cast differ in number.";
      case "compare-counters":
        return `Find out why the two counters differ on the pools: ${list(pools)}.`;
      case "draw-ties":
        return `Enter the outcome of the draw for the pools: ${list(pools)}.`;
      case "sign-result":
        return isDone
          ? "Two people signed the result."
          : count === 1
            ? "Sign the result. The second person's signature is missing."
            : "Sign the result. Two different people are needed.";
    }
  },
  moveDates: (phase) => `Change dates: ${phase}`,
  next: {
    title: "What is next",
    phase: (phase) => `Next phase: ${phase}.`,
    at: (moment) => `It begins: ${moment}.`,
    blocked: "What blocks the next phase",
    clear: "Nothing blocks the next phase.",
    clearedBy: (roles) => `By: ${roles.join(", ")}.`,
    unsealed: {
      cards: (until) =>
        `Voting has ended. Points register batches of cards ${frame.until(until)}. Then the box is sealed by itself once every batch is closed.`,
      allIn: (button) => `The coordinator seals it earlier once all batches are registered: “${button}”.`,
      batches:
        "Voting has ended, and no more batches of cards can be registered. The box is sealed by itself once every batch is closed.",
    },
    requested: (phase, by) => `A move to the phase “${phase}” was asked for by: ${by}.`,
    over: "This is the last phase of this edition.",
  },
  actions: {
    title: "Actions",
    none: "Your role has no actions in this edition now.",
    dalej: "Go on to the next phase now",
    spis: "The roll of voters",
    mieszkancy: "Residents of districts",
    lista: "Check the list before the freeze",
    wykluczenia: "Name projects that exclude each other",
    klucze: "Enter the public keys",
    punkty: "Voting points",
    "klucz-do-liczenia": "Hand over the key for the count",
    przedluzenie: "Extend the vote",
    niewazne: "Void ballots",
    losowanie: "Enter the outcome of a draw",
    sygnaly: "See the signals for the commission",
    podpis: "See and sign the result",
    odwolanie: "Cancel the edition",
  },
  numbers: {
    title: "Numbers",
    projects: "Proposals and projects",
    statuses: {
      submitted: "await the formal check",
      "formally-accepted": "formally accepted",
      rejected: "rejected",
      "not-admitted": "not admitted",
      "on-ballot": "on the ballot",
      withdrawn: "withdrawn",
      merged: "merged into others",
      selected: "selected",
      "not-selected": "not selected",
    },
    none: "none yet",
    roll: "Roll of voters",
    rollNone: "not imported",
    rollValue: (count, moment) => `${people(count)}, imported: ${moment}`,
    turnout: "Votes cast",
    turnoutLater: "told after the count",
    turnoutValue: (votes, turnout) => `${f.number(votes)} – ${turnout}`,
    signed: "Signatures under the result",
    signedNone: "nobody yet",
    rules: "Rules",
    pools: "Pools",
    poolsValue: (count, sum) => `${f.number(count)}, together ${sum}`,
    keys: "Public keys",
    keysNone: "not set",
    keysValue: (short) => `ballots: ${short}`,
  },
};
