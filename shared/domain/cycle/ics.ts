import { calendarFile, type Organizer } from "../ics.ts";
import { dayOf, type Instant, plusDays, plusSeconds } from "../time.ts";
import type { Cycle } from "./cycle.ts";
import type { Phase } from "./phases.ts";

/** The words of an edition's feed: its name, and what begins and ends with a phase. */
interface Feed {
  readonly siteUrl: string;
  readonly name: string;
  readonly organizer: Organizer;
  readonly cancelled: string;
  readonly begins: (phase: Phase) => string;
  readonly ends: (phase: Phase, at: Instant) => string;
}

const HOUR_SECONDS = 3600;

/**
 * The calendar of an edition as a feed: the day on which a phase begins, and the last hour before it ends. Phases last for weeks: entries as
 * long would cover everything else. Who subscribed sees a moved end; SEQUENCE tells which version is newer.
 */
export const cycleIcs = (
  { id, calendar, version, phase: now, createdAt, extensions }: Cycle,
  { siteUrl, name, begins, ends, ...saying }: Feed,
): string => {
  const every = {
    ...saying,
    changedAt: extensions?.at(-1)?.at ?? createdAt,
    sequence: version,
    isCancelled: now === "cancelled",
    isFree: true,
    url: `${siteUrl}/`,
  };
  const entries = calendar.flatMap(({ name: phase, startsAt, endsAt }) => {
    const day = dayOf(startsAt);
    return [
      {
        ...every,
        uid: `${id}-${phase}-begins`,
        span: [day, plusDays(day, 1)] as const,
        title: begins(phase),
      },
      {
        ...every,
        uid: `${id}-${phase}`,
        span: [plusSeconds(endsAt, -HOUR_SECONDS), endsAt] as const,
        title: ends(phase, endsAt),
      },
    ];
  });
  return calendarFile({ product: "Calendar", name }, entries);
};
