import { fewOf } from "../few-of.ts";
import { formatsOf } from "../format.ts";
import type { IssueWords, RefusalWords, RollWords } from "../refusal-words.ts";
import { blockers } from "./blockers.ts";
import { span } from "./frame.ts";
import { office } from "./office.ts";
import { otherWaysSentence } from "./other-ways.ts";
import { pending } from "./pending.ts";
import { phases } from "./phases.ts";
import { checkRefusals } from "./refusals-checks.ts";
import { consultationRefusals } from "./refusals-consultations.ts";
import { fileRefusals } from "./refusals-files.ts";
import { votingRefusals } from "./refusals-voting.ts";

const f = formatsOf("en-GB");

const few = (names: readonly string[]): string => fewOf(names, (count) => `${count} more`);

const phase = (name: string): string =>
  name in phases ? phases[name as keyof typeof phases].name.toLowerCase() : name;

const role = (name: string): string =>
  Object.hasOwn(office.roles, name) ? office.roles[name as keyof typeof office.roles] : name;

export const roll: RollWords = {
  columns: "The row has another number of columns than the table.",
  pesel: "The PESEL number is wrong.",
  age: "The date of birth in the PESEL number is not possible.",
  name: "A first name or surname is missing, or has characters that are not allowed.",
  address: "The address is missing, or has characters that are not allowed.",
  digits: "The last digits of the PESEL number are four digits.",
  surname: "The mother's maiden name is missing or has characters that names do not have.",
  district: "There is no such district.",
  document: "The country, kind or number of the document is wrong.",
  birthDate: "The date of birth is wrong, or other than the PESEL number says.",
  duplicate: "This person is in another row already.",
  "digits-lost": "The spreadsheet cut digits of this number off. Save the column as text.",
  text: "The text is missing, or has characters that are not allowed.",
  number: "This is not a whole number.",
  email: "This is not an e-mail address.",
  ambiguous:
    "The document, or the name with birth date and address, is in another row too. It does not say who is meant.",
  nobody: "There is nothing by which somebody could be known.",
  reason: "There is no such reason to strike a line.",
  row: "The number of the line is wrong, or is there twice.",
  taken: "Somebody else is entered under this number already.",
  "district-twice": "This district is in another row already.",
  card: "The number of a card is a number from 1.",
  "card-twice": "This card is in another row already.",
  project: "No project on the ballot list has this number.",
  "project-twice": "This project is in the row twice.",
  points: "The number of points beside the project is missing.",
  rejection: "This reason for rejecting a card is not on the list.",
  outcome: "The row has both chosen projects and a reason for rejection.",
  "yes-or-no": "Write “yes” or “no”.",
  role: "There is no such role, or none is given.",
  unit: "There is no such unit.",
  "account-twice": "Two accounts have this address. It is not known which is meant.",
  remark: "There is no remark of this number.",
  "remark-twice": "This remark is in another row already.",
  "remark-changed": "The remark was changed or decided after the sheet was made. Download it again.",
  verdict: "There is no such decision.",
  "no-reason": "A decision needs a reason, of at most 4000 characters.",
};

