import { z } from "zod";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { enterProjects, NewProjects, proposeProjects } from "../../shared/acts/enter-projects.ts";
import { PendingView, pendingView } from "../../shared/acts/pending-view.ts";
import { Proposed } from "../../shared/acts/propose.ts";
import { wordBeside } from "../../shared/acts/word-beside.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted, json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { InCycle } from "./project-of.ts";

const kind = "enter-projects";

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
    const propose = () =>
      actOn(params.cycleId, (cycle) => proposeProjects({ by: request, cycle, asked }, deps), deps);
    const { id: pendingId, until } = await propose();
    return accepted({ pendingId, until });
  },
});

export const postProjectsAcceptance = endpoint(routes.postProjectsAcceptance, {
  summary: "Accept the projects that another person proposed; they are on the ballot at once",
  params: InCycle,
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const act = await wordBeside(enterProjects, { cycleId, kind, how: "accept", by: request }, deps);
    return json(pendingView(act, request.receivedAt));
  },
});

export const postProjectsRefusal = endpoint(routes.postProjectsRefusal, {
  summary: "Turn down the projects that another person proposed",
  params: InCycle,
  body: z.strictObject({ reason: paragraphs(1000) }).meta({ id: "ProjectsRefusal" }),
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { reason } = request.body;
    const said = { cycleId, kind, how: "refuse", reason, by: request } as const;
    return json(pendingView(await wordBeside(enterProjects, said, deps), request.receivedAt));
  },
});
