import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing, ok, refused } from "../../domain/result.ts";
import type { Frame } from "../../pages/layout.ts";
import { created } from "../../platform/http.ts";
import { made, subjectOf } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import { formOf } from "../form-of.ts";
import { tellAuthors } from "./clock.ts";
import { motionAbout, sheetAbout } from "./office-pages.ts";
import { documentOf, said } from "./pages.ts";
import { at, motionEntryRows, minutesRows as rows } from "./rows.ts";
import {
  Minutes,
  MinutesFields,
  MOST_MOTIONS,
  Motion,
  MotionEntry,
  MotionId,
  MotionText,
  minutesState,
  motionsNow,
} from "./rules.ts";
import {
  InMeeting,
  minutesOf,
  nextVersion,
  type Sheet,
  sheetOf,
  toAccept,
  toForget,
  toTell,
} from "./sheet.ts";

const StaffMotion = Motion.omit({ fingerprint: true, email: true }).meta({ id: "StaffMotion" });
const shownMotion = ({ fingerprint: _f, email: _e, ...motion }: Motion) => motion;

const StaffMinutes = Minutes.omit({ writtenBy: true })
  .extend({
    /** 0 where nobody has written yet. */
    version: z.int(),
    state: z.enum(["none", "draft", "published", "changed"]),
    written: z.array(StaffMotion),
  })
  .meta({ id: "StaffMinutes" });
const shown = ({ minutes: { writtenBy: _, ...minutes }, motions }: Sheet) => ({
  ...minutes,
  state: minutesState({ ...minutes, writtenBy: "" }),
  written: motions.map(shownMotion),
});

const words = (frame: Pick<Frame, "words">) => said(frame);
const addressOf = ({ meeting }: Pick<Sheet, "meeting">): string =>
  addressAt(at.office, { meetingId: meeting.id });

const sheets = subjectOf({
  params: InMeeting,
  find: sheetOf,
  stateAt: ({ minutes }: Sheet) => minutesState(minutes),
  blockers: {
    "not-over": ({ thing, by }) => by.receivedAt < thing.meeting.endsAt,
    cancelled: ({ thing }) => thing.meeting.state === "cancelled",
    "no-attendance": ({ thing }) => thing.minutes.attendance === null,
    "motions-open": ({ thing, by }) => motionsNow(thing.meeting, by.receivedAt) !== "over",
    "most-motions": ({ thing }) => thing.motions.length >= MOST_MOTIONS,
  },
  words,
  journal: ({ meeting }) => meeting.id,
  title: (frame, { meeting }) => said(frame).titleOf(meeting.title),
  address: addressOf,
  back: {
    address: ({ meeting }) => pathTo("officeMeeting", { meetingId: meeting.id }),
    title: (_frame, { meeting }) => meeting.title,
  },
  about: (frame, { thing, by, deps }) => {
    const next = nextVersion(thing, { acceptedBy: by.actor.name, at: by.receivedAt });
    const { language } = frame.words;
    return sheetAbout(frame, {
      ...thing,
      mayDecide: by.actor.roles.some((role) => role === "editor" || role === "coordinator"),
      next: documentOf(next, { language, issuer: deps.site.city.office }),
    });
  },
  reply: StaffMinutes,
  shown,
});

const fieldsOf = ({ minutes }: Sheet) => z.object(MinutesFields.shape).parse(minutes);
const LINES = {
  motions: "lines",
  "raised-residents": "lines",
  "raised-councillors": "lines",
  "raised-organisations": "lines",
  "raised-office": "lines",
} as const;

const writing = sheets.act({
  name: "write",
  summary: "Write the minutes of a meeting, or correct those that are published",
  description:
    "What is left out stays; at first, as the template has it. A correction of published minutes says what it changes; the version before stays to be read.",
  json: rows.postMinutes,
  form: rows.postOfficeMinutes,
  page: rows.getOfficeMinutesWriting,
  from: ["none", "draft", "published", "changed"],
  asks: {
    form: formOf(MinutesFields, LINES),
    words: (frame) => {
      const { office, speakers } = said(frame);
      const { fields: w, linesHint: hint } = office;
      const raised = (who: string) => ({ label: `${w.raised}: ${who}`, hint });
      return {
        agenda: w.agenda,
        attendance: w.attendance,
        "raised-residents": raised(speakers.residents),
        "raised-councillors": raised(speakers.councillors),
        "raised-organisations": raised(speakers.organisations),
        "raised-office": raised(speakers.office),
        motions: { ...w.motions, hint },
        correction: w.correction,
      };
    },
    now: fieldsOf,
  },
  body: changesOf(MinutesFields).meta({ id: "MinutesChange" }),
  does: async (asked, { thing, record, by, deps }) => {
    const { meeting, minutes: before } = thing;
    if (before.edition > 0 && asked.correction === undefined)
      return refused(refusal("act/blocked", { reason: said(by).office.needsCorrection }, "/correction"));
    const { correction: _, ...kept } = before;
    const next: Minutes = {
      ...kept,
      ...asked,
      isChanged: true,
      writtenBy: by.actor.id,
      writtenByName: by.actor.name,
      writtenAt: by.receivedAt,
    };
    const more = toAccept(next, meeting, deps.site);
    const written =
      before.version === 0
        ? await minutesOf(deps).begin(next, [record()], more)
        : await minutesOf(deps).change(before, next, [record()], more);
    if (!written.ok) return written;
    return ok({ ...thing, minutes: written.value, version: written.value.version });
  },
});

