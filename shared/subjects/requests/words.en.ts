import { formatsOf } from "../../words/format.ts";
import type { RequestWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: RequestWords = {
  title: "Requests for a consultation",
  lead: (count) =>
    `Residents can ask for a consultation. A request needs so many signatures: ${f.number(count)}. Hand it in on paper at the office.`,
  none: "There is no request yet.",
  back: "Consultations",
  states: {
    received: "being checked",
    called: "waits for what is missing",
    complete: "waits for an answer",
    accepted: "accepted",
    refused: "refused",
    appealed: "appeal",
    "at-council": "appeal at the city council",
    upheld: "refusal upheld",
  },
  supporters: (count, needed) => `Signatures: ${f.number(count)}, needed: ${f.number(needed)}`,
  citywide: "the whole city",
  terms: {
    arrived: "Came",
    territory: "Area",
    forms: "Forms asked for",
    supporters: "Support",
    answerDue: "Answer at the latest",
    appealDue: "Appeal to the city council at the latest",
    cites: "Consultations of this request",
  },
  why: "Reasons",
  called: (on, until) => `Called on ${f.date(on)} for what is missing. Until: ${f.date(until)}.`,
  corrected: (on) => `What was missing came: ${f.date(on)}.`,
  accepted: (on) => `The office accepted it: ${f.date(on)}.`,
  refused: (on) => `The office refused it: ${f.date(on)}.`,
  appealed: (on) => `An appeal came: ${f.date(on)}.`,
  passed: (on) => `Passed on to the city council: ${f.date(on)}.`,
  outcomes: {
    granted: (on) => `The city council granted the appeal: ${f.date(on)}.`,
    upheld: (on) => `The city council upheld the refusal: ${f.date(on)}.`,
  },
  letters: {
    call: (title, text, until) => ({
      subject: "Your request for a consultation lacks something",
      first: `Request: ${title}.`,
      parts: [text, `Until: ${f.date(until)}.`],
      button: "See the request",
      why: "You get this letter since you speak for those who signed the request.",
    }),
    answer: (title, sentence, text, appealDue) => ({
      subject: "Answer to your request for a consultation",
      first: `Request: ${title}.`,
      parts: [
        sentence,
        text,
        ...(appealDue === undefined
          ? []
          : [`You can appeal to the city council at the latest on: ${f.date(appealDue)}.`]),
      ],
      button: "See the request",
      why: "You get this letter since you speak for those who signed the request.",
    }),
  },
  office: {
    title: "Requests of residents for a consultation",
    columns: ["Request", "Came", "State", "Signatures", "Due"],
    isPublic: "See the page for residents",
    representative: "Who speaks for it",
    sources: "What the resolution says",
    due: {
      check: (title) => `Check a request for a consultation: ${title}`,
      corrected: (title) => `What a request for a consultation lacks: ${title}`,
      answer: (title) => `Answer to a request for a consultation: ${title}`,
      pass: (title) => `Pass an appeal on to the council: ${title}`,
      outcome: (title) => `Decision of the council: ${title}`,
      open: (title) => `Consultation that residents asked for: ${title}`,
    },
    fields: {
      title: { label: "What it is about" },
      territory: { label: "Districts", hint: "None ticked: the whole city." },
      forms: { label: "Forms asked for" },
      justification: { label: "Reasons", hint: "They are public. Leave out data of people." },
      arrivedOn: { label: "Day on which it came" },
      name: { label: "Who speaks for it: name" },
      address: { label: "Who speaks for it: address" },
      email: { label: "Who speaks for it: e-mail" },
      phone: { label: "Who speaks for it: telephone" },
      language: { label: "Language of letters", options: { pl: "Polish", en: "English", uk: "Ukrainian" } },
      lines: {
        label: "People on the list",
        hint: "A person a line: name; address. At most 40 at once. Leave out the PESEL.",
      },
      text: { label: "Text" },
      until: { label: "Last day for what is missing" },
      on: { label: "Day" },
      outcome: {
        label: "What the council decided",
        options: { granted: "granted the appeal", upheld: "upheld the refusal" },
      },
    },
  },
  acts: {
    add: { title: "Enter a request", submit: "Enter the request" },
    supporters: { title: "Enter who signed it", submit: "Enter the list" },
    call: { title: "Call for what is missing", submit: "Call" },
    correct: { title: "Note what came", submit: "Note it" },
    complete: { title: "The request is complete", submit: "It is complete" },
    accept: { title: "Accept the request", submit: "Accept" },
    refuse: {
      title: "Refuse",
      hint: "Who speaks for it reads the reason, and until when an appeal may come.",
      submit: "Refuse",
    },
    appeal: { title: "Note an appeal to the council", submit: "Note the appeal" },
    pass: { title: "Pass the appeal on to the council", submit: "Note that it was passed on" },
    outcome: { title: "Enter what the council decided", submit: "Save the decision" },
  },
  blockers: {
    "too-few": "There are fewer signatures than the resolution asks for.",
    "still-time": "The time for what is missing is not over yet.",
  },
};
