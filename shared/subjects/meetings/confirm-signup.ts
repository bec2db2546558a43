import { z } from "zod";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { signupKeysOf } from "../../acts/signup-keys.ts";
import { MeetingId } from "../../domain/ids.ts";
import { pathIn } from "../../domain/languages.ts";
import { checkConfirmable } from "../../domain/meeting/meeting.ts";
import { placeOf } from "../../domain/meeting/roster.ts";
import { NewSignup } from "../../domain/meeting/signup.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { signupConfirmView } from "../../pages/meetings/signup.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { seeOther, view } from "../../platform/http.ts";
import { meetingModel } from "./models.ts";
import { confirmRows as routes } from "./rows.ts";
import { confirmPlace } from "./sign-up.ts";

/** What was asked for, sealed into the link: nothing of it is kept before it is confirmed. */
export const SignupClaims = z.object({ meetingId: MeetingId, signup: NewSignup });

const TokenPath = z.object({ token: z.string().max(4000) });

const openLink = async ({ token }: z.infer<typeof TokenPath>, deps: Deps) => {
  const opened = await deps.tokens.open("signup", token, SignupClaims);
  if (!opened) throw new Refused(refusal("thing/not-found", {}));
  if (opened.expired) throw new Refused(refusal("thing/gone", {}));
  const { meetingId, signup } = opened.claims;
  const keys = await signupKeysOf(deps.vault);
  const id = keys.idOf(meetingId, signup.email);
  return { meeting: await meetingOf(meetingId, deps), signup, id, place: keys.linkOf(meetingId, id) };
};

export const getSignupConfirmation = endpoint(routes.getSignupConfirmation, {
  summary: "The page of a mailed link that confirms a sign-up; opening it changes nothing",
  params: TokenPath,
  handle: async (request, deps) => {
    const { meeting, signup, id, place } = await openLink(request.params, deps);
    const [kept, roster] = await Promise.all([
      deps.store.signups.get(meeting.id, id),
      deps.store.signups.roster(meeting.id),
    ]);
    if (kept && placeOf(roster, id)) return seeOther(pathIn(request.language, place));
    accept(checkConfirmable(meeting, request.receivedAt));
    const model = await meetingModel(meeting, request.receivedAt, deps);
    return view(signupConfirmView(frameOf(request), { meeting: model, signup, action: request.path }));
  },
});

export const postSignupConfirmation = endpoint(routes.postSignupConfirmation, {
  summary: "Confirm a sign-up: a seat, or a place in the queue, in order of confirming",
  params: TokenPath,
  handle: async (request, deps) => {
    const { meeting, signup, place } = await openLink(request.params, deps);
    accept(await confirmPlace(meeting, signup, request, deps));
    return seeOther(pathIn(request.language, place));
  },
});
