import { SMALLEST_SHARE, type ToldOf } from "../../domain/voting/turnout.ts";
import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { frame } from "./frame.ts";
import { voting } from "./voting.ts";

const f = formatsOf("en-GB");

/** A share that is not shown as none where somebody voted. */
const percent = (share: number): string =>
  share > 0 && share < SMALLEST_SHARE ? `less than ${f.percent(SMALLEST_SHARE)}` : f.percent(share);

const ofPeople = ({ whom, people }: ToldOf): string =>
  whom === "residents"
    ? `of ${f.number(people)} ${f.plural(people, { one: "resident", other: "residents" })}`
    : `of ${f.number(people)} ${f.plural(people, { one: "person", other: "people" })} on the roll of voters`;

export const results: Words["results"] = {
  list: {
    title: "Results",
    lead: "Here you see which projects won, what they cost, and why the others did not win.",
    votedUntil: (at) => `Voting ended: ${f.deadline(at)}.`,
    due: "Results still to come",
    dueAt: (at) => `We will publish the results: ${f.moment(at)}.`,
    dueLater: "We will publish the results when the votes are counted.",
    none: "No results are published yet.",
    see: "See the results",
  },

  due: {
    title: (edition) => `Results of edition ${edition}`,
    notYet: "These results are not there yet.",
    same: "They will appear on this page.",
    awaits: {
      cards: (until) =>
        `The office is entering the cards cast on paper. Voting points register them ${frame.until(until)}, unless the office confirms earlier that all are in.`,
      batches: "The office is entering the last cards cast on paper. Then the ballot box is sealed.",
      key: "The ballot box is sealed. Votes are counted when the commission hands over its key.",
      count:
        "The votes are being counted. Two people of the commission sign the result, then it is published.",
    },
    others: "Results of other editions",
  },

  turnout: {
    heading: "How many have voted so far",
    few: "Fewer than 10 people",
    fewEach: "Fewer than 10 people in each district",
    atLeast: (count) => `At least ${f.number(count)} people`,
    of: ({ whom, people }) =>
      `${whom === "residents" ? "Residents" : "People on the roll of voters"}: ${f.number(people)}.`,
    above:
      "More people have voted than the number of residents with which the city opened the edition. That number is an estimate.",
    countedAt: (at) => `As of: ${f.moment(at)}.`,
    rounded:
      "Figures are rounded down: to tens, from a thousand on to hundreds. The city's number is the sum of those of its districts. We count once an hour at most. The exact ones come with the results, but not for districts where fewer than 5 people voted, and sometimes one more.",
    caption: "Voters by district",
    columns: {
      district: "District",
      voters: "Voted",
      residents: "Residents",
      roll: "On the roll of voters",
    },
  },

  cycle: {
    title: (edition) => `Results of edition ${edition}`,
    published: (at) => `Published: ${f.moment(at)}.`,
    version: (version) =>
      `This is version ${f.number(version)}. The ones before were replaced, because the result changed.`,
    voters: "Voters",
    withGuardian: "Of these, children with a guardian",
    turnout: "Turnout",
    turnoutOf: (share, told) => {
      if (share !== undefined) return `${percent(share)} ${ofPeople(told)}`;
      return told.whom === "residents"
        ? `more people voted than the number of residents with which the city opened the edition (${f.number(told.people)}); it is an estimate, so we give no percentage`
        : `more people voted than are on the roll of voters (${f.number(told.people)}), so we give no percentage`;
    },
    share: (share) => (share === undefined ? "–" : percent(share)),
    estimate: "Numbers of residents are an estimate: a turnout that came out above 100% is not given.",
    untold:
      "Districts where fewer than 5 people voted are not in the table. One more may be missing: without it nobody can work those out from the total.",
    pointDays: "Days of voting points",
    pointDaysOf: (signed, worked) => `${f.number(signed)} of ${f.number(worked)} signed by two people`,
    paper: "Paper cards",
    paperAfterClose: "Cards registered after the close",
    paperOf: (accepted, cards) => `${f.number(accepted)} ballots of ${f.number(cards)} handed in`,
    voided: "Void ballots",
    voidedOf: (count, reasons) => `${f.number(count)} (${reasons.join("; ")})`,
    voidedFor: (reason, count) => `${reason}: ${f.number(count)}`,
    chosen: "Selected projects",
    chosenOf: (count, all) => `${f.number(count)} of ${f.number(all)}`,
    pools: "All pools together",
    spent: "Spent",
    left: "Left",
    ruleHeading: "How votes are counted",
    leftOverHeading: "What money left in the pools was used for",
    leftOver: (amount, left) =>
      `${f.shortMoney(amount)} was left in the pools. It also buys the projects below; after them ${f.shortMoney(left)} is left.`,
    leftOverNone: (amount) =>
      `${f.shortMoney(amount)} was left in the pools. It was not enough for any other project.`,
    byTurnout:
      "We began with the list of a district or of several districts where turnout was highest, and went on to the lowest.",
    thresholds: (minimums) => {
      const where = {
        district: "in a district",
        area: "on a list of several districts",
        citywide: "on the citywide list",
      };
      return `The minimum needed: ${minimums.map(({ kind, minimum }) => `${minimum} ${where[kind]}`).join(", ")}.`;
    },
    caption: "Results by list",
    columns: ["List", "Selected projects", "Pool", "Spent", "Left", "Votes"],
  },

  pool: {
    title: (name) => `Results: ${name}`,
    back: "All lists",
    ballots: "Votes on this list",
    pool: "Pool",
    barHeading: "Where the money goes",
    nothing: "No project of this pool was selected.",
    caption: "All projects in the order of counting",
    columns: ["Place", "Project", "Cost", "Points", "Voters", "Result"],
    tiesHeading: "How ties were settled",
    noTies: "There were no ties to settle.",
    tie: (points, numbers) => `With ${voting.points(points)}: ${numbers.join(", ")}.`,
    settledBy: (keys) => `Their order was settled by: ${keys.join(", then ")}.`,
    keys: {
      "more-voters": "more voters",
      cheaper: "the lower cost",
      "drawn-number": "the lower drawn number",
      "file-order": "the place on the list",
      lot: "a lot",
    },
    seed: "The lot comes from a number that the commission locked before the vote. See draws.json in the package.",
    draw: (protocol) => `The commission drew the lot. Record: ${protocol}.`,
    undecided: "No lot was drawn, because the order did not matter.",
    noMatter: "Another order would not change the result.",
  },

  whatIf: {
    title: (name) => `Another rule of counting: ${name}`,
    back: "The binding result",
    notBinding:
      "This is not the result of the vote. We counted the same votes by another rule, so that they can be compared. Only the rule of this edition binds.",
    rule: "Rule",
    count: "Count",
    figures: "Comparison",
    figure: "What is compared",
    binding: "Binding result",
    other: "Another rule",
    funded: "Selected projects",
    spent: "Spent",
    served: "Voters with at least one winning project",
    choices: "Winning projects for each voter",
    worth: "What the winning projects cost, on average for each voter",
    projects: "Projects",
    project: "Project",
    cost: "Cost",
    yes: "Selected",
    no: "Not selected",
    differs: "other than in the binding result",
  },

  files: {
    heading: "Check the result yourself",
    lead: "Anybody can count the votes again. The files hold no data of people.",
    csv: "Table of results (CSV)",
    json: "Results for programs (JSON)",
    pb: (name) => `Votes and projects: ${name} (Pabulib, .pb)`,
    package: "Package with everything (ZIP)",
    how: "How to count the votes again",
    steps: [
      "Download the .pb file and the program Rynek. The program is open.",
      "Run the count. The result must be the same as on this page.",
      "Compare the digests of the files with those below.",
    ],
    receipt: "Check that your vote is counted",
    digests: "Digests and signatures",
    signed: "Digest that the commission signed",
    leaves: "Digest of the list of votes (leaves.txt)",
    rules: "Digest of the edition's rules",
    tally: "Digest of the count of this list",
    signatures: "Signed by",
    signature: (name, at) => `${name}, ${f.moment(at)}`,
  },
};
