import { fingerprint } from "../../domain/fingerprint.ts";
import { isFaulty } from "../../domain/voting/roll-preview.ts";
import { formatsOf } from "../format.ts";
import type { PendingKindWords, PendingStateWords } from "../pending-words.ts";
import type { Catalogue } from "../words.ts";
import { cameBy } from "./came-by.ts";
import { exclusions } from "./exclusions.ts";
import { rollImport } from "./roll-import.ts";
import { transition } from "./transition.ts";
import { voids } from "./voids.ts";

const f = formatsOf("en-GB");

const states: PendingStateWords = {
  proposed: "waiting for a second person",
  accepted: "accepted",
  refused: "turned down",
  withdrawn: "taken back",
  replaced: "replaced by a newer one",
  overtaken: "out of date, since what it is about has changed",
  lapsed: "lapsed",
};

const refuseHint = "The reason goes into the journal.";

const kinds: PendingKindWords = {
  "extend-vote": {
    title: "Extending the vote",
    what: ({ edition, before, endsAt }) =>
      `The vote of edition ${edition} will end: ${f.deadline(endsAt)}. Its end before: ${f.deadline(before)}. Residents will read the reason.`,
    refuseHint,
  },
  "move-cycle": {
    title: "Ending a vote or an edition before its time",
    what: ({ edition, to }) =>
      `Edition ${edition}. ${to === "cancelled" ? transition.cancellation.consequence : (transition.moves[to] ?? "")}`,
    refuseHint,
  },
  "correct-batch": {
    title: "Another number of cards in a batch",
    what: ({ edition, point, pointName, before, cards }) =>
      `Edition ${edition}, point ${pointName || point}. ${cards === 0 ? "The batch will be withdrawn." : `Cards in the batch will be: ${f.number(cards)}.`} Before: ${f.number(before)}. Count them before you accept.`,
    refuseHint,
  },
  "add-to-roll": {
    title: "Adding somebody to the roll",
    what: ({ edition }) =>
      `Edition ${edition}. Whom the statement is about will be on the roll and can vote. Compare what it says with the registers before you accept.`,
    refuseHint: "The statement will be rejected. The person will read the reason in a letter.",
  },
  "import-roll": {
    title: "Another roll of voters",
    what: ({ edition, preview }) =>
      `Edition ${edition}. ${!preview ? rollImport.reading : isFaulty(preview) ? rollImport.faulty : rollImport.preview(preview)}`,
    refuseHint: "The roll in force stays. The reason goes into the journal.",
  },
  "void-ballot": {
    title: "A void ballot",
    what: ({ edition, grounds }) =>
      `Edition ${edition}. The commission will see which ballot one vote leads to, to leave it out of the count. Grounds: ${voids.reasons[grounds]}.`,
    refuseHint:
      "The reason stays in the case, for the commission and the auditors. The vote will be counted.",
  },
  "enter-projects": {
    title: "Projects for the ballot",
    what: ({ edition, projects }) =>
      `Edition ${edition}. These will be on the ballot (${f.number(projects.length)}): ${projects
        .map(({ number, title, costGrosze }) => `${number} ${title}, ${f.money(costGrosze)}`)
        .join("; ")}. Compare them with the documents before you accept.`,
    refuseHint,
  },
  "set-key": {
    title: "A key of the commission",
    what: ({ edition, purpose, publicKey }) =>
      `Edition ${edition}. ${purpose === "ballots" ? "Ballots will be sealed to this key" : "Links from marker to ballot will be sealed to this key"}: ${fingerprint(publicKey)}. Compare its fingerprint with the minutes before you accept.`,
    refuseHint,
  },
  "enter-draw": {
    title: "The outcome of a draw",
    what: ({ edition, pool, draws, numbers }) =>
      `Edition ${edition}, pool ${pool}. These projects will stand in this order: ${draws
        .map(({ order, protocol }) => `${order.map((id) => numbers[id] ?? id).join(", ")} (${protocol})`)
        .join("; ")}. Compare it with the minutes of the draw before you accept.`,
    refuseHint,
  },
  "group-projects": {
    title: "Projects that exclude each other",
    what: ({ edition, groups, numbers }) =>
      `Edition ${edition}. ${
        groups.length === 0
          ? "No project will exclude another."
          : `These groups will hold (${f.number(groups.length)}): ${groups
              .map(
                ({ projects, rule, reason }) =>
                  `${projects.map((id) => numbers[id] ?? id).join(", ")} (${exclusions.ruleOf(rule)}; ${reason})`,
              )
              .join("; ")}.`
      } Groups from before hold no more.`,
    refuseHint,
  },
  "set-residents": {
    title: "Numbers of residents",
    what: ({ edition, changes, repaired }) =>
      `Edition ${edition}. Numbers of residents that change (${f.number(changes.length)}): ${changes
        .map(
          ({ name, before, residents }) =>
            `${name}: ${before === null ? "none" : f.number(before)} → ${f.number(residents)}`,
        )
        .join(
          "; ",
        )}. Mended rows: ${f.number(repaired)}. How many supporters a proposal needs goes by these numbers.`,
    refuseHint,
  },
  "publish-list": {
    title: "Publication of a list",
    what: ({ edition, list, accepted, rejected }) =>
      `Edition ${edition}. Everybody sees the results of ${{ formal: "the formal check", merit: "the merit check", appeals: "appeals" }[list]} at one moment. Positive: ${f.number(accepted)}, negative: ${f.number(rejected)}. Authors are written to.`,
    refuseHint,
  },
  "withdraw-project": {
    title: "Taking a project out",
    what: ({ edition, project: { number, title }, reason, legalBasis }) =>
      `Edition ${edition}. The project ${number} ${title} will be withdrawn: ${reason} (${legalBasis}). Residents will read both.`,
    refuseHint,
  },
  "withdraw-at-wish": {
    title: "Withdrawal at the author's wish",
    what: ({ edition, project: { number, title }, wish: { arrivedBy, arrivedAt, mark } }) =>
      `Edition ${edition}. The proposal ${number} ${title} will be withdrawn because its author asks for it. The request came ${cameBy[arrivedBy]}: ${f.moment(arrivedAt)}${mark === undefined ? "" : `, number ${mark}`}. The author is written to.`,
    refuseHint,
  },
};

export const pending: Catalogue["pending"] = {
  kinds,
  ofSubject: {
    what: ({ title, thing }) => `${title}: ${thing}.`,
    said: {
      propose: (title) => `Proposed to a second person: “${title}”.`,
      refuse: (title) => `Turned down: “${title}”.`,
      withdraw: (title) => `Taken back: “${title}”.`,
    },
    refuseHint,
    takesTwo: "This takes two people: what one proposes, another accepts.",
    see: "See the proposal",
    yes: "yes",
    no: "no",
  },
  states,
  terms: {
    what: "What it does",
    state: "State of the act",
    by: "Proposed by",
    at: "Proposed",
    reason: "Reason",
    until: "Stands until",
    settledBy: "Settled by",
    why: "Why it was turned down",
  },
  lists: {
    title: "Waiting for a second person",
    by: (name) => `proposed by ${name}`,
  },
  subject: "See what it is about",
  mine: "You proposed this act. Another person has to accept it.",
  notYours: "Somebody of another role can accept this act.",
  accept: "Accept the act",
  refuseTitle: "Turn the act down",
  refuseReason: "Why it is turned down",
  refuse: "Turn the act down",
  withdraw: "Take the act back",
};
