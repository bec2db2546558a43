/** Ways to take part that have a time of their own: added while a consultation is prepared, and later as far as what was announced stays. */
import { addressAt } from "../../domain/addresses.ts";
import { notValid, type Refusal, refusal } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { subjectOf } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import { formOf } from "../form-of.ts";
import { textFor } from "../surveys/pages.ts";
import { surveysOf } from "../surveys/writing.ts";
import {
  type Activity,
  ActivityFields,
  ActivityId,
  activityStateAt,
  isRemarksTimeCut,
  outsideFault,
} from "./activity-rules.ts";
import { office } from "./one.ts";
import { said } from "./pages.ts";
import { at, activityRows as rows } from "./rows.ts";
import { type Consultation, statusAt, termFault } from "./rules.ts";
import {
  ConsultationPath,
  change,
  consultationOf,
  rulesOf,
  StaffConsultation,
  staffConsultation,
} from "./writing.ts";

const MEETINGS_OFFERED = 100;

/** What is bound by id is there, and its time lies within that of what it is bound to. */
const bindingFault = async (
  { id }: Consultation,
  { kind, survey, meetings = [], startsAt, endsAt }: ActivityFields,
  deps: Deps,
): Promise<Refusal | undefined> => {
  if (survey !== undefined) {
    const found = kind === "survey" ? await surveysOf(deps).get(survey) : undefined;
    if (!found) return notValid([{ pointer: "/survey", rule: "choice" }]);
    if (startsAt < found.startsAt)
      return notValid([{ pointer: "/startsAt", rule: "too-early", limit: dayOf(found.startsAt) }]);
    if (endsAt > found.endsAt)
      return notValid([{ pointer: "/endsAt", rule: "too-late", limit: dayOf(found.endsAt) }]);
  }
  const found = await Promise.all(meetings.map((one) => deps.store.meetings.get(one)));
  const wrong = found.findIndex((one) => kind !== "meetings" || one?.consultationId !== id);
  return wrong < 0 ? undefined : notValid([{ pointer: `/meetings/${wrong}`, rule: "choice" }]);
};

/** Whether a consultation may have its activities so: by its own time, by its kind's term, and by what residents were told. */
const fault = (
  before: Consultation,
  after: Consultation,
  by: Pick<StaffRequest, "words">,
  site: Deps["site"],
): Refusal | undefined => {
  const { blockers } = said(by);
  if (after.activities.filter(({ kind }) => kind === "remarks").length > 1)
    return refusal("act/blocked", { reason: blockers["one-remarks"] }, "/kind");
  const outside = outsideFault(after);
  if (outside || before.publishedAt === undefined) return outside;
  if (isRemarksTimeCut(before, after))
    return refusal("act/blocked", { reason: blockers["time-cut"] }, "/endsAt");
  return termFault(after, rulesOf(after, site));
};

const activityForm = formOf(ActivityFields, { survey: "one" });

const activityWords = (frame: Frame) => {
  const { forms, ways, office: w } = said(frame);
  const { kind, forms: formsField, ...fields } = w.activityFields;
  return {
    ...fields,
    kind: { ...kind, options: ways.kinds },
    forms: { ...formsField, options: forms },
  };
};

const choicesOf = async (frame: Pick<Frame, "words">, { id }: Consultation, deps: Deps) => {
  const { items } = await deps.store.meetings.agenda(id, { limit: MEETINGS_OFFERED });
  const meetings = await Promise.all(items.map((one) => deps.store.meetings.listed(one.id)));
  const { moment } = frame.words.format;
  return {
    survey: (await surveysOf(deps).all()).map(({ id, title }) => [id, textFor(frame, title)] as const),
    meetings: meetings.flatMap((one) =>
      one ? [[one.id, `${one.title}, ${moment(one.startsAt)}`] as const] : [],
    ),
  };
};

const addition = office.act({
  name: "activity",
  summary: "Add a way to take part in a consultation, with a time of its own",
  description:
    "Once residents were told, their time for remarks gets no shorter; a kind that must be announced has all its ways before it begins.",
  json: rows.postConsultationActivity,
  form: rows.postOfficeConsultationActivity,
  page: rows.getOfficeNewConsultationActivity,
  from: ["prepared", "announced", "gathering"],
  guards: ["most-activities", "was-announced"],
  kind: "second",
  asks: {
    form: activityForm,
    words: activityWords,
    choices: ({ by, thing, deps }) => choicesOf(by, thing, deps),
  },
  does: async (asked, { thing, record, by, deps }) => {
    const last = thing.activities.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0);
    const id = `a${last + 1}`;
    const after: Consultation = { ...thing, activities: [...thing.activities, { ...asked, id }] };
    const wrong = fault(thing, after, by, deps.site) ?? (await bindingFault(thing, asked, deps));
    return wrong ? refused(wrong) : change(thing, after, { by, deps }, [record({ activity: id })]);
  },
});

