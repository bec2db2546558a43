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
    voters: "Key to the roll and the markers, addresses and sessions of voters",
    supporters: "Names of those who supported proposals",
  },
  kept: {
    voters: (count) => `${days(count)} from the publication of the results on`,
    supporters: (count) => `${days(count)} from the end of appeals on`,
  },
  notStarted: {
    voters: "Time runs from the publication of the results on.",
    supporters: "Time runs from the end of appeals on.",
  },
  due: "The time is over. The data goes within minutes.",
  dueAt: (moment) => `To be destroyed: ${moment}.`,
  destroyed: (moment) => `Destroyed: ${moment}.`,
  removed: {
    contacts: "addresses removed",
    sessions: "sessions removed",
    supporters: "names removed",
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
      what: "Proposals and details of their authors",
      why: "Authors get messages until the projects are carried out.",
    },
    { what: "The office's log", why: "It tells what staff did. Residents are not in it." },
  ],
};
