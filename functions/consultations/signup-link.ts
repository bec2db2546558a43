import { z } from "zod";
import { meetingOf } from "../../shared/acts/shown-meeting.ts";
import { MeetingId, SignupId } from "../../shared/domain/ids.ts";
import { pathIn } from "../../shared/domain/languages.ts";
import type { Meeting } from "../../shared/domain/meeting/meeting.ts";
import { placeOf } from "../../shared/domain/meeting/roster.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { signupGoneView, signupLinkView } from "../../shared/pages/meetings/signup.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { seeOther, view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { meetingModel } from "./models.ts";
import { giveBack, holdsLink } from "./sign-up.ts";

const LinkPath = z.object({ meetingId: MeetingId, signupId: SignupId, token: z.string().max(64) });
type LinkPath = z.infer<typeof LinkPath>;

/** The meeting of a link that is right; a wrong link leads nowhere, whatever is wrong about it. */
const meetingOfLink = async ({ meetingId, signupId, token }: LinkPath, deps: Deps): Promise<Meeting> => {
  if (!(await holdsLink(meetingId, signupId, token, deps))) throw new Refused(refusal("thing/not-found", {}));
  return meetingOf(meetingId, deps);
};

export const getSignupLink = endpoint(routes.getSignupLink, {
  summary: "The page behind the mailed link of a sign-up; opening it changes nothing",
  params: LinkPath,
  handle: async (request, deps) => {
    const { params } = request;
    const meeting = await meetingOfLink(params, deps);
    const [signup, roster] = await Promise.all([
      deps.store.signups.get(meeting.id, params.signupId),
      deps.store.signups.roster(meeting.id),
    ]);
    const standing = placeOf(roster, params.signupId);
    const model = await meetingModel(meeting, request.receivedAt, deps);
    const frame = frameOf(request);
    if (!signup || !standing) return view(signupGoneView(frame, model));
    return view(signupLinkView(frame, { ...standing, id: signup.id, meeting: model, action: request.path }));
  },
});

export const postSignupLink = endpoint(routes.postSignupLink, {
  summary: "Give a place back",
  params: LinkPath,
  body: z.strictObject({ act: z.literal("cancel") }),
  handle: async (request, deps) => {
    const { params } = request;
    const meeting = await meetingOfLink(params, deps);
    accept(await giveBack(meeting.id, params.signupId, request, deps));
    return seeOther(pathIn(request.language, request.path));
  },
});
