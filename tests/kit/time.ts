import { expect } from "vitest";
import { dayOf, instant, type LocalDate, localInstant, plusDays } from "../../shared/domain/time.ts";
import { chanceOf, seed } from "./chance.ts";
import type { Place } from "./place.ts";

/** City times at which a world is worth starting: its vote opens an hour later and lasts two. */
const ODD_STARTS: Readonly<Record<string, string>> = {
  noon: "2027-06-15T11:00",
  "late-evening": "2027-09-09T22:30",
  "clocks-forward": "2027-03-28T00:30",
  "clocks-back": "2027-10-31T00:30",
  "leap-day": "2028-02-28T22:30",
  "new-year": "2027-12-31T22:30",
};

const FIRST_MS = Date.UTC(2027, 0, 1);
const THREE_YEARS_MS = 3 * 365 * 86_400_000;

export const ODD_START_NAMES = Object.keys(ODD_STARTS);

export const startOf = (name: string): number => {
  const local = ODD_STARTS[name];
  if (local === undefined) throw new Error(`RYNEK_START is none of ${ODD_START_NAMES.join(", ")}`);
  return Date.parse(localInstant(local));
};

const worlds = new Map<string, number>();

/**
 * The moment at which the next world of this test file starts: drawn from the run's seed and the file's name, every other time
 * an odd one; with `RYNEK_START` the odd one of that name.
 */
export const nextStart = (): number => {
  const file = expect.getState().testPath?.split("/tests/").at(-1) ?? "";
  const n = worlds.get(file) ?? 0;
  worlds.set(file, n + 1);
  if (process.env.RYNEK_START) return startOf(process.env.RYNEK_START);
  const chance = chanceOf(seed, `${file} ${n}`);
  return chance.happens(0.5) ? startOf(chance.one(ODD_START_NAMES)) : FIRST_MS + chance.below(THREE_YEARS_MS);
};

/** The world's day, as the city's calendars show it. */
export const today = ({ clock }: Pick<Place, "clock">, later = 0): LocalDate =>
  plusDays(dayOf(instant(clock.now())), later);

export const HOUR = 3_600_000;
export const inHours = ({ clock }: Pick<Place, "clock">, hours: number): string =>
  new Date(clock.now() + hours * HOUR).toISOString();
