import { formatsOf } from "../format.ts";
import type { IssueWords, RefusalWords, RollWords } from "../refusal-words.ts";
import { blockers } from "./blockers.ts";
import { office } from "./office.ts";
import { phases } from "./phases.ts";
import { voids } from "./voids.ts";

const f = formatsOf("en-GB");

const phase = (name: string): string =>
  name in phases ? phases[name as keyof typeof phases].name.toLowerCase() : name;

const projects = (count: number): string => `${f.number(count)} ${count === 1 ? "project" : "projects"}`;

const role = (name: string): string =>
  Object.hasOwn(office.roles, name) ? office.roles[name as keyof typeof office.roles] : name;

/** Where two keyings of a card differ. */
const place = (name: string): string =>
  name === "outcome"
    ? "whether it is a ballot, and why not"
    : name === "person"
      ? "the person"
      : `list ${name}`;

export const roll: RollWords = {
  columns: "The number of columns is not that of this edition's roll.",
  pesel: "The PESEL number is wrong.",
  age: "The date of birth in the PESEL number is not possible.",
  name: "A first name or surname is missing, or has characters that are not allowed.",
  address: "The address is missing, or has characters that are not allowed.",
  digits: "The last digits of the PESEL number are four digits.",
  surname: "The mother's maiden name is missing or has characters that names do not have.",
  district: "There is no such district.",
  duplicate: "This person is in another row already.",
};

export const issues: IssueWords = {
  required: () => "This field is required.",
  type: () => "The value is of another kind than needed.",
  unknown: () => "We know no such field.",
  "too-short": (limit) => `Enter at least ${limit} characters.`,
  "too-long": (limit) => `Shorten the text to ${limit} characters.`,
  "too-small": (limit) => `Enter a number not smaller than ${limit}.`,
  "too-big": (limit) => `Enter a number not bigger than ${limit}.`,
  "too-early": (limit) => `Give a day not before ${f.date(limit)}.`,
  "too-late": (limit) => `Give a day not after ${f.date(limit)}.`,
  "too-few": (limit) => `Too few items in this list. At least: ${limit}.`,
  "too-many": (limit) => `Too many items in this list. At most: ${limit}.`,
  format: () => "The value is written in another form than needed.",
  choice: (limit) => (limit ? `Choose one of: ${limit}.` : "Choose one of the given values."),
  duplicate: () => "The same field is given twice.",
  text: () => "The text has characters that cannot be shown.",
  "pesel-length": () => "A PESEL number has 11 digits.",
  "pesel-check": () => "Check the PESEL number: one of the digits does not agree.",
  "pesel-age": () => "Check the PESEL number: the date of birth in it is not possible.",
  phone: () => "Enter a Polish mobile phone number, 9 digits.",
  "one-contact": () => "Enter one of the two: an e-mail address or a phone number.",
  email: () => "Enter an e-mail address like name@example.com.",
  "end-before-start": () => "The end must be later than the start.",
};

