import { z } from "zod";
import { NothingTold } from "../../shared/acts/ask-by-mail.ts";
import { visibleMeeting } from "../../shared/acts/shown-meeting.ts";
import { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import { NewSignup } from "../../shared/domain/meeting/signup.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted, noContent } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { askForPlace, giveBack, holdsLink } from "./sign-up.ts";

export const postSignup = endpoint(routes.postSignup, {
  summary: "Sign up for a meeting",
  description:
    "A link goes to the address, and the page behind it has the button that gives a seat, or a place on the waiting list, in order of " +
    "confirming; it lasts a day, and not beyond the meeting's start. Nothing is held before. An address that has a place gets a letter that " +
    "says where it stands. The answer is the same whoever asks.",
  params: z.object({ meetingId: MeetingId }),
  body: NewSignup,
  replies: { 202: NothingTold },
  handle: async (request, deps) => {
    const meeting = await visibleMeeting(request.params.meetingId, deps);
    accept(await askForPlace(meeting, request.body, request, deps));
    return accepted({});
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
