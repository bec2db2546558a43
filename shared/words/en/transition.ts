import type { Words } from "../words.ts";

/** Moving an edition on, or ending it for good. */
export const transition: Words["transition"] = {
  title: (phase) => `Go on to the phase “${phase}” now?`,
  moves: {
    submission: "Residents will be able to submit proposals.",
    "formal-review": "The call closes. No new proposal can be submitted.",
    "merit-review": "The formal check ends.",
    appeals: "The technical assessment ends.",
    "ballot-frozen": "The list of projects is closed for good. No project can be added any more.",
    voting: "Voting opens at once. Rules, amounts and keys cannot be changed any more.",
    sealed: "Voting ends now, ahead of time. After a minute the ballot box is sealed for good.",
    counting: "The system opens the ballots and counts them.",
    results: "The results appear on the city's site at once.",
    implementation: "The edition goes on to carrying the projects out.",
    closed: "The edition is closed. Nothing in it changes any more.",
  },
  submit: (phase) => `Go on to: ${phase}`,
  blocked: "The next phase cannot begin yet",
  cancellation: {
    title: "Cancel the whole edition?",
    consequence: "The edition ends without results. Votes that were cast are not counted.",
    submit: "Cancel the edition",
  },
  byTwo: {
    needed: "This takes two people: one proposes it, another accepts it. Nothing changes before that.",
    propose: "Propose it",
    shown: "Residents read the reason for an earlier end of the vote.",
  },
};
