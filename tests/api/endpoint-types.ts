/** What an endpoint is told by its row of the route table. Nothing runs here: `npm run check` compiles it, and every expected error must be one. */
import { z } from "zod";
import { routes } from "../../functions/routes.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { noContent } from "../../shared/platform/http.ts";

const summary = "Compiled, never called";
const InCycle = z.object({ cycleId: CycleId });
const handle = () => noContent;

/** Staff routes have staff, voters' routes a voter, and the others nobody. */
export const actors = [
  endpoint(routes.postSignOff, {
    summary,
    params: InCycle,
    handle: ({ actor }) => (actor.roles.includes("commission") ? noContent : noContent),
  }),
  endpoint(routes.getDeskCycles, { summary, handle: ({ actor }) => ({ status: 200, body: actor.name }) }),
  endpoint(routes.postBallot, {
    summary,
    params: InCycle,
    handle: ({ actor }) => ({ status: 200, body: actor.voterKey }),
  }),
  endpoint(routes.getHome, {
    summary,
    // @ts-expect-error of anyone nothing is known
    handle: ({ actor }) => ({ status: 200, body: actor.id }),
  }),
  endpoint(routes.postSignOff, {
    summary,
    params: InCycle,
    // @ts-expect-error staff are no voters
    handle: ({ actor }) => ({ status: 200, body: actor.voterKey }),
  }),
];

/** Exactly the parameters of the path, and not one more. */
export const paths = [
  endpoint(routes.getProject, { summary, params: InCycle.extend({ projectId: ProjectId }), handle }),
  endpoint(routes.getHome, { summary, handle }),
  // @ts-expect-error `projectId` is missing
  endpoint(routes.getProject, { summary, params: InCycle, handle }),
  // @ts-expect-error there is no `projectId` in this path
  endpoint(routes.getCycle, { summary, params: InCycle.extend({ projectId: ProjectId }), handle }),
  // @ts-expect-error the path has a parameter
  endpoint(routes.getCycle, { summary, handle }),
  // @ts-expect-error the path has none
  endpoint(routes.getCycles, { summary, params: InCycle, handle }),
];

/** What a row says that a request may use up, and what is to be said for it. */
export const admissions = [
  endpoint(routes.postSupport, {
    summary,
    params: InCycle.extend({ projectId: ProjectId }),
    handle: async ({ admit }) => {
      await admit.supporter({ contact: "jan@example.com" });
      // @ts-expect-error whose bucket it is
      await admit.supporter({});
      // @ts-expect-error no act of this row
      await admit.author({ contact: "jan@example.com" });
      return noContent;
    },
  }),
  endpoint(routes.getHome, {
    summary,
    // @ts-expect-error a row without an admission has nothing to take from
    handle: ({ admit }) => admit.supporter({ contact: "jan@example.com" }),
  }),
];
