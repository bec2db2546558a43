import { z } from "zod";
import { MeetingId } from "../../domain/ids.ts";
import { type Issue, notValid, type Refusal } from "../../domain/refusals.ts";
import { line, title } from "../../domain/text.ts";
import { dayOf, Instant } from "../../domain/time.ts";
import { SurveyId } from "../surveys/rules.ts";
import { ConsultationForm } from "./form-rules.ts";

/** A way to take part that has a time of its own: remarks, a survey, meetings. */
export const ActivityKind = z.enum(["remarks", "survey", "meetings"]);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** At most so many in one consultation. */
export const MOST_ACTIVITIES = 20;

const rule = (rule: Issue["rule"], path: readonly string[]) => ({ params: { rule }, path: [...path] });

export const ActivityFields = z
  .strictObject({
    kind: ActivityKind,
    title: title(200),
    startsAt: Instant,
    endsAt: Instant,
    forms: z
      .array(ConsultationForm)
      .min(1)
      .refine((all) => new Set(all).size === all.length, { params: { rule: "duplicate" } }),
    /** Whom it is for, where that is not everybody of the consultation. */
    audience: line(300).optional(),
    survey: SurveyId.optional(),
    /** Which meetings of the consultation; where none is named, all of them. */
    meetings: z.array(MeetingId).max(40).optional(),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, rule("end-before-start", ["endsAt"]))
  .refine(({ kind, survey }) => kind !== "survey" || survey !== undefined, rule("required", ["survey"]))
  .meta({ id: "ConsultationActivityDraft" });
export type ActivityFields = z.infer<typeof ActivityFields>;

export const ActivityId = z.string().regex(/^a[1-9]\d{0,2}$/);
export const Activity = z.object({ ...ActivityFields.shape, id: ActivityId });
export type Activity = z.infer<typeof Activity>;

export const ActivityState = z.enum(["not-yet", "open", "over"]);
export type ActivityState = z.infer<typeof ActivityState>;

/** An activity with what it is now, and where one takes part or sees what came of it. */
export interface Way {
  readonly activity: Activity;
  readonly state: ActivityState;
  readonly address?: string;
}

/** Where meetings stand on the page of their consultation. */
export const MEETINGS_ANCHOR = "#spotkania";

/** How many took part: remarks, answers of a survey, people at so many meetings. */
export const ActivityNumbers = z.object({
  activity: ActivityId,
  count: z.int(),
  meetings: z.int().optional(),
});
export type ActivityNumbers = z.infer<typeof ActivityNumbers>;

interface Window {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Never stored: its dates say it. */
export const activityStateAt = ({ startsAt, endsAt }: Window, now: Instant): ActivityState =>
  now < startsAt ? "not-yet" : now < endsAt ? "open" : "over";

interface WithActivities extends Window {
  readonly activities: readonly Activity[];
}

/** When remarks are taken: in the time of the activity for them, else as long as the consultation lasts. */
export const remarksWindow = (consultation: WithActivities): Window =>
  consultation.activities.find(({ kind }) => kind === "remarks") ?? consultation;

/** What keeps activities from lying within their consultation, at the first field that is wrong. */
export const outsideFault = ({ activities, ...whole }: WithActivities): Refusal | undefined => {
  for (const { startsAt, endsAt } of activities) {
    if (startsAt < whole.startsAt)
      return notValid([{ pointer: "/startsAt", rule: "too-early", limit: dayOf(whole.startsAt) }]);
    if (endsAt > whole.endsAt)
      return notValid([{ pointer: "/endsAt", rule: "too-late", limit: dayOf(whole.endsAt) }]);
  }
  return undefined;
};

/** Whether residents would have less time for remarks than they were told. */
export const isRemarksTimeCut = (before: WithActivities, after: WithActivities): boolean => {
  const [was, is] = [remarksWindow(before), remarksWindow(after)];
  return is.startsAt > was.startsAt || is.endsAt < was.endsAt;
};