export const issues: IssueWords = {
  required: () => "This field is required.",
  type: () => "The value is of another kind than needed.",
  unknown: () => "We know no such field.",
  "too-short": (limit) => (limit === "1" ? "This field is required." : `Enter at least ${limit} characters.`),
  "too-long": (limit) => `Shorten the text to ${limit} characters.`,
  "too-small": (limit) => `Enter a number not smaller than ${limit}.`,
  "too-big": (limit) => `Enter a number not bigger than ${limit}.`,
  "too-early": (limit) => `Give a day not before ${f.date(limit)}.`,
  begun: (limit) => `It began on ${f.date(limit)}, and that day stays.`,
  "too-late": (limit) => `Give a day not after ${f.date(limit)}.`,
  "too-few": (limit) => `Too few items in this list. At least: ${limit}.`,
  "too-many": (limit) => `Too many items in this list. At most: ${limit}.`,
  format: () => "The value is written in another form than needed.",
  choice: (limit) => (limit ? `Choose one of: ${limit}.` : "Choose one of the given values."),
  duplicate: () => "The same field is given twice.",
  text: (_, at) =>
    at
      ? `Delete the invisible character ${at.called}. It is character ${at.character} of line ${at.line}.`
      : "Delete the characters that cannot be shown.",
  stacked: (_, at) =>
    `Delete the surplus marks on one letter${at ? `: line ${at.line}, character ${at.character}` : ""}.`,
  unseen: () => "Enter at least one letter or digit that can be seen.",
  name: (_, at) =>
    `${at ? `Correct character ${at.character}. ` : ""}A name may have letters, spaces, hyphens, full stops and apostrophes.`,
  street: (_, at) =>
    `${at ? `Correct character ${at.character}. ` : ""}An address may have letters, digits, spaces, hyphens, full stops, commas, slashes, brackets and apostrophes.`,
  "pesel-length": () => "A PESEL number has 11 digits.",
  "pesel-check": () => "Check the PESEL number: one of the digits does not agree.",
  "pesel-age": () => "Check the PESEL number: the date of birth in it is not possible.",
  country: () => "Give the country by its code of two or three letters, such as UA.",
  "document-number": () => "Enter the document's number: plain letters and digits, 4 to 20 of them.",
  "document-pesel": () => "A Polish passport or identity card has a PESEL number on it. Give that number.",
  "birth-date": () => "Enter day, month and year of birth, such as 14.05.1990.",
  "birth-age": () => "Check the date of birth: it is not possible.",
  contact: () => "Enter an e-mail such as name@domain.pl, or a mobile phone number, 9 digits.",
  phone: () => "Enter a Polish mobile phone number, 9 digits.",
  "phone-abroad": () => "We send no texts to numbers outside Poland. Enter an e-mail address.",
  money: () => "Enter an amount in złoty, for example 12 500.00.",
  "money-twofold": (limit) =>
    `It is not clear how many złoty this is. Enter ${f.number(Number(limit))} or an amount with two decimals.`,
  "money-decimals": () => "Enter at most two decimals.",
  "agenda-line": () =>
    "Enter a time, the point and, after a |, who speaks: 17:05 Plans of the park | Anna Nowak.",
  point: () => "Enter coordinates, for example 50.2683, 19.0419, or paste the address of a map.",
  "point-link": () => "This address has no coordinates in it. Open it and copy them from the map.",
  "point-swapped": (limit) => `Swap the two numbers. Latitude comes first: ${limit}.`,
  "point-abroad": () => "Correct the coordinates. This point lies outside Poland.",
  moment: () => "Type date and time as 2027-09-23 17:00.",
  gap: () => "There is no such time: the clocks go forward that night. Type another time.",
  overlap: () => "This time comes twice: the clocks go back that night. Type another time.",
  asks: (limit) => `This way needs all of these data: ${limit}.`,
  kept: (limit) => `The system does not keep this term. It may be: ${limit}.`,
  email: () => "Enter an e-mail address like name@example.com.",
  "email-name": (_, at) =>
    `${at ? `Correct character ${at.character} of the address. ` : ""}Before the @ there may be letters from a to z, digits, full stops, hyphens and underscores.`,
  "email-dots": () => "Delete the surplus full stop of the address: it stands beside another or at an end.",
  "email-long": (limit) => `Shorten the address. At most ${limit} characters fit before the @.`,
  "email-domain": () => "Correct what stands after the @. Enter a domain, for example mail.com.",
  "name-alphabets": () => "Correct the name. Its letters come from two alphabets that look alike.",
  "email-alphabets": () =>
    "Correct what stands after the @. Its letters are of two alphabets that look alike.",
  "end-before-start": () => "The end must be later than the start.",
};