interface OfActivity {
  readonly consultation: Consultation;
  readonly activity: Activity;
  readonly version: number;
}

const of = (consultation: Consultation, id: string): OfActivity => ({
  consultation,
  activity: existing(consultation.activities.find((one) => one.id === id)),
  version: consultation.version,
});

const one = subjectOf({
  params: ConsultationPath.extend({ activityId: ActivityId }),
  find: async ({ activityId, ...path }, deps) => of(await consultationOf(path, deps), activityId),
  stateAt: ({ consultation, activity }, now) =>
    statusAt(consultation, now) === "prepared" ? ("prepared" as const) : activityStateAt(activity, now),
  blockers: {
    reported: ({ thing }) => thing.consultation.reportedAt !== undefined,
  },
  words: (frame) => {
    const { ways, office } = said(frame);
    return { states: { ...ways.states, prepared: said(frame).statuses.prepared }, ...office.ofActivity };
  },
  journal: ({ consultation }) => consultation.id,
  title: (_, { activity }) => activity.title,
  address: ({ consultation, activity }) =>
    addressAt(at.activity, { consultationId: consultation.id, activityId: activity.id }),
  back: {
    address: ({ consultation }) => addressAt(at.officeOne, { consultationId: consultation.id }),
    title: (_, { consultation }) => consultation.subject.title,
  },
  reply: StaffConsultation,
  shown: ({ consultation }, now) => staffConsultation(consultation, now),
});

const write = async (
  { consultation }: OfActivity,
  activities: Consultation["activities"],
  doing: { by: StaffRequest; deps: Deps; record: Parameters<typeof change>[3] },
): Promise<Result<Consultation>> => {
  const { by, deps, record } = doing;
  const after: Consultation = { ...consultation, activities };
  const wrong = fault(consultation, after, by, deps.site);
  return wrong ? refused(wrong) : change(consultation, after, { by, deps }, record);
};

const edit = one.act({
  name: "change",
  summary: "Change a way to take part: its time, whom it is for, what it is bound to",
  json: rows.patchConsultationActivity,
  form: rows.postOfficeConsultationActivityEdit,
  from: ["prepared", "not-yet", "open"],
  guards: ["reported"],
  asks: {
    form: activityForm,
    words: activityWords,
    now: ({ activity: { id: _id, ...fields } }) => fields,
    choices: ({ by, thing, deps }) => choicesOf(by, thing.consultation, deps),
  },
  body: changesOf(ActivityFields).meta({ id: "ConsultationActivityChange" }),
  does: async (asked, { thing, record, by, deps }) => {
    const { consultation, activity } = thing;
    const wrong = await bindingFault(consultation, asked, deps);
    if (wrong) return refused(wrong);
    const id = activity.id;
    const all = consultation.activities.map((each) => (each.id === id ? { ...asked, id } : each));
    const done = await write(thing, all, { by, deps, record: [record({ activity: id })] });
    return done.ok ? ok(of(done.value, id)) : done;
  },
});

const removal = one.act({
  name: "remove",
  summary: "Take a way to take part away, before residents were told of it",
  json: rows.deleteConsultationActivity,
  form: rows.postOfficeConsultationActivityRemoval,
  from: ["prepared"],
  kind: "danger",
  replies: { 204: "Removed" },
  does: async (_, { thing, record, by, deps }) => {
    const { consultation, activity } = thing;
    const left = consultation.activities.filter(({ id }) => id !== activity.id);
    const done = await write(thing, left, { by, deps, record: [record({ activity: activity.id })] });
    return done.ok ? ok(undefined) : done;
  },
});

export const getOfficeNewConsultationActivity = addition.page(rows.getOfficeNewConsultationActivity);
export const postOfficeConsultationActivity = addition.form;
export const postConsultationActivity = addition.json;
export const getOfficeConsultationActivity = one.page(
  rows.getOfficeConsultationActivity,
  "A way to take part in a consultation, at the office",
);
export const patchConsultationActivity = edit.json;
export const postOfficeConsultationActivityEdit = edit.form;
export const deleteConsultationActivity = removal.json;
export const postOfficeConsultationActivityRemoval = removal.form;
