import { formatsOf } from "../../words/format.ts";
import type { PointWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: PointWords = {
  title: "Consultation point",
  lead: "Whatever a resident does on the site, do it for them at the desk.",
  find: "Find a case",
  query: "Project number, case mark, matter number, name or e-mail",
  queryHint: "For example a whole number, Nowak or jan@example.com.",
  reason: "Reason",
  reasonHint: "For example: asks at the desk about their proposal. Write no address or name here.",
  submit: "Search",
  found: (count) => `Cases found: ${f.number(count)}.`,
  none: "There is no such case. Check the spelling, or give a number.",
  more: "There are more. Give a number or the whole name.",
  caption: "Cases found",
  columns: { number: "Number", kind: "Kind", title: "Title", who: "Who", print: "Print" },
  kinds: {
    project: "project",
    late: "proposal after the call",
    matter: "question or request",
    signup: "sign-up for a meeting",
  },
  print: "Confirmation",
  desk: "Do it for somebody at the desk",
  acts: {
    proposal: ["Submit a proposal", "An entry in the register, with the scan beside it."],
    late: ["Enter an author's answer to a call", "Find the case above and open it."],
    wish: ["Do something at the author’s wish", "Find the case above and open it."],
    support: ["Enter support", "From a paper list, on the proposal’s page."],
    matter: ["Ask a question or make a request", "Accessibility, personal data, public information."],
    meeting: ["Sign up for a meeting", "On the meeting’s page."],
    statement: ["File a statement of residence", "Where the person is not on the roll."],
    receipt: ["Check a vote by its receipt", "The person types the number of their receipt."],
    letters: ["See whether a letter left", "With a reason, by address or number."],
  },
  hours: "Hours of the point",
  confirmation: {
    title: "Confirmation of what was done",
    lead: "Print this page and give it to the person at the desk.",
    of: (day, name) => `${day}, received by: ${name}`,
    caption: "What was done",
    none: "Today you have done nothing in this case.",
    subject: "Case",
    signature: "Signature and stamp",
  },
};
