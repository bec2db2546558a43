import { z } from "zod";
import { pathTo } from "../../domain/addresses.ts";
import { MeetingDraft, MeetingFields } from "../../domain/meeting/meeting.ts";
import { ok } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { created, versionTag } from "../../platform/http.ts";
import { made } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import { consultationsOf } from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import {
  audienceChoices,
  begun,
  districtChoices,
  kindChoices,
  meetingForm,
  meetingWords,
  newMeetingForm,
  newMeetingWords,
  typedOf,
} from "./form.ts";
import { all, office, officeMeetingOf } from "./one.ts";
import { said } from "./pages.ts";
import { listRows, meetingRows as rows } from "./rows.ts";
import { StaffMeeting } from "./view-rules.ts";
import { staffMeeting } from "./views.ts";
import { cancelMeeting, changeMeeting, createMeeting } from "./writing.ts";

export { getOfficeMeetings } from "./one.ts";

/** Consultations that are not over can be given a meeting. */
const consultationChoices = async (by: Pick<StaffRequest, "receivedAt">, deps: Deps) =>
  (await consultationsOf(deps).all())
    .filter(({ endsAt }) => by.receivedAt < endsAt)
    .map(({ id, subject }) => [id, subject.title] as const);

const cycleChoices = async ({ store }: Deps) =>
  (await store.cycles.list()).items.map(({ id, name }) => [id, name] as const);

const addition = all.act({
  name: "add",
  summary: "Call a meeting; one of a consultation is shown when the consultation is published",
  json: rows.postMeeting,
  form: rows.postOfficeMeeting,
  page: rows.getOfficeNewMeeting,
  from: ["planned"],
  asks: {
    form: newMeetingForm,
    words: newMeetingWords,
    now: ({ consultationId }) => begun(consultationId),
    choices: async ({ by, deps }) => ({
      district: districtChoices(by),
      consultationId: await consultationChoices(by, deps),
      cycleId: await cycleChoices(deps),
      kind: kindChoices(by),
      audience: audienceChoices(by),
    }),
  },
  body: MeetingDraft,
  replies: { 201: StaffMeeting },
  does: async (asked, { by, deps, record }) => {
    const kept = await createMeeting(by, asked, deps, (id) => record({}, { subject: id }));
    if (!kept.ok) return kept;
    const { id: meetingId, version } = kept.value;
    const reply = created(listRows.getMeeting, { meetingId }, await staffMeeting(kept.value, deps));
    const tagged = { ...reply, headers: { ...reply.headers, etag: versionTag(version) } };
    return ok(made(tagged, pathTo("officeMeeting", { meetingId })));
  },
});

const change = office.act({
  name: "change",
  summary: "Move a meeting or change its places",
  description:
    "More places move the waiting list up; fewer than are taken are refused. Who signed up is told of another time or place. Null takes an optional field away.",
  json: rows.patchMeeting,
  form: rows.postOfficeMeetingEdit,
  page: rows.getOfficeMeetingEdit,
  from: ["planned", "cancelled"],
  isOffered: ({ thing: { meeting }, by }) => meeting.state === "planned" && by.receivedAt < meeting.endsAt,
  kind: "second",
  asks: {
    form: meetingForm,
    words: meetingWords,
    now: ({ meeting, shown }) => typedOf(meeting, shown.capacity),
    choices: ({ by }) => ({ district: districtChoices(by) }),
  },
  body: changesOf(MeetingFields).meta({ id: "MeetingChange" }),
  does: async (asked, { thing: { meeting }, by, deps, record }) => {
    const outcome = await changeMeeting(by, meeting, asked, deps, record);
    return outcome.ok ? ok(await officeMeetingOf(outcome.value, deps)) : outcome;
  },
});

const cancellation = office.act({
  name: "cancel",
  summary: "Call a meeting off; everybody who signed up is told the reason",
  json: rows.postCancellation,
  form: rows.postOfficeCancellation,
  page: rows.getOfficeCancellation,
  from: ["planned", "cancelled"],
  isOffered: ({ thing: { meeting }, by }) => meeting.state === "planned" && by.receivedAt < meeting.endsAt,
  kind: "danger",
  asks: {
    form: formOf(z.strictObject({ reason: paragraphs(1000) }).meta({ id: "Cancellation" })),
    words: (frame) => ({ reason: said(frame).office.fields.reason }),
  },
  does: async ({ reason }, { thing: { meeting }, by, deps, record }) => {
    const outcome = await cancelMeeting(by, meeting, reason, deps, record);
    return outcome.ok ? ok(await officeMeetingOf(outcome.value, deps)) : outcome;
  },
});

export const getStaffMeeting = office.read(rows.getStaffMeeting, "One meeting with its version, for an edit");
export const getOfficeMeeting = office.page(
  rows.getOfficeMeeting,
  "A meeting at the office, with the list for the door",
);
export const postMeeting = addition.json;
export const postOfficeMeeting = addition.form;
export const getOfficeNewMeeting = addition.page(rows.getOfficeNewMeeting);
export const patchMeeting = change.json;
export const postOfficeMeetingEdit = change.form;
export const getOfficeMeetingEdit = change.page(rows.getOfficeMeetingEdit);
export const postCancellation = cancellation.json;
export const postOfficeCancellation = cancellation.form;
export const getOfficeCancellation = cancellation.page(rows.getOfficeCancellation);
