import { afterAll, beforeAll, expect, test } from "vitest";
import type { Owner } from "../../shared/domain/office/work.ts";
import { dayOf, instant, plusDays } from "../../shared/domain/time.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";

import { today } from "../kit/time.ts";
import { aConsultation, HOUR_MS } from "./meeting-parts.ts";

const DAY_MS = 24 * HOUR_MS;
let place: Place;
let token: string;

beforeAll(async () => {
  place = await openPlace();
  token = await place.staff("editor");
});
afterAll(() => place.close());

const at = (days: number): string => instant(place.clock.now() + days * DAY_MS);
const path = (id: string) => `/v1/staff/consultations/${id}`;
const draft = async (more: object = {}): Promise<string> => {
  const body = aConsultation(place, { kind: "formal", endsAt: at(20), ...more });
  const made = await place.call("POST /v1/staff/consultations", { token, key: true, body });
  expect(made.status).toBe(201);
  return made.body.id;
};
const announce = (id: string, body: object) =>
  place.call(`POST ${path(id)}/announcements`, { token, key: true, body });
const open = (id: string) => place.call(`POST ${path(id)}/publication`, { token });
const announced = async (id: string, on = today(place)) => {
  for (const channel of ["bip", "website"]) expect((await announce(id, { channel, on })).status).toBe(200);
};
const read = async (id: string) => (await place.call(`GET ${path(id)}`, { token })).body;

test("a formal consultation is not opened while an announcement is missing, and the sentence names it", async () => {
  const id = await draft();
  const first = await open(id);
  expect([first.status, first.body.code]).toEqual([422, "consultation/not-announced"]);
  expect(first.body.detail).toContain("Biuletyn Informacji Publicznej, strona internetowa urzędu");
  await announce(id, { channel: "bip", on: today(place), proof: "https://bip.example/1" });
  expect((await open(id)).body.detail).toContain("strona internetowa urzędu");
  await announce(id, { channel: "website", on: today(place) });
  expect((await open(id)).body.status).toBe("announced");
  const shown = (await place.call(`GET /v1/consultations/${id}`)).body.announcements;
  expect(shown).toEqual([
    { channel: "bip", on: today(place), proof: "https://bip.example/1" },
    { channel: "website", on: today(place) },
  ]);
});

test("a term shorter than the law's is refused with its source, counted from the latest announcement", async () => {
  const id = await draft({ endsAt: at(13) });
  await announced(id, plusDays(today(place), -20));
  expect((await open(id)).status).toBe(200);
  const late = await draft({ endsAt: at(13) });
  await announce(late, { channel: "bip", on: plusDays(today(place), -20) });
  await announce(late, { channel: "website", on: today(place) });
  const refused = await open(late);
  expect([refused.status, refused.body.code]).toEqual([422, "consultation/term"]);
  expect(refused.body.detail).toContain("XLV/864/17");
  expect(refused.body.errors[0].pointer).toBe("/endsAt");
});

test("once it is open its term is not cut, by an edit or by an announcement that came later", async () => {
  const id = await draft();
  await announced(id);
  await open(id);
  const { version } = await read(id);
  const headers = { "if-match": `"v${version}"` };
  const cut = await place.call(`PATCH ${path(id)}`, { token, headers, body: { endsAt: at(5) } });
  expect([cut.status, cut.body.code]).toEqual([422, "consultation/term"]);
  const longer = await place.call(`PATCH ${path(id)}`, { token, headers, body: { endsAt: at(40) } });
  expect(longer.status).toBe(200);
});

test("each kind keeps to its own: a plan has 28 days and five channels, a dialogue owes nothing", async () => {
  const plan = await draft({ kind: "planning", endsAt: at(25) });
  for (const channel of ["press", "notice-board", "website", "bip", "customary"])
    await announce(plan, { channel, on: today(place) });
  expect((await open(plan)).body.detail).toContain("art. 8i");
  const talk = await draft({ kind: "dialogue", endsAt: at(1) });
  expect((await open(talk)).status).toBe(200);
});

test("an announcement of tomorrow is none yet", async () => {
  const refused = await announce(await draft(), { channel: "bip", on: plusDays(today(place), 1) });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/on"]);
});

test("where residents take no part the calendar says why, and nothing is opened", async () => {
  const why = await place.call("POST /v1/staff/consultations", {
    token,
    key: true,
    body: aConsultation(place, { level: "none" }),
  });
  expect(why.body.errors[0].pointer).toBe("/levelReason");
  const id = await draft({ kind: "dialogue", level: "none", levelReason: "Termin wynika z ustawy." });
  expect((await open(id)).body.code).toBe("act/blocked");
  const { text } = await place.call("GET /urzad/konsultacje", { headers: { cookie: `staff=${token}` } });
  expect(text).toContain("bez udziału mieszkańców<br>Termin wynika z ustawy.");
});

