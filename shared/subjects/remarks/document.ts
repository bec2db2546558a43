import { z } from "zod";
import type { Block, OfficialDocument } from "../../domain/document/document.ts";
import type { Language } from "../../domain/languages.ts";
import { paragraphs } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { ActivityNumbers } from "../consultations/activity-rules.ts";
import { wordsIn } from "../consultations/pages.ts";
import type { Consultation } from "../consultations/rules.ts";
import { wordsIn as moderationIn, publicText } from "../moderation/pages.ts";
import { numbersOf, type Remark } from "./rules.ts";
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
  readonly consultation: Pick<Consultation, "id" | "subject" | "activities">;
  readonly report: Report;
  /** Of its activities, by their ids. */
  readonly took: readonly ActivityNumbers[];
  readonly remarks: readonly Remark[];
  readonly words: RemarkWords;
  readonly language: Language;
  readonly issuer: string;
}

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

/** The report as a document of the office. Its tables name each row by what a filter of the list of remarks is called. */
export const reportDocument = ({
  consultation,
  report,
  took,
  remarks,
  words: w,
  language,
  issuer,
}: Made): OfficialDocument => {
  const numbers = numbersOf(remarks);
  const count = { title: w.report.count, kind: "number", width: 1 } as const;
  const named = (title: string) => ({ title, kind: "text", width: 3 }) as const;
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: w.report.course },
    { kind: "paragraph", text: report.course },
    { kind: "heading", level: 2, text: w.report.numbers },
    ...activitiesBlock(consultation, took, language),
    {
      kind: "table",
      caption: w.report.byVerdict,
      columns: [named(w.columns.verdict), count],
      rows: numbers.verdicts.map((one) => [w.verdicts[one.verdict], one.count]),
      total: [w.report.total, numbers.total],
    },
    {
      kind: "table",
      caption: w.report.byOrigin,
      columns: [named(w.columns.origin), count],
      rows: numbers.origins.map((one) => [w.origins[one.origin], one.count]),
      total: [w.report.total, numbers.total],
    },
    { kind: "heading", level: 2, text: w.report.conclusions },
    { kind: "paragraph", text: report.conclusions },
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
