import { formatsOf } from "../../words/format.ts";
import type { AppealWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: AppealWords = {
  of: (number) => `Appeal: ${number}`,
  title: "Appeal",
  back: "Proposal",
  against: { formal: "Against the formal check", merit: "Against the merit check" },
  states: {
    none: "no appeal",
    filed: "waits for a decision",
    "to-accept": "waits for a second person",
    accepted: "decided, not published yet",
    published: "published",
  },
  verdicts: { upheld: "Upheld", dismissed: "Dismissed" },
  acts: {
    enter: {
      title: "An appeal on paper",
      hint: "Copy what is said to the criteria that it is about. The time runs from the publication of the list.",
      submit: "Enter the appeal",
    },
    decide: {
      title: "Decision",
      hint: "Answer every point. Whoever decides had no part in the check, and neither has the second person who accepts.",
      submit: "Save the decision",
    },
    accept: {
      title: "Acceptance of the decision",
      hint: "The author and residents see it only once the list is published.",
      submit: "Accept the decision",
    },
    giveBack: {
      title: "Give the decision back",
      hint: "The appeal waits for a decision again.",
      submit: "Give back",
    },
  },
  fields: {
    arrivedBy: "How it came",
    arrivedAt: "When the office had it",
    postedOn: "Day of the post mark",
    postedOnHint: "Only of a letter by post.",
    verdict: "Result",
    verdictHint: "Upheld: the proposal goes on in the procedure, or onto the ballot.",
    answer: (criterion) => `Answer: ${criterion}`,
    reason: "Why it is given back",
  },
  arrivals: { post: "by post", desk: "in person", email: "by e-mail", epuap: "by ePUAP" },
  work: {
    decide: (number) => `Appeal to be decided: ${number}`,
    accept: (number) => `Decision on an appeal to be accepted: ${number}`,
  },
  about: {
    reason: "Reasons of the negative result",
    filed: (at, mark) => `Filed: ${f.moment(at)}. Case: ${mark}.`,
    until: (at) => `Time for an appeal: ${f.deadline(at)}.`,
    caption: "Points and answers",
    criterion: "Criterion",
    point: "Point",
    answer: "Answer",
    verdict: "Result",
    decided: (name, at) => `Decision: ${name}, ${f.moment(at)}`,
    accepted: (name, at) => `Acceptance: ${name}, ${f.moment(at)}`,
    returned: (name, reason) => `Given back (${name}): ${reason}`,
  },
  author: {
    title: (number) => `Appeal about proposal ${number}`,
    back: "Your proposal",
    until: (at) => `You can appeal until ${f.deadline(at)}.`,
    way: "Appeal",
    paper: "You can also bring it to the office on paper, or send it by post.",
    reason: "Why the result is negative",
    lead: "Write why beside each criterion that you do not agree with. Leave the other fields empty.",
    point: (criterion) => `I do not agree: ${criterion}`,
    submit: "Send the appeal",
    filed: (at) => `Appeal filed: ${f.moment(at)}.`,
    waits: "The office publishes what became of appeals on one list.",
    outcomes: {
      upheld: (at) => `Appeal decided ${f.moment(at)}: upheld.`,
      dismissed: (at) => `Appeal decided ${f.moment(at)}: dismissed.`,
    },
  },
};
