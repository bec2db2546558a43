import type { Words } from "../words.ts";

export const home: Words["home"] = {
  title: "Participatory budget",
  lead: (city) => `Here you propose ideas for the city of ${city}, vote on projects and check the results.`,
  now: "What you can do now",
  none: "No edition is open now. See the results of past ones.",
  edition: (number) => `edition ${number}`,
  next: "Next phase",
  acts: {
    submission: ["/zglos", "Propose a project"],
    "formal-review": ["/projekty", "See the proposals"],
    "merit-review": ["/projekty", "See the proposals"],
    appeals: ["/projekty", "See the proposals"],
    "ballot-frozen": ["/projekty", "See the projects on the ballot"],
    voting: ["/glosuj", "Vote"],
    sealed: ["/projekty", "See the projects"],
    counting: ["/projekty", "See the projects"],
    results: ["/wyniki", "See the results"],
    implementation: ["/wyniki", "See the results"],
  },
  more: "See also",
  links: [
    ["/wyniki", "Results", "Which projects won, and why the others did not."],
    ["/spotkania", "Meetings", "Dates of meetings with residents, and sign-up."],
    ["/konsultacje", "Consultations", "What the city is deciding now, and how to have your say."],
    ["/pomoc", "Help", "How to propose, how to vote, where to ask."],
  ],
};
