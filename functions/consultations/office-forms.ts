import { z } from "zod";
import { type Consultation, ConsultationDraft } from "../../shared/domain/consultation/consultation.ts";
import { District } from "../../shared/domain/district.ts";
import { MeetingDraft } from "../../shared/domain/meeting/meeting.ts";
import { formOf } from "../../shared/subjects/form-of.ts";
import type { FormWords } from "../../shared/subjects/form-words.ts";
import type { Words } from "../../shared/words/words.ts";

/** The form of a consultation: districts are ticked, and none of them is the whole city. */
const ConsultationFields = ConsultationDraft.extend({ territory: z.array(District) });
export const consultationForm = formOf(ConsultationFields);

export const consultationOfForm = ({
  territory,
  ...fields
}: z.output<typeof ConsultationFields>): ConsultationDraft => ({
  ...fields,
  territory: territory.length === 0 ? "citywide" : [...new Set(territory)],
});

export const formOfConsultation = ({ territory, ...draft }: Consultation) => ({
  ...draft,
  territory: territory === "citywide" ? [] : territory,
});

export const consultationWords = ({
  officeMeetings,
  consultations: { kinds, forms },
}: Words): FormWords<typeof ConsultationFields> => {
  const w = officeMeetings.consultations.fields;
  return {
    kind: { label: w.kind, options: kinds },
    "subject-title": { label: w.title },
    "subject-decided": { label: w.decided },
    "subject-fixed": { label: w.fixed, hint: w.fixedHint },
    territory: { label: w.districts, hint: w.districtsHint },
    forms: { label: w.forms, options: forms },
    startsAt: { label: w.startsAt },
    endsAt: { label: w.endsAt },
  };
};

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
const NewMeetingFields = MeetingFields.extend({ consultationId: MeetingDraft.shape.consultationId });
export const meetingForm = formOf(MeetingFields);
export const newMeetingForm = formOf(NewMeetingFields);

export const meetingWords = ({ officeMeetings }: Words): FormWords<typeof NewMeetingFields> => {
  const w = officeMeetings.meetings.fields;
  return {
    consultationId: { label: w.consultation, none: w.noConsultation },
    district: { label: w.district, none: w.wholeCity },
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
