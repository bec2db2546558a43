import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { retentionView } from "../../../shared/pages/office/retention.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { retentionReport } from "../retention.ts";

export const getOfficeRetention = endpoint(routes.getOfficeRetention, {
  summary: "What becomes of an edition's personal data",
  params: z.object({ cycleId: CycleId }),
  handle: async (request, deps) => {
    const { words, receivedAt } = request;
    const cycle = await cycleOf(request.params.cycleId, deps);
    const report = await retentionReport(cycle, { at: receivedAt, words }, deps);
    return view(retentionView(frameOf(request), cycle, report));
  },
});
