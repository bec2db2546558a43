/** What of a person is kept of consultations and of what residents write there, and what ends it: rows of the table of personal data. */
import { NOTHING, OFFICE } from "./personal-data-of-meetings.ts";

export const OF_CONSULTATIONS = {
  consultation: { foundBy: "office", holds: "who of the office noted an announcement", stays: OFFICE },
  consultationPart: { foundBy: "office", holds: "who of the office wrote the report", stays: OFFICE },
  remark: {
    foundBy: "beside",
    holds: "what somebody said to a consultation, and the name that they want shown beside it",
    stays: "a remark is public with the office's answer; a name stands there that its author wants shown",
  },
  consultationRequest: NOTHING,
  consultationRequestPart: {
    foundBy: "office",
    holds:
      "name, address and mailbox of who speaks for a request for a consultation; name and address of who signed it",
    ttl: "two years after it came",
  },
  remarkAuthor: {
    foundBy: "mailbox",
    holds: "name, mailbox and the fields of a statutory letter of whoever made a remark",
    ttl: "a year after the report, two years after the end where there is none",
  },
  look: {
    foundBy: "beside",
    holds: "what an author said against an act of moderation; who of the office looked at a post",
    stays: "that a post was looked at, and why it is hidden, is told with the post",
  },
  postOriginal: {
    foundBy: "beside",
    holds: "a post as it was written, where the public does not see all of it",
    ttl: "two years after the end of the consultation",
  },
  bar: {
    foundBy: "mailbox",
    holds: "that a mailbox, by a keyed hash, is kept from writing, why, and what its owner said against it",
    ttl: "a year after its end",
  },
  moderationEntry: NOTHING,
  waitingRemark: { foundBy: "passing", holds: "a remark whose mailbox nobody has proved", ttl: "a week" },
} as const;
