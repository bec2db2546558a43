import { z } from "zod";
import { mayBeCancelled, Phase } from "../../../shared/domain/cycle/phases.ts";
import { nextPhase } from "../../../shared/domain/cycle/schedule.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { cancellationView, transitionView } from "../../../shared/pages/office/transition.ts";
import { actPages } from "../../../shared/platform/act-pages.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { readiness } from "../../../shared/platform/readiness.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { requestTransition } from "../request-transition.ts";
import { numberFaults } from "./typed-number.ts";

const say = ({ deskActs }: Words) => ({ "/reason": deskActs.reasonMissing });

const Confirmed = z.object({ reason: paragraphs(1000), number: z.string().default("") });

export const transitionPages = actPages(
  { get: routes.getDeskTransition, post: routes.postDeskTransition },
  {
    summary: "Going on to the next phase now",
    // The phase that the person saw on the page: one that came meanwhile is not skipped.
    body: Confirmed.extend({ to: Phase }),
    fields: ["reason", "number"],
    say,
    show: async ({ request, cycle }, state, deps) => {
      const to = nextPhase(cycle);
      if (to === undefined)
        throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to: cycle.phase }));
      const blockers = await readiness(cycle, to, deps);
      return transitionView(frameOf(request), state, { ...cycle, to, blockers });
    },
    act: async ({ request, cycle }, deps) => {
      const { to, reason, number } = request.body;
      const faults = numberFaults(number, cycle, request.words);
      if (faults) return faults;
      await requestTransition({ by: request, cycle, move: { to, reason } }, deps);
      return undefined;
    },
  },
);

export const cancellationPages = actPages(
  { get: routes.getDeskCycleCancellation, post: routes.postDeskCycleCancellation },
  {
    summary: "Cancelling an edition",
    body: Confirmed,
    fields: ["reason", "number"],
    say,
    show: ({ request, cycle }, state) => {
      if (!mayBeCancelled(cycle.phase))
        throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to: "cancelled" }));
      return cancellationView(frameOf(request), state, cycle);
    },
    act: async ({ request, cycle }, deps) => {
      const { reason, number } = request.body;
      const faults = numberFaults(number, cycle, request.words);
      if (faults) return faults;
      await requestTransition({ by: request, cycle, move: { to: "cancelled", reason } }, deps);
      return undefined;
    },
  },
);
