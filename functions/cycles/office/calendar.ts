import { z } from "zod";
import { type Asked, actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { Phase } from "../../../shared/domain/cycle/phases.ts";
import { localEnd, localTime } from "../../../shared/domain/local-time.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import {
  type CalendarModel,
  calendarCheckView,
  calendarView,
} from "../../../shared/pages/office/calendar.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { moveCalendar, movedCalendar } from "../calendar.ts";
import { mayMove } from "./acts.ts";
import { typedReason } from "./typed-reason.ts";
import { changedTime } from "./typed-times.ts";

const Change = z.object({
  version: z.coerce.number().int(),
  startsAt: z.string().optional(),
  endsAt: z.string().default(""),
  reason: z.string().default(""),
  confirmed: z.enum(["yes", "no"]).optional(),
});

const InPhase = InEdition.extend({ phase: Phase });
type InPhase = z.infer<typeof InPhase>;

/** The phase of the path, if its dates can still be changed. */
const phaseOf = ({ request, cycle }: Asked<InPhase>): Phase => {
  const { phase } = request.params;
  if (!mayMove(cycle, phase, request.actor))
    throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  return phase;
};

const modelOf = (asked: Asked<InPhase>): CalendarModel => {
  const { cycle } = asked;
  const phase = phaseOf(asked);
  const hasBegun = cycle.phase === phase;
  return { ...cycle, phase, window: entryOf(cycle.calendar, phase), hasBegun };
};

export const { get: getOfficeCalendar, post: postOfficeCalendar } = actPages(
  { get: routes.getOfficeCalendar, post: routes.postOfficeCalendar },
  {
    summary: "Changing the dates of a phase",
    params: InPhase,
    body: Change,
    fields: ["endsAt", "startsAt", "reason"],
    show: (asked, state) => calendarView(frameOf(asked.request), state, modelOf(asked)),
    act: async (asked, deps) => {
      const { request, cycle } = asked;
      const { words, body, receivedAt } = request;
      const model = modelOf(asked);
      const { startsAt: text, endsAt } = body;
      const { window } = model;
      const starts =
        text === undefined
          ? undefined
          : changedTime({ text, field: "startsAt", present: window?.startsAt, as: localTime }, words);
      const ends = changedTime(
        { text: endsAt, field: "endsAt", present: window?.endsAt, as: localEnd },
        words,
      );
      const why = typedReason(body.reason, words);
      const faults = [starts, ends, why].flatMap((read) => (read && "fault" in read ? [read.fault] : []));
      if (faults.length > 0 || !("at" in ends) || !("reason" in why)) return faults;
      const { reason } = why;
      if (body.version !== cycle.version)
        throw new Refused(refusal("request/changed-since", { version: cycle.version }));
      const change = {
        name: model.phase,
        ...(starts && "at" in starts && { startsAt: starts.at }),
        endsAt: ends.at,
      };
      const planned = entryOf(accept(movedCalendar(cycle, change, receivedAt)), model.phase);
      if (body.confirmed === "yes") {
        await moveCalendar({ by: request, cycle, change: { ...change, reason } }, deps);
        return undefined;
      }
      const frame = frameOf(request);
      // „Popraw” leads back to the form with everything that was typed.
      if (body.confirmed === "no" || !planned)
        return calendarView(frame, formState(words, { typed: body }), model);
      return calendarCheckView(frame, formState(words), { ...model, planned, reason, now: receivedAt });
    },
  },
);
