import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { QUESTIONS, toldOfPeople } from "../../domain/consultation/people.ts";
import { reportFigures } from "../../domain/consultation/quality.ts";
import { District } from "../../domain/district.ts";
import type { Language } from "../../domain/languages.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing, ok, refused } from "../../domain/result.ts";
import type { Frame } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { frameOf } from "../../platform/frame.ts";
import { json, view } from "../../platform/http.ts";
import { keys } from "../../store/keys.ts";
import { waits } from "../../store/work.ts";
import { put } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { ActivityKind, ActivityNumbers } from "../consultations/activity-rules.ts";
import { said as saidOfConsultations } from "../consultations/pages.ts";
import { at as atConsultations } from "../consultations/rows.ts";
import { type Consultation, statusAt } from "../consultations/rules.ts";
import { activityNumbersOf } from "../consultations/ways.ts";
import { ConsultationPath, change, consultationOf, publishedConsultation } from "../consultations/writing.ts";
import { formOf } from "../form-of.ts";
import { breakdownsOf } from "./breakdown-pages.ts";
import { Report, ReportTexts, reportDocument } from "./document.ts";
import { numbersOf } from "./number-rules.ts";
import { inOffice, said, wordsIn } from "./pages.ts";
import { peopleBlocks } from "./people.ts";
import { officeReport, reportView } from "./report-pages.ts";
import { at, reportRows as rows } from "./rows.ts";
import { type Counts, citedIn, Origin, type Remark, Verdict } from "./rules.ts";
import { remarksOf } from "./taking.ts";

const reportKey = ({ id }: Pick<Consultation, "id">) => keys.consultationPart(id, "REPORT");

export const reportOf = (consultation: Pick<Consultation, "id">, { store }: Pick<Deps, "store">) =>
  store.table.get(reportKey(consultation), Report);

/** What authors of remarks on line have said of themselves. */
const peopleOf = async (
  consultation: Consultation,
  remarks: readonly Pick<Remark, "origin">[],
  deps: Deps,
) => {
  const asked = remarks.filter(({ origin }) => origin === "online").length;
  const counted = await remarksOf(consultation, deps).people();
  return { asked, people: toldOfPeople(counted, asked, deps.site.city) };
};

const documentIn = async (consultation: Consultation, report: Report, language: Language, deps: Deps) => {
  const { city } = deps.site;
  const words = wordsIn(language);
  const remarks = await remarksOf(consultation, deps).all();
  const { asked, people } = await peopleOf(consultation, remarks, deps);
  const breakdowns = breakdownsOf(numbersOf(remarks, city), consultation, { words, city });
  const document = reportDocument({
    consultation,
    report,
    took: report.activities ?? (await activityNumbersOf(consultation, deps)),
    remarks,
    breakdowns,
    people: peopleBlocks(people, asked, city, words),
    words,
    language,
    issuer: city.office,
  });
  return { document, breakdowns };
};

interface OfReport {
  readonly consultation: Consultation;
  readonly report: Report | undefined;
  readonly counts: Counts;
  readonly version: number;
}

const StaffReport = z
  .object({
    consultationId: z.string(),
    version: z.int(),
    course: z.string().nullable(),
    conclusions: z.string().nullable(),
    undecided: z.int(),
    publishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "StaffConsultationReport" });

