import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { requestTransition } from "../../../shared/acts/cycle/move-cycle.ts";
import { standingOn } from "../../../shared/acts/cycle/standing.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { readiness } from "../../../shared/acts/readiness.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { mayBeCancelled, Phase } from "../../../shared/domain/cycle/phases.ts";
import { nextPhase, takesTwo } from "../../../shared/domain/cycle/schedule.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { cancellationView, transitionView } from "../../../shared/pages/office/transition.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther } from "../../../shared/platform/http.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { numberFaults } from "./typed-number.ts";
import { typedReason } from "./typed-reason.ts";

const Confirmed = z.object({ reason: z.string().default(""), number: z.string().default("") });
type Confirmed = z.infer<typeof Confirmed>;

/** The reason of an act that was confirmed by the number, or everything that is to be corrected. */
const confirmed = (
  { reason, number }: Confirmed,
  cycle: Cycle,
  words: Words,
): { readonly reason: string } | { readonly faults: readonly Fault[] } => {
  const read = typedReason(reason, words);
  const faults = [...("fault" in read ? [read.fault] : []), ...numberFaults(number, cycle, words)];
  return "reason" in read && faults.length === 0 ? read : { faults };
};

export const { get: getOfficeTransition, post: postOfficeTransition } = actPages(
  { get: routes.getOfficeTransition, post: routes.postOfficeTransition },
  {
    summary: "Going on to the next phase now",
    params: InEdition,
    // The phase that the person saw on the page: one that came meanwhile is not skipped.
    body: Confirmed.extend({ to: Phase }),
    fields: ["reason", "number"],
    show: async ({ request, cycle }, state, deps) => {
      const to = nextPhase(cycle);
      if (to === undefined)
        throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to: cycle.phase }));
      const blockers = await readiness(cycle, to, deps);
      const byTwo = takesTwo(cycle, to, request.receivedAt);
      return transitionView(frameOf(request), state, { ...cycle, to, blockers, byTwo });
    },
    act: async ({ request, cycle }, deps) => {
      const read = confirmed(request.body, cycle, request.words);
      if ("faults" in read) return read.faults;
      await requestTransition({ by: request, cycle, move: { to: request.body.to, ...read } }, deps);
      return undefined;
    },
  },
);

export const { get: getOfficeCycleCancellation, post: postOfficeCycleCancellation } = actPages(
  { get: routes.getOfficeCycleCancellation, post: routes.postOfficeCycleCancellation },
  {
    summary: "Cancelling an edition",
    params: InEdition,
    body: Confirmed,
    fields: ["reason", "number"],
    show: ({ request, cycle }, state) => {
      if (!mayBeCancelled(cycle.phase))
        throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to: "cancelled" }));
      const byTwo = takesTwo(cycle, "cancelled", request.receivedAt);
      return cancellationView(frameOf(request), state, { ...cycle, byTwo });
    },
    act: async ({ request, cycle }, deps) => {
      const read = confirmed(request.body, cycle, request.words);
      if ("faults" in read) return read.faults;
      await requestTransition({ by: request, cycle, move: { to: "cancelled", ...read } }, deps);
      return undefined;
    },
  },
);

/** Where a proposed move was accepted before every such act had a page of its own. */
export const getOfficeAcceptance = endpoint(routes.getOfficeAcceptance, {
  summary: "Leads to the move that waits for a second person",
  params: InEdition,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { move } = await standingOn(await cycleOf(cycleId, deps), request.receivedAt, deps);
    const path = move ? pathTo("pendingAct", { pendingId: move.id }) : pathTo("edition", { cycleId });
    return seeOther(link(frameOf(request), path));
  },
});
