import { z } from "zod";
import { addressAt } from "../../shared/domain/addresses.ts";
import { meetingBox } from "../../shared/pages/meetings/facts.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { json, view } from "../../shared/platform/http.ts";
import { Activity, ActivityState } from "../../shared/subjects/consultations/activity-rules.ts";
import { consultationView } from "../../shared/subjects/consultations/pages.ts";
import { withMeetingsRows as rows } from "../../shared/subjects/consultations/rows.ts";
import type { Consultation } from "../../shared/subjects/consultations/rules.ts";
import { waysOf } from "../../shared/subjects/consultations/ways.ts";
import {
  ConsultationPath,
  PublicConsultation,
  publicConsultation,
  publishedConsultation,
} from "../../shared/subjects/consultations/writing.ts";
import { listMeetings } from "../../shared/subjects/meetings/agenda.ts";
import { meetingModel } from "../../shared/subjects/meetings/models.ts";
import { PublicMeeting } from "../../shared/subjects/meetings/view-rules.ts";
import { meetingView } from "../../shared/subjects/meetings/views.ts";
import { programmesOf } from "../../shared/subjects/programmes/keeping.ts";
import { at as atProgrammes } from "../../shared/subjects/programmes/rows.ts";
import { remarksPart } from "../../shared/subjects/remarks/pages.ts";
import { remarksOf, takesRemarks } from "../../shared/subjects/remarks/taking.ts";
import { requestsOf } from "../../shared/subjects/requests/keeping.ts";
import { at as atRequests } from "../../shared/subjects/requests/rows.ts";

/** Meetings that one consultation shows at once; a city of 22 districts holds one in each. */
const MEETINGS_SHOWN = 100;

const ConsultationWithMeetings = PublicConsultation.extend({
  meetings: z.array(PublicMeeting),
  activities: z.array(Activity.extend({ state: ActivityState })),
}).meta({
  id: "ConsultationWithMeetings",
});

export const getConsultation = endpoint(rows.getConsultation, {
  summary: "One consultation with its meetings",
  params: ConsultationPath,
  replies: { 200: ConsultationWithMeetings },
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  handle: async ({ params, receivedAt: now }, deps) => {
    const consultation = await publishedConsultation(params, deps);
    const { items } = await listMeetings({ consultation: consultation.id, limit: MEETINGS_SHOWN }, now, deps);
    const meetings = await Promise.all(items.map((meeting) => meetingView(meeting, deps)));
    const ways = await waysOf(consultation, now, deps);
    const activities = ways.map(({ activity, state }) => ({ ...activity, state }));
    return json({ ...publicConsultation(consultation, now), activities, meetings });
  },
});

/** What it names that has a page of its own. */
const namedBy = async ({ programme, request }: Consultation, deps: Deps) => {
  const [found, asked] = await Promise.all([
    programme && programmesOf(deps).get(programme),
    request && requestsOf(deps).get(request),
  ]);
  return {
    programme: found && { name: found.name, address: addressAt(atProgrammes.one, { programmeId: found.id }) },
    request: asked && { name: asked.title, address: addressAt(atRequests.one, { requestId: asked.id }) },
  };
};

export const getConsultationPage = endpoint(rows.getConsultationPage, {
  summary: "One consultation with its meetings",
  params: ConsultationPath,
  cache: "public, max-age=0, s-maxage=10, stale-if-error=600",
  handle: async (request, deps) => {
    const now = request.receivedAt;
    const frame = frameOf(request);
    const consultation = await publishedConsultation(request.params, deps);
    const { items } = await listMeetings({ consultation: consultation.id, limit: MEETINGS_SHOWN }, now, deps);
    const models = await Promise.all(items.map((meeting) => meetingModel(meeting, now, deps)));
    const meetings = models.map((meeting) => meetingBox(frame, meeting, 3));
    const counts = await remarksOf(consultation, deps).counts();
    const remarks = remarksPart(frame, consultation, { counts, mayWrite: takesRemarks(consultation, now) });
    const ways = await waysOf(consultation, now, deps);
    const named = await namedBy(consultation, deps);
    return view(
      consultationView(frame, consultation, { now, city: deps.site.city, remarks, meetings, ways, ...named }),
    );
  },
});
