import type { RefusalFacts } from "../../domain/refusals.ts";
import { formatsOf } from "../format.ts";
import type { VotingRefusalWords } from "../refusal-words.ts";
import { otherWaysSentence } from "./other-ways.ts";
import { voids } from "./voids.ts";

const f = formatsOf("en-GB");

const projects = (count: number): string => `${f.number(count)} ${count === 1 ? "project" : "projects"}`;

/** Where two keyings of a card differ. */
const place = (name: string): string =>
  name === "outcome"
    ? "whether it is a ballot, and why not"
    : name === "person"
      ? "the person"
      : `list ${name}`;

/** Why a file is no table. */
const fileFault = (file: RefusalFacts["roll/file"]): string => {
  switch (file.says) {
    case "no-rows":
      return "There are no rows in it. Nothing was imported.";
    case "not-text":
      return "This is not a CSV file. Save the table as CSV and send it again.";
    case "unclosed-quote":
      return `A quotation mark that is opened in row ${f.number(file.line)} is never closed.`;
    case "encoding":
      return `The file is read as ${file.encoding}. Row ${f.number(file.line)}, byte ${f.number(file.byte)} is no letter in it.`;
    case "columns-missing":
      return `The first row lacks these headers: ${file.columns.join(", ")}. Add them, or say which columns these are.`;
    case "columns-twice":
      return `These headers are there twice: ${file.columns.join(", ")}.`;
  }
};

const PAPER_FILE_STATES = {
  reading: "it is being read",
  read: "read, waits for a decision",
  faulty: "it has faults",
  entering: "its cards are being entered",
  entered: "its cards are entered",
  dropped: "removed",
} as const;

