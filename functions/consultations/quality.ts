import { z } from "zod";
import {
  cityMedians,
  MEASURES,
  measuresOf,
  reportFigures,
} from "../../shared/domain/consultation/quality.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { json, view } from "../../shared/platform/http.ts";
import {
  type Consultation,
  effectsDueAt,
  lastDayOf,
  reportDueAt,
} from "../../shared/subjects/consultations/rules.ts";
import {
  ConsultationPath,
  consultationsOf,
  publishedConsultation,
} from "../../shared/subjects/consultations/writing.ts";
import { Figures, figuresOf } from "../../shared/subjects/decisions/rules.ts";
import { decisionsOf } from "../../shared/subjects/decisions/writing.ts";
import { listMeetings } from "../../shared/subjects/meetings/agenda.ts";
import { qualityView } from "../../shared/subjects/remarks/quality-pages.ts";
import { qualityRows as rows } from "../../shared/subjects/remarks/rows.ts";
import { remarksOf } from "../../shared/subjects/remarks/taking.ts";

const datedOf = (consultation: Consultation) => ({
  lastDay: lastDayOf(consultation),
  reportedAt: consultation.reportedAt,
  effectsAt: consultation.effects?.at,
  figures: consultation.figures,
});

/** So many meetings of one consultation are looked at. */
const MEETINGS = 200;

/** A report that is late, by the day on which it was due. */
const isLate = (dueAt: string | undefined, doneAt: string | undefined, now: string): boolean =>
  dueAt !== undefined && (doneAt ?? now) >= dueAt;

/** How the consultation was held so far, and the middle one of the city's, each counted anew from what anybody can read. */
const cardOf = async (path: ConsultationPath, now: string, deps: Deps) => {
  const consultation = await publishedConsultation(path, deps);
  const { items: meetings } = await listMeetings(
    { consultation: consultation.id, limit: MEETINGS },
    now,
    deps,
  );
  const remarks = remarksOf(consultation, deps);
  const [all, decisions, counts] = await Promise.all([
    consultationsOf(deps).all(),
    meetings.length > 0 ? decisionsOf(deps).all() : [],
    remarks.counts(),
  ]);
  // Reports of before these figures were kept are counted when they are read.
  const figures =
    consultation.reportedAt === undefined
      ? undefined
      : (consultation.figures ?? reportFigures(await remarks.all()));
  const dated = { ...datedOf(consultation), figures };
  const own = new Set<string>(meetings.map(({ id }) => id));
  const medians = cityMedians(all.map((one) => (one.id === consultation.id ? dated : datedOf(one))));
  const measures = measuresOf(dated);
  return {
    consultation,
    card: {
      remarks: counts.total,
      answered: counts.total - counts.undecided,
      isReportLate: isLate(reportDueAt(consultation), consultation.reportedAt, now),
      areEffectsLate: isLate(effectsDueAt(consultation), consultation.effects?.at, now),
      measures: MEASURES.map((measure) => ({ measure, value: measures[measure], ...medians[measure] })),
      promises: figuresOf(
        decisions.filter(({ meetingId }) => own.has(meetingId)),
        now,
      ),
    },
  };
};

const Quality = z
  .object({
    remarks: z.int(),
    answered: z.int(),
    isReportLate: z.boolean(),
    areEffectsLate: z.boolean(),
    measures: z.array(
      z.object({
        measure: z.enum(MEASURES),
        value: z.number().nullable(),
        median: z
          .number()
          .nullable()
          .meta({ description: "Of the city's consultations; null of fewer than three" }),
        of: z.int().meta({ description: "Of how many consultations it is the median" }),
      }),
    ),
    promises: Figures.meta({ description: "Decisions of the consultation's meetings" }),
  })
  .meta({ id: "ConsultationQuality" });

export const getConsultationQuality = endpoint(rows.getConsultationQuality, {
  summary: "How a consultation was held, beside the median of the city's consultations",
  params: ConsultationPath,
  replies: { 200: Quality },
  cache: "public, max-age=60, s-maxage=60, stale-if-error=600",
  handle: async ({ params, receivedAt }, deps) => json((await cardOf(params, receivedAt, deps)).card),
});

export const getConsultationQualityPage = endpoint(rows.getConsultationQualityPage, {
  summary: "How a consultation was held, beside the median of the city's consultations",
  params: ConsultationPath,
  cache: "public, max-age=0, s-maxage=60, stale-if-error=600",
  handle: async (request, deps) => {
    const { consultation, card } = await cardOf(request.params, request.receivedAt, deps);
    return view(qualityView(frameOf(request), consultation, card));
  },
});
