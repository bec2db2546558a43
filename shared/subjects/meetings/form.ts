/** The form of a meeting; its agenda is typed a point a line. */
import { z } from "zod";
import type { ConsultationId } from "../../domain/ids.ts";
import { Audience, MeetingKind } from "../../domain/meeting/kinds.ts";
import {
  AgendaItem,
  type Meeting,
  MeetingDraft,
  MeetingFields,
  MOST_ITEMS,
} from "../../domain/meeting/meeting.ts";
import { agendaLine, readAgendaLine } from "../../domain/text/agenda-line.ts";
import { typedAs } from "../../domain/text.ts";
import type { Frame } from "../../pages/layout.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { formOf } from "../form-of.ts";
import { said, textFor } from "./pages.ts";

/** The API says a point as an object, the form on a line. */
const Items = z
  .array(z.union([AgendaItem, typedAs(readAgendaLine)]))
  .max(MOST_ITEMS)
  .optional();

const Typed = MeetingFields.extend({ items: Items });
const NewTyped = z.strictObject({
  kind: MeetingKind,
  audience: Audience,
  consultationId: MeetingDraft.shape.consultationId,
  cycleId: MeetingDraft.shape.cycleId,
  ...Typed.shape,
});

export const meetingForm = formOf(Typed, { items: "lines", district: "one" });
export const newMeetingForm = formOf(NewTyped, {
  items: "lines",
  district: "one",
  consultationId: "one",
  cycleId: "one",
});

export const meetingWords = (frame: Pick<Frame, "words">) => {
  const { fields: w } = said(frame).office;
  return {
    title: w.title,
    startsAt: w.startsAt,
    endsAt: w.endsAt,
    "place-name": w.placeName,
    "place-address": w.placeAddress,
    accessibility: w.accessibility,
    agenda: w.agenda,
    items: w.items,
    district: w.district,
    capacity: w.capacity,
    signupClosesAt: w.signupClosesAt,
  };
};
export const newMeetingWords = (frame: Pick<Frame, "words">) => {
  const { office, audiences } = said(frame);
  const { fields: w } = office;
  return {
    ...meetingWords(frame),
    // What each kind is called is the city's to say.
    kind: {
      ...w.kind,
      options: Object.fromEntries(MeetingKind.options.map((kind) => [kind, kind])) as Record<
        MeetingKind,
        string
      >,
    },
    audience: { ...w.audience, options: audiences },
    consultationId: w.consultation,
    cycleId: w.cycle,
  };
};

type OfCity = Pick<StaffRequest, "words" | "city">;

export const districtChoices = ({ city }: OfCity) =>
  city.districts.map(({ id, name }) => [id, name] as const);

export const kindChoices = (by: OfCity) =>
  Object.entries(by.city.meetings.kinds).map(([kind, { name }]) => [kind, textFor(by, name)] as const);

/** For whom the city holds meetings at all. */
export const audienceChoices = (frame: OfCity) => {
  const { audiences } = said(frame);
  const used = new Set(Object.values(frame.city.meetings.kinds).flatMap((kind) => kind.audiences));
  return [...used].map((audience) => [audience, audiences[audience]] as const);
};

/** A meeting as it stands in its form. */
export const typedOf = (meeting: Meeting, capacity: number): z.input<typeof Typed> => ({
  ...z.object(MeetingFields.shape).parse({ ...meeting, capacity }),
  items: meeting.items?.map(agendaLine),
});

/** A new meeting, of which little is chosen yet. */
export const begun = (consultationId: ConsultationId | undefined) =>
  ({ kind: "consultation", audience: "public", consultationId }) as z.input<typeof NewTyped>;
