import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { frame } from "./frame.ts";
import { otherWays } from "./other-ways.ts";

const f = formatsOf("en-GB");

const counted = (count: number, one: string, other: string): string =>
  `${f.number(count)} ${count === 1 ? one : other}`;

const points = (count: number): string => counted(count, "point", "points");

const minutes = (seconds: number): string => counted(Math.floor(seconds / 60), "minute", "minutes");

const daysLeft = (days: number): string =>
  days === 0 ? "today is the last day" : `${counted(days, "day", "days")} left`;

const upTo = (projects: number): string =>
  projects === 1 ? "1 project" : `up to ${f.number(projects)} projects`;

export const voting: Words["voting"] = {
  step: (step, of) => `Step ${f.number(step)} of ${f.number(of)}`,

  start: {
    title: "Vote on projects",
    openNow: (until, days) => `Voting is open ${frame.until(until)} (${daysLeft(days)}).`,
    takes: "It takes about 2 minutes. You need no account.",
    pointsOnLists: (count, projects, lists) =>
      `You have ${points(count)} ${lists}. You can give them to ${upTo(projects)}.`,
    lists: {
      both: "on the list of your district, and as many on the citywide list",
      district: "on the list of your district",
      each: "on each of your lists",
      area: "on each list that your district is part of",
      citywide: "on the citywide list",
      citywides: "on each citywide list",
    },
    needs: "What you need",
    neededContact: {
      email: "Access to your e-mail: we send you a code",
      phone: "A mobile phone: we send you a code",
      both: "Access to your e-mail, or a mobile phone: we send you a code",
    },
    guardian: (belowAge) =>
      `Below ${f.number(belowAge)}: a parent or legal guardian who votes together with the child`,
    howHeading: "How it goes",
    how: (sessionSeconds, required) => [
      "You enter your details, and a code from a message.",
      {
        none: "You choose projects. You can skip any list, but not all of them.",
        one: "You choose projects. One of the lists cannot be skipped.",
        all: "You choose projects. You must fill in every list.",
      }[required],
      "You check your vote and send it. You get a receipt.",
      `You have ${minutes(sessionSeconds)} from the code on. A vote cannot be changed or repeated.`,
    ],
    secret: "Your vote is locked with the commission's key. Nobody can open it until voting ends.",
    points: "Voting with help",
    pointsLead:
      "At these points a clerk helps you to vote. Bring a document with a photograph. No code is needed.",
    button: "Start voting",
    buttonFor: (edition) => `Start voting: edition ${edition}`,
    choose: "More than one vote is open. Choose the edition.",
    projects: "See the projects",
    help: "Help with voting",
    check: "Check that your vote is recorded",
    results: "See the results",
    extended: (before) => `Voting is extended. Its end before: ${f.deadline(before)}.`,
    extendedWhy: "Reason:",
    closed: "You cannot vote now.",
    opens: (edition, at) => `Voting in edition ${edition} opens: ${f.moment(at)}.`,
    lasts: (until) => `It is open ${frame.until(until)}.`,
    endedEarly: (before) => `It was to last longer: ${f.deadline(before)}.`,
    ended: (edition, at) => `Voting in edition ${edition} ended: ${f.deadline(at)}.`,
    resultsDue: (at) => `We will publish the results: ${f.moment(at)}.`,
    resultsOut: "The results are published.",
    nothing: "The next vote has no date yet. We will give it on this page.",
  },

  identity: {
    title: "Who is voting?",
    lead: "We compare these details with the roll of voters.",
    contactChoice:
      "Enter an e-mail address or a phone number. If both are there, the code goes to the e-mail address.",
    privacy: "What we do with your data",
    submit: "Send the code",
  },

  code: {
    title: "Enter the code from the message",
    sent: (address) =>
      `If these details are on the roll of voters, a code is on its way to: ${address}. If another message comes in its place, it says what to do.`,
    label: (digits) => `Code, ${counted(digits, "digit", "digits")}`,
    validUntil: (at) => `The code works until ${f.time(at)}.`,
    triesLeft: (count) => `Tries left: ${f.number(count)}.`,
    session: (seconds) => `After the code you have ${minutes(seconds)} to send your vote.`,
    submit: "Continue",
    missing: "Enter the code",
    wrong: (triesLeft) => `The code is wrong. Tries left: ${f.number(triesLeft)}`,
    overTitle: "This code no longer works",
    over: "Its time is over, or there are no tries left. We send a new code to where the last one went.",
    resend: "Send a new code",
    resent: (at) => `A new code was asked for at ${f.time(at)}. The code before no longer works.`,
    wait: (at) => `If none comes, ask for another one after ${f.time(at)}.`,
    again: "Enter your details again",
    notReceived: "No code?",
    hints: [
      "Wait two minutes and look into your spam folder.",
      "Check that the address above is written correctly.",
      "Only people on the roll of voters get a code. Check your details.",
    ],
    phoneHints: [
      "Wait two minutes and check that your phone has a signal.",
      "Check that the number above is written correctly.",
      "Only people on the roll of voters get a code. Check your details.",
    ],
    retype: "Correct the details",
  },

  guardian: {
    title: "You vote with a guardian",
    lead: (belowAge) =>
      `People below ${f.number(belowAge)} vote together with a parent or legal guardian. Is your guardian with you now?`,
    points: [
      "The vote is the child's: the child chooses, the guardian helps.",
      "The guardian votes apart, with their own PESEL number.",
    ],
    declaration:
      "I state that I am a parent or legal guardian of this person and vote together with them in this vote.",
    missing: "Tick the guardian's statement. Without it a child cannot vote",
    kept: "We do not ask for the guardian's name. We record that the statement was made, and the day.",
    submit: "Continue",
  },

  otherWays,

  trouble: {
    sessionTitle: "Your voting session is over",
    session: "For safety, codes and sessions are short. This time no vote was sent from this page.",
    sessionNext: "Start again: enter your details and a new code.",
    again: "Start again",
    haveReceipt: "Do you have a receipt already? Check your vote.",
    closedTitle: "Voting has ended",
    notYetTitle: "Voting has not opened yet",
    closedLost: "We take no votes sent after that time. This vote was not recorded.",
    seeDates: "See when voting is open",
    votedTitle: "A vote with these details is in the ballot box",
    voted: "Each person votes once. A vote cannot be changed or repeated.",
    notMe: "Was it not your vote? Write to us at once:",
    tooManyTitle: "Too many tries",
    tooMany: (at) =>
      `There were too many tries with these details or from this network. Try again after: ${f.moment(at)}.`,
    tooManyNext: "It does not help? Write to us:",
    busy: "The service is busy now. Your vote is not sent yet. Press the button again.",
  },

  check: {
    title: "Check your vote",
    lead: "A receipt tells whether the vote is in the ballot box. It does not tell what is on the ballot.",
    label: "Receipt",
    hint: "36 characters. Capital letters, spaces and dashes do not matter.",
    fromLink: "In a link the number stands at the end of the address, after #.",
    submit: "Check",
    missing: "Enter the receipt",
    length: (count) => `A receipt has 36 characters, and you entered ${f.number(count)}`,
    typo: "One of the characters is wrong. Compare it with your receipt",
    stored: "The vote is in the ballot box",
    storedText: (edition) =>
      `The vote with this receipt is recorded in edition ${edition}. It is counted when voting has ended.`,
    sealed: "The vote is in the sealed ballot box",
    sealedText: (edition) =>
      `Voting in edition ${edition} has ended. Your vote is on the list of ballots that we signed before anybody opened the first one.`,
    counted: "The vote is counted",
    countedText: (edition) =>
      `The vote with this receipt is on the list of counted votes of edition ${edition}.`,
    voided: "The vote is not counted",
    voidedText: (edition, why = "") =>
      `The vote with this receipt is in the ballot box of edition ${edition}. The commission left it out of the count. Reason: ${why}.`,
    leaf: "Line on that list",
    place: "Place on that list",
    placeOf: (place, size) => `${f.number(place)} of ${f.number(size)}`,
    listDigest: "Digest of the whole list",
    proof: "A proof that can be checked without us",
    checkpointText:
      "We signed this checkpoint when the box was sealed: address of the edition, number of ballots, root of the tree of hashes, signature.",
    pathText:
      "These hashes lead from the line of the list to the root (RFC 9162, SHA-256). Whoever changes one vote changes the root.",
    keepProof:
      "Save this page or take a screenshot. The file docs/receipts.md of our program says how to work it out yourself.",
    proofHint: "The list is in the result package, in the file leaves.txt.",
    notFound: "We do not know this receipt",
    notFoundText: "The receipt is written without mistakes, but there is no such vote.",
    notFoundNext: "You see a receipt only after the vote is sent. You can start voting again.",
    another: "Check another receipt",
  },

  points,
  minutes,
  upTo,
};
