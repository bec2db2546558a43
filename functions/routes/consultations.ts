/** Consultations and meetings. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, linked, office, page, RUSH, staff } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

const editor = staff("editor", "coordinator");
const forEditor = office("editor", "coordinator");
const atDoor = staff("editor", "coordinator", "clerk");
const forDoor = office("editor", "coordinator", "clerk");

export const consultationRows = {
  // Consultations and meetings.
  getMeetings: api(`GET ${at.meetingsJson}`, "consultations", anyone),
  getMeetingsFeed: api(`GET ${at.meetingsFeed}`, "consultations", anyone),
  getMeeting: api("GET /v1/meetings/{meetingId}", "consultations", anyone),
  getMeetingCalendar: api(`GET ${at.meetingCalendar}`, "consultations", anyone),
  postSignup: api("POST /v1/meetings/{meetingId}/signups", "consultations", anyone, {
    limit: RUSH,
    admission: admit.signingUp,
  }),
  deleteSignup: api("DELETE /v1/meetings/{meetingId}/signups/{signupId}", "consultations", linked, {
    admission: admit.byLink,
  }),
  getStaffMeeting: api("GET /v1/staff/meetings/{meetingId}", "consultations", editor),
  postMeeting: api("POST /v1/staff/meetings", "consultations", editor),
  patchMeeting: api("PATCH /v1/staff/meetings/{meetingId}", "consultations", editor),
  postCancellation: api("POST /v1/staff/meetings/{meetingId}/cancellation", "consultations", editor),
  postStaffSignup: api("POST /v1/staff/meetings/{meetingId}/signups", "consultations", editor),
  getSignups: api("GET /v1/staff/meetings/{meetingId}/signups", "consultations", atDoor),
  getMeetingsPage: page(`GET ${at.meetings}`, "consultations", anyone),
  getMeetingPage: page(`GET ${at.meeting}`, "consultations", anyone),
  postSignupPage: page(`POST ${at.meeting}`, "consultations", anyone, {
    limit: RUSH,
    admission: admit.signingUp,
  }),
  getSignupConfirmation: page(`GET ${at.signupConfirmation}`, "consultations", linked),
  postSignupConfirmation: page(`POST ${at.signupConfirmation}`, "consultations", linked, {
    limit: RUSH,
    admission: admit.byLink,
  }),
  getSignupLink: page(`GET ${at.signupLink}`, "consultations", linked),
  postSignupLink: page(`POST ${at.signupLink}`, "consultations", linked, { admission: admit.byLink }),
  getOfficeMeetings: page(`GET ${at.officeMeetings}`, "consultations", forDoor),
  getOfficeNewMeeting: page(`GET ${at.officeNewMeeting}`, "consultations", forEditor),
  postOfficeMeeting: page(`POST ${at.officeNewMeeting}`, "consultations", forEditor),
  getOfficeMeeting: page(`GET ${at.officeMeeting}`, "consultations", forDoor),
  getDoorListFile: page(`GET ${at.doorList}`, "consultations", forDoor),
  getOfficeMeetingEdit: page(`GET ${at.officeMeetingEdit}`, "consultations", forEditor),
  postOfficeMeetingEdit: page(`POST ${at.officeMeetingEdit}`, "consultations", forEditor),
  getOfficeCancellation: page(`GET ${at.officeMeetingCancellation}`, "consultations", forEditor),
  postOfficeCancellation: page(`POST ${at.officeMeetingCancellation}`, "consultations", forEditor),
} as const;
