import { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { checkVersion } from "../../shared/acts/cycle-of.ts";
import { meetingOf } from "../../shared/acts/shown-meeting.ts";
import { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import { MeetingChange, MeetingDraft } from "../../shared/domain/meeting/meeting.ts";
import { NewSignup } from "../../shared/domain/meeting/signup.ts";
import { accept } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created, json, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { showDoorList } from "./door-list.ts";
import { enterPlace } from "./sign-up.ts";
import { StaffMeeting, StaffSignup, staffMeeting } from "./views.ts";
import { cancelMeeting, changeMeeting, createMeeting } from "./write-meeting.ts";

const MeetingPath = z.object({ meetingId: MeetingId });

export const getStaffMeeting = endpoint(routes.getStaffMeeting, {
  summary: "One meeting with its version, for an edit",
  params: MeetingPath,
  replies: { 200: StaffMeeting },
  handle: async ({ params }, deps) => {
    const meeting = await meetingOf(params.meetingId, deps);
    return json(await staffMeeting(meeting, deps), { etag: versionTag(meeting.version) });
  },
});

export const postMeeting = endpoint(routes.postMeeting, {
  summary: "Call a meeting; one of a consultation is shown when the consultation is published",
  body: MeetingDraft,
  replies: { 201: StaffMeeting },
  handle: async (request, deps) => {
    const made = accept(await createMeeting(request, request.body, deps));
    const reply = created(routes.getMeeting, { meetingId: made.id }, await staffMeeting(made, deps));
    return { ...reply, headers: { ...reply.headers, etag: versionTag(made.version) } };
  },
});

export const patchMeeting = endpoint(routes.patchMeeting, {
  summary: "Move a meeting or change its places",
  description:
    "More places move the waiting list up; fewer than are taken are refused. Who signed up is told of another time or place. Null takes an optional field away.",
  params: MeetingPath,
  body: MeetingChange,
  replies: { 200: StaffMeeting },
  handle: async (request, deps) => {
    const before = await meetingOf(request.params.meetingId, deps);
    checkVersion(request, before);
    const made = accept(await changeMeeting(request, before, request.body, deps));
    return json(await staffMeeting(made, deps), { etag: versionTag(made.version) });
  },
});

export const postCancellation = endpoint(routes.postCancellation, {
  summary: "Call a meeting off; everybody who signed up is told the reason",
  params: MeetingPath,
  body: z.strictObject({ reason: paragraphs(1000) }).meta({ id: "Cancellation" }),
  replies: { 200: StaffMeeting },
  handle: async (request, deps) => {
    const before = await meetingOf(request.params.meetingId, deps);
    const made = accept(await cancelMeeting(request, before, request.body.reason, deps));
    return json(await staffMeeting(made, deps), { etag: versionTag(made.version) });
  },
});

export const getSignups = endpoint(routes.getSignups, {
  summary: "Who signed up, in order; that it was read is recorded",
  params: MeetingPath,
  replies: { 200: z.object({ items: z.array(StaffSignup) }).meta({ id: "Signups" }) },
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    return json({ items: await showDoorList(request, meeting.id, deps) });
  },
});

const SignupPlace = z
  .object({ id: SignupId, place: z.enum(["seat", "waiting"]), position: z.int().min(1) })
  .meta({
    id: "SignupPlace",
    description: "Where the sign-up stands, counted from 1 among those who have seats or those who wait",
  });

export const postStaffSignup = endpoint(routes.postStaffSignup, {
  summary: "Sign somebody up who calls or comes",
  description:
    "With a place at once: a seat if so many are left, else the end of the waiting list. The address gets the letter of its place. The same " +
    "address again finds its own place: 201 for the same request, 200 for another.",
  params: MeetingPath,
  body: NewSignup,
  replies: { 201: SignupPlace, 200: SignupPlace },
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    const also = [audited(request, meeting.id)];
    const { signup, place, position } = accept(await enterPlace(meeting, request.body, request, also, deps));
    const reply = { id: signup.id, place, position };
    return signup.fingerprint === request.fingerprint
      ? created(routes.deleteSignup, { meetingId: meeting.id, signupId: signup.id }, reply)
      : json(reply);
  },
});
