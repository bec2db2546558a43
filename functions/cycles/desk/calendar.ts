import { z } from "zod";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Phase } from "../../../shared/domain/cycle/phases.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import {
  type CalendarModel,
  calendarCheckView,
  calendarView,
} from "../../../shared/pages/office/calendar.ts";
import { type Asked, actPages } from "../../../shared/platform/act-pages.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { moveCalendar, movedCalendar } from "../move-calendar.ts";
import { mayMove } from "./acts.ts";
import { typedTime } from "./typed-times.ts";

const Change = z.object({
  version: z.coerce.number().int(),
  startsAt: z.string().optional(),
  endsAt: z.string().default(""),
  reason: paragraphs(1000),
  confirmed: z.enum(["yes", "no"]).optional(),
});

/** The phase of the path, if its dates can still be changed. */
const phaseOf = ({ request, cycle }: Asked): Phase => {
  const { phase } = request.params;
  if (phase === undefined) throw new Refused(refusal("thing/not-found", {}));
  if (!mayMove(cycle, phase, request.actor))
    throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  return phase;
};

const modelOf = (asked: Asked): CalendarModel => {
  const { cycle } = asked;
  const phase = phaseOf(asked);
  const hasBegun = cycle.phase === phase;
  return { ...cycle, phase, window: entryOf(cycle.calendar, phase), hasBegun };
};

export const calendarPages = actPages(
  { get: routes.getDeskCalendar, post: routes.postDeskCalendar },
  {
    summary: "Changing the dates of a phase",
    body: Change,
    fields: ["endsAt", "startsAt", "reason"],
    say: ({ deskActs }) => ({ "/reason": deskActs.reasonMissing }),
    show: (asked, state) => calendarView(frameOf(asked.request), state, modelOf(asked)),
    act: async (asked, deps) => {
      const { request, cycle } = asked;
      const { words, body, receivedAt } = request;
      const model = modelOf(asked);
      const starts = body.startsAt === undefined ? undefined : typedTime(body.startsAt, "startsAt", words);
      const ends = typedTime(body.endsAt, "endsAt", words);
      const faults = [starts, ends].flatMap((read) => (read && "fault" in read ? [read.fault] : []));
      if (faults.length > 0 || !("at" in ends)) return faults;
      if (body.version !== cycle.version)
        throw new Refused(refusal("request/changed-since", { version: cycle.version }));
      const change = {
        name: model.phase,
        ...(starts && "at" in starts && { startsAt: starts.at }),
        endsAt: ends.at,
      };
      const planned = entryOf(accept(movedCalendar(cycle, change, receivedAt)), model.phase);
      if (body.confirmed === "yes") {
        await moveCalendar({ by: request, cycle, change: { ...change, reason: body.reason } }, deps);
        return undefined;
      }
      const frame = frameOf(request);
      const { reason } = body;
      // „Popraw” leads back to the form with everything that was typed.
      if (body.confirmed === "no" || !planned)
        return calendarView(frame, formState(words, { typed: body }), model);
      return calendarCheckView(frame, formState(words), { ...model, planned, reason, now: receivedAt });
    },
  },
);