export const refusals: RefusalWords = {
  "request/malformed": {
    title: "The request cannot be read",
    detail: () => "The body of the request is not well formed.",
  },
  "request/not-valid": {
    title: "There is a problem",
    detail: ({ more }) =>
      more === 0
        ? "Some fields have to be corrected."
        : `Some fields have to be corrected. These are the first of them; there are ${f.number(more)} more faults.`,
  },
  "request/too-large": {
    title: "The request is too large",
    detail: ({ limitBytes }) => `The body can have at most ${f.number(limitBytes)} bytes.`,
  },
  "request/too-many-values": {
    title: "The request has too many fields",
    detail: ({ limit }) => `The body can have at most ${f.number(limit)} fields and values.`,
  },
  "request/method": {
    title: "Not in this way",
    detail: ({ allowed }) => `This address takes only: ${allowed}.`,
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
    detail: ({ retryAfterSeconds, ways }) =>
      `Try again in ${span(retryAfterSeconds)}.${otherWaysSentence(ways)}`,
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
  "request/round-the-front": {
    title: "Not the site's address",
    detail: ({ siteUrl }) => `The site is at ${siteUrl}.`,
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
  "identity/own-proposal": {
    title: "Somebody else judges it",
    detail: () => "You are the author or a co-author of this proposal. Somebody else judges it.",
  },

  "pending/settled": {
    title: "This act is settled",
    detail: ({ state }) => `The act is ${pending.states[state]}.`,
  },
  "pending/waits": {
    title: "This waits for a second person already",
    detail: ({ name, until }) =>
      `Proposed by ${name}. A second person can accept it until ${f.deadline(until)}.`,
  },
  "letter/done": {
    title: "Somebody has dealt with it",
    detail: () => "See what was done about this letter.",
  },
  "letter/deleted": {
    title: "The letter is gone",
    detail: () => "Its time is over. Tell the person otherwise, and mark it as dealt with.",
  },
  "pending/lapsed": {
    title: "This act has lapsed",
    detail: ({ lapsedAt }) => `It could be accepted until ${f.deadline(lapsedAt)}. Make a new one.`,
  },
  "pending/not-yours": {
    title: "Not your act",
    detail: () => "Only who proposed an act takes it back. You can turn it down.",
  },

  "staff/changing": {
    title: "Accounts are still being changed",
    detail: () => "Accounts are read every few minutes. Try again in a moment.",
  },
  "staff/own-role": {
    title: "Nobody gives themselves a role",
    detail: ({ roles }) =>
      `This sheet gives you a role: ${roles.map(role).join(", ")}. Somebody else has to do it.`,
  },
  "staff/too-few-admins": {
    title: "Too few administrators",
    detail: ({ admins }) =>
      `To change accounts takes two of them, and one who is one today. These would stay: ${admins.join(", ") || "nobody"}.`,
  },
  "person/has-account": {
    title: "This person has an open account",
    detail: () => "Close the account in the sign-in system first, then remove the person from the list.",
  },

  "unit/not-empty": {
    title: "The unit is not empty",
    detail: ({ units, people, work }) =>
      [
        ...(units.length > 0 ? [`First move the units out of it: ${few(units)}.`] : []),
        ...(people.length > 0 ? [`First move the people out of it: ${few(people)}.`] : []),
        ...(work > 0 ? [`Work that waits in it: ${f.number(work)}.`] : []),
      ].join(" "),
  },

  "thing/not-found": {
    title: "There is no such page",
    detail: () => "We did not find what you are looking for.",
  },
  "thing/gone": { title: "It is no longer here", detail: () => "This entry was removed." },
  "act/wrong-state": {
    title: "Not in this state",
    detail: ({ state }) => `This cannot be done in this state: ${state}.`,
  },
  "act/blocked": { title: "Not yet", detail: ({ reason }) => reason },
  "service/try-again": {
    title: "Try again in a moment",
    detail: () => "The service is busy. Do the same once more.",
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

  "project/elsewhere": {
    title: "The point lies elsewhere",
    detail: ({ district }) =>
      district === null
        ? "This point lies outside the city. Correct the coordinates or leave the field empty."
        : `This point is not within the chosen pool but nearer to ${district}. Change the pool or correct the coordinates.`,
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
  "project/by-call": {
    title: "Projects come by proposals here",
    detail: () =>
      "This edition has a call for proposals. A project gets onto its ballot by a proposal and its checks.",
  },
  "key/not-proved": {
    title: "The proof is of another key",
    detail: () =>
      "Take the challenge that was made for this key and for you, and paste what the command prints.",
  },
  "project/own-support": {
    title: "This is your own proposal",
    detail: () => "Only other people can support your own proposal.",
  },
  "project/already-supported": {
    title: "You support this proposal already",
    detail: () => "A person can support a proposal once.",
  },
  "project/supporters": {
    title: "Support is missing",
    detail: ({ supporters, asked }) =>
      asked === null
        ? `It is not known how many supporters are needed: the edition does not know the residents of this pool. Confirmed support: ${f.number(supporters)}. The formal check cannot end positively.`
        : `Confirmed support: ${f.number(supporters)} of ${f.number(asked)} needed. With fewer the formal check cannot end positively.`,
  },

  ...consultationRefusals,
  ...fileRefusals,
  ...checkRefusals,
  ...votingRefusals,
  "results/not-published": {
    title: "There are no results yet",
    detail: ({ expectedAt }) =>
      expectedAt ? `Results are due: ${f.moment(expectedAt)}.` : "Results will be published after the count.",
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
