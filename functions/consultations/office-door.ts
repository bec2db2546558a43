import { z } from "zod";
import { meetingOf } from "../../shared/acts/shown-meeting.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { accept } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import { doorListView } from "../../shared/pages/office/door-list.ts";
import { officeCancellationView } from "../../shared/pages/office/meetings.ts";
import { csvText } from "../../shared/platform/csv.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { file, seeOther, view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { maskedDoorList, showDoorList } from "./door-list.ts";
import { meetingModel } from "./models.ts";
import { MeetingPath, mayWrite } from "./office-meetings.ts";
import { cancelMeeting } from "./write-meeting.ts";

export const getOfficeMeeting = endpoint(routes.getOfficeMeeting, {
  summary: "A meeting at the office, with the list for the door",
  params: MeetingPath,
  query: z.strictObject({ names: z.literal("shown").optional() }),
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    const areNamesShown = request.query.names === "shown";
    return view(
      doorListView(frameOf(request), {
        meeting: await meetingModel(meeting, request.receivedAt, deps),
        list: areNamesShown
          ? await showDoorList(request, meeting.id, deps)
          : await maskedDoorList(meeting.id, deps),
        areNamesShown,
        mayWrite: mayWrite(request),
      }),
    );
  },
});

export const getDoorListFile = endpoint(routes.getDoorListFile, {
  summary: "The list for the door as CSV; that it was downloaded is recorded",
  params: MeetingPath,
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    const list = await showDoorList(request, meeting.id, deps);
    const w = request.words.officeMeetings.door;
    const rows = list.map((line) => [
      w.filePlaces[line.place],
      line.position,
      line.name,
      line.email,
      line.seats,
      line.needs ?? "",
    ]);
    return file(csvText(w.fileColumns, rows), "text/csv; charset=utf-8", `${meeting.id}.csv`);
  },
});

export const getOfficeCancellation = endpoint(routes.getOfficeCancellation, {
  summary: "Asks before a meeting is called off",
  params: MeetingPath,
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    return view(officeCancellationView(frameOf(request), { meeting, state: formState(request.words) }));
  },
});

export const postOfficeCancellation = endpoint(routes.postOfficeCancellation, {
  summary: "Call a meeting off",
  params: MeetingPath,
  body: z.strictObject({ reason: paragraphs(1000) }),
  invalid: async (issues, typed, request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    const state = formState(request.words, { issues, typed });
    return view(officeCancellationView(frameOf(request), { meeting, state }), 422);
  },
  handle: async (request, deps) => {
    const meeting = await meetingOf(request.params.meetingId, deps);
    accept(await cancelMeeting(request, meeting, request.body.reason, deps));
    return seeOther(link(request, pathTo("officeMeeting", { meetingId: meeting.id })));
  },
});
