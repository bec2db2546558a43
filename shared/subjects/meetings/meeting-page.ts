import { z } from "zod";
import { visibleMeeting } from "../../acts/shown-meeting.ts";
import { MeetingId } from "../../domain/ids.ts";
import { NewSignup } from "../../domain/meeting/signup.ts";
import type { Issue } from "../../domain/refusals.ts";
import { mayBeEmpty } from "../../domain/text.ts";
import { type Fault, formState } from "../../pages/components/form-state.ts";
import { meetingView } from "../../pages/meetings/meeting.ts";
import { signupSentView } from "../../pages/meetings/signup.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { type Reply, view } from "../../platform/http.ts";
import { detailOf, statusOf } from "../../platform/problem.ts";
import { motionsNow } from "../minutes/rules.ts";
import { minutesOf } from "../minutes/sheet.ts";
import { meetingModel } from "./models.ts";
import { signupPageRows as routes } from "./rows.ts";
import { askForPlace } from "./sign-up.ts";

const MeetingPath = z.object({ meetingId: MeetingId });
type MeetingPath = z.infer<typeof MeetingPath>;

interface Posted {
  readonly typed?: unknown;
  readonly issues?: readonly Issue[];
  readonly faults?: readonly Fault[];
}

const page = async (
  request: Request<MeetingPath>,
  deps: Deps,
  posted: Posted = {},
  status = 200,
): Promise<Reply> => {
  const { meetingId } = request.params;
  const meeting = await visibleMeeting(meetingId, deps);
  const now = request.receivedAt;
  const model = await meetingModel(meeting, now, deps);
  const follow = {
    hasMinutes: now >= meeting.endsAt && ((await minutesOf(deps).get(meetingId))?.edition ?? 0) > 0,
    takesMotions: motionsNow(meeting, now) === "open",
  };
  const state = formState(request.words, { ...posted, say: request.words.meetings.signup.say });
  return view(
    meetingView(frameOf(request), model, state, { key: request.key ?? formKey(deps), ...follow }),
    status,
  );
};

export const getMeetingPage = endpoint(routes.getMeetingPage, {
  summary: "One meeting with its sign-up",
  params: MeetingPath,
  handle: (request, deps) => page(request, deps),
});

/** The fields of the form; numbers come as text. */
const SignupForm = z.strictObject({
  ...NewSignup.shape,
  needs: mayBeEmpty(NewSignup.shape.needs.unwrap()),
  helps: z.preprocess((typed) => (typed === undefined ? undefined : [typed].flat()), NewSignup.shape.helps),
  seats: z.enum(["1", "2", "3", "4"]).transform(Number),
  key: z.string(),
});

export const postSignupPage = endpoint(routes.postSignupPage, {
  summary: "Sign up for a meeting",
  params: MeetingPath,
  body: SignupForm,
  invalid: (issues, typed, request, deps) => page(request, deps, { typed, issues }, 422),
  handle: async (request, deps) => {
    const { key: _, ...asked } = request.body;
    const meeting = await visibleMeeting(request.params.meetingId, deps);
    const outcome = await askForPlace(meeting, asked, request, deps);
    if (outcome.ok) {
      const model = await meetingModel(meeting, request.receivedAt, deps);
      return view(signupSentView(frameOf(request), model, asked.email));
    }
    const text = detailOf(outcome.refusal, request.words);
    return page(
      request,
      deps,
      {
        typed: { ...asked, seats: String(asked.seats) },
        faults: [{ field: "email", text }],
      },
      statusOf(outcome.refusal),
    );
  },
});
