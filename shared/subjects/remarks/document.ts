import { z } from "zod";
import type { Block, OfficialDocument } from "../../domain/document/document.ts";
import type { Language } from "../../domain/languages.ts";
import { paragraphs } from "../../domain/text.ts";
import { dayOf, Instant } from "../../domain/time.ts";
import { ActivityNumbers } from "../consultations/activity-rules.ts";
import { wordsIn } from "../consultations/pages.ts";
import type { Consultation } from "../consultations/rules.ts";
import { wordsIn as moderationIn, publicText } from "../moderation/pages.ts";
import { type Breakdown, breakdownTable } from "./breakdown-pages.ts";
import type { Remark } from "./rules.ts";
import type { RemarkWords } from "./words.pl.ts";

/** What a person writes of a report; the rest of it is made of what was said and decided. */
export const ReportTexts = z.strictObject({ course: paragraphs(10_000), conclusions: paragraphs(10_000) });

export const Report = z.object({
  ...ReportTexts.shape,
  version: z.int(),
  writtenAt: Instant,
  byName: z.string(),
  publishedAt: Instant.optional(),
  /** How many took part in each activity, as it was when it was published. */
  activities: z.array(ActivityNumbers).optional(),
});
export type Report = z.infer<typeof Report>;

interface Made {
  readonly consultation: Pick<Consultation, "id" | "subject" | "activities" | "documents" | "announcements">;
  readonly report: Report;
  /** Of its activities, by their ids. */
  readonly took: readonly ActivityNumbers[];
  readonly remarks: readonly Remark[];
  readonly breakdowns: readonly Breakdown[];
  /** Who has made remarks, as far as they said. */
  readonly people: readonly Block[];
  readonly words: RemarkWords;
  readonly language: Language;
  readonly issuer: string;
}

/** Every version of a document that people could read. */
const documentsAnnex = (
  { documents }: Pick<Consultation, "documents">,
  { report: w }: RemarkWords,
): Block[] =>
  documents.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: w.documents },
        {
          kind: "table",
          caption: w.documents,
          columns: [
            { title: w.document, kind: "text", width: 4 },
            { title: w.version, kind: "number", width: 1 },
            { title: w.day, kind: "date", width: 2 },
            { title: w.file, kind: "text", width: 4 },
          ],
          rows: documents.flatMap(({ versions }) =>
            versions.map(({ title, version, addedAt, link }) => [title, version, dayOf(addedAt), link]),
          ),
        },
      ];

/** Where and when it was announced, and where that can be seen. */
const announcementsAnnex = (
  { announcements }: Pick<Consultation, "announcements">,
  { report: w }: RemarkWords,
  language: Language,
): Block[] =>
  announcements.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: w.announcements },
        {
          kind: "table",
          caption: w.announcements,
          columns: [
            { title: w.channel, kind: "text", width: 3 },
            { title: w.day, kind: "date", width: 2 },
            { title: w.proof, kind: "text", width: 4 },
          ],
          rows: announcements.map(({ channel, on, proof, note }) => [
            wordsIn(language).channels[channel],
            on,
            [proof, note].filter((one) => one !== undefined).join(" · ") || undefined,
          ]),
        },
      ];

/** Ways to take part that had a time of their own, each with its numbers. */
const activitiesBlock = (
  { activities }: Made["consultation"],
  took: readonly ActivityNumbers[],
  language: Language,
): Block[] => {
  const { ways: w, dates } = wordsIn(language);
  const text = (title: string) => ({ title, kind: "text", width: 3 }) as const;
  const rows = activities.map(({ id, kind, title, startsAt, endsAt }) => {
    const { count = 0, meetings = 0 } = took.find((one) => one.activity === id) ?? {};
    return [title, dates(startsAt, endsAt), w.count[kind](count, meetings)];
  });
  const columns = [text(w.columns.name), text(w.columns.when), text(w.columns.count)] as const;
  return rows.length === 0 ? [] : [{ kind: "table", caption: w.title, columns, rows }];
};

/** The report as a document of the office. */
export const reportDocument = ({
  consultation,
  report,
  took,
  remarks,
  breakdowns,
  people,
  words: w,
  language,
  issuer,
}: Made): OfficialDocument => {
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: w.report.course },
    { kind: "paragraph", text: report.course },
    { kind: "heading", level: 2, text: w.report.numbers },
    ...activitiesBlock(consultation, took, language),
    ...breakdowns.map((one) => breakdownTable(one, w)),
    ...people,
    { kind: "heading", level: 2, text: w.report.conclusions },
    { kind: "paragraph", text: report.conclusions },
    ...documentsAnnex(consultation, w),
    ...announcementsAnnex(consultation, w, language),
    { kind: "heading", level: 2, text: w.report.table },
    {
      kind: "table",
      caption: w.report.table,
      columns: [
        { title: w.columns.number, kind: "number", width: 1 },
        { title: w.columns.text, kind: "text", width: 5 },
        { title: w.columns.verdict, kind: "text", width: 2 },
        { title: w.columns.reason, kind: "text", width: 5 },
      ],
      rows: remarks.map(({ number, text, face, decision }) => [
        number,
        publicText(moderationIn(language), { text, face }),
        decision ? w.verdicts[decision.verdict] : w.waiting,
        decision?.reason,
      ]),
    },
  ];
  return {
    language,
    title: `${w.report.title}: ${consultation.subject.title}`,
    issuer,
    number: consultation.id,
    version: report.version,
    issuedAt: report.publishedAt ?? report.writtenAt,
    blocks,
  };
};
