import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SMALLEST_TOLD, turnoutOf } from "../../shared/domain/results/results.ts";
import { type RunningTurnout, roundedDown, runningTurnout } from "../../shared/domain/voting/turnout.ts";
import { runs } from "../kit/chance.ts";
import { computed, type Known, known, sumOf } from "../kit/equations.ts";

/** People who voted between two readings of the turnout, by reading and district; the last of them after the last reading. */
type Edition = readonly (readonly number[])[];

interface Published {
  readonly readings: readonly RunningTurnout[];
  readonly final: ReturnType<typeof turnoutOf>;
}
type Publisher = (edition: Edition) => Published;

const districtsOf = ([first = []]: Edition): number[] => [...first.keys()];
const nameOf = (district: number): string => `D${district}`;
const came = (district: number, reading: number): string => `${nameOf(district)} by ${reading}`;
const votersBy = (edition: Edition, reading: number): Record<string, number> =>
  Object.fromEntries(
    districtsOf(edition).map((district) => [
      nameOf(district),
      edition.slice(0, reading + 1).reduce((sum, now) => sum + (now[district] ?? 0), 0),
    ]),
  );

const countedAt = "2026-10-01T10:00:00Z" as RunningTurnout["countedAt"];
const rollOf = (edition: Edition) =>
  Object.fromEntries(districtsOf(edition).map((one) => [nameOf(one), 500]));

const published: Publisher = (edition) => {
  const about = { onRoll: rollOf(edition), residents: undefined };
  const readings = edition
    .slice(0, -1)
    .map((_, reading) => runningTurnout({ voters: votersBy(edition, reading), ...about, countedAt }));
  const voters = votersBy(edition, edition.length - 1);
  return { readings, final: turnoutOf({ voters, guardians: {}, ...about, running: readings.at(-1) }) };
};

/** All that was ever told of an edition, whoever kept it; of a district that is left out, that somebody voted there, where another is told. */
const knownOf = (edition: Edition, { readings, final }: Published): Known[] => {
  const districts = districtsOf(edition);
  const last = edition.length - 1;
  const until = (reading: number, of = districts) =>
    sumOf(of.flatMap((one) => edition.slice(0, reading + 1).map((_, by) => came(one, by))));
  const voted = votersBy(edition, last);
  const isAnyTold = Object.keys(final.perDistrict).length > 0;
  return [
    known(until(last), final.voters),
    ...readings.flatMap(({ atLeast, perDistrict }, reading) => [
      known(until(reading), atLeast, final.voters),
      ...districts.map((one) => {
        const { atLeast: least = 0 } = perDistrict[nameOf(one)] ?? {};
        return known(until(reading, [one]), least, least + 9);
      }),
    ]),
    ...districts.flatMap((one) => {
      const told = final.perDistrict[nameOf(one)]?.voters;
      const least = isAnyTold && voted[nameOf(one)] !== 0 ? 1 : 0;
      return [
        known({ ...until(last, [one]), [nameOf(one)]: -1 }, 0),
        known({ [nameOf(one)]: 1 }, told ?? least, told ?? final.voters),
      ];
    }),
  ];
};

/** What a reader of everything computes of a handful: who voted in a district, or came between two readings. */
const secretsIn = (edition: Edition, publish: Publisher): string[] => {
  const cells = edition.flatMap((now, reading) =>
    now.map((count, one): [string, number] => [came(one, reading), count]),
  );
  const truth = new Map([...cells, ...Object.entries(votersBy(edition, edition.length - 1))]);
  const handfuls = [...truth].flatMap(([name, count]) => (count > 0 && count < SMALLEST_TOLD ? [name] : []));
  return computed(knownOf(edition, publish(edition)), truth, handfuls);
};

/** Readings of districts in which so many voted by the first, and so many came later. */
const editionsOf = (first: fc.Arbitrary<number>, later: fc.Arbitrary<number>, most: number) =>
  fc.tuple(fc.integer({ min: 2, max: most }), fc.integer({ min: 0, max: 2 })).chain(([districts, more]) => {
    const each = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: districts, maxLength: districts });
    return fc
      .tuple(each(first), fc.array(each(later), { minLength: more, maxLength: more }))
      .map(([one, others]): Edition => [one, ...others]);
  });
const handful = fc.integer({ min: 0, max: 4 });
const mixed = editionsOf(fc.oneof(handful, fc.nat(40)), fc.oneof(fc.constant(0), handful, fc.nat(15)), 6);
/** Where steps of ten end, and hardly anybody comes later: where it is closest. */
const close = editionsOf(fc.constantFrom(1, 3, 9, 10, 11, 19, 20, 21, 29), fc.constantFrom(0, 0, 0, 1), 4);

const isFound = (publish: Publisher): boolean =>
  fc.sample(close, { numRuns: 5000 }).some((edition) => secretsIn(edition, publish).length > 0);

describe("turnout, solved as equations over all that was ever told of it", () => {
  test("tells no handful of voters, in a district or between two readings", () => {
    for (const editions of [mixed, close])
      fc.assert(
        fc.property(editions, (edition) => {
          expect(secretsIn(edition, published)).toEqual([]);
        }),
        { numRuns: Math.min(20_000, runs(400)) },
      );
  });

  test("would be found out if it left out nothing but handfuls", () => {
    const onlyHandfuls: Publisher = (edition) => {
      const { readings, final } = published(edition);
      const all = Object.entries(votersBy(edition, edition.length - 1));
      const told = all.flatMap(([name, voters]) =>
        voters < SMALLEST_TOLD ? [] : [[name, { voters, eligible: 500 }]],
      );
      return { readings, final: { ...final, perDistrict: Object.fromEntries(told) } };
    };
    expect(isFound(onlyHandfuls)).toBe(true);
  });

  test("would be found out if the results forgot what was told while the vote was on", () => {
    const forgetful: Publisher = (edition) => ({
      ...published(edition),
      final: turnoutOf({
        voters: votersBy(edition, edition.length - 1),
        guardians: {},
        onRoll: rollOf(edition),
        residents: undefined,
      }),
    });
    expect(isFound(forgetful)).toBe(true);
  });

  test("would be found out if the whole city were rounded by itself", () => {
    const byItself: Publisher = (edition) => {
      const { readings, final } = published(edition);
      const sums = readings.map((_, at) =>
        Object.values(votersBy(edition, at)).reduce((sum, one) => sum + one, 0),
      );
      return {
        final,
        readings: readings.map((one, at) => ({ ...one, atLeast: roundedDown(sums[at] ?? 0) })),
      };
    };
    expect(isFound(byItself)).toBe(true);
  });
});
