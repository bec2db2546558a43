import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { announcePending } from "./announce.ts";
import {
  getConsultation,
  getConsultations,
  getStaffConsultation,
  getStaffConsultations,
} from "./get-consultations.ts";
import { getMeeting, getMeetingCalendar, getMeetings } from "./get-meetings.ts";
import { deleteSignup, postSignup } from "./post-signup.ts";
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
  ],
  consume: announcePending,
};

export const handler = onLambda(duties);
