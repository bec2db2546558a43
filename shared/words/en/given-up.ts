import type { Catalogue } from "../words.ts";

/** Letters about decisions that were given up. */
export const givenUp: Catalogue["givenUp"] = {
  of: {
    project: "a decision on a project",
    late: "proposal that came too late",
    statement: "a decision on a statement",
    meeting: "a change of a meeting",
    matter: "an answer in a matter",
  },
  title: "A letter that did not arrive",
  lead: "The person may not know of the decision. Send the letter again, or tell them otherwise.",
  terms: {
    what: "About",
    letter: "Subject of the letter",
    outcome: "What happened",
    at: "When we stopped trying",
    state: "State",
    by: "By",
  },
  outcomes: {
    rejected: "the mail refused the letter or the address",
    postponed: "for three days the mail did not take the letter",
    unknown: "the mail did not answer; the letter may have arrived",
  },
  states: { waiting: "to be dealt with", "sent-again": "sent again", "dealt-with": "dealt with" },
  deleted: "The text and the address of the letter are deleted.",
  subject: "See what it is about",
  send: "Send it again",
  deal: "Mark as dealt with",
  sendAlike: "Send all that failed for this cause",
  alikeHint: "The last button also sends other letters on your list of work that failed for the same cause.",
};
