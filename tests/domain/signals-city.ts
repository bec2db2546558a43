import { COUNTED_AGE, type Crowd, SERIES_SECONDS } from "../../shared/domain/signals/crowd.ts";
import { plusDays } from "../../shared/domain/time.ts";
import { type Chance, chanceOf } from "../kit/chance.ts";

/** One voter who is let in: when (seconds after the first midnight), from where, with whose phone, how old. */
export interface Arrival {
  readonly voter: string;
  readonly atSeconds: number;
  readonly address: string;
  readonly contact: string;
  readonly age: number;
}

const DAY = 86_400;
const HOUR = 3600;
export const DAYS = 14;
const CALENDAR = Array.from({ length: DAYS + 1 }, (_, day) => plusDays("2027-09-10", day));

const networkOf = (address: string): string => address.split(".").slice(0, 3).join(".");

/** Crowds as the store would have summed them up: the obvious way. */
export const crowdsOf = (arrivals: readonly Arrival[]): Crowd[] => {
  const crowds = new Map<string, Crowd>();
  const last = new Map<string, number>();
  for (const { voter, atSeconds, address, contact, age } of arrivals.toSorted(
    (a, b) => a.atSeconds - b.atSeconds,
  )) {
    const day = CALENDAR[Math.floor(atSeconds / DAY)] as string;
    const parts = [
      ["address", address],
      ["network", networkOf(address)],
      ...(age >= COUNTED_AGE
        ? [
            ["age", String(age)],
            ["great-age", ""],
          ]
        : []),
    ] as [Crowd["shared"], string][];
    for (const [shared, subject] of parts) {
      const key = `${shared} ${subject} ${day}`;
      const crowd = crowds.get(key) ?? {
        shared,
        subject,
        day,
        ...(shared === "age" && { age }),
        voters: new Set<string>(),
        contacts: new Set<string>(),
        gaps: 0,
        gapSeconds: 0,
        gapSquares: 0,
      };
      const gap = Math.floor(atSeconds) - (last.get(`${shared} ${subject}`) ?? Number.NEGATIVE_INFINITY);
      last.set(`${shared} ${subject}`, Math.floor(atSeconds));
      if (gap < SERIES_SECONDS) {
        crowd.gaps += 1;
        crowd.gapSeconds += gap;
        crowd.gapSquares += gap ** 2;
      }
      crowd.voters.add(voter);
      crowd.contacts.add(contact);
      crowds.set(key, crowd);
    }
  }
  return [...crowds.values()];
};

/** When people vote: more on the first two days and the last, in the evening more than at night. */
const moment = (chance: Chance): number => {
  const weights = Array.from({ length: DAYS }, (_, day) => (day < 2 ? 2 : day === DAYS - 1 ? 3 : 1));
  let left = chance.next() * weights.reduce((sum, one) => sum + one, 0);
  const day = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  const hour = chance.happens(0.55) ? 17 + 5 * chance.next() : 7 + 15 * chance.next();
  return day * DAY + hour * HOUR;
};

/** Few are older than 90, and each year fewer. */
const ageOf = (chance: Chance): number => {
  if (!chance.happens(0.006)) return chance.between(16, 89);
  let age = 90;
  while (age < 104 && chance.happens(0.75)) age += 1;
  return age;
};

/**
 * So many honest voters: households with a connection of their own, some with one phone for all; people on the few addresses of mobile
 * operators; three libraries; two homes for the elderly, whose helpers' phones take five codes each.
 */
