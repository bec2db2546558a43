import type { Words } from "../words.ts";

export const phases: Words["phases"] = {
  draft: { name: "Preparation", now: "The city is preparing the edition" },
  submission: { name: "Call for proposals", now: "The call for proposals is open" },
  "formal-review": { name: "Formal check", now: "Proposals are being checked" },
  "merit-review": { name: "Technical assessment", now: "Proposals are being assessed" },
  appeals: { name: "Appeals", now: "Appeals are being decided" },
  "ballot-frozen": { name: "Ballot list", now: "The list of projects for the vote is ready" },
  voting: { name: "Voting", now: "Voting is open" },
  sealed: { name: "Sealed ballot box", now: "Voting is over, the ballot box is sealed" },
  counting: { name: "Counting", now: "Votes are being counted" },
  results: { name: "Results", now: "The results are known" },
  implementation: { name: "Implementation", now: "Projects are being carried out" },
  closed: { name: "Edition closed", now: "The edition is closed" },
  cancelled: { name: "Edition cancelled", now: "The edition was cancelled" },
};
