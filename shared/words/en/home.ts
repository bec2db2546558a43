import type { Words } from "../words.ts";

export const home: Words["home"] = {
  title: "Participatory budget",
  lead: (city) => `Here you propose ideas for the city of ${city}, vote on projects and check the results.`,
  now: "What you can do now",
  none: "No edition is open now. See the results of past ones.",
  edition: (number) => `edition ${number}`,
  next: "Next phase",
  acts: {
    submission: "Propose a project",
    "formal-review": "See the proposals",
    "merit-review": "See the proposals",
    appeals: "See the proposals",
    "ballot-frozen": "See the projects on the ballot",
    voting: "Vote",
    sealed: "See the projects",
    counting: "See the projects",
    results: "See the results",
    implementation: "See the results",
  },
  more: "See also",
  links: {
    results: ["Results", "Which projects won, and why the others did not."],
    meetings: ["Meetings", "Dates of meetings with residents, and sign-up."],
    consultations: ["Consultations", "What the city is deciding now, and how to have your say."],
    help: ["Help", "How to propose, how to vote, where to ask."],
  },
};
