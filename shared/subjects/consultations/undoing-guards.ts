import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Consultation } from "./rules.ts";
import { activityNumbersOf } from "./ways.ts";

const MEETINGS_READ = 100;

/** A consultation as if it ended now; what has not begun by then is no way to take part in it any more. */
export const endedAt = (consultation: Consultation, now: Instant): Consultation => ({
  ...consultation,
  endsAt: now,
  activities: consultation.activities
    .filter(({ startsAt }) => startsAt < now)
    .map((one) => (one.endsAt > now ? { ...one, endsAt: now } : one)),
});

/** Whether somebody has answered a survey of it, or signed up for a meeting. */
export const hasAnswers = async (consultation: Consultation, deps: Deps): Promise<boolean> => {
  const numbers = await activityNumbersOf(consultation, deps);
  if (numbers.some(({ count }) => count > 0)) return true;
  const { items } = await deps.store.meetings.agenda(consultation.id, { limit: MEETINGS_READ });
  const rosters = await Promise.all(items.map(({ id }) => deps.store.signups.roster(id)));
  return rosters.some(({ seated, queue }) => seated.length + queue.length > 0);
};
