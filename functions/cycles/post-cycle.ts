import { endpoint } from "../../shared/platform/endpoint.ts";
import { created } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { NewCycle, openCycle } from "./open-cycle.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const postCycle = endpoint(routes.postCycle, {
  summary: "Open a budget cycle under a rule set",
  body: NewCycle,
  replies: { 201: StaffCycle },
  handle: async (request, deps) => {
    const made = await openCycle(request, request.body, deps);
    return created(routes.getCycle, { cycleId: made.id }, await staffCycle(made, deps));
  },
});
