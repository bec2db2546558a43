import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { signResult } from "./sign-result.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** The digest is what is signed: it stands for every tally of the count. */
const NewSignOff = z
  .strictObject({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .describe("As the cycle shows it: null while the votes are being counted, and then refused with 409"),
  })
  .meta({ id: "NewSignOff" });

export const postSignOff = endpoint(routes.postSignOff, {
  summary: "Sign the result of the count; two different people must",
  params: z.object({ cycleId: CycleId }),
  body: NewSignOff,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    await signResult({ by: request, cycle, digest: request.body.digest }, deps);
    return accepted(await staffCycle(await cycleOf(cycle.id, deps), deps));
  },
});
