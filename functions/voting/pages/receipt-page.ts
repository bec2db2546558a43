import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { link } from "../../../shared/pages/layout.ts";
import { receiptView } from "../../../shared/pages/voting/receipt.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { receiptState } from "../receipt-state.ts";
import { receiptOf } from "./cookies.ts";
import { guardianContact } from "./next-child.ts";
import { refused } from "./trouble.ts";

export const getReceiptPage = endpoint(routes.getReceiptPage, {
  summary: "The receipt of the vote just cast",
  params: z.object({ cycleId: CycleId }),
  refused,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const receipt = receiptOf(request, cycleId);
    const found = receipt === undefined ? undefined : await receiptState(cycleId, receipt, deps);
    if (receipt === undefined || !found) return seeOther(link(request, pathTo("voteCheck")));
    const { calendar } = await cycleOf(cycleId, deps);
    return view(
      receiptView(frameOf(request), {
        receipt,
        resultsAt: entryOf(calendar, "results")?.startsAt,
        siteUrl: deps.site.url,
        nextChild:
          (await guardianContact(cycleId, request, deps)) === undefined
            ? undefined
            : `${pathTo("voteIdentity", { cycleId })}?next=child`,
      }),
    );
  },
});
