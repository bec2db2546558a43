import { afterAll, beforeAll, expect, test } from "vitest";
import { localInstant } from "../../shared/domain/time.ts";
import type { TestVote } from "../kit/city.ts";
import { itemsIn } from "../kit/items.ts";
import { keepLogs } from "../kit/logged.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

const RUSH = 24;
const CALM = 9;
/** Nine before the mark of five minutes and nine after it, at two points in turn. */
const SPLIT = 18;

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
const logged = keepLogs();

/** The next moment at this time of the city's clocks. */
const moveTo = (time: string) =>
  place.clock.moveTo((now) => {
    const [then = 0, tomorrow = 0] = [0, 1].map((later) =>
      Date.parse(localInstant(`${today(place, later)}T${time}`)),
    );
    return then > now ? then : tomorrow;
  });

beforeAll(async () => {
  place = await openPlace();
  // The vote opens an hour later.
  await moveTo("04:00");
  city = await openVoteWithPoints(place, RUSH + CALM + SPLIT);
  clerks = clerksOf(place, city.cycleId);
  await moveTo("05:31");
  const answers = await Promise.all(Array.from({ length: RUSH }, (_, n) => clerks.identify(n)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  await moveTo("06:01");
  for (let n = 0; n < CALM; n++) {
    const { body } = await clerks.identify(RUSH + n, { by: 1, point: "urzad" });
    const sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 1 } }];
    expect((await clerks.cast(body.token, sections)).status).toBe(201);
  }
  await moveTo("06:44");
  for (let n = 0; n < SPLIT; n++) {
    if (n % 9 === 0) await place.clock.moveTo((now) => now + (n === 0 ? 50_000 : 20_000));
    const point = n % 2 === 0 ? "urzad" : "biblioteka-5";
    expect((await clerks.identify(RUSH + CALM + n, { by: 1, point })).status).toBe(200);
  }
  // Neither of them is let in.
  expect((await clerks.identify(5000, { by: 1, point: "urzad" })).status).toBe(422);
  expect((await clerks.identify(RUSH, { by: 1, point: "urzad" })).status).toBe(409);
}, 60_000);
afterAll(() => place?.close());

const signals = async (role: "commission" | "auditor" = "commission") =>
  place.call(`GET /v1/staff/cycles/${city.cycleId}/signals`, { token: await place.staff(role) });

test("the commission sees whose account let voters in at night, and faster than documents can be looked at", async () => {
  const { status, body } = await signals();
  expect(status).toBe(200);
  expect(body.clusters).toEqual([]);
  const clerk = { points: ["biblioteka-5"], clerkName: "Barbara Słowik", voters: RUSH };
  const split = { points: ["biblioteka-5", "urzad"], clerkName: "Adam Jaskółka", voters: SPLIT };
  expect(body.points).toMatchObject([
    { rule: "desk-hour", ...clerk },
    { rule: "desk-pace", ...clerk },
    { rule: "desk-pace", ...clerk },
    { rule: "desk-pace", ...split },
  ]);
  expect(body.points[0].clerk).toMatch(/\S/);
  const lengths = body.points.map(
    ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from),
  );
  expect(lengths).toEqual([3_600_000, 300_000, 300_000, 300_000]);
  expect(body.rules.map(({ rule }: { rule: string }) => rule)).toContain("desk-pace");
});

test("the pages name the point, the account and the whole hour, in both languages", async () => {
  for (const [prefix, role, words] of [
    [
      "",
      "commission",
      ["Filia nr 5, Urząd Miasta", "W nocy, gdy punkty są zamknięte.", "05:00–06:00", "Barbara Słowik"],
    ],
    [
      "/en",
      "auditor",
      [
        "Faster than documents can be looked at.",
        "before 6:00 or from 22:00 on",
        "05:30–05:35",
        "06:42:30–06:47:30",
      ],
    ],
  ] as const) {
    const visitor = stepVisitor(place);
    await visitor.signIn(role);
    const { status, text } = await visitor.go(`GET ${prefix}/urzad/edycje/${city.cycleId}/sygnaly`);
    expect(status).toBe(200);
    for (const word of words) expect(text).toContain(word);
    expect(text).not.toMatch(/undefined|NaN/);
  }
});

test("the alarm rings from the tenth within minutes on, and for each at night", () => {
  const counts = logged
    .join("")
    .split("\n")
    .filter((line) => line.includes('"event":"cluster"'))
    .map((line) => JSON.parse(line).count);
  expect(counts).toHaveLength(RUSH + 2 * (RUSH - 9) + (SPLIT - 9));
  expect(Math.max(...counts)).toBe(RUSH);
});

test("what is kept names no voter, and what raised no rule leaves one number that nothing leads to", async () => {
  const items = await itemsIn(place, "main");
  const stints = items.filter(({ sk }) => String(sk).startsWith("STINT#"));
  expect(stints).toHaveLength(4);
  const stretches = items.filter(({ pk }) => String(pk).startsWith("STRETCH#"));
  expect(stretches.map(({ voters }) => voters).sort()).toEqual([RUSH, RUSH, RUSH, SPLIT, SPLIT / 2].sort());
  expect(JSON.stringify(stretches)).not.toMatch(/urzad|biblioteka/);
  const markers = items.filter(({ pk }) => String(pk).startsWith("MARKER#"));
  expect(markers).toHaveLength(CALM);
  for (const { pk } of markers)
    expect(JSON.stringify([stints, stretches])).not.toContain(String(pk).split("#").at(-1));
});
