import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { advance } from "../../domain/lifecycle.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { unitsServed } from "../../domain/office/whose.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, existing, ok, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { created } from "../../platform/http.ts";
import { made, subjectOf } from "../act.ts";
import type { Doing } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { listSubject } from "../list-subject.ts";
import { type Minutes, numberOf } from "../minutes/rules.ts";
import { InMeeting, sheetOf } from "../minutes/sheet.ts";
import { officeDecision, officeDecisions, said } from "./pages.ts";
import { at, decisionRows as rows } from "./rows.ts";
import {
  Change,
  DECISIONS,
  Decision,
  DecisionFields,
  DecisionId,
  type DecisionStep,
  inOrder,
  Progress,
} from "./rules.ts";
import { besides, decisionsOf } from "./writing.ts";

const StaffDecision = Decision.omit({ fingerprint: true }).meta({ id: "StaffDecision" });
const shown = ({ fingerprint: _, ...decision }: Decision) => decision;
const pathOf = ({ meetingId, id }: Pick<Decision, "meetingId" | "id">): string =>
  addressAt(at.officeOne, { meetingId, decisionId: id });
const back = { address: at.office, title: (frame: Frame) => said(frame).office.title };

const all = listSubject({
  words: () => ({ acts: {} }),
  journal: "decisions",
  title: (frame) => said(frame).office.title,
  address: at.office,
  back: { address: pathTo("office"), title: ({ words }) => words.office.home.title },
  about: async (frame, { by, deps }) =>
    officeDecisions(frame, inOrder(await decisionsOf(deps).all(), by.receivedAt), by.receivedAt),
  reply: z.object({}),
});

const unitChoices = async ({ store }: Deps) =>
  (await store.directory.units()).map(({ id, name }) => [id, name] as const);

/** The unit of this id and a term that is still to come. */
const checked = async (
  { unit, dueOn }: Pick<Decision, "unit" | "dueOn">,
  by: StaffRequest,
  { store }: Deps,
): Promise<Result<string>> => {
  const found = await store.directory.unit(unit);
  if (!found) return refused(notValid([{ pointer: "/unit", rule: "choice" }]));
  if (dueOn < dayOf(by.receivedAt))
    return refused(refusal("act/blocked", { reason: said(by).office.past }, "/dueOn"));
  return ok(found.name);
};

interface OfMeeting {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  /** Whatever is written in the minutes meanwhile: a decision is added beside it. */
  readonly version?: never;
}

/** A meeting, to which decisions are added. */
const ofMeeting = subjectOf({
  params: InMeeting,
  find: async (path, deps): Promise<OfMeeting> => {
    const { meeting, minutes } = await sheetOf(path, deps);
    return { meeting, minutes };
  },
  stateAt: (_: OfMeeting) => "kept" as const,
  blockers: {
    "no-minutes": ({ thing }) => thing.minutes.version === 0,
    "staff-alone": ({ thing }) => thing.meeting.audience === "staff",
  },
  words: (frame) => said(frame),
  journal: ({ meeting }) => meeting.id,
  title: (frame, { meeting }) => said(frame).office.ofMeeting(meeting.title),
  address: ({ meeting }) => pathTo("officeMeeting", { meetingId: meeting.id }),
  back,
  reply: StaffDecision,
});

const decide = ofMeeting.act({
  name: "decide",
  summary: "Give a decision of a meeting to a unit, with a term",
  description:
    "It has its number from the minutes of the meeting, is on the public list and work of the unit at once.",
  json: rows.postDecision,
  form: rows.postOfficeDecision,
  page: rows.getOfficeDecisionEntry,
  from: ["kept"],
  guards: ["staff-alone", "no-minutes"],
  asks: {
    form: formOf(DecisionFields, { unit: "one" }),
    words: (frame) => {
      const { text, unit, dueOn } = said(frame).office.fields;
      return { text, unit, dueOn };
    },
    choices: async ({ deps }) => ({ unit: await unitChoices(deps) }),
  },
  replies: { 201: StaffDecision },
  does: async (asked, { thing: { meeting, minutes }, by, record, deps }) => {
    const unitName = await checked(asked, by, deps);
    if (!unitName.ok) return unitName;
    const { newId, fingerprint, receivedAt } = by;
    const id = newId("dec") as DecisionId;
    const decided = await decisionsOf(deps).decide(
      {
        ...asked,
        id,
        meetingId: meeting.id,
        meetingTitle: meeting.title,
        unitName: unitName.value,
        promisedOn: asked.dueOn,
        state: "new",
        decidedAt: receivedAt,
        version: 1 as Decision["version"],
        fingerprint,
      },
      (nth) => `${numberOf(minutes)}/${nth}`,
      [record({}, { subject: id })],
      (decision) => besides(decision, deps.site),
    );
    if (!decided.ok) return decided;
    const values = { meetingId: meeting.id, decisionId: id };
    return ok(made(created(rows.getStaffDecision, values, shown(decided.value)), pathOf(decided.value)));
  },
});

