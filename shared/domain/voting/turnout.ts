import { z } from "zod";
import { inNameOrder } from "../in-name-order.ts";
import { Instant, plusSeconds } from "../time.ts";

/** Numbers of people by district. */
export type PerDistrict = Readonly<Record<string, number>>;

export const sumOf = (counts: PerDistrict): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** The people of whom a number of voters is the turnout, in a district or in the whole city. */
export const People = z.object({
  eligible: z.int().min(0).describe("People on the roll"),
  residents: z
    .int()
    .positive()
    .optional()
    .describe(
      "As the edition has them. Turnout is told of residents; in an edition without them, of people on the roll",
    ),
});
export type People = z.infer<typeof People>;

/** The people of whom turnout is told. */
export interface ToldOf {
  readonly whom: "residents" | "roll";
  readonly people: number;
}

export const toldOf = ({ eligible, residents }: People): ToldOf =>
  residents === undefined ? { whom: "roll", people: eligible } : { whom: "residents", people: residents };

/** The smallest share that is told as a number. */
export const SMALLEST_SHARE = 0.001;

/** Residents are an estimate: where more people voted than it says, there is no share. */
export const shareOf = (voters: number, { people }: ToldOf): number | undefined =>
  voters > people || people === 0 ? undefined : voters / people;

/**
 * Turnout while a vote is on: rounded down, so that nobody reads a single vote off two readings. `atLeast` 0 means fewer than ten,
 * of the whole city fewer than ten in each district.
 * Never by project, and never two readings beside each other.
 */
const AtLeast = People.extend({ atLeast: z.int().min(0) });

export const RunningTurnout = z
  .object({
    countedAt: Instant,
    ...AtLeast.shape,
    perDistrict: z.record(z.string(), AtLeast).overwrite(inNameOrder),
  })
  .meta({
    id: "RunningTurnout",
    description:
      "People who have voted so far, rounded down: to tens below 1000, to hundreds from there on; 0 is fewer than ten. Of the whole city what its districts add up to, rounded the same way. Counted at most once an hour",
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

interface Reading {
  readonly voters: PerDistrict;
  readonly onRoll: PerDistrict;
  /** Undefined where the edition has none. */
  readonly residents: PerDistrict | undefined;
  readonly countedAt: Instant;
}

/**
 * What may be told of a reading: every district with residents, or with people on the roll. The whole city is the sum of what is told of its
 * districts: rounded by itself it would say where between two steps they are, and with the final figures tell of single votes.
 */
export const runningTurnout = ({ voters, onRoll, residents, countedAt }: Reading): RunningTurnout => {
  const districts = Object.keys(residents ?? onRoll);
  const told = districts.map((district) => ({ district, atLeast: roundedDown(voters[district] ?? 0) }));
  return {
    countedAt,
    atLeast: roundedDown(told.reduce((sum, { atLeast }) => sum + atLeast, 0)),
    eligible: sumOf(onRoll),
    ...(residents && { residents: sumOf(residents) }),
    perDistrict: Object.fromEntries(
      told.map(({ district, atLeast }) => [
        district,
        {
          atLeast,
          eligible: onRoll[district] ?? 0,
          ...(residents && { residents: residents[district] }),
        },
      ]),
    ),
  };
};