test("documents have versions: the page shows the paragraphs of each, and the latest leads", async () => {
  const id = await draft({ kind: "dialogue" });
  const add = (body: object, key = newKey()) =>
    place.call(`POST ${path(id)}/documents`, { token, key, body });
  expect((await add({ title: "Plan" })).body.errors[0].pointer).toBe("/text");
  await add({ title: "Plan", text: "Ławki.\n\nDrzewa." });
  await add({ document: "d1", title: "Plan", text: "Ławki i kosze.\n\nDrzewa." });
  await add({ title: "Mapa", link: "https://example.com/mapa.pdf" });
  expect((await add({ document: "d9", title: "Plan", text: "x" })).body.errors[0].pointer).toBe("/document");
  expect((await place.call(`GET /konsultacje/${id}/dokumenty/d1/2`)).status).toBe(404);
  await open(id);
  const { text } = await place.call(`GET /konsultacje/${id}/dokumenty/d1/1`);
  expect(text).toContain("Ławki.");
  expect(text).toContain(`href="/konsultacje/${id}/dokumenty/d1/2"`);
  expect((await place.call(`GET /konsultacje/${id}/dokumenty/d2/1`)).status).toBe(404);
  const page = (await place.call(`GET /konsultacje/${id}`)).text;
  expect(page).toContain(`href="/konsultacje/${id}/dokumenty/d1/2"`);
  expect(page).toContain('href="https://example.com/mapa.pdf"');
});

test("a street list and an outline are read as they are typed, and shown", async () => {
  const outline = ["50.26, 19.02", "50.27 N 19.03 E", "50,28; 19,01"];
  const id = await draft({ kind: "dialogue", streets: ["Rynek", "Mariacka"], outline });
  await open(id);
  const { body } = await place.call(`GET /v1/consultations/${id}`);
  expect(body.outline).toEqual(["50.26, 19.02", "50.27, 19.03", "50.28, 19.01"]);
  const refused = await place.call("POST /v1/staff/consultations", {
    token,
    key: true,
    body: aConsultation(place, { outline: ["19.02, 50.26", "1, 2", "x"] }),
  });
  expect(refused.body.errors[0].pointer).toBe("/outline/0");
});

test("its page says what happens now and until when, whether or not the clock has been by", async () => {
  const id = await draft();
  await announced(id);
  await open(id);
  const status = async () => (await place.call(`GET /v1/consultations/${id}`)).body;
  expect((await status()).status).toBe("announced");
  await place.clock.moveTo((now) => now + 2 * HOUR_MS);
  expect((await status()).status).toBe("gathering");
  expect((await place.call(`GET /konsultacje/${id}`)).text).toContain("Zbieramy uwagi");
  await place.clock.moveTo((now) => now + 20 * DAY_MS);
  const { status: over, reportDueAt, endsAt } = await status();
  expect([over, dayOf(reportDueAt)]).toEqual(["report-due", plusDays(dayOf(endsAt), 31)]);
  expect((await place.call(`GET /konsultacje/${id}`)).text).toContain("Opracowujemy raport");
  await place.clock.moveTo((now) => now + 40 * DAY_MS);
  expect((await place.call(`GET /konsultacje/${id}`)).text).toContain("Urząd jest po terminie");
});

test("while it goes on its end can be moved; once it is over it is not taken up again", async () => {
  const id = await draft();
  await announced(id);
  await open(id);
  const moved = async (days: number) =>
    place.call(`PATCH ${path(id)}`, {
      token,
      body: { endsAt: at(days) },
      headers: { "if-match": `"v${(await read(id)).version}"` },
    });
  await place.clock.moveTo((now) => now + 2 * DAY_MS);
  expect((await moved(25)).status).toBe(200);
  await place.clock.moveTo((now) => now + 26 * DAY_MS);
  const late = await moved(10);
  expect([late.status, late.body.code]).toEqual([409, "act/wrong-state"]);
  expect((await read(id)).status).toBe("report-due");
});

test("its report is the work of its unit, by the day that its kind sets", async () => {
  const units = await place.call("GET /v1/staff/units", { token: await place.staff("admin") });
  const unit = units.body.items[0]?.id;
  const id = await draft({ ...(unit && { unit }) });
  await announced(id);
  await open(id);
  await place.clock.moveTo((now) => now + 21 * DAY_MS);
  await place.invoke("consultations", { sweep: true });
  await place.invoke("consultations", { sweep: true });
  const owner: Owner = unit ? `unit#${unit}` : "queue#consulting";
  const due = [];
  for await (const one of await place.deps.store.work.of([owner])) if (one.id === id) due.push(one);
  expect(due.map(({ about }) => ("text" in about ? about.text.pl : ""))).toEqual([
    expect.stringContaining("Raport z konsultacji"),
  ]);
});
