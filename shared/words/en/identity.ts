import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const name = (label: string, missing: string) => ({
  label,
  hint: "Capital letters do not matter.",
  missing,
  wrong: "Use letters, without digits or special characters",
});

const days = (count: number): string => `${f.number(count)} ${count === 1 ? "day" : "days"}`;

/** What nobody types into a form. */
const shown = (label: string) => ({ label, hint: "", missing: "", wrong: null });

export const identity: Words["identity"] = {
  data: {
    pesel: {
      label: "PESEL number",
      hint: "11 digits.",
      missing: "Enter your PESEL number",
      wrong: "Check the PESEL number: one of the digits is wrong",
    },
    mothersMaidenName: {
      ...name("Mother's maiden name", "Enter your mother's maiden name"),
      wrong: "Write the name in letters, without digits or special characters",
    },
    firstName: name("First name", "Enter your first name"),
    surname: name("Surname", "Enter your surname"),
    address: {
      label: "Home address",
      hint: "Street, house and flat number.",
      missing: "Enter your home address",
      wrong: "Enter street, house and flat number, without special characters",
    },
    peselLast4: {
      label: "Last four digits of the PESEL number",
      hint: "4 digits.",
      missing: "Enter the last four digits of your PESEL number",
      wrong: "Enter 4 digits",
    },
    email: {
      label: "E-mail address",
      hint: "",
      missing: "Enter your e-mail address",
      wrong: "Enter an e-mail address like name@example.com",
    },
    phone: {
      label: "Mobile phone number",
      hint: "A Polish number, 9 digits.",
      missing: "Enter your phone number",
      wrong: "Enter a Polish mobile phone number, 9 digits",
    },
    district: {
      label: "District",
      hint: "",
      missing: "Choose your district",
      wrong: "Choose a district from the list",
    },
    birthDate: {
      label: "Date of birth",
      hint: "Day, month and year, such as 14.05.1990.",
      missing: "Enter your date of birth",
      wrong: "Enter day, month and year of birth, such as 14.05.1990",
    },
    document: shown("Document with a photograph"),
    signature: shown("Signature on the card"),
    guardianStatement: shown("Guardian's statement"),
  },
  /** Data that are typed in parts. */
  parts: {
    "document-country": {
      label: "Country that issued the document",
      hint: "",
      missing: "Choose the country that issued the document",
    },
    "document-kind": { label: "Kind of document", hint: "", missing: "Choose the kind of document" },
    "document-number": {
      label: "Document number",
      hint: "Letters and digits, as in the document. Spaces do not matter.",
      missing: "Enter the document number",
    },
    "address-street": {
      label: "Street",
      hint: "No short forms but ul., al., pl., os.",
      missing: "Enter the street",
    },
    "address-house": { label: "House number", hint: "Such as 12 or 12A.", missing: "Enter the house number" },
    "address-flat": {
      label: "Flat number",
      hint: "Leave it empty where there is none.",
      missing: "Enter the flat number",
    },
  },
  documentKinds: { passport: "passport", "residence-card": "residence card", "id-card": "identity card" },
  /** By which facts somebody is known: links between the forms. */
  sets: {
    first: "I have a PESEL number",
    document: "I have no PESEL number. I have a document with a photograph",
    address: "I have neither a PESEL number nor a document. I give my name, date of birth and address",
  },
  otherSets: "Voting without a PESEL number?",
  atPoint: {
    without: "This person has no PESEL number",
    hint: "Enter the document and the date of birth. If the roll has no document, enter name, date of birth and address.",
  },
  digits: (count) => `A PESEL number has 11 digits, and you entered ${f.number(count)}`,
  noContact: "Enter an e-mail address or a phone number",
  purposes: {
    who: "It tells us who votes, and that you vote once.",
    proof: "It shows that the details are yours.",
    place: "It tells on which list you vote.",
    code: "We send the code and a confirmation to it.",
    answer: "We send the answer to it.",
    child: "It shows that the child votes with a guardian.",
  },
  kept: (kept) =>
    kept === "not-stored"
      ? "We do not store it."
      : kept.after === "vote"
        ? `We delete it at most ${days(kept.days)} after you vote.`
        : kept.after === "decision"
          ? `We delete it ${days(kept.days)} after the decision.`
          : `We delete it ${days(kept.days)} after the results are published or the edition is cancelled.`,
  basis: "Legal basis:",
  paper: {
    title: "Voting on a paper card",
    lead: "This edition takes paper cards at voting points.",
    custody: "Your data, signature and choice are on the card. The commission keeps and destroys it.",
  },
  withChild: "When a child votes with a guardian",
  eid: {
    lead: "You can show who you are through login.gov.pl: by trusted profile, mObywatel or e-ID card. Then you need no code. We get only your PESEL number and do not store it.",
    button: "Show who you are through login.gov.pl",
    failed: "We could not establish who you are",
    why: {
      "not-begun": "This began in another browser, its time is over, or it was used already.",
      denied: "It was broken off. You can start again, or ask for a code.",
      code: "The answer was not right, or it had no PESEL number. You can ask for a code.",
      "not-on-roll": "You have shown who you are, but you are not on the roll of voters.",
    },
    again: "Back to the ways to vote",
  },
  statement: {
    link: "Not on the roll, but you live in the city? File a statement",
    title: "Statement of a resident who is not on the roll",
    lead: "The roll was made from the city's registers. You live in the city and are not on it? File a statement, and the office checks it.",
    points: [
      "The city office checks the statement and sends the answer by e-mail.",
      "Once it is accepted you vote like others: with the same details and a code.",
      "We do not check now whether you are on the roll. If you do not know, try to vote first.",
    ],
    declarations: "Declarations",
    undeclared: "Tick this declaration. Without it we cannot add you",
    submit: "File the statement",
    filed: "The statement is filed",
    number: "Number of the statement:",
    decidedBy: (at) => `Day of the decision at the latest: ${f.deadline(at)}.`,
    next: (email) => `We send the answer to ${email}. File the statement only once.`,
    toStart: "Back to the start",
  },
  office: {
    title: "Statements of people who are not on the roll",
    one: (number) => `Statement ${number}`,
    takeIn: (edition) => `Take in a statement, edition ${edition}`,
    search: "Surname of the person, or number of the statement",
    searchHint: "The whole surname, with the first name if you like. Capital letters do not matter.",
    find: "Find",
    noName: "Enter a surname or the number of a statement",
    foundFor: (name) => `Statements of people named: ${name}`,
    noneFound: "There is no such statement, or the data of this person is deleted.",
    empty: "There is no statement.",
    columns: {
      tick: "Tick",
      number: "Number",
      edition: "Edition",
      district: "District",
      filedAt: "Filed",
      channel: "Where",
      state: "State",
      reason: "Reason",
    },
    atDesk: "at the office",
    online: "online",
    states: {
      filed: "to be decided",
      "awaiting-second": "waiting for a second person",
      accepted: "accepted",
      rejected: "rejected",
    },
    notListed: "This person is not on the roll.",
    listed: "This person is on the roll already",
    same: "The details by which we recognise them are as on the roll.",
    differs: "Stated otherwise than on the roll:",
    replaces:
      "Acceptance changes how we recognise this person. They will vote with the details of the statement only, in the district that it names.",
    byAnother: "You stand behind this statement already. Another person decides it.",
    addition: (number) => `Addition ${f.number(number)} to the roll.`,
    deleted: "The data of this person is deleted.",
    decision: "Decision",
    decisionHint:
      "Compare the details with the registers. Two members of staff stand behind every addition to the roll.",
    acceptFirst: "Accept: a second person confirms it",
    accept: "Accept: add to the roll",
    reject: "Reject",
    rejectionReason: "Reason for the rejection",
    reasonHint: "Enter it when you reject. The person reads it in a letter.",
    submit: "Save the decision",
    rejectTicked: "Reject the ticked ones",
    tickedHint:
      "Each of the ticked people reads the same reason in a letter. Acceptance goes one by one: the details are to be compared with the registers.",
    noneTicked: "Tick the statements to reject",
    notRejected: (id, why) => `Left as it was: ${id}. ${why}`,
    noResult: "Choose a decision",
    noReason: "Enter the reason for the rejection",
  },
};
