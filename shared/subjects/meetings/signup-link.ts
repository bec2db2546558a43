import { z } from "zod";
import type { Posted } from "../../acts/posted.ts";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { pathTo } from "../../domain/addresses.ts";
import { MeetingId, SignupId } from "../../domain/ids.ts";
import { pathIn } from "../../domain/languages.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { placeOf } from "../../domain/meeting/roster.ts";
import { doorCodeOf, Question } from "../../domain/meeting/signup.ts";
import { refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { mayBeEmpty } from "../../domain/text.ts";
import { formState } from "../../pages/components/form-state.ts";
import { signupGoneView, signupLinkView } from "../../pages/meetings/signup.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { type Reply, seeOther, view } from "../../platform/http.ts";
import { meetingModel } from "./models.ts";
import { placeRows as routes } from "./rows.ts";
import { acceptOffer, askQuestion, giveBack, holdsLink } from "./sign-up.ts";

const LinkPath = z.object({ meetingId: MeetingId, signupId: SignupId, token: z.string().max(64) });
type LinkPath = z.infer<typeof LinkPath>;

/** The meeting of a link that is right; a wrong link leads nowhere, whatever is wrong about it. */
const meetingOfLink = async ({ meetingId, signupId, token }: LinkPath, deps: Deps): Promise<Meeting> => {
  if (!(await holdsLink(meetingId, signupId, token, deps))) throw new Refused(refusal("thing/not-found", {}));
  return meetingOf(meetingId, deps);
};

const page = async (request: Request<LinkPath>, deps: Deps, posted: Posted = {}): Promise<Reply> => {
  const { params } = request;
  const meeting = await meetingOfLink(params, deps);
  const [signup, roster] = await Promise.all([
    deps.store.signups.get(meeting.id, params.signupId),
    deps.store.signups.roster(meeting.id),
  ]);
  const standing = placeOf(roster, params.signupId);
  const now = request.receivedAt;
  const model = await meetingModel(meeting, now, deps);
  const frame = frameOf(request);
  if (!signup || !standing) return view(signupGoneView(frame, model));
  const { question = "", topic = "" } = signup;
  const typed = posted.typed ?? { question, topic: String(topic) };
  const state = formState(request.words, { ...posted, typed, say: request.words.meetings.ask.say });
  const mayAsk = meeting.state === "planned" && now < meeting.startsAt;
  return view(
    signupLinkView(frame, {
      ...standing,
      id: signup.id,
      meeting: model,
      mayAsk,
      state,
      action: request.path,
      door: `${deps.site.url}${pathTo("officeDoor", { meetingId: meeting.id })}?kod=${doorCodeOf(signup.id)}`,
    }),
    posted.status,
  );
};

export const getSignupLink = endpoint(routes.getSignupLink, {
  summary: "The page behind the mailed link of a sign-up; opening it changes nothing",
  params: LinkPath,
  handle: (request, deps) => page(request, deps),
});

const Act = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("cancel") }),
  z.strictObject({ act: z.literal("accept") }),
  z.strictObject({
    act: z.literal("ask"),
    question: Question.shape.question,
    topic: mayBeEmpty(z.coerce.number().pipe(Question.shape.topic.unwrap())),
  }),
]);

const done = async (
  meetingId: MeetingId,
  request: Request<LinkPath, unknown, z.infer<typeof Act>>,
  deps: Deps,
) => {
  const { body, params } = request;
  switch (body.act) {
    case "cancel":
      return giveBack(meetingId, params.signupId, request, deps);
    case "accept":
      return acceptOffer(meetingId, params.signupId, request, deps);
    case "ask": {
      const { act: _, ...asked } = body;
      return askQuestion(await meetingOf(meetingId, deps), params.signupId, asked, request, deps);
    }
  }
};

export const postSignupLink = endpoint(routes.postSignupLink, {
  summary: "Give a place back, accept one that is offered, or ask a question",
  params: LinkPath,
  body: Act,
  invalid: (issues, typed, request, deps) => page(request, deps, { issues, typed, status: 422 }),
  handle: async (request, deps) => {
    const meeting = await meetingOfLink(request.params, deps);
    accept(await done(meeting.id, request, deps));
    return seeOther(pathIn(request.language, request.path));
  },
});