const subject = subjectOf({
  params: ConsultationPath,
  find: async (path, deps): Promise<OfReport> => {
    const consultation = await consultationOf(path, deps);
    const [report, counts] = await Promise.all([
      reportOf(consultation, deps),
      remarksOf(consultation, deps).counts(),
    ]);
    return { consultation, report, counts, version: report?.version ?? 0 };
  },
  stateAt: ({ consultation }, now) => statusAt(consultation, now),
  blockers: {
    "no-report": ({ thing }) => thing.report === undefined,
    undecided: ({ thing }) =>
      thing.counts.undecided > 0 && refusal("consultation/undecided", { count: thing.counts.undecided }),
  },
  words: (frame) => ({ ...said(frame), states: saidOfConsultations(frame).states }),
  journal: ({ consultation }) => consultation.id,
  // What is said and decided meanwhile is another report.
  stamp: ({ thing: { consultation, counts } }) =>
    [consultation.version, counts.total, counts.decisions].join("."),
  title: (frame, { consultation }) => `${said(frame).report.title}: ${consultation.subject.title}`,
  address: ({ consultation }) => addressAt(at.officeReport, { consultationId: consultation.id }),
  back: {
    address: ({ consultation }) => addressAt(atConsultations.officeOne, { consultationId: consultation.id }),
    title: (_, { consultation }) => consultation.subject.title,
  },
  about: async (frame, { thing: { consultation, report }, deps }) =>
    officeReport(
      frame,
      consultation,
      report && (await documentIn(consultation, report, frame.words.language, deps)),
    ),
  reply: StaffReport,
  shown: ({ consultation, report, counts, version }) => ({
    consultationId: consultation.id,
    version,
    course: report?.course ?? null,
    conclusions: report?.conclusions ?? null,
    undecided: counts.undecided,
    publishedAt: report?.publishedAt ?? null,
  }),
});

/** The report over the version that was read. */
const reportWrite = (thing: OfReport, report: Report, more: object = {}) =>
  put({
    key: reportKey(thing.consultation),
    item: { ...report, ...more },
    when: {
      text: thing.report ? "#version = :version" : "attribute_not_exists(#pk)",
      ...(thing.report && { values: { version: thing.version } }),
    },
  });

const writing = subject.act({
  name: "write",
  summary: "Write the report of a consultation; its numbers and its table of remarks are made by themselves",
  json: rows.postConsultationReport,
  form: rows.postOfficeConsultationReport,
  from: ["report-due", "ended"],
  kind: "second",
  asks: {
    form: formOf(ReportTexts),
    words: (frame: Frame) => {
      const { fields: w } = said(frame).office;
      return { course: w.course, conclusions: w.conclusions };
    },
    now: ({ report }) => ({ course: report?.course ?? "", conclusions: report?.conclusions ?? "" }),
  },
  does: async (texts, { thing, record, by, deps }) => {
    const known = new Set((await remarksOf(thing.consultation, deps).all()).map(({ number }) => number));
    for (const field of ["course", "conclusions"] as const) {
      const wrong = citedIn(texts[field]).find((number) => !known.has(number));
      if (wrong !== undefined)
        return refused(refusal("act/blocked", { reason: said(by).faults.cited(wrong) }, `/${field}`));
    }
    const version = thing.version + 1;
    const report: Report = { ...texts, version, writtenAt: by.receivedAt, byName: by.actor.name };
    const outcome = await deps.store.table.write([reportWrite(thing, report), record({ version })]);
    return outcome.ok ? ok({ ...thing, report, version }) : outcome;
  },
});

const publication = subject.act({
  name: "publish",
  summary: "Publish the report once another person accepts it; none while a remark has no decision",
  json: rows.postConsultationReportPublication,
  form: rows.postOfficeConsultationReportPublication,
  from: ["report-due", "ended"],
  guards: ["no-report", "undecided"],
  two: "queue#consulting",
  does: async (_, { thing, record, by, deps }) => {
    const { consultation, report } = thing;
    const now = by.receivedAt;
    const activities = await activityNumbersOf(consultation, deps);
    const next: Report = { ...existing(report), version: thing.version + 1, publishedAt: now, activities };
    const telling = waits({
      kind: "of-subject",
      id: consultation.id,
      owner: "queue#clock",
      dueAt: now,
      about: {
        path: addressAt(at.officeReport, { consultationId: consultation.id }),
        text: inOffice(deps.site.city, () => consultation.subject.title),
      },
    });
    const figures = reportFigures(await remarksOf(consultation, deps).all());
    const after = { ...consultation, reportedAt: now, figures };
    const changed = await change(consultation, after, { by, deps }, [
      remarksOf(consultation, deps).closing(now),
      reportWrite(thing, next, telling),
      record({ remarks: thing.counts.total }),
    ]);
    return changed.ok
      ? ok({ ...thing, consultation: changed.value, report: next, version: next.version })
      : changed;
  },
});

