import { formatsOf } from "../format.ts";
import type { RefusalWords } from "../refusal-words.ts";

const f = formatsOf("en-GB");

export const consultationRefusals = {
  "consultation/published": {
    title: "The consultation is already announced",
    detail: () => "The kind of an announced consultation cannot be changed.",
  },
  "consultation/over": {
    title: "The consultation's time is over",
    detail: ({ endedAt }) => `The consultation ended ${f.deadline(endedAt)}. Change the dates and try again.`,
  },
  "consultation/not-announced": {
    title: "An announcement is missing",
    detail: ({ channels }) => `An announcement that is needed is not noted: ${channels}.`,
  },
  "consultation/term": {
    title: "The term is shorter than the law’s",
    detail: ({ days, fromDay, untilDay, source }) =>
      `It takes ${days} days after ${f.date(fromDay)}. The last day cannot be before ${f.date(untilDay)}. Ground: ${source}.`,
  },
  "consultation/remarks-time": {
    title: "Remarks are not taken now",
    detail: ({ startsAt, endsAt }) =>
      `Remarks are taken in this time: ${f.moment(startsAt)} – ${f.deadline(endsAt)}.`,
  },
  "consultation/said": {
    title: "Residents have said something",
    detail: ({ count }) =>
      `Remarks: ${f.number(count)}. Such a consultation is not taken back. It can be ended earlier.`,
  },
  "remark/outside": {
    title: "This place lies outside the area of the consultation",
    detail: () => "Check the point. If it is meant so, tick that beside the place and send it again.",
  },
  "remark/outside-refused": {
    title: "This place lies outside the area of the consultation",
    detail: () => "Check the point. Remarks are taken on places within the bounds alone.",
  },
  "consultation/undecided": {
    title: "There are remarks without a decision",
    detail: ({ count }) =>
      `Without a decision: ${f.number(count)}. Decide about them, then publish the report.`,
  },
  "meeting/by-office": {
    title: "The office signs people up for this meeting",
    detail: () => "Call or write to the office. It enters people on the list itself.",
  },
  "meeting/no-offer": {
    title: "This place no longer waits for you",
    detail: () => "The time to accept the place is over, or it was given back. You can sign up again.",
  },
  "meeting/visits-held": {
    title: "That many appointments are booked already",
    detail: ({ most }) =>
      `One e-mail holds at most so many appointments at once: ${f.number(most)}. Cancel one by the link in its letter, or call.`,
  },
  "moderation/not-named": {
    title: "Not your consultation",
    detail: () => "Those whom its unit has named moderate it.",
  },
  "moderation/own": {
    title: "Somebody else looks at it",
    detail: () => "It is your own post. Somebody else looks at it.",
  },
  "moderation/held": {
    title: "The post is with somebody else",
    detail: ({ name }) => `This post is now with ${name}.`,
  },
  "moderation/appeal-over": {
    title: "The time for an appeal is over",
    detail: () => "There is no appeal against this act any more.",
  },
  "moderation/barred": {
    title: "This address is kept from writing",
    detail: ({ until }) => `This address is kept from writing ${f.deadline(until)}. Reading stays open.`,
  },
} satisfies Partial<RefusalWords>;
