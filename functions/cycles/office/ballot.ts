import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import {
  Confirmation,
  confirmHints,
  enterOrderSeed,
  findingsBeforeFreeze,
} from "../../../shared/acts/cycle/prepare-ballot.ts";
import { checksOf } from "../../../shared/domain/ballot/check-ballot.ts";
import { isDrawn } from "../../../shared/domain/ballot/order.ts";
import { ballotView } from "../../../shared/pages/office/ballot.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { typedReason } from "./typed-reason.ts";

/** Either hints with a reason, or the seed of the order. */
const Typed = z.object({
  hints: z.union([z.string(), z.array(z.string())]).default([]),
  reason: z.string().default(""),
  seed: z.string().optional(),
});

export const { get: getOfficeBallot, post: postOfficeBallot } = actPages(
  { get: routes.getOfficeBallot, post: routes.postOfficeBallot },
  {
    summary: "Looking at the list before it is frozen",
    params: InEdition,
    body: Typed,
    fields: ["hints", "reason", "seed"],
    say: ({ ballotCheck: w }) => ({ "/seed": w.seedWrong, "/hints": w.gone }),
    show: async ({ request, cycle }, state, deps) =>
      ballotView(frameOf(request), state, {
        ...cycle,
        findings: await findingsBeforeFreeze(cycle, deps),
        mustConfirm: checksOf(cycle).hints === "confirmed",
        order: isDrawn(cycle)
          ? { commitment: cycle.orderCommitment ?? "", isKnown: cycle.orderSeed !== undefined }
          : undefined,
      }),
    act: async ({ request, cycle }, deps) => {
      const { seed, ...typed } = request.body;
      if (seed !== undefined) {
        await enterOrderSeed({ by: request, cycle, seed: seed.trim() }, deps);
        return undefined;
      }
      const hints = [typed.hints].flat();
      const read = typedReason(typed.reason, request.words);
      const faults = [
        ...(hints.length === 0 ? [{ field: "hints", text: request.words.ballotCheck.chooseNone }] : []),
        ...("fault" in read ? [read.fault] : []),
      ];
      if ("fault" in read || faults.length > 0) return faults;
      const said = Confirmation.parse({ hints: hints.slice(0, 50), reason: read.reason });
      await confirmHints({ by: request, cycle, said }, deps);
      return undefined;
    },
  },
);
