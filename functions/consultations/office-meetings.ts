import { z } from "zod";
import { type Posted, refusedForm, staleForm, wrongForm } from "../../shared/acts/posted.ts";
import { meetingOf } from "../../shared/acts/shown-meeting.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { ConsultationId, MeetingId } from "../../shared/domain/ids.ts";
import type { Meeting } from "../../shared/domain/meeting/meeting.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import { officeMeetingFormView, officeMeetingsView } from "../../shared/pages/office/meetings.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type Request, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import { consultationsOf } from "../../shared/subjects/consultations/writing.ts";
import { routes } from "../routes.ts";
import { listMeetings } from "./agenda.ts";
import { districtsOf } from "./districts.ts";
import { meetingModel } from "./models.ts";
import { meetingForm, meetingWords, newMeetingForm } from "./office-forms.ts";
import { changeMeeting, createMeeting } from "./write-meeting.ts";

export const MeetingPath = z.object({ meetingId: MeetingId });
type MeetingPath = z.infer<typeof MeetingPath>;

/** Whether a member of staff may write meetings, or only stands at the door. */
export const mayWrite = ({ actor }: Pick<StaffRequest, "actor">): boolean =>
  actor.roles.some((role) => role === "editor" || role === "coordinator");

const MEETINGS_A_PAGE = 50;

export const getOfficeMeetings = endpoint(routes.getOfficeMeetings, {
  summary: "Meetings at the office",
  query: PageQuery,
  handle: async (request, deps) => {
    const { query, receivedAt } = request;
    const asked = { ...pageOf({ limit: MEETINGS_A_PAGE, ...query }), withDrafts: true };
    const { items, next } = await listMeetings(asked, receivedAt, deps);
    return view(
      officeMeetingsView(frameOf(request), {
        meetings: await Promise.all(items.map((meeting) => meetingModel(meeting, receivedAt, deps))),
        next: cursorOf(next),
        isLater: query.cursor !== undefined,
        mayWrite: mayWrite(request),
      }),
    );
  },
});

interface FormParts extends Posted {
  readonly before?: Meeting;
  readonly consultation?: string | undefined;
}

/** Consultations that are not over can be given a meeting. */
const consultationChoices = async (request: Request, deps: Deps) =>
  (await consultationsOf(deps).all())
    .filter(({ endsAt }) => request.receivedAt < endsAt)
    .map(({ id, subject }) => [id, subject.title] as const);

const page = async (request: Request, deps: Deps, parts: FormParts = {}): Promise<Reply> => {
  const { before, consultation, ...posted } = parts;
  const { words } = request;
  const district = [...districtsOf(deps.site)];
  const capacity = before && (await deps.store.signups.roster(before.id)).capacity;
  const shown = before
    ? { ...before, capacity }
    : { consultationId: consultation, audience: "public" as const };
  const { typed = newMeetingForm.texts(shown) } = posted;
  const state = formState(words, { ...posted, typed });
  const fields = before
    ? meetingForm.fields(state, meetingWords(words), { district })
    : newMeetingForm.fields(state, meetingWords(words), {
        district,
        consultationId: await consultationChoices(request, deps),
      });
  const key = request.key ?? formKey(deps);
  return view(officeMeetingFormView(frameOf(request), { state, key, fields, before }), posted.status);
};

const beforeOf = ({ params }: Request<MeetingPath>, deps: Deps): Promise<Meeting> =>
  meetingOf(params.meetingId, deps);

export const getOfficeNewMeeting = endpoint(routes.getOfficeNewMeeting, {
  summary: "The form of a new meeting",
  query: z.strictObject({ consultation: ConsultationId.optional() }),
  handle: (request, deps) => page(request, deps, { consultation: request.query.consultation }),
});

export const postOfficeMeeting = endpoint(routes.postOfficeMeeting, {
  summary: "Call a meeting",
  body: newMeetingForm.posted,
  invalid: (issues, typed, request, deps) =>
    page(request, deps, wrongForm(issues, typed, newMeetingForm.names)),
  handle: async (request, deps) => {
    const outcome = await createMeeting(request, request.body.value, deps);
    return outcome.ok
      ? seeOther(link(request, pathTo("officeMeeting", { meetingId: outcome.value.id })))
      : page(request, deps, refusedForm(outcome.refusal, newMeetingForm, request));
  },
});

export const getOfficeMeetingEdit = endpoint(routes.getOfficeMeetingEdit, {
  summary: "The form of a meeting",
  params: MeetingPath,
  handle: async (request, deps) => page(request, deps, { before: await beforeOf(request, deps) }),
});

export const postOfficeMeetingEdit = endpoint(routes.postOfficeMeetingEdit, {
  summary: "Move a meeting or change its places",
  params: MeetingPath,
  body: meetingForm.posted,
  invalid: async (issues, typed, request, deps) =>
    page(request, deps, {
      before: await beforeOf(request, deps),
      ...wrongForm(issues, typed, meetingForm.names),
    }),
  handle: async (request, deps) => {
    const before = await beforeOf(request, deps);
    if (before.version !== request.body.version)
      return page(request, deps, { before, ...staleForm(meetingForm, request) });
    const { value } = request.body;
    const { district = null, accessibility = null, agenda = null, signupClosesAt = null } = value;
    const change = { ...value, district, accessibility, agenda, signupClosesAt };
    const outcome = await changeMeeting(request, before, change, deps);
    return outcome.ok
      ? seeOther(link(request, pathTo("officeMeeting", { meetingId: before.id })))
      : page(request, deps, { before, ...refusedForm(outcome.refusal, meetingForm, request) });
  },
});