export const votingRefusals: VotingRefusalWords = {
  "roll/rows": {
    title: "The roll has faulty rows",
    detail: ({ total }) =>
      `Nothing was imported. Correct ${f.number(total)} ${total === 1 ? "row" : "rows"} and send the whole roll again.`,
  },
  "roll/file": {
    title: "The file cannot be read",
    detail: (file) => fileFault(file),
  },
  "table/rows": {
    title: "The table has faulty rows",
    detail: ({ total }) =>
      `Nothing was entered. Correct ${f.number(total)} ${total === 1 ? "row" : "rows"} and send all of it again.`,
  },
  "table/repaired": {
    title: "Some rows were mended",
    detail: ({ total }) => `Nothing is entered yet. Mended rows: ${f.number(total)}. Check them and confirm.`,
  },
  "table/unchanged": {
    title: "The table changes nothing",
    detail: () => "All that is in the table is in force already.",
  },
  "table/too-long": {
    title: "The table has too many rows",
    detail: ({ rows, most }) => `Rows: ${f.number(rows)}. There may be ${f.number(most)} at most.`,
  },
  "roll/reading": {
    title: "The file is still being read",
    detail: () => "Wait for its end. The page says how many rows were read.",
  },
  "roll/not-listed": {
    title: "Not on the roll",
    detail: () => "Check the details with the document or the card. The voter roll has no such person.",
  },
  "roll/birth-date": {
    title: "The roll has another day of birth",
    detail: () =>
      "Check the day of birth and the number with the document or the card. On the roll this person has another day.",
  },
  "roll/missing": { title: "No voter roll", detail: () => "The voter roll has not been imported yet." },
  "voting/closed": {
    title: "Voting is not open",
    detail: ({ opensAt, closesAt }) => {
      if (closesAt === null) return "Voting has not opened yet.";
      return opensAt === null
        ? `Voting ended: ${f.deadline(closesAt)}.`
        : `Voting opens: ${f.moment(opensAt)}. It closes: ${f.deadline(closesAt)}.`;
    },
  },
  "voting/end-needs-two": {
    title: "Two people move the end of an open vote",
    detail: () =>
      "A later end: choose “Extend the vote”. An earlier one: go on to the next phase. One person proposes it and another accepts it.",
  },
  "voting/code": {
    title: "The code does not agree",
    detail: ({ triesLeft }) =>
      triesLeft > 0
        ? `Enter the code from the latest message. Tries left: ${f.number(triesLeft)}.`
        : "This code is no longer valid. Ask for a new code.",
  },
  "voting/no-more-codes": {
    title: "We send no more codes",
    detail: ({ of, ways }) =>
      `${
        of === "contact"
          ? "We send no further code to this address or number before voting ends. Give another e-mail address or phone number."
          : "There were too many tries with these details or from this network. No new ones come here before voting ends."
      }${otherWaysSentence(ways)}`,
  },
  "voting/guardian": {
    title: "A guardian's statement is needed",
    detail: ({ belowAge }) =>
      `People below ${f.number(belowAge)} vote with a guardian. The guardian states that they are one, and votes with the child.`,
  },
  "statement/decided": {
    title: "The statement is decided",
    detail: () => "There is a decision. It is not made twice.",
  },
  "voting/already-voted": {
    title: "A vote has been cast",
    detail: () => "A vote was already cast with these details. It cannot be changed or repeated.",
  },
  "ballot/pool": {
    title: "Not this list",
    detail: ({ pool }) => `List ${pool} is not one of your lists in this vote.`,
  },
  "ballot/pool-twice": {
    title: "A list is given twice",
    detail: ({ pool }) => `List ${pool} is given twice. Give each list once.`,
  },
  "ballot/project": {
    title: "No such project",
    detail: ({ project }) => `Project ${project} is not on this list.`,
  },
  "ballot/over-points": {
    title: "Too many points",
    detail: ({ given, allowed }) =>
      `You can give at most ${f.number(allowed)} points on one list. The ballot has ${f.number(given)}.`,
  },
  "ballot/too-many-projects": {
    title: "Too many projects",
    detail: ({ given, allowed }) => `Choose at most ${projects(allowed)}. You chose ${f.number(given)}.`,
  },
  "ballot/too-few-points": {
    title: "Too few points",
    detail: ({ given, allowed }) =>
      `Give ${f.number(allowed)} points on this list. The ballot has ${f.number(given)}.`,
  },
  "ballot/too-few-projects": {
    title: "Too few projects",
    detail: ({ given, allowed }) => `Choose at least ${projects(allowed)}. You chose ${f.number(given)}.`,
  },
  "ballot/ranks": {
    title: "The places do not agree",
    detail: ({ places }) =>
      places === 1
        ? "The only project that you chose must have place 1."
        : `Choose each place from 1 to ${f.number(places)} once.`,
  },
  "ballot/over-cost": {
    title: "The projects cost too much",
    detail: ({ givenGrosze, allowedGrosze }) =>
      `The projects that you chose cost ${f.money(givenGrosze)} together. They may cost at most ${f.money(allowedGrosze)}.`,
  },
  "ballot/empty": {
    title: "An empty ballot",
    detail: () => "Choose at least one project on one of the lists.",
  },
  "ballot/incomplete": {
    title: "The ballot is not complete",
    detail: ({ pool }) => `Fill in every list. List ${pool} is empty.`,
  },
  "point/in-use": {
    title: "The point cannot be removed",
    detail: ({ points }) => `The vote is on. Keep these points on the list: ${points.join(", ")}.`,
  },
  "point/unexplained": {
    title: "The numbers do not agree",
    detail: ({ receipts, cards }) =>
      `Difference: receipts ${f.number(receipts)}, cards ${f.number(cards)}. Count again, or explain it.`,
  },
  "point/not-its-day": {
    title: "The point was not open on this day",
    detail: ({ firstDay, lastDay }) =>
      `The vote is from ${f.date(firstDay)} to ${f.date(lastDay)}. Sign one of these days, once it has come.`,
  },
  "point/unsettled": {
    title: "Cards are not settled yet",
    detail: ({ left }) =>
      `Two people have not agreed yet on ${f.number(left)} cards. Sign the day after that.`,
  },
  "point/unsigned": {
    title: "The point has not signed the day yet",
    detail: () => "A clerk of the point signs first, then the commission.",
  },
  "point/signed": {
    title: "Two people have signed the day already",
    detail: () => "Two people have signed the day, and the numbers have not changed. Their signatures stand.",
  },
  "paper/no-card": {
    title: "No such card",
    detail: ({ cards }) => `The cards of this batch are numbered from 1 to ${f.number(cards)}.`,
  },
  "paper/not-taken": {
    title: "No paper cards",
    detail: () => "Nobody votes on paper in this edition.",
  },
  "paper/too-late": {
    title: "Too late for a batch of cards",
    detail: ({ endedAt }) => `Batches could be registered until: ${f.deadline(endedAt)}.`,
  },
  "paper/differs": {
    title: "Two people keyed this card differently",
    detail: ({ in: places }) => `Check with the card: ${places.map(place).join(", ")}.`,
  },
  "paper/settled": {
    title: "The card is settled",
    detail: () => "Two people keyed it alike. It cannot be changed.",
  },
  "paper/correction-waits": {
    title: "Somebody proposed another number of cards",
    detail: () => "The correction waits for a second person. Close the batch after that.",
  },
  "paper/unsettled": {
    title: "The batch cannot be closed yet",
    detail: ({ cards, left }) =>
      `The batch has ${f.number(cards)} cards. Two people have not agreed yet on ${f.number(left)}.`,
  },
  "paper/closed": { title: "The batch is closed", detail: () => "All of its cards are settled." },
  "receipt/unknown": {
    title: "No such receipt",
    detail: () => "This vote has no ballot with this receipt. Check each character of the receipt.",
  },
  "paper/same-file": {
    title: "Somebody else has sent this very file",
    detail: ({ name }) => `${name} has sent it. The second person keys the cards alone, without copying.`,
  },
  "paper/not-yours": {
    title: "This file is not yours",
    detail: ({ name }) => `The one who sent it decides: ${name}.`,
  },
  "paper/file-state": {
    title: "This cannot be done with the file",
    detail: ({ fileState }) => `State of the file: ${PAPER_FILE_STATES[fileState]}.`,
  },
  "paper/below-keyed": {
    title: "Those cards are keyed already",
    detail: ({ highest }) => `Card ${f.number(highest)} is keyed. Give a number no smaller.`,
  },
  "count/key-wrong": {
    title: "Not this key",
    detail: () => "The private key does not match the key that the ballots were sealed to.",
  },
  "void/no-marker": {
    title: "This person has not voted",
    detail: () => "There is no vote of this person in this edition. Check what you entered.",
  },
  "void/no-ballot": {
    title: "No such ballot",
    detail: () => "There is no ballot with this id in the box. Copy the id anew.",
  },
  "void/voided": {
    title: "This ballot is void already",
    detail: () => "Another decision has left this ballot out. Copy the id anew.",
  },
  "void/state": {
    title: "This decision has moved on",
    detail: ({ state }) => `The state of this decision: ${voids.states[state]}.`,
  },
  "void/not-yours": {
    title: "This decision is with others",
    detail: () => "The two people who proposed and accepted the decision name the ballot.",
  },
  "void/names-differ": {
    title: "The ids differ",
    detail: () => "The other person named another ballot. Open the link again, and both type the id anew.",
  },
};
