import type { SectionLimits } from "../../domain/voting/limits.ts";
import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";
import { voting } from "./voting.ts";

const f = formatsOf("en-GB");
const { points, upTo } = voting;

const projects = (count: number): string => `${f.number(count)} ${count === 1 ? "project" : "projects"}`;

type Range = Pick<SectionLimits, "minProjects" | "maxProjects">;

const howMany = ({ minProjects: least, maxProjects: most }: Range): string => {
  if (most === Number.POSITIVE_INFINITY) return least > 1 ? `at least ${projects(least)}` : "projects";
  if (least === most) return most === 1 ? "1 project" : `exactly ${projects(most)}`;
  return least > 1 ? `from ${f.number(least)} to ${projects(most)}` : upTo(most);
};

const sum: Words["ballot"]["forms"]["sum"] = ({ kind }, limits, ticked) => {
  const limit = limits.maxProjects === Number.POSITIVE_INFINITY ? "" : ` of ${f.number(limits.maxProjects)}`;
  const chosen = `Projects chosen: ${f.number(ticked.projects)}${limit}`;
  if (kind === "knapsack")
    return `${chosen}. Cost: ${f.shortMoney(ticked.costGrosze)} of ${f.shortMoney(limits.maxCostGrosze)}.`;
  return kind === "approval" ? `${chosen}.` : null;
};

const scores = ({ minPointsEach, maxPointsEach }: SectionLimits): string =>
  `Scores: from ${f.number(minPointsEach)} to ${f.number(maxPointsEach)}`;

export const forms: Words["ballot"]["forms"] = {
  question: ({ kind }, limits, list) =>
    `${kind === "scoring" ? "Score projects" : `Choose ${howMany(limits)}`} ${list.of === "citywide" ? "for the whole city" : list.of === "district" ? `in the district ${list.name}` : `on the list “${list.name}”`}`,
  hint: (form, limits) => {
    switch (form.kind) {
      case "points":
        return `You have ${points(form.points)} on this list.${form.allPoints ? " You must give all of them." : ""}`;
      case "ordinal":
        return `Then you put them in order. The places give these points: ${form.weights.map(f.number).join(", ")}.`;
      case "scoring":
        return `${scores(limits)}. A project without a score gets 0.`;
      case "knapsack":
        return `Together they may cost at most ${f.shortMoney(limits.maxCostGrosze)}.`;
      default:
        return "Each project that you choose gets 1 vote.";
    }
  },
  bar: (form, limits, ticked) => {
    const { minProjects: least, maxProjects: most } = limits;
    if (form.kind === "scoring") return scores(limits);
    if (most === 1) return "1 project";
    return (
      sum(form, limits, ticked) ??
      (least === most ? `Exactly ${projects(most)}` : `${projects(most)} at most`)
    );
  },
  sum,
  recount: "Add up",
  nothing: ({ kind, required }) =>
    `${kind === "scoring" ? "Score at least one project" : "Tick a project"}${required ? "" : ", or skip this list"}`,
  tooFew: (needed, given) => `Choose at least ${projects(needed)}. You ticked ${f.number(given)}`,
  tooDear: (allowedGrosze, givenGrosze) =>
    `Choose projects for at most ${f.shortMoney(allowedGrosze)}. Those you ticked cost ${f.shortMoney(givenGrosze)}`,
  score: (score) => `Score: ${f.number(score)}`,
  noScore: "0 – no score",
  places: {
    question: "In which order do you want the projects?",
    hint: "Choose each place once. The first is worth the most.",
    place: (rank, worth) => `Place ${f.number(rank)} – ${points(worth)}`,
    missing: "Choose a place for this project",
    repeated: (count) => `Choose each place from 1 to ${f.number(count)} once`,
  },
  summary: (form, limits, lists) => {
    const where = {
      both: "On each list",
      each: "On each list",
      area: "On each list that your district is part of,",
      citywides: "On each citywide list",
      district: "On your district's list",
      citywide: "On the citywide list",
    }[lists];
    switch (form.kind) {
      case "points":
        return voting.start.pointsOnLists(form.points, limits.maxProjects, voting.start.lists[lists]);
      case "ordinal":
        return `${where} you choose ${howMany(limits)} and put them in order.`;
      case "scoring":
        return `${where} you score projects. ${scores(limits)}.`;
      case "knapsack":
        return form.maxCostGrosze === null
          ? `${where} you choose ${howMany(limits)} that together fit the pool.`
          : `${where} you choose ${howMany(limits)} for at most ${f.shortMoney(form.maxCostGrosze)}.`;
      default:
        return `${where} you choose ${howMany(limits)}.`;
    }
  },
};
