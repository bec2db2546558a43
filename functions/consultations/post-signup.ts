import { z } from "zod";
import { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import { NewSignup } from "../../shared/domain/meeting/signup.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created, json, noContent } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { visibleMeeting } from "./find.ts";
import { giveBack, holdsLink, signUp } from "./sign-up.ts";

const SignupPlace = z
  .object({ id: SignupId, place: z.enum(["seat", "waiting"]), position: z.int().min(1) })
  .meta({
    id: "SignupPlace",
    description: "Where the sign-up stands, counted from 1 among those who have seats or those who wait",
  });

export const postSignup = endpoint(routes.postSignup, {
  summary: "Sign up for a meeting",
  description:
    "Holds seats if so many are left, else a place on the waiting list. A letter goes to the address, with a link to confirm or cancel. The same address again finds its own place: 201 for the same request, 200 for another.",
  params: z.object({ meetingId: MeetingId }),
  body: NewSignup,
  replies: { 201: SignupPlace, 200: SignupPlace },
  handle: async (request, deps) => {
    const meeting = await visibleMeeting(request.params.meetingId, deps);
    const { signup, place, position } = accept(await signUp(meeting, request.body, request, deps));
    const reply = { id: signup.id, place, position };
    return signup.fingerprint === request.fingerprint
      ? created(routes.deleteSignup, { meetingId: meeting.id, signupId: signup.id }, reply)
      : json(reply);
  },
});

const BEARER = /^Bearer ([0-9a-z]{1,64})$/i;

export const deleteSignup = endpoint(routes.deleteSignup, {
  summary: "Give a place back",
  description:
    "With the token of the mailed link (its last part) as a bearer token. The first of the waiting list whom the place suits moves up and is told.",
  params: z.object({ meetingId: MeetingId, signupId: SignupId }),
  handle: async (request, deps) => {
    const { meetingId, signupId } = request.params;
    const [, token] = BEARER.exec(request.header("authorization") ?? "") ?? [];
    if (token === undefined) throw new Refused(refusal("identity/missing", {}));
    if (!(await holdsLink(meetingId, signupId, token, deps)))
      throw new Refused(refusal("thing/not-found", {}));
    accept(await giveBack(meetingId, signupId, request, deps));
    return noContent;
  },
});
