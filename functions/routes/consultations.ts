/** Consultations and meetings. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, desk, linked, page, RUSH, staff } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

const editor = staff("editor", "coordinator");
const editorDesk = desk("editor", "coordinator");
const atDoor = staff("editor", "coordinator", "clerk");
const doorDesk = desk("editor", "coordinator", "clerk");

export const consultationRows = {
  // Consultations and meetings.
  getConsultations: api("GET /v1/consultations", "consultations", anyone),
  getConsultation: api("GET /v1/consultations/{consultationId}", "consultations", anyone),
  getMeetings: api("GET /v1/meetings", "consultations", anyone),
  getMeeting: api("GET /v1/meetings/{meetingId}", "consultations", anyone),
  getMeetingCalendar: api(`GET ${at.meetingCalendar}`, "consultations", anyone),
  postSignup: api("POST /v1/meetings/{meetingId}/signups", "consultations", anyone, {
    limit: RUSH,
    admission: admit.signingUp,
  }),
  deleteSignup: api("DELETE /v1/meetings/{meetingId}/signups/{signupId}", "consultations", linked, {
    admission: admit.byLink,
  }),
  getStaffConsultations: api("GET /v1/staff/consultations", "consultations", editor),
  getStaffConsultation: api("GET /v1/staff/consultations/{consultationId}", "consultations", editor),
  postConsultation: api("POST /v1/staff/consultations", "consultations", editor),
  patchConsultation: api("PATCH /v1/staff/consultations/{consultationId}", "consultations", editor),
  postPublication: api("POST /v1/staff/consultations/{consultationId}/publication", "consultations", editor),
  getStaffMeeting: api("GET /v1/staff/meetings/{meetingId}", "consultations", editor),
  postMeeting: api("POST /v1/staff/meetings", "consultations", editor),
  patchMeeting: api("PATCH /v1/staff/meetings/{meetingId}", "consultations", editor),
  postCancellation: api("POST /v1/staff/meetings/{meetingId}/cancellation", "consultations", editor),
  getSignups: api("GET /v1/staff/meetings/{meetingId}/signups", "consultations", atDoor),
  getConsultationsPage: page(`GET ${at.consultations}`, "consultations", anyone),
  getConsultationPage: page(`GET ${at.consultation}`, "consultations", anyone),
  getMeetingsPage: page(`GET ${at.meetings}`, "consultations", anyone),
  getMeetingPage: page(`GET ${at.meeting}`, "consultations", anyone),
  postSignupPage: page(`POST ${at.meeting}`, "consultations", anyone, {
    limit: RUSH,
    admission: admit.signingUp,
  }),
  getSignupPage: page(`GET ${at.signup}`, "consultations", anyone),
  getSignupLink: page(`GET ${at.signupLink}`, "consultations", linked),
  postSignupLink: page(`POST ${at.signupLink}`, "consultations", linked, { admission: admit.byLink }),
  getDeskConsultations: page(`GET ${at.deskConsultations}`, "consultations", editorDesk),
  getDeskNewConsultation: page(`GET ${at.deskNewConsultation}`, "consultations", editorDesk),
  postDeskConsultation: page(`POST ${at.deskNewConsultation}`, "consultations", editorDesk),
  getDeskConsultation: page(`GET ${at.deskConsultation}`, "consultations", editorDesk),
  postDeskConsultationEdit: page(`POST ${at.deskConsultation}`, "consultations", editorDesk),
  postDeskPublication: page(`POST ${at.deskPublication}`, "consultations", editorDesk),
  getDeskMeetings: page(`GET ${at.deskMeetings}`, "consultations", doorDesk),
  getDeskNewMeeting: page(`GET ${at.deskNewMeeting}`, "consultations", editorDesk),
  postDeskMeeting: page(`POST ${at.deskNewMeeting}`, "consultations", editorDesk),
  getDeskMeeting: page(`GET ${at.deskMeeting}`, "consultations", doorDesk),
  getDoorListFile: page(`GET ${at.doorList}`, "consultations", doorDesk),
  getDeskMeetingEdit: page(`GET ${at.deskMeetingEdit}`, "consultations", editorDesk),
  postDeskMeetingEdit: page(`POST ${at.deskMeetingEdit}`, "consultations", editorDesk),
  getDeskCancellation: page(`GET ${at.deskMeetingCancellation}`, "consultations", editorDesk),
  postDeskCancellation: page(`POST ${at.deskMeetingCancellation}`, "consultations", editorDesk),
} as const;
