import { z } from "zod";
import { District } from "../district.ts";
import { ConsultationId, CycleId, MeetingId } from "../ids.ts";
import { Version } from "../kind.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { type Issue, notValid, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { line, paragraphs, title } from "../text.ts";
import { Instant, plusSeconds } from "../time.ts";
import { Audience, MeetingKind } from "./kinds.ts";

export const Place = z.strictObject({ name: line(120), address: line(200) }).meta({ id: "Place" });
export type Place = z.infer<typeof Place>;

/** Places of one meeting; with the waiting list it bounds the size of the roster, which is one item. */
export const Capacity = z.int().min(1).max(1000);

/** A point of the agenda: when, by the city's clocks, what, and who speaks. */
export const AgendaItem = z
  .strictObject({
    at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
    title: title(200),
    speaker: line(200).optional(),
  })
  .meta({ id: "AgendaItem" });
export type AgendaItem = z.infer<typeof AgendaItem>;

/** As many as an evening holds. */
export const MOST_ITEMS = 20;

/** What staff write of a meeting. The capacity is kept on the roster, beside the places that are taken. */
export const MeetingDraft = z
  .strictObject({
    kind: MeetingKind.default("consultation"),
    consultationId: ConsultationId.optional(),
    cycleId: CycleId.optional(),
    district: District.optional(),
    title: title(200),
    startsAt: Instant,
    endsAt: Instant,
    place: Place,
    /** Step-free entrance, induction loop, sign language: what decides for some whether they can come. */
    accessibility: paragraphs(2000).optional(),
    agenda: paragraphs(4000).optional(),
    items: z.array(AgendaItem).max(MOST_ITEMS).optional(),
    capacity: Capacity,
    /** Without it one can sign up until the meeting starts. */
    signupClosesAt: Instant.optional(),
    /** Who sees it and gets a place is the city's to say. */
    audience: Audience.default("public"),
  })
  .meta({ id: "MeetingDraft" });
export type MeetingDraft = z.infer<typeof MeetingDraft>;

/** What an edit changes. */
export const MeetingFields = MeetingDraft.omit({
  consultationId: true,
  cycleId: true,
  kind: true,
  audience: true,
});
export type MeetingFields = z.infer<typeof MeetingFields>;

/** When and where: what everybody who signed up is told of when it changes. */
export const WhenAndWhere = z.object({ startsAt: Instant, endsAt: Instant, place: Place });
export type WhenAndWhere = z.infer<typeof WhenAndWhere>;

/** What the people of the roster are still to be told. */
const Announcement = z.object({ at: Instant, before: WhenAndWhere.optional() });

export const MeetingState = z.enum(["planned", "cancelled"]);

export const MEETING_STAGES: Lifecycle<z.infer<typeof MeetingState>, "change" | "cancel"> = {
  planned: { change: "planned", cancel: "cancelled" },
  cancelled: {},
};

export const Meeting = z.object({
  ...MeetingDraft.omit({ capacity: true }).shape,
  id: MeetingId,
  version: Version,
  state: MeetingState,
  cancelReason: paragraphs(1000).optional(),
  /** Revisions of when, where and whether: the SEQUENCE of the calendar entry (RFC 5546 §2.1.4). */
  sequence: z.int().min(0),
  changedAt: Instant,
  announcement: Announcement.optional(),
  /** The start that people were reminded of. */
  remindedOf: Instant.optional(),
  createdAt: Instant,
  fingerprint: z.string(),
});
export type Meeting = z.infer<typeof Meeting>;

type Times = Pick<Meeting, "startsAt" | "endsAt" | "signupClosesAt">;

export const signupClosesAt = ({ startsAt, signupClosesAt: closesAt }: Times): Instant =>
  closesAt ?? startsAt;

const faulty = (pointer: string, rule: Issue["rule"]): Result<never> =>
  refused(notValid([{ pointer, rule }]));

/** The times of a meeting fit each other, and it is still to come. */
export const checkTimes = (times: Times, now: Instant): Result<void> => {
  if (times.endsAt <= times.startsAt) return faulty("/endsAt", "end-before-start");
  if (signupClosesAt(times) > times.endsAt) return faulty("/signupClosesAt", "end-before-start");
  return now < times.endsAt ? ok(undefined) : refused(refusal("meeting/over", { endedAt: times.endsAt }));
};

