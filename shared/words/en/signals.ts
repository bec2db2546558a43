import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

const voters = (count: number): string => `${f.number(count)} ${count === 1 ? "voter" : "voters"}`;

const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

const gap = (seconds: number): string =>
  seconds < 180 ? `${f.number(Math.round(seconds))} s` : `${tenths.format(seconds / 60)} min`;

export const signals: Words["signals"] = {
  title: "Signals for the commission",
  lead: "The system points at ballots that may be one person’s doing. This proves nothing and voids nothing. The commission decides about ballots.",
  looked: (count) => `We looked at all who entered a right code: ${voters(count)}.`,
  clusters: (count) => `Clusters found: ${f.number(count)}.`,
  none: "Nothing stands out.",
  shown: (shown) => `The ${f.number(shown)} most striking ones are below. All of them are in the JSON file.`,
  subject: {
    address: (name) => `One connection (${name})`,
    network: (name) => `One neighbourhood of the network (${name})`,
    age: (name) => `One age (${name})`,
    "great-age": () => "Many very old people",
  },
  letIn: "Let in",
  voted: "Cast a ballot",
  days: "Days",
  score: "Weight",
  why: "What stands out",
  evidence: {
    "few-contacts": (facts) =>
      `Codes for ${f.number(facts.voters)} people went to ${f.number(facts.contacts)} addresses or numbers. That is ${tenths.format(facts.voters / facts.contacts)} people to one.`,
    "even-pace": (facts) =>
      `${f.date(facts.day)}: ${voters(facts.voters)}, one after the other every ${gap(facts.gap)} on average. The gaps are even: variation ${hundredths.format(facts.variation)}, among people about 1.`,
    "one-connection": (facts) =>
      `${f.date(facts.day)}: ${voters(facts.voters)} from one connection. Codes went to ${f.number(facts.contacts)} addresses or numbers.`,
    "same-age": (facts) =>
      `${f.date(facts.day)}: ${voters(facts.voters)}, all of them aged exactly ${f.number(facts.age)}.`,
    "great-age": (facts) =>
      `${f.date(facts.day)}: ${voters(facts.voters)} aged ${f.number(facts.from)} or more.`,
  },
  references: "References of the ballots, for a decision to void them",
  points: {
    title: "Voting points",
    caption: "Work at points that is worth a question",
    none: "Nothing stands out at the points.",
    columns: {
      point: "Points",
      clerk: "Who let them in, account",
      why: "What stands out",
      when: "When",
      voters: "Let in",
    },
    why: {
      "desk-pace": "Faster than documents can be looked at.",
      "desk-hour": "At night, when points are closed.",
    },
  },
  rulesTitle: "What we look for, and why",
  rules: {
    "few-contacts": (facts) =>
      `At least ${f.number(facts.voters)} voters from one place, ${f.number(facts.perContact)} or more to one address or number. A family shares one phone, in a library everybody has their own. A home for the elderly may look like it. Check before you decide.`,
    "even-pace": (facts) =>
      `At least ${f.number(facts.voters)} voters from one place on one day, every ${gap(facts.slowest)} or faster on average. Their gaps vary by ${hundredths.format(facts.variation)} or less. People come unevenly, a program or a person with a list evenly.`,
    "one-connection": (facts) =>
      `At least ${f.number(facts.voters)} voters from one connection on one day. From a library or a home for the elderly there are some dozens. A mobile operator has many people behind one address, but few of them vote in one city on one day.`,
    "same-age": (facts) =>
      `At least ${f.number(facts.voters)} voters of exactly the same age, from ${f.number(facts.from)} years on, in one day. Usually there are one or two.`,
    "great-age": (facts) =>
      `At least ${f.number(facts.voters)} voters aged ${f.number(facts.from)} or more in one day. Usually there are about ten.`,
    "desk-pace": (facts) =>
      `At least ${voters(facts.voters)} let in at points from one account within ${f.number(facts.minutes)} minutes. These stretches of time overlap, so that two of them count each voter. Looking at a document and typing the number takes about half a minute.`,
    "desk-hour": (facts) =>
      `Anybody let in at a point before ${facts.from}:00 or from ${facts.to}:00 on. Only whole hours are told.`,
  },
  private:
    "Places and addresses are keyed hashes here: nobody can read from them who voted, or from where. Each time this page is opened is in the log.",
};
