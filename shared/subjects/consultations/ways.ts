/** How people took part in the activities of a consultation, in numbers; and where somebody takes part now. */
import { addressAt } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { presentOf } from "../checkins/rules.ts";
import { openCheckIns } from "../checkins/store.ts";
import { openMinutes } from "../minutes/store.ts";
import { at as atRemarks } from "../remarks/rows.ts";
import { remarksOf, takesRemarks } from "../remarks/taking.ts";
import { at as atSurveys } from "../surveys/rows.ts";
import { surveyStateAt } from "../surveys/rules.ts";
import { surveysOf, totalOf } from "../surveys/writing.ts";
import {
  type Activity,
  type ActivityNumbers,
  activityStateAt,
  MEETINGS_ANCHOR,
  type Way,
} from "./activity-rules.ts";
import type { Consultation } from "./rules.ts";

const MEETINGS_READ = 200;

const wayOf = async (
  consultation: Consultation,
  activity: Activity,
  now: Instant,
  deps: Deps,
): Promise<Way> => {
  const state = activityStateAt(activity, now);
  if (activity.kind === "remarks") {
    const address = addressAt(atRemarks.form, { consultationId: consultation.id });
    return { activity, state, ...(takesRemarks(consultation, now) && { address }) };
  }
  if (activity.survey === undefined) return { activity, state, address: MEETINGS_ANCHOR };
  const survey = await surveysOf(deps).get(activity.survey);
  const at = survey ? surveyStateAt(survey, now) : "draft";
  const address = addressAt(atSurveys.survey, { surveyId: activity.survey });
  // A survey that was closed, or is not published, takes no answers, whatever its consultation says.
  const isClosed = at === "ended" || at === "final";
  return {
    activity,
    state: isClosed ? "over" : at === "open" || state === "over" ? state : "not-yet",
    ...(at !== "draft" && { address }),
  };
};

export const waysOf = (consultation: Consultation, now: Instant, deps: Deps): Promise<Way[]> =>
  Promise.all(consultation.activities.map((one) => wayOf(consultation, one, now, deps)));

/** People at a meeting: as its minutes say, else as they were counted at the door. */
const peopleAt = async (id: Parameters<ReturnType<typeof openCheckIns>["of"]>[0], { store }: Deps) => {
  const minutes = await openMinutes(store.table).get(id);
  return minutes?.attendance ?? presentOf(await openCheckIns(store.table).of(id));
};

const numbersOf = async (
  consultation: Consultation,
  { id, kind, survey, meetings: named = [] }: Activity,
  deps: Deps,
): Promise<ActivityNumbers> => {
  if (kind === "remarks") {
    const { total } = await remarksOf(consultation, deps).counts();
    return { activity: id, count: total };
  }
  if (survey !== undefined) {
    const found = await surveysOf(deps).get(survey);
    return { activity: id, count: found ? await totalOf(found, deps) : 0 };
  }
  const { meetings } = deps.store;
  const { items } = await meetings.agenda(consultation.id, { limit: MEETINGS_READ });
  const all = await Promise.all(items.map((one) => meetings.listed(one.id)));
  const held = all.flatMap((one) =>
    one?.state === "planned" && one.audience !== "staff" && (named.length === 0 || named.includes(one.id))
      ? [one.id]
      : [],
  );
  const people = await Promise.all(held.map((one) => peopleAt(one, deps)));
  return { activity: id, count: people.reduce((sum, one) => sum + one, 0), meetings: held.length };
};

export const activityNumbersOf = (consultation: Consultation, deps: Deps): Promise<ActivityNumbers[]> =>
  Promise.all(consultation.activities.map((one) => numbersOf(consultation, one, deps)));
