import { z } from "zod";
import { District } from "../../domain/district.ts";
import { ConsultationId, CycleId, MeetingId, SignupId } from "../../domain/ids.ts";
import { Audience, MeetingKind } from "../../domain/meeting/kinds.ts";
import {
  AgendaItem,
  type Meeting,
  MeetingState,
  Place,
  signupClosesAt,
} from "../../domain/meeting/meeting.ts";
import { Help, type Needs } from "../../domain/meeting/needs.ts";
import { type Places, placeOf, type Roster } from "../../domain/meeting/roster.ts";
import type { Signup } from "../../domain/meeting/signup.ts";
import { Instant } from "../../domain/time.ts";

export const PublicMeeting = z
  .object({
    id: MeetingId,
    consultationId: ConsultationId.nullable(),
    cycleId: CycleId.nullable(),
    district: District.nullable(),
    title: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    place: Place,
    accessibility: z.string().nullable(),
    agenda: z.string().nullable(),
    items: z.array(AgendaItem),
    kind: MeetingKind,
    audience: Audience,
    state: MeetingState,
    cancelReason: z.string().nullable(),
    signupClosesAt: Instant,
    capacity: z.int(),
    seatsLeft: z.int(),
    /** Sign-ups on the waiting list. */
    waiting: z.int(),
  })
  .meta({ id: "Meeting" });
export type PublicMeeting = z.infer<typeof PublicMeeting>;

export const publicMeeting = (meeting: Meeting, { capacity, left, waiting }: Places): PublicMeeting => ({
  id: meeting.id,
  consultationId: meeting.consultationId ?? null,
  cycleId: meeting.cycleId ?? null,
  district: meeting.district ?? null,
  title: meeting.title,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  accessibility: meeting.accessibility ?? null,
  agenda: meeting.agenda ?? null,
  items: meeting.items ?? [],
  kind: meeting.kind,
  audience: meeting.audience,
  state: meeting.state,
  cancelReason: meeting.cancelReason ?? null,
  signupClosesAt: signupClosesAt(meeting),
  capacity,
  seatsLeft: left,
  waiting,
});

export const StaffMeeting = PublicMeeting.extend({ version: z.int() }).meta({ id: "StaffMeeting" });

/** One line of the list for the door: a person of the office sees it, and that it was seen is recorded. */
export const StaffSignup = z
  .object({
    id: SignupId,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    seats: z.int(),
    place: z.enum(["seat", "waiting"]),
    position: z.int(),
    /** Until when a place is theirs to accept. */
    offeredUntil: Instant.nullable(),
    /** What was said of it in words, and what was chosen. */
    needs: z.string().nullable(),
    helps: z.array(Help),
    createdAt: Instant,
  })
  .meta({ id: "StaffSignup" });
export type StaffSignup = z.infer<typeof StaffSignup>;

/** Who sits, in order, then who waits, in order. */
export const doorList = (
  roster: Roster,
  signups: readonly Signup[],
  allNeeds: readonly Needs[],
): StaffSignup[] => {
  const needsById = new Map(allNeeds.map((needs) => [needs.id, needs]));
  const byId = new Map(signups.map((signup) => [signup.id, signup]));
  return [...roster.seated, ...roster.offered, ...roster.queue].flatMap(({ id }) => {
    const [signup, standing] = [byId.get(id), placeOf(roster, id)];
    if (!signup || !standing) return [];
    const { name, email = null, phone = null, seats, createdAt } = signup;
    const needs = needsById.get(id);
    return {
      id,
      name,
      email,
      phone,
      seats,
      // A sign-up of the release before has them itself.
      needs: needs?.text ?? signup.needs ?? null,
      helps: (needs?.needs ?? []).filter((one) => one !== "other"),
      createdAt,
      place: standing.place,
      position: standing.position,
      offeredUntil: standing.offeredUntil ?? null,
    };
  });
};
