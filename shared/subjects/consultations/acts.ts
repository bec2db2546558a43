import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { paragraphs } from "../../domain/text.ts";
import { dayOf, LocalDate } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { created } from "../../platform/http.ts";
import { pageAfter } from "../../platform/lists.ts";
import { made } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import { formOf } from "../form-of.ts";
import { listOf } from "../list-of.ts";
import { listSubject } from "../list-subject.ts";
import { outsideFault } from "./activity-rules.ts";
import { consultationChoices, consultationForm, consultationWords, fieldsOf } from "./form.ts";
import { officeConsultations } from "./office-pages.ts";
import { office, words } from "./one.ts";
import { said } from "./pages.ts";
import { at, consultationRows as rows } from "./rows.ts";
import {
  byUrgency,
  type Consultation,
  ConsultationFields,
  NewAnnouncement,
  statusAt,
  termFault,
} from "./rules.ts";
import {
  change,
  checkNamed,
  consultationsOf,
  dutiesOf,
  rulesOf,
  StaffConsultation,
  staffConsultation,
} from "./writing.ts";

const all = listSubject({
  words,
  journal: "consultations",
  title: (frame) => said(frame).office.title,
  address: at.officeList,
  back: { address: pathTo("office"), title: (frame) => frame.words.office.home.title },
  about: async (frame, { by, deps }) => {
    const now = by.receivedAt;
    return officeConsultations(frame, (await consultationsOf(deps).all()).toSorted(byUrgency(now)), now);
  },
  reply: StaffConsultation,
});

const addition = all.act({
  name: "add",
  summary: "Write a consultation; it is prepared until it is opened",
  json: rows.postConsultation,
  form: rows.postOfficeConsultation,
  page: rows.getOfficeNewConsultation,
  from: ["kept"],
  asks: {
    form: consultationForm,
    words: consultationWords,
    choices: consultationChoices,
  },
  body: ConsultationFields,
  replies: { 201: StaffConsultation },
  does: async (fields, { by, record, deps }) => {
    const known = await checkNamed(fields, deps);
    if (!known.ok) return known;
    const consultation: Consultation = {
      ...fields,
      id: by.newId("cns"),
      version: 1,
      announcements: [],
      documents: [],
      activities: [],
      duties: dutiesOf(fields, deps.site),
      moderators: [],
      createdAt: by.receivedAt,
      fingerprint: by.fingerprint,
    };
    const kept = await consultationsOf(deps).create(consultation, [record({}, { subject: consultation.id })]);
    if (!kept.ok) return kept;
    const values = { consultationId: consultation.id };
    const shown = staffConsultation(kept.value, by.receivedAt);
    return ok(made(created(rows.getStaffConsultation, values, shown), addressAt(at.officeOne, values)));
  },
});

/** What was opened as one kind stays that kind: its duties have begun. Its time stays as long as the law wants it. */
const checkEdit = (before: Consultation, after: Consultation, site: Deps["site"]): Result<void> => {
  const outside = outsideFault(after);
  if (outside) return refused(outside);
  if (before.publishedAt === undefined) return ok(undefined);
  if (before.kind !== after.kind) return refused(refusal("consultation/published", {}, "/kind"));
  const fault = termFault(after, rulesOf(after, site));
  return fault ? refused(fault) : ok(undefined);
};

const edit = office.act({
  name: "change",
  summary: "Edit a consultation",
  description: "Once it is open, its kind stays, and its time is no shorter than the law's.",
  json: rows.patchConsultation,
  form: rows.postOfficeConsultationEdit,
  page: rows.getOfficeConsultationChange,
  from: ["prepared", "announced", "gathering", "report-due", "ended", "report", "effects"],
  kind: "second",
  asks: {
    form: consultationForm,
    words: consultationWords,
    now: fieldsOf,
    choices: consultationChoices,
  },
  body: changesOf(ConsultationFields).meta({ id: "ConsultationChange" }),
  does: async (fields, { thing, record, by, deps }) => {
    const known = await checkNamed(fields, deps);
    if (!known.ok) return known;
    const kept = Object.fromEntries(
      Object.entries(thing).filter(([name]) => !(name in ConsultationFields.shape)),
    ) as unknown as Omit<Consultation, keyof typeof fields>;
    const after: Consultation = { ...kept, ...fields, duties: dutiesOf(fields, deps.site) };
    const checked = checkEdit(thing, after, deps.site);
    if (!checked.ok) return checked;
    // What is over takes no remarks any more: its report is due by its end.
    if (thing.publishedAt !== undefined && thing.endsAt <= by.receivedAt && after.endsAt !== thing.endsAt) {
      const state = said(by).statuses[statusAt(thing, by.receivedAt)];
      return refused(refusal("act/wrong-state", { state }, "/endsAt"));
    }
    const facts = { startsAt: after.startsAt, endsAt: after.endsAt };
    return change(thing, after, { by, deps }, [record(facts)]);
  },
});

