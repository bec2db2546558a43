import { z } from "zod";
import type { Block, OfficialDocument } from "../../domain/document/document.ts";
import type { Language } from "../../domain/languages.ts";
import { paragraphs } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import type { Consultation } from "../consultations/rules.ts";
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
});
export type Report = z.infer<typeof Report>;

interface Made {
  readonly consultation: Pick<Consultation, "id" | "subject">;
  readonly report: Report;
  readonly remarks: readonly Remark[];
  readonly words: RemarkWords;
  readonly language: Language;
  readonly issuer: string;
}

/** The report as a document of the office. Its tables name each row by what a filter of the list of remarks is called. */
export const reportDocument = ({
  consultation,
  report,
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
      rows: remarks.map(({ number, text, decision }) => [
        number,
        text,
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
