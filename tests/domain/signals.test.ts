import { describe, expect, test } from "vitest";
import { clustersOf } from "../../shared/domain/signals/clusters.ts";
import type { Crowd } from "../../shared/domain/signals/crowd.ts";
import { SIGNAL_RULES } from "../../shared/domain/signals/rules.ts";
import { ageOn } from "../../shared/domain/voting/pesel.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { crowdsOf, frauds, honestCity } from "./signals-city.ts";

const HONEST = 39_000;
const ALL_SEEDS = Array.from({ length: 20 }, (_, n) => 20_270_910 + n);
/** The long form looks at twenty cities, the short one at one of them. */
const SEEDS = runs(1) > 1 ? ALL_SEEDS : [chanceOf(seed, "city").one(ALL_SEEDS)];

const flagged = (crowds: readonly Crowd[]): Set<string> =>
  new Set(clustersOf(crowds).flatMap(({ voters }) => voters));

describe.each(SEEDS)("among 39 000 honest voters of city %i", (city) => {
  const honest = honestCity(HONEST, city);

  test("hardly anybody is pointed at where nothing happens", () => {
    const seen = flagged(crowdsOf(honest));
    console.log(`city ${city}: ${seen.size} of ${HONEST} honest voters pointed at`);
    expect(seen.size).toBeLessThanOrEqual(HONEST * 0.005);
    expect([...seen].filter((voter) => Number(voter.split("-")[1]) < 450)).toEqual([]);
  });

  test.each(Object.keys(frauds))("320 votes are found: %s", (name) => {
    const fraud = frauds[name]?.(city) ?? [];
    const seen = flagged(crowdsOf([...honest, ...fraud]));
    const found = fraud.filter(({ voter }) => seen.has(voter)).length;
    expect(fraud).toHaveLength(320);
    expect(found).toBeGreaterThanOrEqual(320 * 0.95);
    expect(seen.size - found).toBeLessThanOrEqual(HONEST * 0.005);
  });
});

const crowd = (more: Partial<Crowd> & { readonly people: number; readonly phones?: number }): Crowd => {
  const { people, phones = people, ...rest } = more;
  return {
    shared: "address",
    subject: "here",
    day: "2027-09-10",
    voters: new Set(Array.from({ length: people }, (_, n) => `voter-${n}`)),
    contacts: new Set(Array.from({ length: phones }, (_, n) => `phone-${n}`)),
    gaps: 0,
    gapSeconds: 0,
    gapSquares: 0,
    ...rest,
  };
};

/** Gaps of this mean, and this share of it as deviation. */
const pace = (gaps: number, mean: number, variation: number) => ({
  gaps,
  gapSeconds: gaps * mean,
  gapSquares: gaps * mean ** 2 * (1 + variation ** 2),
});

const raisedBy = (...crowds: Crowd[]): string[] =>
  clustersOf(crowds).flatMap(({ evidence }) => evidence.map(({ rule }) => rule));

test("each rule is raised at its threshold and not before", () => {
  expect(raisedBy(crowd({ people: 20, phones: 6 }))).toEqual(["few-contacts"]);
  expect(raisedBy(crowd({ people: 19, phones: 4 }))).toEqual([]);
  expect(raisedBy(crowd({ people: 20, phones: 7 }))).toEqual([]);
  expect(raisedBy(crowd({ people: 20, ...pace(19, 60, 0.5) }))).toEqual(["even-pace"]);
  expect(raisedBy(crowd({ people: 20, ...pace(19, 60, 0.51) }))).toEqual([]);
  expect(raisedBy(crowd({ people: 20, ...pace(19, 601, 0.1) }))).toEqual([]);
  expect(raisedBy(crowd({ people: 20, ...pace(18, 60, 0.1) }))).toEqual([]);
  expect(raisedBy(crowd({ people: 100 }))).toEqual(["one-connection"]);
  expect(raisedBy(crowd({ people: 99 }))).toEqual([]);
  expect(raisedBy(crowd({ people: 100, shared: "network" }))).toEqual([]);
  expect(raisedBy(crowd({ people: 20, shared: "age", age: 97 }))).toEqual(["same-age"]);
  expect(raisedBy(crowd({ people: 19, shared: "age", age: 97 }))).toEqual([]);
  expect(raisedBy(crowd({ people: 50, shared: "great-age" }))).toEqual(["great-age"]);
  expect(raisedBy(crowd({ people: 49, shared: "great-age" }))).toEqual([]);
});

test("few contacts are counted over all days, an age and a connection on one day alone", () => {
  const days = ["2027-09-10", "2027-09-11"];
  const phones = new Set(["a", "b", "c"]);
  const parts = (more: Partial<Crowd>) =>
    days.map((day, n) =>
      crowd({
        people: 0,
        day,
        contacts: phones,
        voters: new Set(Array.from({ length: 12 }, (_, one) => `${n}-${one}`)),
        ...more,
      }),
    );
  expect(raisedBy(...parts({}))).toEqual(["few-contacts"]);
  expect(clustersOf(parts({}))[0]).toMatchObject({ days, score: 24 });
  expect(raisedBy(...parts({ shared: "age", age: 97 }))).toEqual([]);
  const [first, second] = [crowd({ people: 60 }), crowd({ people: 99, day: "2027-09-11" })];
  const others = new Set([...first.voters].map((voter) => `other-${voter}`));
  expect(raisedBy({ ...first, voters: others }, second)).toEqual([]);
});

test("one voter who comes each day with another contact does not hide that the others have one", () => {
  const days = Array.from({ length: 14 }, (_, n) => `2027-09-${10 + n}`);
  const crowds = days.map((day, n) =>
    crowd({
      people: 0,
      day,
      voters: new Set(["own", ...(n === 0 ? Array.from({ length: 24 }, (_, one) => `${one}`) : [])]),
      contacts: new Set([`own-${n}`, ...(n === 0 ? ["farm"] : [])]),
    }),
  );
  expect(clustersOf(crowds)[0]?.evidence).toEqual([{ rule: "few-contacts", voters: 25, contacts: 2 }]);
});

test("a neighbourhood is not told of beside the connection that names the same voters", () => {
  const one = crowd({ people: 30, phones: 5 });
  const seen = clustersOf([one, { ...one, shared: "network", subject: "around" }]);
  expect(seen.map(({ shared }) => shared)).toEqual(["address"]);
});

test("every threshold has its reason, and none of them voids anything", () => {
  for (const { reason } of Object.values(SIGNAL_RULES)) expect(reason.length).toBeGreaterThan(80);
});

test("an age is one year more on the birthday, and no age before birth or past any life", () => {
  const born = (pesel: string, day: string) => ageOn(day, pesel);
  expect([born("44051401359", "2027-05-13"), born("44051401359", "2027-05-14")]).toEqual([82, 83]);
  expect(born("44051401359", "1944-05-13")).toBeNull();
  // 1827, by a month of 81 and more.
  expect(born("27810100003", "2027-01-01")).toBeNull();
});
