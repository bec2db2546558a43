import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

/** Projects that cannot all be built. */
export const exclusions: Words["exclusions"] = {
  title: "Projects that cannot be carried out together",
  lead: "Residents see these groups, and the result is counted with them. They can be changed until the vote opens; another person accepts each change.",
  ruleOf: (rule) =>
    rule === "best-wins" ? "The best of them wins" : `At most so many of them: ${f.number(rule.atMost)}`,
  remove: "Remove this group",
  add: "Add a group",
  projects: "Numbers of the projects",
  projectsHint: "As they stand on the list, with commas between them",
  unknown: (numbers) => `This edition has no projects with these numbers: ${numbers}.`,
  tooFew: "Give at least two different numbers.",
  rule: "How many of them can win?",
  atMostChoice: "At most a few of them",
  atMost: "How many at most",
  atMostHint: "Only where a few can win.",
  atMostWrong: "Type a number smaller than the number of projects in the group.",
  reasonHint: "Residents read it, for example: both projects need the same place.",
  legalBasisHint: "For example a paragraph of the rules. May stay empty.",
  submit: "Save the group",
};
