import { z } from "zod";
import { NothingTold } from "../../acts/ask-by-mail.ts";
import { visibleMeeting } from "../../acts/shown-meeting.ts";
import { MeetingId, SignupId } from "../../domain/ids.ts";
import { NewSignup } from "../../domain/meeting/signup.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { accepted, noContent } from "../../platform/http.ts";
import { signupRows as routes } from "./rows.ts";
import { acceptOffer, askForPlace, giveBack, holdsLink } from "./sign-up.ts";

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

const PlacePath = z.object({ meetingId: MeetingId, signupId: SignupId });
const BEARER = /^Bearer ([0-9a-z]{1,64})$/i;

/** Whoever has the token of the mailed link, and nobody else. */
const checkBearer = async (
  { params, header }: Pick<Request<z.infer<typeof PlacePath>>, "params" | "header">,
  deps: Deps,
): Promise<void> => {
  const [, token] = BEARER.exec(header("authorization") ?? "") ?? [];
  if (token === undefined) throw new Refused(refusal("identity/missing", {}));
  if (!(await holdsLink(params.meetingId, params.signupId, token, deps)))
    throw new Refused(refusal("thing/not-found", {}));
};

export const postOfferAcceptance = endpoint(routes.postOfferAcceptance, {
  summary: "Accept a place that became free",
  description:
    "With the token of the mailed link (its last part) as a bearer token, while the offer lasts: a day. Accepted twice it is accepted once.",
  params: PlacePath,
  handle: async (request, deps) => {
    await checkBearer(request, deps);
    const { meetingId, signupId } = request.params;
    accept(await acceptOffer(meetingId, signupId, request, deps));
    return noContent;
  },
});

export const deleteSignup = endpoint(routes.deleteSignup, {
  summary: "Give a place back",
  description:
    "With the token of the mailed link (its last part) as a bearer token. The first of the waiting list whom the place suits moves up and is told.",
  params: PlacePath,
  handle: async (request, deps) => {
    await checkBearer(request, deps);
    const { meetingId, signupId } = request.params;
    accept(await giveBack(meetingId, signupId, request, deps));
    return noContent;
  },
});
