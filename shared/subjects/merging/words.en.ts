import { formatsOf } from "../../words/format.ts";
import type { MergingWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: MergingWords = {
  of: (number) => `Merging: ${number}`,
  title: "Merging proposals",
  back: "The proposal",
  states: {
    none: "not proposed",
    asked: "authors answer",
    agreed: "all have agreed",
    refused: "declined",
    lapsed: "its time is over",
    "taken-back": "taken back",
    merged: "merged",
  },
  acts: {
    propose: {
      title: "Propose to merge",
      hint: "The authors of all the proposals are asked. This one stays, the others go into it.",
      submit: "Ask the authors",
    },
    answer: {
      title: "An answer on paper",
      hint: "Enter it where an author answered in writing.",
      submit: "Enter the answer",
    },
    confirm: {
      title: "Merge the proposals",
      hint: "Proposals that go into this one lose their own card. This cannot be undone.",
      submit: "Merge the proposals",
    },
    takeBack: { title: "Take it back", hint: "The proposals stay apart.", submit: "Take it back" },
  },
  fields: {
    others: { label: "Numbers of the proposals that go into this one", hint: "One or two, with a comma." },
    title: { label: "Common title" },
    description: { label: "Common description" },
    until: { label: "Until when the authors answer" },
  },
  answerFields: { number: "Number of the proposal", answer: "The author's answer" },
  answers: { accept: "agrees", decline: "declines" },
  until: (at) => `Time to answer: until ${f.deadline(at)}.`,
  proposed: (name) => `Proposed by ${name}.`,
  proposedByAuthor: "Proposed by the author of the one that stays.",
  caption: "Answers of the authors",
  number: "Proposal",
  answered: "Answer",
  came: (numbers) => `Merged with: ${numbers.join(", ")}, the proposal has a new text. Check it anew.`,
  went: (number) => `Merged into proposal ${number}.`,
  ask: {
    title: "Propose to merge proposals",
    back: "Your proposal",
    way: "Propose to merge with another proposal",
    lead: "Do you know one that is like yours? Ask its author. Your proposal stays, and theirs goes into it.",
    what: "The other author gets a letter and answers within 14 days. Once they agree the city office checks and confirms it.",
    number: "Number of the other proposal",
    numberHint: "It stands on the page of that proposal.",
    submit: "Ask the author",
    notNow:
      "This cannot be asked now: a question is open, there were too many, or the proposal has been decided.",
    say: {
      "/number": "Enter the number of another proposal of this edition.",
      "/title": "Enter the common title.",
      "/description": "Enter the common description.",
    },
  },
  joined: { into: "Merged into the proposal:", from: "In this proposal are also:" },
  /** What the office reads of proposals that may be one. */
  groups: {
    title: "Proposals like each other",
    of: (numbers) => `Proposals alike: ${numbers}`,
    lead: "The system puts proposals of one pool together that are near each other, or have one place or title. Their authors decide whether they become one.",
    caption: "Groups of proposals that are alike",
    numbers: "Proposals",
    titles: "Titles",
    why: "What they share",
    state: "State",
    none: "No proposals are like each other.",
    likeness: { near: "near each other", place: "the same place", title: "the same title" },
    states: { proposed: "to be decided", apart: "stay apart" },
    side: "Proposals side by side",
    number: "Number",
    titleOf: "Title",
    place: "Place",
    cost: "Cost",
    ask: "Question to the authors",
    stays: (number) => `Ask, ${number} stays`,
    said: (name, at) => `They stay apart: ${name}, ${f.moment(at)}.`,
    acts: {
      keepApart: {
        title: "Keep them apart",
        hint: "The group is not asked about any more. Proposals can still be merged from the page of each.",
        submit: "Keep them apart",
      },
    },
    fields: { reason: { label: "Why they are different proposals" } },
  },
  author: {
    title: "A question about merging",
    lead: (numbers, into) => `The city office proposes to merge proposals ${numbers}. Number ${into} stays.`,
    leadOfAuthor: (numbers, into) =>
      `The author of proposal ${into} proposes to merge proposals ${numbers}. Number ${into} stays.`,
    giveUp: "Take the proposal back",
    until: (at) => `Time to answer: until ${f.deadline(at)}.`,
    what: "Unless all authors agree nothing changes. Merged authors become co-authors; support stays with the proposal that it was given to.",
    said: "Your answer is saved.",
    accept: "I agree to merge",
    decline: "I do not agree",
  },
};
