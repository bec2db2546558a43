import { z } from "zod";
import { median } from "../median.ts";
import { dayOf, type Instant, type LocalDate } from "../time.ts";

/** What is known of a consultation once its report is published, and stays so: nothing is said or decided after it. */
export const ReportFigures = z.object({
  remarks: z.int(),
  /** Accepted, whole or in part. */
  changed: z.int(),
  /** The middle one of the days from a remark to its decision. */
  answerDays: z.number().nullable(),
});
export type ReportFigures = z.infer<typeof ReportFigures>;

interface Answered {
  readonly on: LocalDate;
  readonly decision?: { readonly verdict: string; readonly at: Instant } | undefined;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const reportFigures = (all: readonly Answered[]): ReportFigures => {
  const decided = all.flatMap(({ on, decision }) => (decision ? [{ on, ...decision }] : []));
  return {
    remarks: all.length,
    changed: decided.filter(({ verdict }) => verdict === "accepted" || verdict === "partly").length,
    answerDays: median(decided.map(({ on, at }) => Math.max(0, daysBetween(on, dayOf(at))))),
  };
};

/** The dates of a consultation by which the city is measured. */
interface Dated {
  readonly lastDay: LocalDate;
  readonly reportedAt?: Instant | undefined;
  readonly effectsAt?: Instant | undefined;
  readonly figures?: ReportFigures | undefined;
}

/** What is measured of each: shares in whole percents, times in days; null while it is not known, or where there is nothing to measure. */
export const MEASURES = ["changedPercent", "answerDays", "reportDays", "effectsDays"] as const;
export type Measure = (typeof MEASURES)[number];
type Measured = Readonly<Record<Measure, number | null>>;

export const measuresOf = ({ lastDay, reportedAt, effectsAt, figures }: Dated): Measured => ({
  changedPercent:
    figures && figures.remarks > 0 ? Math.round((100 * figures.changed) / figures.remarks) : null,
  answerDays: figures?.answerDays ?? null,
  reportDays: reportedAt === undefined ? null : daysBetween(lastDay, dayOf(reportedAt)),
  effectsDays:
    reportedAt === undefined || effectsAt === undefined
      ? null
      : daysBetween(dayOf(reportedAt), dayOf(effectsAt)),
});

/** Of fewer consultations no median is told: it would be one of them. */
const FEWEST = 3;

/** The medians of a city's consultations, each with how many it is of. */
export const cityMedians = (
  all: readonly Dated[],
): Readonly<Record<Measure, { readonly median: number | null; readonly of: number }>> => {
  const measured = all.map(measuresOf);
  const one = (measure: Measure) => {
    const values = measured.map((each) => each[measure]).filter((value) => value !== null);
    return { median: values.length < FEWEST ? null : median(values), of: values.length };
  };
  return {
    changedPercent: one("changedPercent"),
    answerDays: one("answerDays"),
    reportDays: one("reportDays"),
    effectsDays: one("effectsDays"),
  };
};
