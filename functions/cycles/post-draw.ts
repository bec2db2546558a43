import { z } from "zod";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { enterDraws, NewDraw } from "./enter-draw.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const postDraw = endpoint(routes.postDraw, {
  summary: "Enter the draw that settles a tie, with its protocol",
  description:
    "What was drawn before for other projects of the pool stands; the same projects drawn again correct the earlier draw. All of it can be sent again.",
  params: z.object({ cycleId: CycleId }),
  body: NewDraw,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(cycleId, (cycle) => enterDraws({ by: request, cycle, drawn: [request.body] }, deps), deps);
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
