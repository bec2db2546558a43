/** What an endpoint is told by its row of the route table. Nothing runs here: `npm run check` compiles it, and every expected error must be one. */
import { z } from "zod";
import { looking } from "../../functions/admissions.ts";
import { routes } from "../../functions/routes.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { noContent } from "../../shared/platform/http.ts";
import { named, type Route, type RouteKey, type Who } from "../../shared/platform/route.ts";

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
  endpoint(routes.getOfficeCycles, { summary, handle: ({ actor }) => ({ status: 200, body: actor.name }) }),
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

const row = <K extends RouteKey, W extends Who, A extends Route["admission"] = undefined>(
  key: K,
  who: W,
  admission?: A,
): Route<K, W, A> => ({ key, fn: "site", who, ...(admission && { admission }) });
const anyone = { by: "anyone" } as const;

/** What others than staff write through says what it admits; a size is not enough. */
export const tables = [
  named({ look: row("GET /x", anyone), write: row("POST /x", anyone, looking) }),
  named({ write: row("POST /x", { by: "staff-token", roles: ["clerk"] }) }),
  named({
    // @ts-expect-error anybody could write through it
    write: row("POST /x", anyone),
  }),
  named({
    // @ts-expect-error a voter is no staff
    write: row("PUT /x", { by: "voter-token" } as const),
  }),
  named({
    // @ts-expect-error so is whoever holds a link; and a size says nothing of buckets
    write: row("DELETE /x", { by: "mailed-link" } as const, { bytes: 1, fields: 1 }),
  }),
];
