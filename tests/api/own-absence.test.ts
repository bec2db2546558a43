/** Everybody of the office says when they themselves are away: nobody else's days, and none that has been. */
import fc from "fast-check";
import { afterAll, beforeAll, expect } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import { isAway, type Person } from "../../shared/domain/office/directory.ts";
import { ownAbsence } from "../../shared/domain/office/own-absence.ts";
import { type LocalDate, plusDays } from "../../shared/domain/time.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { hiddenFields, stepVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const [EWA = "", PAWEL = ""] = DEMO_STAFF.filter(({ role }) => role === "verifier").map(subjectOf);
const PATH = "/v1/staff/absence";
const PAGE = "/urzad/nieobecnosc";

const own = async (n = 0) =>
  (await place.call(`GET ${PATH}`, { token: await place.staff("verifier", n) })).body;
const put = async (absence: object | null, version?: number) =>
  place.call(`PUT ${PATH}`, {
    token: await place.staff("verifier"),
    headers: { "if-match": `"v${version ?? (await own()).version}"` },
    body: { absence },
  });
const pointersOf = ({ status, body }: Awaited<ReturnType<typeof put>>) => [
  status,
  ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer),
];

test("no day that has been is changed, whatever is asked; from today on it is as asked", () => {
  const TODAY = "2027-05-14" as LocalDate;
  const day = fc.integer({ min: -9, max: 9 }).map((n) => plusDays(TODAY, n));
  const absence = fc
    .tuple(day, day, fc.constantFrom<string | null>("a", "b", null))
    .map(([one, other, standIn]) => ({
      from: one < other ? one : other,
      to: one < other ? other : one,
      standIn,
    }));
  const away = (one: Person["absence"], at: LocalDate) =>
    isAway({ absence: one, roles: ["verifier"] } as unknown as Person, at);
  fc.assert(
    fc.property(fc.option(absence), fc.option(absence), day, (before, asked, at) => {
      const next = ownAbsence(before, asked, TODAY);
      const isLeftBehind = before !== null && before.to < TODAY;
      if (!next.ok) return asked !== null && (asked.from < TODAY || before?.from !== asked.from);
      if (at >= TODAY) return away(next.value, at) === away(asked, at);
      return isLeftBehind
        ? !away(next.value, at) || away(before, at)
        : away(next.value, at) === away(before, at);
    }),
  );
});

test("somebody marks their own days, with who stands in; the one who does sees them at home", async () => {
  const day = today(place);
  const [from, to] = [plusDays(day, 2), plusDays(day, 9)];
  expect(pointersOf(await put({ from: plusDays(day, -1), to, standIn: PAWEL }))).toEqual([
    422,
    "/absence/from",
  ]);
  expect(pointersOf(await put({ from, to: day, standIn: PAWEL }))).toEqual([422, "/absence/to"]);
  for (const standIn of [EWA, "nobody"])
    expect(pointersOf(await put({ from, to, standIn }))).toEqual([422, "/absence/standIn"]);
  const before = await own();
  expect(before.absence).toBeNull();
  expect((await put({ from, to, standIn: PAWEL })).body.absence).toEqual({ from, to, standIn: PAWEL });
  expect((await put({ from, to, standIn: null }, before.version)).status).toBe(412);
  const home = await stepVisitor(place).signIn("verifier", 1);
  expect(home.text).toContain("Kogo zastępujesz");
  expect(home.text).toMatch(/Ewa Sikora: od \d/);
  const journal = await place.call("GET /v1/staff/audit?subject=office", {
    token: await place.staff("auditor"),
  });
  expect(journal.text).toContain("putOwnAbsence");
});

test("an absence that has begun keeps its first day, and is ended by empty dates", async () => {
  await place.clock.moveTo((now) => now + 4 * 86_400_000);
  const { absence } = await own();
  const day = today(place);
  expect(pointersOf(await put({ ...absence, from: day }))).toEqual([422, "/absence/from"]);
  expect(pointersOf(await put({ ...absence, to: absence.from }))).toEqual([422, "/absence/to"]);
  const visitor = stepVisitor(place);
  const page = await visitor.signIn("verifier", 0, PAGE);
  expect(page.text).toContain("Dziś masz nieobecność.");
  expect(faultsOfPage(page.text)).toEqual([]);
  const form = {
    ...hiddenFields(page.text, PAGE),
    "absence-from": "",
    "absence-to": "",
    "absence-standIn": "",
  };
  expect((await visitor.go(`POST ${PAGE}`, { form })).status).toBe(303);
  expect((await own()).absence).toEqual({ ...absence, to: plusDays(day, -1) });
  // What is over stays, and the next one is left to be said.
  expect((await put(null)).body.absence).toEqual({ ...absence, to: plusDays(day, -1) });
  expect((await put({ from: day, to: day, standIn: null })).body.absence.from).toBe(day);
  expect((await put(null)).body.absence).toBeNull();
});