const PublicReport = z
  .object({
    title: z.string(),
    publishedAt: z.iso.datetime(),
    course: z.string(),
    conclusions: z.string(),
    numbers: z.object({
      total: z.int(),
      verdicts: z.array(z.object({ verdict: Verdict, count: z.int() })),
      origins: z.array(z.object({ origin: Origin, count: z.int() })),
      subjects: z.array(z.object({ about: z.string(), count: z.int() })),
      districts: z.array(z.object({ district: District, count: z.int() })),
    }),
    people: z.object({
      asked: z.int(),
      told: z.array(
        z.object({
          question: z.enum(QUESTIONS),
          unsaid: z.int().nullable(),
          rows: z.array(
            z.object({
              value: z.string(),
              count: z
                .int()
                .nullable()
                .meta({ description: "Null where it is too few, or would tell another" }),
            }),
          ),
        }),
      ),
    }),
    activities: z.array(ActivityNumbers.extend({ kind: ActivityKind, title: z.string() })),
  })
  .meta({ id: "ConsultationReport" });

const publishedReport = async (path: ConsultationPath, deps: Deps) => {
  const consultation = await publishedConsultation(path, deps);
  const report = await reportOf(consultation, deps);
  return { consultation, report: existing(report?.publishedAt === undefined ? undefined : report) };
};

/** The report as it is published, as a document in a language. */
export const publishedDocument = async (path: ConsultationPath, language: Language, deps: Deps) => {
  const { consultation, report } = await publishedReport(path, deps);
  return { consultation, ...(await documentIn(consultation, report, language, deps)) };
};

export const getConsultationReport = endpoint(rows.getConsultationReport, {
  summary: "The report of a consultation, with its numbers",
  params: ConsultationPath,
  replies: { 200: PublicReport },
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  handle: async ({ params, language }, deps) => {
    const { consultation, report } = await publishedReport(params, deps);
    const { course, conclusions, publishedAt = report.writtenAt } = report;
    const remarks = await remarksOf(consultation, deps).all();
    const numbers = numbersOf(remarks, deps.site.city);
    const { asked, people } = await peopleOf(consultation, remarks, deps);
    const title = `${wordsIn(language).report.title}: ${consultation.subject.title}`;
    const took = report.activities ?? [];
    const activities = consultation.activities.flatMap(({ id, kind, title }) =>
      took.filter(({ activity }) => activity === id).map((one) => ({ ...one, kind, title })),
    );
    const told = people.map(({ question, rows, unsaid }) => ({
      question,
      unsaid: unsaid ?? null,
      rows: rows.map(({ value, count }) => ({ value, count: count ?? null })),
    }));
    return json({ title, publishedAt, course, conclusions, numbers, people: { asked, told }, activities });
  },
});

export const getConsultationReportPage = endpoint(rows.getConsultationReportPage, {
  summary: "The report of a consultation: from each number back to the remarks behind it",
  params: ConsultationPath,
  cache: "public, max-age=0, s-maxage=10, stale-if-error=600",
  handle: async (request, deps) => {
    const { consultation, ...report } = await publishedDocument(request.params, request.language, deps);
    return view(reportView(frameOf(request), consultation, report));
  },
});

export const getOfficeConsultationReport = subject.page(
  rows.getOfficeConsultationReport,
  "The report of a consultation at the office",
);
export const getStaffConsultationReport = subject.read(
  rows.getStaffConsultationReport,
  "The report of a consultation with its version",
);
export const postOfficeConsultationReport = writing.form;
export const postConsultationReport = writing.json;
export const postOfficeConsultationReportPublication = publication.form;
export const postConsultationReportPublication = publication.json;
