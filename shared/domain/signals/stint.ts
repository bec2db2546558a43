import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { CITY_ZONE, epochSeconds, Instant, instant } from "../time.ts";
import { PointId } from "../voting/voting-point.ts";
import { DESK_RULES, type DeskRule, SIGNAL_RULES } from "./rules.ts";

/** A stretch of time in which one clerk let in so many voters that a rule is raised. Whom, it does not say. */
export const Stint = z.object({
  rule: z.enum(DESK_RULES),
  /** Where they were let in, sorted. */
  points: z.array(PointId),
  /** The clerk's account, by the identity provider's id. */
  clerk: z.string(),
  clerkName: z.string(),
  from: Instant,
  /** Exclusive. */
  to: Instant,
  voters: z.int(),
});
export type Stint = z.infer<typeof Stint>;

/** A stretch of time that a rule looks at, and from how many voters on it is raised. */
export interface Stretch extends Pick<Stint, "rule" | "from" | "to"> {
  /** Stretches of one grid follow each other; those of two overlap. */
  readonly grid: string;
  readonly least: number;
}

const HOUR_SECONDS = 3600;

/**
 * The stretches that a moment is part of: as they stand on the clock, so that nobody's moment begins one. Those of a pace overlap by half:
 * whatever happens within that is seen as a whole.
 */
export const stretchesOf = (at: Instant): Stretch[] => {
  const stretch = (rule: DeskRule, seconds: number, least: number, shift = 0): Stretch => {
    const from = Math.floor((epochSeconds(at) - shift) / seconds) * seconds + shift;
    const [start, end] = [instant(from * 1000), instant((from + seconds) * 1000)];
    return { rule, grid: `${rule} ${shift}`, from: start, to: end, least };
  };
  const { "desk-pace": pace, "desk-hour": hours } = SIGNAL_RULES;
  const { hour } = Temporal.Instant.from(at).toZonedDateTimeISO(CITY_ZONE);
  const isNight = hour < hours.fromHour || hour >= hours.toHour;
  return [
    stretch("desk-pace", pace.seconds, pace.voters),
    stretch("desk-pace", pace.seconds, pace.voters, pace.seconds / 2),
    ...(isNight ? [stretch("desk-hour", HOUR_SECONDS, 1)] : []),
  ];
};
