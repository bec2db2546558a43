import type { Cycle } from "../cycle/cycle.ts";
import { dayOf, endOfDay, type Instant, isWorkingDay, type LocalDate, plusDays } from "../time.ts";
import { procedureOf } from "./criteria.ts";

/** A stretch in which a clock stood still: from the day on which it stopped, that day included, to the day on which it went on. */
interface Pause {
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
}

const isStopped = (day: LocalDate, pauses: readonly Pause[]): boolean =>
  pauses.some(({ from, to }) => from <= day && (to === undefined || day < to));

/**
 * The last of so many working days, counted from the day after: days on which the clock stood still do not count. Undefined while it stands still,
 * since nobody knows then when it goes on.
 */
export const lastDay = (
  start: LocalDate,
  workingDays: number,
  pauses: readonly Pause[] = [],
): LocalDate | undefined => {
  const stop = pauses.find(({ to }) => to === undefined)?.from;
  let day = start;
  for (let left = workingDays; left > 0; ) {
    day = plusDays(day, 1);
    if (stop !== undefined && day >= stop) return undefined;
    if (isWorkingDay(day) && !isStopped(day, pauses)) left -= 1;
  }
  return day;
};

/** Until when, exclusive, something that began now may take. */
export const endOfTerm = (
  at: Instant,
  workingDays: number,
  pauses: readonly Pause[] = [],
): Instant | undefined => {
  const day = lastDay(dayOf(at), workingDays, pauses);
  return day === undefined ? undefined : endOfDay(day);
};

/** A call to put something right: when it was sent, until when the author can answer, and when they did. */
interface Call {
  readonly at: Instant;
  readonly answeredAt?: Instant | undefined;
}

/**
 * Until when, exclusive, the author can answer the last of these calls. All calls of a card share the edition's days: the author's clock stops
 * with an answer, and goes on with the next call.
 */
export const answerBy = ({ ruleSet }: Pick<Cycle, "ruleSet">, calls: readonly [Call, ...Call[]]): Instant => {
  const [first] = calls;
  const pauses = calls.slice(1).map(({ at }, n): Pause => {
    const answered = dayOf(calls[n]?.answeredAt ?? at);
    // The day of the answer was the author's; the day of the next call is not.
    return { from: plusDays(answered, 1), to: plusDays(dayOf(at), 1) };
  });
  const { correctionDays } = procedureOf(ruleSet);
  const whole = endOfTerm(first.at, correctionDays, pauses);
  if (whole === undefined) throw new Error("a clock that goes has an end");
  // Whoever is called again has a whole working day at least, however much of the days is used up.
  const least = endOfTerm(calls.at(-1)?.at ?? first.at, 1);
  return least !== undefined && least > whole ? least : whole;
};

/**
 * Until when, exclusive, a unit gives the opinion that it was asked for. Its clock stands still from the day after the author is called to the
 * day on which they answer, or on which their time is over.
 */
export const opinionBy = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  askedAt: Instant,
  calls: readonly (Call & { readonly until: Instant })[],
): Instant => {
  const pauses = calls.map(({ at, answeredAt, until }) => ({
    from: plusDays(dayOf(at), 1),
    to: answeredAt === undefined ? dayOf(until) : plusDays(dayOf(answeredAt), 1),
  }));
  const end = endOfTerm(askedAt, procedureOf(ruleSet).opinionDays, pauses);
  if (end === undefined) throw new Error("a clock that goes on has an end");
  return end;
};
