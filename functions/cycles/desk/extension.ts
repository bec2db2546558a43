import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { extensionView } from "../../../shared/pages/office/extension.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { acceptExtension, proposeExtension } from "../extend-vote.ts";
import { typedReason } from "./typed-reason.ts";
import { typedTime } from "./typed-times.ts";

/** Either a proposal as it was typed, or the end of the proposal that is accepted. */
const Typed = z.union([
  z.object({ accepted: Instant, proposedAt: Instant }),
  z.object({ endsAt: z.string().default(""), reason: z.string().default("") }),
]);

export const extensionPages = actPages(
  { get: routes.getDeskExtension, post: routes.postDeskExtension },
  {
    summary: "Extending the open vote, by two people",
    params: InEdition,
    body: Typed,
    fields: ["endsAt", "reason"],
    show: ({ request, cycle }, state) => {
      const window = entryOf(cycle.calendar, "voting");
      if (cycle.phase !== "voting" || !window)
        throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["voting"] }));
      const { actor } = request;
      const { extension } = cycle;
      return extensionView(frameOf(request), state, {
        ...cycle,
        closesAt: window.endsAt,
        ...(extension && {
          pending: { ...extension, isMine: extension.by === actor.id },
        }),
      });
    },
    act: async ({ request, cycle }, deps) => {
      const { body, words } = request;
      if ("accepted" in body) {
        const proposal = { endsAt: body.accepted, proposedAt: body.proposedAt };
        await acceptExtension({ by: request, cycle, proposal }, deps);
        return undefined;
      }
      const ends = typedTime(body.endsAt, "endsAt", words);
      const why = typedReason(body.reason, words);
      const faults = [ends, why].flatMap((read) => ("fault" in read ? [read.fault] : []));
      if (!("at" in ends) || !("reason" in why)) return faults;
      await proposeExtension({ by: request, cycle, asked: { endsAt: ends.at, ...why } }, deps);
      return undefined;
    },
  },
);
