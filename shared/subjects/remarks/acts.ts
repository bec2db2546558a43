import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { existing, ok, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import type { Frame } from "../../pages/layout.ts";
import { json } from "../../platform/http.ts";
import { keys } from "../../store/keys.ts";
import { create } from "../../store/write.ts";
import { made, subjectOf } from "../act.ts";
import { said as saidOfConsultations } from "../consultations/pages.ts";
import { at as atConsultations } from "../consultations/rows.ts";
import { statusAt } from "../consultations/rules.ts";
import {
  ConsultationPath,
  consultationOf,
  rulesOf,
  StaffConsultation,
  staffConsultation,
} from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import { officeRemark, officeRemarks } from "./office-pages.ts";
import { said } from "./pages.ts";
import { at, remarkRows as rows } from "./rows.ts";
import {
  aboutOfEntry,
  Deciding,
  EarlierText,
  EnteredRemarks,
  Remark,
  RemarkAuthor,
  RemarkId,
  RemarksMade,
} from "./rules.ts";
import { remarksOf, spotsOf, takeRemarks, wrongSpot } from "./taking.ts";

/** All that was said to one consultation, at the office. */
const all = subjectOf({
  params: ConsultationPath,
  find: (path, deps) => consultationOf(path, deps),
  stateAt: statusAt,
  blockers: {
    reported: ({ thing }) => thing.reportedAt !== undefined,
  },
  words: (frame) => ({ ...said(frame), states: saidOfConsultations(frame).states }),
  journal: ({ id }) => id,
  title: (frame, { subject }) => said(frame).of(subject.title),
  address: ({ id }) => addressAt(at.officeList, { consultationId: id }),
  back: {
    address: ({ id }) => addressAt(atConsultations.officeOne, { consultationId: id }),
    title: (_, { subject }) => subject.title,
  },
  about: async (frame, { thing, deps }) => {
    const remarks = remarksOf(thing, deps);
    const [found, counts] = await Promise.all([remarks.all(), remarks.counts()]);
    return officeRemarks(frame, thing, found, counts);
  },
  reply: StaffConsultation,
  shown: staffConsultation,
});

/** Remarks of one letter, which stand between lines of three dashes. */
const apart = (text: string): string[] => {
  const parts: string[][] = [[]];
  for (const line of text.split("\n"))
    if (line.trim() === "---") parts.push([]);
    else parts.at(-1)?.push(line);
  return parts.map((lines) => lines.join("\n").trim()).filter((one) => one !== "");
};

/** A letter as a form has it. */
const Typed = EnteredRemarks.extend({
  remarks: z.union([
    z.string().max(45_000).transform(apart).pipe(EnteredRemarks.shape.remarks),
    EnteredRemarks.shape.remarks,
  ]),
});

const LetterOf = z.object({ remarks: z.array(RemarkId), fingerprint: z.string() });

const entry = all.act({
  name: "enter",
  summary: "Enter remarks that came otherwise than on line; one letter may be many",
  json: rows.postStaffRemarks,
  form: rows.postOfficeRemarks,
  page: rows.getOfficeRemarkEntry,
  from: ["gathering", "report-due", "ended"],
  guards: ["reported"],
  asks: {
    form: formOf(Typed as unknown as typeof EnteredRemarks, { remarks: "text" }),
    words: (frame: Frame) => {
      const { office, origins } = said(frame);
      const { paper, mail, oral } = origins;
      const w = office.fields;
      return {
        origin: { ...w.origin, options: { paper, mail, oral } },
        arrivedOn: w.arrivedOn,
        remarks: w.remarks,
        paragraph: w.paragraph,
        place: w.place,
        name: w.name,
        isNameShown: w.isNameShown,
        email: w.email,
      } as never;
    },
    choices: async ({ thing, deps }) => ({
      paragraph: (await spotsOf(thing, deps)).map(({ spot, title, paragraph, text }) => {
        const begins = text.length > 60 ? `${text.slice(0, 60)}…` : text;
        return [spot, `${title}, ${paragraph}: ${begins}`] as const;
      }),
    }),
  },
  body: EnteredRemarks,
  replies: { 201: RemarksMade },
  does: async (asked, { thing, record, by, deps }) => {
    const today = dayOf(by.receivedAt);
    if (asked.arrivedOn > today)
      return refused(notValid([{ pointer: "/arrivedOn", rule: "too-late", limit: today }]));
    if (!rulesOf(thing, deps.site).areAnonymousTaken && asked.name === undefined)
      return refused(notValid([{ pointer: "/name", rule: "required" }]));
    const { name, email, isNameShown, letter, origin, arrivedOn: on } = asked;
    const about = aboutOfEntry(asked);
    const wrong = await wrongSpot(thing, about, deps);
    if (wrong) return refused(wrong);
    const id = by.newId("rml");
    const key = keys.consultationPart(thing.id, `LETTER#${id}`);
    const shown = isNameShown && name !== undefined ? { shownName: name } : {};
    const author = { name, email, letter, language: by.language };
    const taken = asked.remarks.map((text) => ({
      remark: { about, text, ...shown, origin, on, letter: id },
      author,
    }));
    const made_ = await takeRemarks(thing, taken, by.receivedAt, deps, (remarks) => [
      record({ origin, count: remarks.length }),
      create({
        key,
        item: { remarks: remarks.map((one) => one.id), fingerprint: by.fingerprint },
        otherwise: () => refusal("request/key-reused", {}),
      }),
    ]);
    const address = addressAt(at.officeList, { consultationId: thing.id });
    const answer = (remarks: readonly string[]) => made({ ...json({ remarks }), status: 201 }, address);
    if (made_.ok) return ok(answer(made_.value.map((one) => one.id)));
    // The same request again finds what it has made.
    const before = await deps.store.table.get(key, LetterOf);
    return before?.fingerprint === by.fingerprint ? ok(answer(before.remarks)) : made_;
  },
});

const RemarkPath = ConsultationPath.extend({ remarkId: RemarkId });

const StaffRemark = Remark.extend({
  author: RemarkAuthor.omit({ remark: true }).nullable(),
  /** What it said before its author changed it. */
  earlier: z.array(EarlierText.omit({ remark: true })),
}).meta({ id: "StaffRemark" });

/** One remark with whoever made it. */
const one = subjectOf({
  params: RemarkPath,
  find: async ({ consultationId, remarkId }, deps) => {
    const consultation = await consultationOf({ consultationId }, deps);
    const remarks = remarksOf(consultation, deps);
    const [remark, author, earlier] = await Promise.all([
      remarks.get(remarkId),
      remarks.author(remarkId),
      remarks.earlier(remarkId),
    ]);
    return { ...existing(remark), consultation, author, earlier };
  },
  stateAt: ({ decision }) => (decision === undefined ? "undecided" : "decided"),
  blockers: { reported: ({ thing }) => thing.consultation.reportedAt !== undefined },
  words: (frame) => said(frame),
  journal: ({ consultationId }) => consultationId,
  title: (frame, { number }) => said(frame).number(number),
  address: ({ consultationId, id }) => addressAt(at.one, { consultationId, remarkId: id }),
  back: {
    address: ({ consultationId }) => addressAt(at.officeList, { consultationId }),
    title: (frame) => said(frame).office.title,
  },
  about: (frame, { thing }) => officeRemark(frame, thing.consultation, thing, thing.author, thing.earlier),
  reply: StaffRemark,
  shown: ({ consultation: _c, author, earlier, ...remark }) => {
    // What a moderator took away is on the page of what was written, and there alone.
    const before = (remark.face ? [] : earlier).map(({ text, until }) => ({ text, until }));
    if (!author) return { ...remark, author: null, earlier: before };
    const { remark: _r, ...rest } = author;
    return { ...remark, author: rest, earlier: before };
  },
});

const decision = one.act({
  name: "decide",
  summary: "Decide about a remark, with a reason that everybody sees",
  json: rows.postRemarkDecision,
  form: rows.postOfficeRemarkDecision,
  from: ["undecided", "decided"],
  guards: ["reported"],
  asks: {
    form: formOf(Deciding),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { verdict: w.verdict, reason: w.reason };
    },
    now: (thing) => thing.decision as never,
  },
  does: async ({ verdict, reason }, { thing, record, by, deps }) => {
    const { consultation, author, earlier, ...remark } = thing;
    const given = { verdict, reason, at: by.receivedAt, byName: by.actor.name };
    const also = [record({ remark: remark.id, verdict })];
    const outcome = await remarksOf(consultation, deps).decide([remark], given, also);
    return outcome.ok ? ok({ ...existing(outcome.value[0]), consultation, author, earlier }) : outcome;
  },
});

export const getOfficeRemarks = all.page(
  rows.getOfficeRemarks,
  "What was said to a consultation, at the office",
);
export const getOfficeRemarkEntry = entry.page(rows.getOfficeRemarkEntry);
export const postOfficeRemarks = entry.form;
export const postStaffRemarks = entry.json;
export const getOfficeRemark = one.page(rows.getOfficeRemark, "A remark at the office, with whoever made it");
export const getStaffRemark = one.read(rows.getStaffRemark, "A remark with its version and whoever made it");
export const postOfficeRemarkDecision = decision.form;
export const postRemarkDecision = decision.json;
