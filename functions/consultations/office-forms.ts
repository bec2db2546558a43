import { z } from "zod";
import {
  ConsultationDraft,
  ConsultationForm,
  ConsultationKind,
  Subject,
} from "../../shared/domain/consultation/consultation.ts";
import { District } from "../../shared/domain/district.ts";
import { ConsultationId } from "../../shared/domain/ids.ts";
import { LocalMoment } from "../../shared/domain/local-moment.ts";
import { Capacity, MeetingDraft, Place } from "../../shared/domain/meeting/meeting.ts";
import { mayBeEmpty } from "../../shared/domain/text.ts";

/** Check boxes arrive as nothing, a text or a list. */
const ticked = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item));

const digits = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/)
  .transform(Number);

const Version = digits.optional();

/** The form of a consultation, flat as forms are; its fields carry the names that the faults point at. */
export const ConsultationFields = z.strictObject({
  key: z.string(),
  version: Version,
  kind: ConsultationKind,
  ...Subject.shape,
  startsAt: LocalMoment,
  endsAt: LocalMoment,
  forms: ticked(ConsultationForm).pipe(ConsultationDraft.shape.forms),
  districts: ticked(District),
});
export type ConsultationFields = z.infer<typeof ConsultationFields>;

export const consultationOfForm = (fields: ConsultationFields): ConsultationDraft => {
  const { kind, title, decided, fixed, startsAt, endsAt, forms, districts } = fields;
  return {
    kind,
    subject: { title, decided, fixed },
    territory: districts.length === 0 ? "citywide" : [...new Set(districts)],
    forms,
    startsAt,
    endsAt,
  };
};

const { title, accessibility, agenda } = MeetingDraft.shape;

export const MeetingFields = z.strictObject({
  key: z.string(),
  version: Version,
  title,
  startsAt: LocalMoment,
  endsAt: LocalMoment,
  placeName: Place.shape.name,
  placeAddress: Place.shape.address,
  accessibility: mayBeEmpty(accessibility.unwrap()),
  agenda: mayBeEmpty(agenda.unwrap()),
  district: mayBeEmpty(District),
  consultationId: mayBeEmpty(ConsultationId),
  capacity: digits.pipe(Capacity),
  signupClosesAt: mayBeEmpty(LocalMoment),
});
export type MeetingFields = z.infer<typeof MeetingFields>;

export const meetingOfForm = (fields: MeetingFields): MeetingDraft => {
  const { key: _key, version: _version, placeName, placeAddress, ...rest } = fields;
  return { ...rest, place: { name: placeName, address: placeAddress }, audience: "public" };
};
