import { z } from "zod";
import { District } from "../../shared/domain/district.ts";
import { ConsultationId, CycleId, MeetingId, SignupId } from "../../shared/domain/ids.ts";
import {
  Audience,
  type Meeting,
  MeetingState,
  Place,
  signupClosesAt,
} from "../../shared/domain/meeting/meeting.ts";
import { type Places, placeOf, type Roster } from "../../shared/domain/meeting/roster.ts";
import type { Signup } from "../../shared/domain/meeting/signup.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";

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
  audience: meeting.audience,
  state: meeting.state,
  cancelReason: meeting.cancelReason ?? null,
  signupClosesAt: signupClosesAt(meeting),
  capacity,
  seatsLeft: left,
  waiting,
});

/** A meeting with its places, as residents see it. */
export const meetingView = async (meeting: Meeting, { store }: Pick<Deps, "store">): Promise<PublicMeeting> =>
  publicMeeting(meeting, await store.signups.places(meeting.id));

export const StaffMeeting = PublicMeeting.extend({ version: z.int() }).meta({ id: "StaffMeeting" });

export const staffMeeting = async (meeting: Meeting, deps: Pick<Deps, "store">) => ({
  ...(await meetingView(meeting, deps)),
  version: meeting.version,
});

/** One line of the list for the door: a person of the office sees it, and that it was seen is recorded. */
export const StaffSignup = z
  .object({
    id: SignupId,
    name: z.string(),
    email: z.string(),
    seats: z.int(),
    place: z.enum(["seat", "waiting"]),
    position: z.int(),
    needs: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: "StaffSignup" });
export type StaffSignup = z.infer<typeof StaffSignup>;

/** Who sits, in order, then who waits, in order. */
export const doorList = (roster: Roster, signups: readonly Signup[]): StaffSignup[] => {
  const byId = new Map(signups.map((signup) => [signup.id, signup]));
  return [...roster.seated, ...roster.queue].flatMap(({ id }) => {
    const [signup, standing] = [byId.get(id), placeOf(roster, id)];
    if (!signup || !standing) return [];
    const { name, email, seats, needs = null, createdAt } = signup;
    return {
      id,
      name,
      email,
      seats,
      needs,
      createdAt,
      place: standing.place,
      position: standing.position,
    };
  });
};