export const refusals: RefusalWords = {
  "request/malformed": {
    title: "The request cannot be read",
    detail: () => "The body of the request is not well formed.",
  },
  "request/not-valid": { title: "There is a problem", detail: () => "Some fields have to be corrected." },
  "request/too-large": {
    title: "The request is too large",
    detail: ({ limitBytes }) => `The body can have at most ${f.number(limitBytes)} bytes.`,
  },
  "request/media-type": {
    title: "Another media type",
    detail: ({ expected }) => `Send the body as ${expected}.`,
  },
  "request/not-acceptable": {
    title: "No such representation",
    detail: () => "This resource does not exist in the form you asked for.",
  },
  "request/key-missing": {
    title: "Idempotency key missing",
    detail: () => "Send an Idempotency-Key header of at least 128 random bits.",
  },
  "request/key-reused": {
    title: "Idempotency key used again",
    detail: () => "This Idempotency-Key was used with another body.",
  },
  "request/too-many": {
    title: "Too many tries",
    detail: ({ retryAfterSeconds }) => `Try again in ${f.number(Math.ceil(retryAfterSeconds / 60))} min.`,
  },
  "request/precondition-missing": {
    title: "Version missing",
    detail: () => "Send an If-Match header with the version that you change.",
  },
  "request/changed-since": {
    title: "Somebody changed this entry",
    detail: () => "Load the entry again and repeat the change.",
  },
  "request/foreign-origin": {
    title: "A form from another site",
    detail: () => "Send the form from the city's own page.",
  },

  "identity/missing": { title: "Sign in", detail: () => "This place is for signed-in people only." },
  "identity/expired": {
    title: "The session is over",
    detail: () => "The time of this session is over. Start again.",
  },
  "identity/role": {
    title: "Not your role",
    detail: ({ needed }) => `Only these roles can do this: ${needed.map(role).join(", ")}.`,
  },
  "identity/same-person": {
    title: "A second person is needed",
    detail: () => "Two different people must do these two things.",
  },

  "thing/not-found": {
    title: "There is no such page",
    detail: () => "We did not find what you are looking for.",
  },
  "thing/gone": { title: "It is no longer here", detail: () => "This entry was removed." },
  "service/try-again": {
    title: "Try again in a moment",
    detail: () => "The service is busy. Repeat the same request.",
  },

  "cycle/wrong-phase": {
    title: "Not this phase",
    detail: ({ phase: now, needed }) =>
      `The phase now is: ${phase(now)}. This is possible in: ${needed.map(phase).join(", ")}.`,
  },
  "cycle/move-not-allowed": {
    title: "This move is not possible",
    detail: ({ from, to }) => `A cycle cannot move from “${phase(from)}” to “${phase(to)}”.`,
  },
  "cycle/blocked": {
    title: "The cycle cannot move on",
    detail: ({ blockers: list }) => list.map((blocker) => blockers[blocker.what](blocker)).join(" "),
  },
  "cycle/locked": {
    title: "The rules are locked",
    detail: ({ phase: now }) => `This cannot be changed any more in “${phase(now)}”.`,
  },
  "cycle/calendar": {
    title: "The calendar does not agree",
    detail: ({ phase: name, problem }) =>
      ({
        order: `“${phase(name)}” must end after it starts, and follow the phase before it.`,
        past: `The new end of “${phase(name)}” is in the past.`,
        gap: `This time does not exist: the clocks go forward that night (“${phase(name)}”).`,
        "not-later": "The new end must be later than the end that is in force.",
        overlap: `This time occurs twice: the clocks go back that night (“${phase(name)}”).`,
      })[problem],
  },

  "project/over-cap": {
    title: "The project costs too much",
    detail: ({ capGrosze }) => `The cost can be at most ${f.money(capGrosze)}.`,
  },
  "project/state": {
    title: "Not in this state",
    detail: () => "This cannot be done in the proposal's present state.",
  },
  "project/call-closed": {
    title: "The call for proposals is not open",
    detail: ({ opensAt, closesAt }) =>
      opensAt
        ? `The call for proposals opens: ${f.moment(opensAt)}.`
        : closesAt
          ? `The call for proposals closed: ${f.deadline(closesAt)}.`
          : "The dates of the call for proposals are not set yet.",
  },
  "project/number-taken": {
    title: "This number is taken",
    detail: ({ number }) => `Number ${number} belongs to another proposal. No number is given twice.`,
  },
  "project/own-support": {
    title: "This is your own proposal",
    detail: () => "Only other people can support your own proposal.",
  },
  "project/already-supported": {
    title: "You support this proposal already",
    detail: () => "A person can support a proposal once.",
  },

  "roll/rows": {
    title: "The roll has faulty rows",
    detail: ({ total }) =>
      `Nothing was imported. Correct ${f.number(total)} ${total === 1 ? "row" : "rows"} and send the whole roll again.`,
  },
  "roll/not-listed": {
    title: "Not on the roll",
    detail: () => "Check the details with the document or the card. The voter roll has no such person.",
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
    detail: ({ from, until }) =>
      `The vote is from ${f.date(from)} to ${f.date(until)}. Sign one of these days, once it has come.`,
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
    detail: () => "There is no vote of this person in this edition. Check the number.",
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

  "results/not-published": {
    title: "There are no results yet",
    detail: ({ expectedAt }) =>
      expectedAt ? `Results are due: ${f.moment(expectedAt)}.` : "Results will be published after the count.",
  },

  "consultation/published": {
    title: "The consultation is already announced",
    detail: () => "The kind of an announced consultation cannot be changed.",
  },
  "consultation/over": {
    title: "The consultation's time is over",
    detail: ({ endedAt }) => `The consultation ended ${f.deadline(endedAt)}. Change the dates and try again.`,
  },
  "meeting/closed": {
    title: "Sign-up is closed",
    detail: ({ closedAt }) => `Sign-up closed: ${f.deadline(closedAt)}.`,
  },
  "meeting/cancelled": {
    title: "The meeting is cancelled",
    detail: () => "This meeting will not take place. Sign-up is closed.",
  },
  "meeting/over": {
    title: "The meeting has taken place",
    detail: ({ endedAt }) => `The meeting ended on ${f.moment(endedAt)}.`,
  },
  "meeting/below-taken": {
    title: "That many places are taken already",
    detail: ({ taken }) =>
      `${f.number(taken)} ${f.plural(taken, { one: "place is", other: "places are" })} taken. Give a number no smaller.`,
  },
  "meeting/list-full": {
    title: "The waiting list is full",
    detail: () => "This meeting takes no more sign-ups. Choose another meeting.",
  },
};
