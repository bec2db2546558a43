import { formatsOf } from "../format.ts";
import type { CheckRefusalWords } from "../refusal-words.ts";

const f = formatsOf("en-GB");

/** Refusals around the checks of proposals. */
export const checkRefusals: CheckRefusalWords = {
  "project/no-call": {
    title: "There is no call",
    detail: () => "The office does not wait for corrections of this proposal.",
  },
  "project/call-over": {
    title: "The time for corrections is over",
    detail: ({ endedAt }) => `We waited for corrections until: ${f.deadline(endedAt)}.`,
  },
  "co-author/named": {
    title: "This person is in the proposal already",
    detail: () => "Name somebody who is neither the author nor a co-author of this proposal.",
  },
  "co-author/full": {
    title: "There is no more room",
    detail: ({ most }) => `The most co-authors there may be: ${f.number(most)}.`,
  },
  "co-author/too-early": {
    title: "A title or a name is missing",
    detail: () => "Save the title of the proposal and your name first.",
  },
  "co-author/answered": {
    title: "This is settled already",
    detail: () => "This invitation was answered already, or somebody took it back.",
  },
  "merging/unlike": {
    title: "These proposals cannot be merged",
    detail: () => "Proposals of one pool that are in the same check can be merged.",
  },
  "merging/over": {
    title: "This can be answered no more",
    detail: () => "Its time is over, or somebody has closed it.",
  },
  "merging/late": {
    title: "The time to answer is over",
    detail: ({ endedAt }) =>
      `There was time to answer until ${f.deadline(endedAt)}. An answer that came later changes nothing.`,
  },
  "merging/open": {
    title: "A question about merging is open",
    detail: () =>
      "This proposal has a question about merging that is not answered yet. Wait until it is over.",
  },
  "merging/asked-enough": {
    title: "No more questions about merging",
    detail: ({ most }) =>
      `This proposal has asked other authors so many times: ${f.number(most)}. Write to the city office about it.`,
  },
  "appeal/nothing": {
    title: "There is nothing to appeal against",
    detail: () => "No result of this proposal was published against which an appeal is open.",
  },
  "appeal/over": {
    title: "The time for an appeal is over",
    detail: ({ endedAt }) => `Appeals were taken until: ${f.deadline(endedAt)}.`,
  },
  "appeal/filed": {
    title: "The appeal is there already",
    detail: ({ filedAt, mark }) => `The appeal came in on ${f.moment(filedAt)}. Case: ${mark}.`,
  },
  "appeal/decided-before": {
    title: "Somebody else decides",
    detail: ({ name }) => `${name} had a part in the result. Somebody else decides the appeal.`,
  },
  "check/held": {
    title: "Somebody else has the card",
    detail: ({ name }) => `The card is with ${name}. That person or a coordinator hands it back.`,
  },
  "opinion/open": {
    title: "The card waits for opinions",
    detail: ({ units }) => `No opinion yet: ${units.join(", ")}. Wait for them, or take the question back.`,
  },
  "opinion/asked": {
    title: "The unit is asked already",
    detail: ({ unit }) => `This unit is asked for its opinion already: ${unit}.`,
  },
  "opinion/other-unit": {
    title: "Another unit's opinion",
    detail: ({ unit }) => `The opinion is given by: ${unit}.`,
  },
  "list/window-open": {
    title: "Appeals can still come in",
    detail: ({ until }) => `Appeals can come in until: ${f.deadline(until)}. Publish the list after that.`,
  },
  "list/not-ready": {
    title: "The list is not ready",
    detail: ({ open, numbers }) =>
      open === 0
        ? "There is nothing to publish."
        : `Cards that are not accepted: ${f.number(open)} (${numbers.join(", ")}${numbers.length < open ? ", …" : ""}).`,
  },
};
