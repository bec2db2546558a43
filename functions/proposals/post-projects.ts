import { actOn } from "../../shared/acts/cycle-of.ts";
import { enterProjects, NewProjects, proposeProjects } from "../../shared/acts/enter-projects.ts";
import { Proposed, proposedReply } from "../../shared/acts/propose.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { routes } from "../routes.ts";
import { InCycle } from "./project-of.ts";

export const postProjects = endpoint(routes.postProjects, {
  summary: "Propose projects for the ballot list; another person has to accept them",
  description:
    "Only in an edition whose calendar has no submission, until its list is frozen. A list that waits for a second person is not replaced. " +
    "Once it is accepted, `GET` of the same path has the ids by number.",
  params: InCycle,
  body: NewProjects,
  replies: { 202: Proposed },
  handle: async (request, deps) => {
    const { params, body: asked } = request;
    const propose = (cycle: Cycle) => proposeProjects({ by: request, cycle, asked }, deps);
    return proposedReply(await actOn(params.cycleId, propose, deps));
  },
});

export const { accept: postProjectsAcceptance, refuse: postProjectsRefusal } = wordsBeside(enterProjects, {
  kind: "enter-projects",
  rows: { accept: routes.postProjectsAcceptance, refuse: routes.postProjectsRefusal },
  summaries: {
    accept: "Accept the projects that another person proposed; they are on the ballot at once",
    refuse: "Turn down the projects that another person proposed",
  },
  params: InCycle,
});
