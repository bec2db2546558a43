import { z } from "zod";
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
import { meetingOf } from "./find.ts";
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
    const { confirmed } = signup;
    return view(signupLinkView(frame, { ...standing, confirmed, meeting: model, action: request.path }));
  },
});

export const postSignupLink = endpoint(routes.postSignupLink, {
  summary: "Confirm a place, or give it back",
  params: LinkPath,
  body: z.strictObject({ act: z.enum(["confirm", "cancel"]) }),
  handle: async (request, deps) => {
    const { params, body } = request;
    const meeting = await meetingOfLink(params, deps);
    if (body.act === "cancel") accept(await giveBack(meeting.id, params.signupId, request, deps));
    // A place that is gone meanwhile is what the page will say.
    else await deps.store.signups.confirm(meeting.id, params.signupId);
    return seeOther(pathIn(request.language, request.path));
  },
});
