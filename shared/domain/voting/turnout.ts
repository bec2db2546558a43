import { z } from "zod";
import { Instant, plusSeconds } from "../time.ts";

/**
 * Turnout while a vote is on: rounded down, so that nobody reads a single vote off two readings. `atLeast` 0 means fewer than ten.
 * Never by project, and never two readings beside each other.
 */
const AtLeast = z.object({ atLeast: z.int().min(0), eligible: z.int().min(0) });

export const RunningTurnout = z
  .object({
    countedAt: Instant,
    ...AtLeast.shape,
    perDistrict: z.record(z.string(), AtLeast),
  })
  .meta({
    id: "RunningTurnout",
    description:
      "People who have voted so far, rounded down: to tens below 1000, to hundreds from there on; 0 is fewer than ten. Counted at most once an hour",
  });
export type RunningTurnout = z.infer<typeof RunningTurnout>;

/** Steps of ten, from a thousand on steps of a hundred. */
export const roundedDown = (count: number): number => {
  const step = count < 1000 ? 10 : 100;
  return Math.floor(count / step) * step;
};

const RENEWED_AFTER_SECONDS = 3600;

export const isRenewedNow = (turnout: RunningTurnout | undefined, now: Instant): boolean =>
  turnout === undefined || plusSeconds(turnout.countedAt, RENEWED_AFTER_SECONDS) <= now;

type PerDistrict = Readonly<Record<string, number>>;

/** What may be told of these numbers of voters and of people on the roll, by district. */
export const runningTurnout = (
  voters: PerDistrict,
  roll: PerDistrict,
  countedAt: Instant,
): RunningTurnout => {
  const sum = (counts: PerDistrict) => Object.values(counts).reduce((total, count) => total + count, 0);
  const told = (count: number, eligible: number) => ({ atLeast: roundedDown(count), eligible });
  return {
    countedAt,
    ...told(sum(voters), sum(roll)),
    perDistrict: Object.fromEntries(
      Object.entries(roll).map(([district, eligible]) => [district, told(voters[district] ?? 0, eligible)]),
    ),
  };
};