/** Whether whoever looks works in the unit that the decision was given to, or gives them out. */
const isTheirs = async ({ unit }: Decision, { actor, receivedAt: now }: StaffRequest, { store }: Deps) => {
  if (actor.roles.some((role) => role === "editor" || role === "coordinator")) return true;
  const [units, staff] = await Promise.all([store.directory.units(), store.directory.staff()]);
  const me = staff.find(({ id }) => id === actor.id);
  return me !== undefined && unitsServed({ me, staff, units, now }).includes(unit);
};

const decisions = subjectOf({
  params: InMeeting.extend({ decisionId: DecisionId }),
  find: async ({ meetingId, decisionId }, deps): Promise<Decision> => {
    const found = await decisionsOf(deps).get(decisionId);
    return existing(found?.meetingId === meetingId ? found : undefined);
  },
  stateAt: ({ state }) => state,
  blockers: {
    own: async ({ thing, by, deps }) =>
      !(await isTheirs(thing, by, deps)) &&
      refusal("act/blocked", { reason: said(by).office.otherUnit(thing.unitName) }),
  },
  words: (frame) => said(frame),
  journal: ({ id }) => id,
  title: (_frame, { number }) => number,
  address: pathOf,
  back,
  about: async (frame, { thing, by, deps }) =>
    officeDecision(frame, {
      decision: thing,
      history: await decisionsOf(deps).history(thing.id),
      now: by.receivedAt,
    }),
  reply: StaffDecision,
  shown,
});

const write = (
  { thing, record, deps }: Doing<Decision>,
  after: Decision,
  step: DecisionStep,
  facts: Record<string, string>,
) =>
  decisionsOf(deps).change(thing, after, { step, also: [record(facts)], besides: besides(after, deps.site) });

const progress = decisions.act({
  name: "progress",
  summary: "Note the progress of a decision: under way, done with its proof, or not done with the reason",
  json: rows.postDecisionProgress,
  form: rows.postOfficeDecisionProgress,
  from: ["new", "under-way", "changed"],
  guards: ["own"],
  asks: {
    form: formOf(Progress),
    words: (frame) => {
      const { step, note, proof } = said(frame).office.fields;
      return { step, note, proof };
    },
  },
  does: ({ step, note, proof }, doing) => {
    const { thing, by } = doing;
    const state = accept(advance(DECISIONS, thing.state, step));
    const ends = state === "done" || state === "not-done";
    const given = proof === undefined ? {} : { proof };
    const after = { ...thing, state, ...given, ...(ends && { endedAt: by.receivedAt }) };
    return write(doing, after, { at: by.receivedAt, state, note, ...given }, { state });
  },
});

const change = decisions.act({
  name: "change",
  summary: "Change a decision, with the reason; what it said before stays in its public history",
  json: rows.postDecisionChange,
  form: rows.postOfficeDecisionChange,
  from: ["new", "under-way", "changed", "not-done"],
  kind: "second",
  asks: {
    form: formOf(Change, { unit: "one" }),
    words: (frame) => {
      const { text, unit, dueOn, reason } = said(frame).office.fields;
      return { text, unit, dueOn, reason };
    },
    now: ({ text, unit, dueOn }) => ({ text, unit, dueOn, reason: "" }),
    choices: async ({ deps }) => ({ unit: await unitChoices(deps) }),
  },
  does: async ({ reason, ...asked }, doing) => {
    const { thing, by, deps } = doing;
    const unitName = await checked(asked, by, deps);
    if (!unitName.ok) return unitName;
    const { endedAt: _, proof: _p, ...rest } = thing;
    const state = accept(advance(DECISIONS, thing.state, "change"));
    const { text, unitName: unitBefore, dueOn } = thing;
    const step = { at: by.receivedAt, state, note: reason, before: { text, unitName: unitBefore, dueOn } };
    return write(doing, { ...rest, ...asked, unitName: unitName.value, state }, step, { dueOn: asked.dueOn });
  },
});

export const getOfficeDecisions = all.page(rows.getOfficeDecisions, "Decisions of meetings at the office");
export const getOfficeDecisionEntry = decide.page(rows.getOfficeDecisionEntry);
export const postDecision = decide.json;
export const postOfficeDecision = decide.form;
export const getOfficeDecision = decisions.page(rows.getOfficeDecision, "A decision at the office");
export const getStaffDecision = decisions.read(rows.getStaffDecision, "A decision with its version");
export const postDecisionProgress = progress.json;
export const postOfficeDecisionProgress = progress.form;
export const postDecisionChange = change.json;
export const postOfficeDecisionChange = change.form;
