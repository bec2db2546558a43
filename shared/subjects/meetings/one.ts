import { z } from "zod";
import { meetingOf } from "../../acts/shown-meeting.ts";
import { pathTo } from "../../domain/addresses.ts";
import { ConsultationId, MeetingId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type StaffRequest } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { view } from "../../platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../platform/lists.ts";
import { subjectOf } from "../act.ts";
import { listMeetings } from "./agenda.ts";
import { maskedDoorList, showDoorList } from "./door-list.ts";
import { meetingModel } from "./models.ts";
import { officeMeetingAbout, officeMeetingsView } from "./office-pages.ts";
import { said } from "./pages.ts";
import { meetingRows as rows } from "./rows.ts";
import { StaffMeeting } from "./view-rules.ts";
import { staffMeeting } from "./views.ts";

export const MeetingPath = z.object({ meetingId: MeetingId });
export type MeetingPath = z.infer<typeof MeetingPath>;

/** A meeting at the office, with how many places it has. */
interface OfficeMeeting {
  readonly meeting: Meeting;
  readonly shown: Awaited<ReturnType<typeof staffMeeting>>;
  readonly version: number;
}

export const officeMeetingOf = async (
  meeting: Meeting,
  deps: Pick<Deps, "store">,
): Promise<OfficeMeeting> => ({
  meeting,
  shown: await staffMeeting(meeting, deps),
  version: meeting.version,
});

/** Whether a member of staff may write meetings, or only stands at the door. */
const mayWrite = ({ actor }: Pick<StaffRequest, "actor">): boolean =>
  actor.roles.some((role) => role === "editor" || role === "coordinator");

const Shown = z.strictObject({ names: z.literal("shown").optional() });

export const office = subjectOf({
  params: MeetingPath,
  query: Shown,
  find: async ({ meetingId }, deps) => officeMeetingOf(await meetingOf(meetingId, deps), deps),
  stateAt: ({ meeting }: OfficeMeeting) => meeting.state,
  blockers: {},
  words: (frame) => ({ ...said(frame), blockers: {} }),
  journal: ({ meeting }) => meeting.id,
  title: (_frame, { meeting }) => meeting.title,
  address: ({ meeting }) => pathTo("officeMeeting", { meetingId: meeting.id }),
  back: { address: pathTo("officeMeetings"), title: (frame) => said(frame).office.title },
  about: async (frame, { thing: { meeting }, by, deps }) => {
    const areNamesShown = Shown.safeParse(by.query).data?.names === "shown";
    return officeMeetingAbout(frame, {
      meeting: await meetingModel(meeting, by.receivedAt, deps),
      list: areNamesShown ? await showDoorList(by, meeting.id, deps) : await maskedDoorList(meeting.id, deps),
      areNamesShown,
      mayWrite: mayWrite(by),
    });
  },
  reply: StaffMeeting,
  shown: ({ shown }) => shown,
});

const Begun = z.strictObject({ consultation: ConsultationId.optional() });

interface NewOne {
  readonly consultationId: ConsultationId | undefined;
  readonly version?: never;
}

/** Meetings as a list to which a new one is added; the consultation that it belongs to may be chosen already. */
export const all = subjectOf({
  query: Begun,
  find: async (_, _deps, by): Promise<NewOne> => ({
    consultationId: Begun.safeParse(by?.query).data?.consultation,
  }),
  stateAt: () => "planned" as const,
  blockers: {},
  words: (frame) => ({ ...said(frame), blockers: {} }),
  journal: () => "meetings",
  title: (frame) => said(frame).office.title,
  address: () => pathTo("officeMeetings"),
  back: { address: pathTo("office"), title: (frame) => frame.words.office.home.title },
  reply: StaffMeeting,
});

const MEETINGS_A_PAGE = 50;

export const getOfficeMeetings = endpoint(rows.getOfficeMeetings, {
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
