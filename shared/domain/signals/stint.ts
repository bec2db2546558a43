import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { CITY_ZONE, epochSeconds, Instant, instant } from "../time.ts";
import { PointId } from "../voting/voting-point.ts";
import { DESK_RULES, SIGNAL_RULES } from "./rules.ts";

/** A stretch of time in which one clerk let in so many voters at one point that a rule is raised. Whom, it does not say. */
export const Stint = z.object({
  rule: z.enum(DESK_RULES),
  point: PointId,
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
export type Stretch = Pick<Stint, "rule" | "from" | "to"> & { readonly least: number };

const HOUR_SECONDS = 3600;

/** The stretches that a moment is part of: as they stand on the clock, so that nobody's moment begins one. */
export const stretchesOf = (at: Instant): Stretch[] => {
  const stretch = (seconds: number): Pick<Stretch, "from" | "to"> => {
    const from = Math.floor(epochSeconds(at) / seconds) * seconds;
    return { from: instant(from * 1000), to: instant((from + seconds) * 1000) };
  };
  const { "desk-pace": pace, "desk-hour": hours } = SIGNAL_RULES;
  const { hour } = Temporal.Instant.from(at).toZonedDateTimeISO(CITY_ZONE);
  const isNight = hour < hours.fromHour || hour >= hours.toHour;
  return [
    { rule: "desk-pace", ...stretch(pace.seconds), least: pace.voters },
    ...(isNight ? [{ rule: "desk-hour" as const, ...stretch(HOUR_SECONDS), least: 1 }] : []),
  ];
};
