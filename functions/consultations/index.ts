import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { finishPending } from "./announce.ts";
import {
  getDeskConsultation,
  getDeskConsultations,
  getDeskNewConsultation,
  postDeskConsultation,
  postDeskConsultationEdit,
  postDeskPublication,
} from "./desk-consultations.ts";
import { getDeskCancellation, getDeskMeeting, getDoorListFile, postDeskCancellation } from "./desk-door.ts";
import {
  getDeskMeetingEdit,
  getDeskMeetings,
  getDeskNewMeeting,
  postDeskMeeting,
  postDeskMeetingEdit,
} from "./desk-meetings.ts";
import {
  getConsultation,
  getConsultations,
  getStaffConsultation,
  getStaffConsultations,
} from "./get-consultations.ts";
import { getMeeting, getMeetingCalendar, getMeetings } from "./get-meetings.ts";
import { getMeetingPage, getSignupPage, postSignupPage } from "./meeting-page.ts";
import { deleteSignup, postSignup } from "./post-signup.ts";
import { getConsultationPage, getConsultationsPage, getMeetingsPage } from "./public-pages.ts";
import { getSignupLink, postSignupLink } from "./signup-link.ts";
import { patchConsultation, postConsultation, postPublication } from "./staff-consultations.ts";
import {
  getSignups,
  getStaffMeeting,
  patchMeeting,
  postCancellation,
  postMeeting,
} from "./staff-meetings.ts";

export const duties: Duties = {
  endpoints: [
    getConsultations,
    getConsultation,
    getStaffConsultations,
    getStaffConsultation,
    postConsultation,
    patchConsultation,
    postPublication,
    getMeetings,
    getMeeting,
    getMeetingCalendar,
    getStaffMeeting,
    postMeeting,
    patchMeeting,
    postCancellation,
    getSignups,
    postSignup,
    deleteSignup,
    getConsultationsPage,
    getConsultationPage,
    getMeetingsPage,
    getMeetingPage,
    postSignupPage,
    getSignupPage,
    getSignupLink,
    postSignupLink,
    getDeskConsultations,
    getDeskNewConsultation,
    postDeskConsultation,
    getDeskConsultation,
    postDeskConsultationEdit,
    postDeskPublication,
    getDeskMeetings,
    getDeskNewMeeting,
    postDeskMeeting,
    getDeskMeeting,
    getDoorListFile,
    getDeskMeetingEdit,
    postDeskMeetingEdit,
    getDeskCancellation,
    postDeskCancellation,
  ],
  sweep: finishPending,
};

export const handler = onLambda(duties);