/** Whether a resident can sign up now. How many places are left is another question, and the roster's. */
export const checkSignupOpen = (meeting: Meeting, now: Instant): Result<void> => {
  if (meeting.state === "cancelled") return refused(refusal("meeting/cancelled", {}));
  const closedAt = signupClosesAt(meeting);
  return now < closedAt ? ok(undefined) : refused(refusal("meeting/closed", { closedAt }));
};

/** How long a sign-up that was asked for can be confirmed. */
const CONFIRM_SECONDS = 86_400;

const lastMoment = (times: Times): Instant =>
  times.startsAt > signupClosesAt(times) ? times.startsAt : signupClosesAt(times);

/** Until when a sign-up that is asked for now is to be confirmed: for a day, and not once the meeting has begun. */
export const confirmableUntil = (meeting: Times, now: Instant): Instant => {
  const dayAfter = plusSeconds(now, CONFIRM_SECONDS);
  const last = lastMoment(meeting);
  return dayAfter < last ? dayAfter : last;
};

/** Whether what was asked for in time can be confirmed now. */
export const checkConfirmable = (meeting: Meeting, now: Instant): Result<void> => {
  if (meeting.state === "cancelled") return refused(refusal("meeting/cancelled", {}));
  const closedAt = lastMoment(meeting);
  return now < closedAt ? ok(undefined) : refused(refusal("meeting/closed", { closedAt }));
};

/** How long somebody has to accept a place, and how far off a meeting is for which there is time to wait for that. */
const [OFFER_SECONDS, OFFER_BEFORE_SECONDS] = [86_400, 2 * 86_400];

/** Until when a place that is offered now can be accepted; when the meeting is near, whoever moves up has it at once. */
export const offerUntil = ({ startsAt }: Pick<Times, "startsAt">, now: Instant): Instant | undefined =>
  plusSeconds(now, OFFER_BEFORE_SECONDS) < startsAt ? plusSeconds(now, OFFER_SECONDS) : undefined;

const REMINDER_SECONDS = 2 * 86_400;

/** When people are reminded of this date; never of one that was called nearer than that, which they have just been told. */
export const reminderDue = (
  meeting: Pick<Meeting, "startsAt" | "state" | "changedAt" | "remindedOf">,
): Instant | undefined => {
  const due = plusSeconds(meeting.startsAt, -REMINDER_SECONDS);
  const isOpen = meeting.state === "planned" && meeting.remindedOf !== meeting.startsAt;
  return isOpen ? due : undefined;
};

/** Whether staff can still change the meeting. */
export const checkChangeable = (meeting: Meeting, now: Instant): Result<void> => {
  if (meeting.state === "cancelled") return refused(refusal("meeting/cancelled", {}));
  return now < meeting.endsAt ? ok(undefined) : refused(refusal("meeting/over", { endedAt: meeting.endsAt }));
};

export const whenAndWhere = ({ startsAt, endsAt, place }: WhenAndWhere): WhenAndWhere => ({
  startsAt,
  endsAt,
  place,
});

const isMoved = (one: WhenAndWhere, other: WhenAndWhere): boolean =>
  one.startsAt !== other.startsAt ||
  one.endsAt !== other.endsAt ||
  one.place.name !== other.place.name ||
  one.place.address !== other.place.address;

/** The meeting after an edit: of its fields there are those that the edit has. */
export const changed = (
  meeting: Meeting,
  { capacity: _, ...fields }: MeetingFields,
  now: Instant,
): Meeting => {
  const kept = Object.entries(meeting).filter(([name]) => !(name in MeetingFields.shape));
  const next = { ...Object.fromEntries(kept), ...fields } as Meeting;
  const moved = isMoved(meeting, next);
  return {
    ...next,
    changedAt: now,
    sequence: meeting.sequence + (moved ? 1 : 0),
    ...(moved && {
      announcement: { at: now, before: meeting.announcement?.before ?? whenAndWhere(meeting) },
    }),
  };
};
