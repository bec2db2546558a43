import { Audience, MeetingDraft } from "../../shared/domain/meeting/meeting.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import type { FormWords } from "../../shared/subjects/form-words.ts";
import type { Words } from "../../shared/words/words.ts";

/** The form of a meeting, and of one that is new: it may belong to a consultation. */
const MeetingFields = MeetingDraft.pick({
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  accessibility: true,
  agenda: true,
  district: true,
  capacity: true,
  signupClosesAt: true,
});
const NewMeetingFields = MeetingFields.extend({
  consultationId: MeetingDraft.shape.consultationId,
  audience: Audience.exclude(["visit"]),
});
export const meetingForm = formOf(MeetingFields);
export const newMeetingForm = formOf(NewMeetingFields);

export const meetingWords = ({ officeMeetings }: Words): FormWords<typeof NewMeetingFields> => {
  const w = officeMeetings.meetings.fields;
  return {
    consultationId: { label: w.consultation, none: w.noConsultation },
    district: { label: w.district, none: w.wholeCity },
    audience: { label: w.audience, options: w.audiences },
    title: { label: w.title },
    startsAt: { label: w.startsAt },
    endsAt: { label: w.endsAt },
    "place-name": { label: w.placeName },
    "place-address": { label: w.placeAddress },
    accessibility: { label: w.accessibility, hint: w.accessibilityHint },
    agenda: { label: w.agenda },
    capacity: { label: w.capacity },
    signupClosesAt: { label: w.signupClosesAt, hint: w.signupClosesAtHint },
  };
};