const acceptance = sheets.act({
  name: "accept",
  summary: "Accept minutes that somebody else wrote: they are published",
  json: rows.postMinutesAcceptance,
  form: rows.postOfficeMinutesAcceptance,
  from: ["draft", "changed"],
  guards: ["cancelled", "not-over", "motions-open", "no-attendance"],
  notBy: ({ minutes }) => minutes.writtenBy,
  does: async (_, { thing, record, by, deps }) => {
    const { meeting, minutes, motions } = thing;
    const now = by.receivedAt;
    const version = nextVersion(thing, { acceptedBy: by.actor.name, at: now });
    const waiting = motions.some(({ email }) => email !== undefined);
    const published = await minutesOf(deps).publish(
      minutes,
      version,
      [record({ number: version.number, edition: version.edition, writtenBy: minutes.writtenByName })],
      waiting ? toTell(meeting, now, deps.site) : {},
    );
    if (!published.ok) return published;
    if (waiting) await tellAuthors(meeting.id, deps);
    return ok({ ...thing, minutes: published.value, version: published.value.version });
  },
});

const entry = sheets.act({
  name: "enterMotion",
  summary: "Enter a motion that was handed in in writing",
  json: motionEntryRows.postStaffMotion,
  form: motionEntryRows.postOfficeMotion,
  page: motionEntryRows.getOfficeMotionEntry,
  from: ["none", "draft", "published", "changed"],
  guards: ["most-motions"],
  kind: "second",
  asks: {
    form: formOf(MotionEntry),
    words: (frame) => {
      const { fields: w, ways } = said(frame).office;
      return { text: w.text, way: { ...w.way, options: ways } };
    },
  },
  replies: { 201: StaffMotion },
  does: async (asked, { thing, record, by, deps }) => {
    const { newId, fingerprint, receivedAt, language } = by;
    const id = newId("mot") as MotionId;
    const motion: Motion = {
      ...asked,
      id,
      language,
      receivedAt,
      version: 1 as Motion["version"],
      fingerprint,
    };
    const { meeting, minutes } = thing;
    const seen = { writtenBy: by.actor.id, writtenByName: by.actor.name };
    const reason = said(by).blockers["most-motions"];
    const kept = await minutesOf(deps).handIn(
      meeting.id,
      motion,
      [
        record({}, { subject: meeting.id }),
        ...(minutes.version > 0 ? [minutesOf(deps).touched(minutes, seen)] : []),
      ],
      (others) =>
        others.length < MOST_MOTIONS ? ok(undefined) : refused(refusal("act/blocked", { reason })),
    );
    if (!kept.ok) return kept;
    const reply = created(
      motionEntryRows.patchMotion,
      { meetingId: meeting.id, motionId: id },
      shownMotion(kept.value),
    );
    return ok(made(reply, addressOf(thing)));
  },
});

interface OneMotion extends Sheet {
  readonly motion: Motion;
}

const motions = subjectOf({
  params: InMeeting.extend({ motionId: MotionId }),
  find: async ({ motionId, ...path }, deps): Promise<OneMotion> => {
    const sheet = await sheetOf(path, deps);
    const motion = existing(sheet.motions.find(({ id }) => id === motionId));
    return { ...sheet, motion, version: motion.version };
  },
  stateAt: (_: OneMotion) => "kept" as const,
  blockers: {},
  words: (frame) => ({ ...words(frame), blockers: {} }),
  journal: ({ meeting }) => meeting.id,
  title: (frame) => said(frame).office.motion,
  address: ({ meeting, motion }) =>
    addressAt(at.officeMotion, { meetingId: meeting.id, motionId: motion.id }),
  back: { address: addressOf, title: (frame, { meeting }) => said(frame).titleOf(meeting.title) },
  about: (frame, { thing }) => motionAbout(frame, thing.motion),
  reply: StaffMotion,
  shown: ({ motion }) => shownMotion(motion),
});

const rewording = motions.act({
  name: "rewordMotion",
  summary: "Change how the minutes have a motion; the original stays at the office",
  json: motionEntryRows.patchMotion,
  form: motionEntryRows.postOfficeMotionChange,
  from: ["kept"],
  asks: {
    form: formOf(MotionText),
    words: (frame) => ({ publicText: said(frame).office.fields.publicText }),
    now: ({ motion }) => ({ publicText: motion.publicText ?? motion.text }),
  },
  does: async ({ publicText }, { thing, record, by, deps }) => {
    const { meeting, minutes, motion } = thing;
    const seen = { writtenBy: by.actor.id, writtenByName: by.actor.name };
    const kept = await minutesOf(deps).reword(
      meeting.id,
      motion,
      { ...motion, publicText },
      [record(), ...(minutes.version > 0 ? [minutesOf(deps).touched(minutes, seen)] : [])],
      toForget(meeting, motion, deps.site),
    );
    return kept.ok ? ok({ ...thing, motion: kept.value, version: kept.value.version }) : kept;
  },
});

export const getStaffMinutes = sheets.read(rows.getStaffMinutes, "Minutes as the office has them");
export const getOfficeMinutes = sheets.page(rows.getOfficeMinutes, "Minutes at the office");
export const getOfficeMinutesWriting = writing.page(rows.getOfficeMinutesWriting);
export const postMinutes = writing.json;
export const postOfficeMinutes = writing.form;
export const postMinutesAcceptance = acceptance.json;
export const postOfficeMinutesAcceptance = acceptance.form;
export const getOfficeMotionEntry = entry.page(motionEntryRows.getOfficeMotionEntry);
export const postStaffMotion = entry.json;
export const postOfficeMotion = entry.form;
export const getOfficeMotion = motions.page(motionEntryRows.getOfficeMotion, "A motion at the office");
export const patchMotion = rewording.json;
export const postOfficeMotionChange = rewording.form;
