import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const days = (count: number): string => `${f.number(count)} ${count === 1 ? "day" : "days"}`;

export const retention: Words["retention"] = {
  title: "Personal data of the edition",
  lead: "The system destroys data by itself when its time is over, and notes it in the log. The times are in the edition's rules.",
  caption: "Data that we destroy",
  staysCaption: "What stays and why",
  columns: { what: "Data", kept: "How long", state: "State", why: "Why" },
  what: {
    voters:
      "Key to the roll and the markers. Addresses, sessions and statements of voters, declarations of guardians, limits on tries, signals, remarks on void ballots",
    supporters: "Names and addresses of those who supported proposals",
    authors: "Addresses of proposals' authors, and names that their authors did not make public",
  },
  kept: {
    voters: (count) => `${days(count)} from the publication of the results on, or from the cancellation`,
    supporters: (count) => `${days(count)} from the end of appeals on, or from the cancellation`,
    authors: (count) => `${days(count)} from the closing of the edition on, or from its cancellation`,
  },
  notStarted: {
    voters: "Time runs from the publication of the results on, or from the cancellation.",
    supporters: "Time runs from the end of appeals on, or from the cancellation.",
    authors: "Time runs from the closing of the edition on, or from its cancellation.",
  },
  due: "The time is over. The data goes within minutes.",
  dueAt: (moment) => `To be destroyed: ${moment}.`,
  destroyed: (moment) => `Destroyed: ${moment}.`,
  counted: {
    voterContact: "addresses removed",
    voterSession: "sessions removed",
    statement: "statements removed",
    statementData: "details of statements removed",
    guardian: "declarations of guardians removed",
    bucket: "limits on tries removed",
    crowd: "signals removed",
    voidCase: "remarks on void ballots removed",
    support: "names removed",
    twin: "hashes of names in the register removed",
    lateProposal: "late proposals removed",
    printedLetter: "letters on paper removed",
    attachments: "papers of proposals removed",
    authored: "keyed hashes of authors' mailboxes removed",
    projectEdit: "earlier versions of proposals removed",
    supporter: "hashes of people removed",
    project: "details of authors removed",
    rollShard: "parts of the roll without a key",
    rollStaged: "parts of a roll that was not accepted, without a key",
    rollAddition: "additions to the roll without a key",
    marker: "markers without a key",
    card: "paper cards without a key",
  },
  stays: [
    {
      what: "Ballots",
      why: "They are encrypted and do not tell who voted. Nobody can remove or change them.",
    },
    {
      what: "Roll and markers",
      why: "They are hashes alone. Without the destroyed key nobody can tell whose they are.",
    },
    { what: "Results, list of ballots, package", why: "They are public and hold no personal data." },
    {
      what: "Proposals, and names that their authors made public",
      why: "They are public. Authors get messages until the edition ends, so addresses are removed only then.",
    },
    {
      what: "The office's log, signatures and protocols",
      why: "They tell what staff did. Residents are not in them.",
    },
    {
      what: "Sign-ups for meetings, and messages",
      why: "They go by themselves: sign-ups 30 days after the meeting, messages after a week, unconfirmed proposals after a day.",
    },
  ],
};
