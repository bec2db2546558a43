import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { POZNAN_IDENTITY } from "../kit/poznan-identity.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { clerksOf, POINTS } from "../kit/voting-points.ts";

const ROLL = `first_name;surname;address;pesel_last_4;district
Jan;Kowalski;ul. Długa 5/7;1359;L13
Ewa;Wróbel;Krótka 1;7777;L13
`;

const JAN = { firstName: "jan", surname: "KOWALSKI", address: "Długa 5 m. 7", peselLast4: "1359" };
const EWA = { firstName: "Ewa", surname: "Wróbel", address: "ul. Krótka 1", peselLast4: "7777" };
const WHY = { reason: "proven-misuse", note: "Wyrok sądu" };

let place: Place;
let city: TestVote;

const propose = async (body: object) =>
  place.call(`POST /v1/staff/cycles/${city.cycleId}/voids`, {
    token: await place.staff("commission"),
    body: { ...WHY, ...body },
  });

beforeAll(async () => {
  place = await openPlace();
  city = await openTestVote(place, {
    pools: { M: { amountZloty: 1000, costsZloty: [500] } },
    voters: 0,
    roll: ROLL,
    rules: { identity: POZNAN_IDENTITY, guardianBelowAge: 0 },
  });
  await place.call(`PUT /v1/staff/cycles/${city.cycleId}/voting-points`, {
    token: await place.staff("coordinator"),
    body: { points: POINTS },
  });
  const clerks = clerksOf(place, city.cycleId);
  const met = await clerks.clerk(0, "POST /voting-points/urzad/voters", {
    body: { ...JAN, documentSeen: true, filledIn: false },
  });
  const sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 1 } }];
  expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
  await place.clock.moveTo((now) => now + 2 * 3_600_000 + 61_000);
});
afterAll(() => place?.close());

test("a vote is left out by the facts by which this edition's roll finds a person", async () => {
  const pointers = async (body: object) => {
    const { status, body: problem } = await propose(body);
    return [status, problem.errors.map(({ pointer }: { pointer: string }) => pointer)];
  };
  expect(await pointers({ ...JAN, pesel: "44051401359" })).toEqual([400, ["/pesel"]]);
  expect(await pointers({ ...JAN, surname: "K0walski" })).toEqual([422, ["/surname"]]);
  expect(await pointers({ ...EWA })).toEqual([422, ["/firstName"]]);
  // No number is asked for here.
  const { body } = await propose({ ...EWA });
  expect(body.detail).toBe("W tej edycji nie ma głosu tej osoby. Sprawdź podane dane.");
  const made = await propose(JAN);
  expect([made.status, made.body.state]).toEqual([200, "proposed"]);
});

test("the page asks for these, tells what to correct, and shows no digits again", async () => {
  const browser = await staffVisitor(place, "commission");
  const path = `/urzad/edycje/${city.cycleId}/niewazne`;
  const page = await browser.open(path);
  for (const name of Object.keys(JAN)) expect(page.text).toContain(`name="${name}"`);
  expect(page.text).not.toContain('name="pesel"');
  const wrong = await browser.send(page, path, { ...EWA, ...WHY, surname: "" });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('href="#surname"')]);
  expect(wrong.text).toContain('value="Ewa"');
  expect(wrong.text).not.toContain("7777");
  const without = await browser.send(page, path, { ...EWA, ...WHY });
  expect([without.status, without.text]).toEqual([422, expect.stringContaining('href="#firstName"')]);
});
