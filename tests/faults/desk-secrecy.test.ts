import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endOfDay } from "../../shared/domain/time.ts";
import { runs } from "../kit/chance.ts";
import { childPeselOf, peselOf } from "../kit/city.ts";
import { type Item, itemsIn } from "../kit/items.ts";
import { keepLogs } from "../kit/logged.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const PEOPLE = Math.min(500, runs(12));

/** Every fourth person is a child, who comes with a guardian. */
const personOf = (n: number) =>
  n % 4 === 0 ? { pesel: childPeselOf(n), guardian: true } : { pesel: peselOf(n) };

let place: Place;
let project: string;
let main: Item[];
let ballots: Item[];
/** The table while each card was keyed once and settled by nobody. */
let halfway: Item[];
const secrets: string[] = [];
const logged = keepLogs();

beforeAll(async () => {
  place = await openPlace();
  const city = await openVoteWithPoints(place, 0, {
    roll: Array.from({ length: 2 * PEOPLE }, (_, n) => `${personOf(n).pesel};Nowak;L13\n`).join(""),
  });
  project = city.projects.M?.[1] ?? "";
  const clerks = clerksOf(place, city.cycleId);
  const sections = (n: number) => [{ pool: "M", points: { [project]: 1 + (n % 3) } }];
  const cardOf = (n: number) => ({ ...personOf(PEOPLE + n), sections: sections(n) });
  const batch = await clerks.register(PEOPLE);
  const keyOf = (n: number): string => {
    const key = newKey();
    secrets.push(key, personOf(n).pesel);
    return key;
  };
  for (let n = 0; n < PEOPLE; n++) {
    const shown = { ...personOf(n), documentSeen: true, filledIn: false };
    const met = await clerks.clerk(n % 2, "POST /voting-points/biblioteka-5/voters", { body: shown });
    secrets.push(met.body.token);
    await clerks.cast(met.body.token, sections(n), keyOf(n));
    await clerks.key(0, batch, n + 1, cardOf(n), keyOf(PEOPLE + n));
  }
  halfway = await itemsIn(place, "main");
  for (let n = 0; n < PEOPLE; n++) await clerks.key(1, batch, n + 1, cardOf(n), keyOf(PEOPLE + n));
  await place.settle();
  [main, ballots] = await Promise.all([itemsIn(place, "main"), itemsIn(place, "ballots")]);
}, 600_000);
afterAll(() => place?.close());

const text = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each instanceof Uint8Array || each?.type === "Buffer"
      ? Buffer.from(each.data ?? each).toString("base64")
      : each,
  );

const digestsOf = (secret: string): string[] => {
  const hash = createHash("sha256").update(secret).digest();
  return [hash.toString("hex"), hash.toString("base64").replace(/=+$/, ""), hash.toString("base64url")];
};

const of = (start: string, items = main): Item[] =>
  items.filter(({ pk, sk }) => `${pk}#${sk}`.includes(start));

const markers = (): Item[] => of("MARKER#");
/** What clerks leave: shifts, batches, cards, statements of guardians, their lines in the log. */
const traces = (items = main): Item[] =>
  ["#SHIFT#", "#BATCH#", "CARDS#", "GUARDIAN#", "AUDIT#"]
    .flatMap((start) => of(start, items))
    .filter(({ act }) => !`${act}`.startsWith("postProjects"));

test("everybody has one ballot, and every card is accepted", () => {
  expect([markers().length, ballots.length]).toEqual([2 * PEOPLE, 2 * PEOPLE]);
  expect(of("CARDS#").filter(({ state }) => state === "accepted")).toHaveLength(PEOPLE);
  const children = Math.ceil(PEOPLE / 2);
  expect(of("GUARDIAN#")).toHaveLength(children);
  expect(markers().filter(({ guardian }) => guardian)).toHaveLength(children);
});

test("no number, key or token is in the tables or in the log, also between two keyings", () => {
  for (const all of [text(main), text(ballots), text(halfway), logged.join("")])
    expect(secrets.flatMap((one) => [one, ...digestsOf(one)]).filter((one) => all.includes(one))).toEqual([]);
  expect(logged.join("")).not.toContain(project);
});

test("no choice is with what clerks leave, also between two keyings", () => {
  expect(text(traces(halfway))).not.toContain(project);
  expect(text(traces())).not.toContain(project);
});

/** Every text of an item that is long enough to point at something, and each part of its keys. */
const pointers = (value: unknown): string[] =>
  typeof value === "string"
    ? [value, ...value.split("#")].filter((one) => one.length >= 12)
    : value instanceof Uint8Array
      ? [Buffer.from(value).toString("base64")]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(pointers)
        : [];

test("nothing that clerks leave, nor its digest, stands with a ballot or with a marker", () => {
  const [inBallots, inMarkers] = [text(ballots), text(markers())];
  for (const items of [halfway, main]) {
    const values = new Set(
      traces(items)
        .flatMap(pointers)
        // Of the edition and of a point there are many ballots each.
        .filter((one) => !one.includes("cyc_") && one !== "biblioteka-5"),
    );
    expect(values.size).toBeGreaterThan(0);
    const met = [...values].flatMap((one) => [one, ...digestsOf(one)]);
    expect(met.filter((one) => inBallots.includes(one))).toEqual([]);
    expect(met.filter((one) => inMarkers.includes(one))).toEqual([]);
  }
});

test("no time finer than a day is on a marker, a shift, a card, a guardian's statement or a ballot", () => {
  const FINER = /\d{2}:\d{2}|\b1[6-9]\d{8,11}\b/;
  // By when a shift's day is to be signed says its day and no more.
  const due = (day: unknown) => `${endOfDay(String(day))}#sign-day#`;
  for (const { workKey = "", day } of of("#SHIFT#"))
    if (workKey !== "") expect(String(workKey).startsWith(due(day))).toBe(true);
  for (const items of [
    markers(),
    of("#SHIFT#"),
    of("CARDS#"),
    of("CARDS#", halfway),
    of("GUARDIAN#"),
    ballots,
  ])
    expect(
      items
        .map((item) => text({ ...item, sealed: "", link: "", workKey: "" }))
        .filter((one) => FINER.test(one)),
    ).toEqual([]);
});

test("markers of a point wait in no index, and the log has a line for a clerk's day, not for a voter", () => {
  expect(markers().filter((item) => "pendingOf" in item || "pendingKey" in item)).toEqual([]);
  expect(of("AUDIT#").filter(({ act }) => act === "postPointVoter")).toHaveLength(2);
});

test("the sealed ballots of points and cards have the length and the fields of every other", () => {
  const shapes = ballots.map((item) => `${Object.keys(item).sort()} ${(item.sealed as Uint8Array).length}`);
  expect(new Set(shapes).size).toBe(1);
});
