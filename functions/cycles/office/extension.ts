import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { proposeExtension } from "../../../shared/acts/cycle/extend-vote.ts";
import { standingOn } from "../../../shared/acts/cycle/standing.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { extensionView } from "../../../shared/pages/office/extension.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { typedReason } from "./typed-reason.ts";
import { typedTime } from "./typed-times.ts";

export const { get: getOfficeExtension, post: postOfficeExtension } = actPages(
  { get: routes.getOfficeExtension, post: routes.postOfficeExtension },
  {
    summary: "Extending the open vote, by two people",
    params: InEdition,
    body: z.object({ endsAt: z.string().default(""), reason: z.string().default("") }),
    fields: ["endsAt", "reason"],
    show: async ({ request, cycle }, state, deps) => {
      const window = entryOf(cycle.calendar, "voting");
      if (cycle.phase !== "voting" || !window)
        throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["voting"] }));
      const { extension } = await standingOn(cycle, request.receivedAt, deps);
      return extensionView(frameOf(request), state, {
        ...cycle,
        closesAt: window.endsAt,
        pending: extension,
      });
    },
    act: async ({ request, cycle }, deps) => {
      const { body, words } = request;
      const ends = typedTime(body.endsAt, "endsAt", words);
      const why = typedReason(body.reason, words);
      const faults = [ends, why].flatMap((read) => ("fault" in read ? [read.fault] : []));
      if (!("at" in ends) || !("reason" in why)) return faults;
      await proposeExtension({ by: request, cycle, asked: { endsAt: ends.at, ...why } }, deps);
      return undefined;
    },
  },
);