const announcement = office.act({
  name: "announce",
  summary: "Note where and when a consultation was announced, with its proof",
  json: rows.postConsultationAnnouncement,
  form: rows.postOfficeConsultationAnnouncement,
  from: ["prepared", "announced"],
  guards: ["most-announcements"],
  kind: "second",
  asks: {
    form: formOf(NewAnnouncement),
    words: (frame: Frame) => said(frame).office.announcementFields,
  },
  does: async (asked, { thing, record, by, deps }) => {
    if (asked.on > dayOf(by.receivedAt))
      return refused(notValid([{ pointer: "/on", rule: "too-late", limit: dayOf(by.receivedAt) }]));
    const after: Consultation = {
      ...thing,
      announcements: [...thing.announcements, { ...asked, byName: by.actor.name }],
    };
    const fault = thing.publishedAt === undefined ? undefined : termFault(after, rulesOf(thing, deps.site));
    if (fault) return refused(fault);
    return change(thing, after, { by, deps }, [record({ channel: asked.channel, on: asked.on })]);
  },
});

/** From now on everybody sees it, with its documents and meetings. */
const publication = office.act({
  name: "publish",
  summary: "Open a consultation with its meetings",
  description:
    "What its kind has to keep to is checked: an announcement that is missing, or a term shorter than the law's, is refused with its source.",
  json: rows.postPublication,
  form: rows.postOfficePublication,
  from: ["prepared"],
  guards: ["over", "not-held", "channels", "term"],
  does: (_, { thing, record, by, deps }) =>
    change(
      thing,
      { ...thing, duties: dutiesOf(thing, deps.site), publishedAt: by.receivedAt },
      { by, deps },
      [record()],
    ),
});

const effects = office.act({
  name: "effects",
  summary: "Publish what came of a consultation, after its report",
  json: rows.postConsultationEffects,
  form: rows.postOfficeConsultationEffects,
  from: ["report", "ended"],
  asks: {
    form: formOf(z.strictObject({ text: paragraphs(8000), decidedOn: LocalDate })),
    words: (frame: Frame) => said(frame).office.effectsFields,
  },
  does: async (asked, { thing, record, by, deps }) => {
    const today = dayOf(by.receivedAt);
    if (asked.decidedOn > today)
      return refused(notValid([{ pointer: "/decidedOn", rule: "too-late", limit: today }]));
    return change(thing, { ...thing, effects: { ...asked, at: by.receivedAt } }, { by, deps }, [
      record({ decidedOn: asked.decidedOn }),
    ]);
  },
});

const removal = office.act({
  name: "remove",
  summary: "Remove a draft",
  json: rows.deleteConsultation,
  form: rows.postOfficeConsultationRemoval,
  from: ["prepared"],
  kind: "danger",
  replies: { 204: "Removed" },
  does: async (_, { thing, record, deps }) => {
    const gone = await consultationsOf(deps).remove(thing, [record()]);
    return gone.ok ? ok(undefined) : gone;
  },
});

const list = listOf({
  id: "StaffConsultations",
  item: StaffConsultation,
  read: async ({ receivedAt }, page, deps) => {
    const all = (await consultationsOf(deps).all()).toSorted(byUrgency(receivedAt));
    return pageAfter(
      all.map((one) => staffConsultation(one, receivedAt)),
      page,
    );
  },
});

export {
  getOfficeConsultationDocument,
  postConsultationDocument,
  postOfficeConsultationDocument,
} from "./documents.ts";
export const getOfficeConsultations = all.page(rows.getOfficeConsultations, "Consultations at the office");
export const getOfficeNewConsultation = addition.page(rows.getOfficeNewConsultation);
export const postOfficeConsultation = addition.form;
export const postConsultation = addition.json;
export const getOfficeConsultation = office.page(rows.getOfficeConsultation, "A consultation at the office");
export const getStaffConsultation = office.read(
  rows.getStaffConsultation,
  "One consultation with its version, for an edit",
);
export const getStaffConsultations = list.json(
  rows.getStaffConsultations,
  "All consultations, drafts included",
);
export const getOfficeConsultationChange = edit.page(rows.getOfficeConsultationChange);
export const postOfficeConsultationEdit = edit.form;
export const patchConsultation = edit.json;
export const postOfficeConsultationAnnouncement = announcement.form;
export const postConsultationAnnouncement = announcement.json;
export const postOfficePublication = publication.form;
export const postPublication = publication.json;
export const postOfficeConsultationEffects = effects.form;
export const postConsultationEffects = effects.json;
export const postOfficeConsultationRemoval = removal.form;
export const deleteConsultation = removal.json;