export const honestCity = (count: number, seed: number): Arrival[] => {
  const chance = chanceOf(seed);
  const arrivals: Arrival[] = [];
  const add = (one: Omit<Arrival, "voter">): void => {
    arrivals.push({ voter: `honest-${arrivals.length}`, ...one });
  };
  for (let library = 0; library < 3; library++)
    for (let n = 0; n < 150; n++) {
      const at = chance.below(DAYS) * DAY + (10 + 8 * chance.next()) * HOUR;
      add({
        atSeconds: at,
        address: `30.0.${library}.1`,
        contact: `library-${library}-${n}`,
        age: ageOf(chance),
      });
    }
  for (let home = 0; home < 2; home++) {
    let at = (2 + 3 * home) * DAY + 10 * HOUR;
    for (let n = 0; n < 35; n++) {
      // Somebody is looked for, somebody tells a story.
      at += 60 + 300 * -Math.log(1 - chance.next());
      add({
        atSeconds: at,
        address: `30.1.${home}.1`,
        contact: `home-${home}-${Math.floor(n / 5)}`,
        age: chance.between(75, 97),
      });
    }
  }
  for (let household = 0; arrivals.length < count; household++) {
    const size = chance.between(1, 4);
    const isMobile = chance.happens(0.35);
    const isOnePhone = chance.happens(0.2);
    const evening = moment(chance);
    for (let n = 0; n < size && arrivals.length < count; n++) {
      const isTogether = chance.happens(0.5);
      add({
        atSeconds: isTogether ? evening + n * (120 + 200 * chance.next()) : moment(chance),
        address: isMobile
          ? `40.${chance.below(3)}.${chance.below(4)}.${chance.below(64)}`
          : `50.${household % 2}.${(household >> 1) % 250}.${(household >> 9) % 250}`,
        contact: isOnePhone ? `family-${household}` : `own-${household}-${n}`,
        age: ageOf(chance),
      });
    }
  }
  return arrivals;
};

/** As in Wrocław in 2025: one address, 320 votes, 65 phones; or as somebody would do it who had read of it. */
export const frauds: Readonly<Record<string, (seed: number) => Arrival[]>> = {
  "one address in five hours, in even steps, 97 of them aged exactly 97": (seed) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 320 }, (_, n) => ({
      voter: `fraud-${n}`,
      atSeconds: 5 * DAY + 9.5 * HOUR + n * 56 + 10 * chance.next(),
      address: "60.1.1.1",
      contact: `phone-${n % 65}`,
      age: n % 3 === 0 && n < 291 ? 97 : chance.between(20, 80),
    }));
  },
  "one address over eight days, as it comes": (seed) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 320 }, (_, n) => ({
      voter: `fraud-${n}`,
      atSeconds: (n % 8) * DAY + (8 + 12 * chance.next()) * HOUR,
      address: "60.1.1.1",
      contact: `phone-${chance.below(65)}`,
      age: chance.between(20, 80),
    }));
  },
  "one address in one day, each with a phone of their own, as it comes": (seed) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 320 }, (_, n) => ({
      voter: `fraud-${n}`,
      atSeconds: 5 * DAY + (8 + 14 * chance.next()) * HOUR,
      address: "60.1.1.1",
      contact: `phone-${n}`,
      age: chance.between(20, 80),
    }));
  },
  "sixteen addresses of one network, over four days": (seed) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 320 }, (_, n) => ({
      voter: `fraud-${n}`,
      atSeconds: (n % 4) * DAY + (8 + 12 * chance.next()) * HOUR,
      address: `60.1.1.${chance.below(16)}`,
      contact: `phone-${chance.below(65)}`,
      age: chance.between(20, 80),
    }));
  },
  "from everywhere, each with a contact of their own, of all great ages, in one day": (seed) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 320 }, (_, n) => ({
      voter: `fraud-${n}`,
      atSeconds: 6 * DAY + (8 + 14 * chance.next()) * HOUR,
      address: `40.${chance.below(3)}.${chance.below(200)}.${chance.below(64)}`,
      contact: `phone-${n}`,
      age: 90 + (n % 17),
    }));
  },
  "from everywhere, by mobile phones, all of one great age, over three days": (seed) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 320 }, (_, n) => ({
      voter: `fraud-${n}`,
      atSeconds: (3 + (n % 3)) * DAY + (9 + 6 * chance.next()) * HOUR,
      address: `40.${chance.below(3)}.${chance.below(4)}.${chance.below(64)}`,
      contact: `phone-${chance.below(65)}`,
      age: 97,
    }));
  },
};
