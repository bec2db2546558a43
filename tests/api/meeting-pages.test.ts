import { afterAll, beforeAll, expect, test } from "vitest";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { aConsultation, callMeeting, confirmationFor, mailedLink, signUp } from "./meeting-parts.ts";

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const EVIL = `<script>alert(1)</script>"'&`;
const FORM = { key: newKey(), name: "Ewa Nowak", email: "ewa-strona@example.com", seats: "2" };

/** A page as its reader gets it, with its faults. */
const page = async (path: string, headers: Record<string, string> = {}) => {
  const reply = await place.call(`GET ${path}`, { headers });
  expect([path, reply.status, faultsOfPage(reply.text)]).toEqual([path, 200, []]);
  return reply.text;
};

const asStaff = async (role: "editor" | "clerk" | "commission") => ({
  cookie: `staff=${await place.staff(role)}`,
});

test("a resident signs up on a page, sees the place, confirms it and gives it back, without a script", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 3 });
  expect(await page(`/spotkania/${meeting.id}`)).toContain("Zostały 3 z 3 miejsc");
  expect(await page(`/en/spotkania/${meeting.id}`)).toContain("3 of 3 places left");

  const posted = await place.call(`POST /spotkania/${meeting.id}`, { form: { ...FORM, needs: "Podjazd" } });
  expect([posted.status, faultsOfPage(posted.text)]).toEqual([200, []]);
  expect(posted.text).toContain("Potwierdź zapis linkiem");
  expect(await page(`/spotkania/${meeting.id}`)).toContain("Zostały 3 z 3 miejsc");

  const confirmation = await confirmationFor(place, FORM.email);
  for (const path of [confirmation, `/en${confirmation}`, `/uk${confirmation}`]) {
    const text = await page(path);
    for (const said of ["Ewa Nowak", "Podjazd"]) expect(text).toContain(said);
  }
  const confirmed = await place.call(`POST ${confirmation}`, { form: {} });
  const link = confirmed.headers.get("location") ?? "";
  expect([confirmed.status, /^\/zapis\/mtg_\w+\/sgn_\w+\/\w+$/.test(link)]).toEqual([303, true]);
  const shown = await page(link);
  expect(shown).toContain("Zapis jest potwierdzony");
  expect(shown).toContain(link.split("/").at(-2));
  expect(shown).not.toMatch(/Nowak|ewa-strona/);
  expect((await place.call(`GET ${confirmation}`)).headers.get("location")).toBe(link);
  expect(await page(`/spotkania/${meeting.id}`)).toContain("Zostało 1 z 3 miejsc");
  expect((await place.call(`POST ${link}`, { form: { act: "cancel" } })).status).toBe(303);
  expect(await page(link)).toContain("Nie masz zapisu na to spotkanie");
  expect(await page(`/spotkania/${meeting.id}`)).toContain("Zostały 3 z 3 miejsc");
});

test("a form with faults comes back with what was typed, and markup stays text", async () => {
  const { body: meeting } = await callMeeting(place, { title: `Park ${EVIL}`, agenda: EVIL });
  const back = await place.call(`POST /spotkania/${meeting.id}`, {
    form: { ...FORM, name: EVIL, email: "brak-malpy" },
  });
  expect([back.status, faultsOfPage(back.text)]).toEqual([422, []]);
  expect(back.text).toContain("<title>Błąd:");
  expect(back.text).toContain('href="#email"');
  expect(back.text).toContain('value="brak-malpy"');
  expect(back.text).not.toContain("<script>alert");
  expect(await page("/spotkania")).not.toContain("<script>alert");
});

test("a full meeting has the same form for the waiting list", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 });
  await signUp(place, meeting.id, 1);
  expect(await page(`/spotkania/${meeting.id}`)).toContain("Zapisz na listę rezerwową");
  const posted = await place.call(`POST /en/spotkania/${meeting.id}`, { form: { ...FORM, key: newKey() } });
  expect([posted.status, faultsOfPage(posted.text)]).toEqual([200, []]);
  const confirmation = await confirmationFor(place, FORM.email);
  expect(await page(`/en${confirmation}`)).toContain("All places are taken");
  const confirmed = await place.call(`POST /en${confirmation}`, { form: {} });
  expect(await page(confirmed.headers.get("location") ?? "")).toContain("on the waiting list, your turn: 1");
});

test("a wrong link leads nowhere, and a form of another site is refused", async () => {
  const { body: meeting } = await callMeeting(place);
  const { body: signup } = await signUp(place, meeting.id, 2);
  const link = await mailedLink(place, meeting.id, signup.id);
  expect((await place.call(`GET ${link.slice(0, -1)}x`)).status).toBe(404);
  const foreign = { form: { act: "cancel" }, headers: { "sec-fetch-site": "cross-site" } };
  expect((await place.call(`POST ${link}`, foreign)).status).toBe(403);
  expect(await page(link)).toContain("Masz: 1");
});

test("an editor writes, edits and publishes a consultation and a meeting on the office's pages", async () => {
  const headers = await asStaff("editor");
  const desk = "/urzad/konsultacje";
  await page(`${desk}/nowe`, headers);
  const fields = {
    key: newKey(),
    kind: "dialogue",
    "subject-title": "Murale w Zawodziu",
    "subject-decided": "Które ściany",
    "subject-fixed": "Budżet",
    startsAt: "2027-01-10T08:00",
    endsAt: "2099-02-10T16:00",
    forms: ["online", "walk"],
    territory: ["L3"],
  };
  const faulty = await place.call(`POST ${desk}/nowe`, {
    headers,
    form: { ...fields, endsAt: "2026-01-01T10:00" },
  });
  expect([faulty.status, faultsOfPage(faulty.text)]).toEqual([422, []]);
  expect(faulty.text).toContain('value="2027-01-10T08:00"');
  const made = await place.call(`POST ${desk}/nowe`, { headers, form: { ...fields, key: newKey() } });
  const at = made.headers.get("location") ?? "";
  const id = at.split("/").at(-1);
  expect(await page(at, headers)).toContain("szkic");
  expect((await place.call(`GET /konsultacje/${id}`)).status).toBe(404);
  const edited = { ...fields, "subject-title": "Murale", version: "1" };
  expect((await place.call(`POST ${at}/zmiana`, { headers, form: edited })).status).toBe(303);
  expect((await place.call(`POST ${at}/zmiana`, { headers, form: edited })).status).toBe(412);
  expect((await place.call(`POST ${at}/ogloszenie`, { headers, form: { version: "2" } })).status).toBe(303);
  await page(desk, headers);

  const form = {
    key: newKey(),
    title: "Spacer",
    startsAt: "2098-06-10T17:00",
    endsAt: "2098-06-10T19:00",
    "place-name": "Szkoła",
    "place-address": "ul. Marcinkowskiego 17",
    accessibility: "",
    agenda: "",
    district: "L3",
    consultationId: String(id),
    capacity: "20",
    signupClosesAt: "",
  };
  await page(`/urzad/spotkania/nowe?consultation=${id}`, headers);
  const called = await place.call("POST /urzad/spotkania/nowe", {
    headers,
    form: { ...form, kind: "consultation", audience: "public", items: "17:05 Trasa | Anna Nowak" },
  });
  const meetingAt = called.headers.get("location") ?? "";
  expect(await page(`/konsultacje/${id}`)).toContain("Spacer");
  const { consultationId: _, ...rest } = form;
  const change = { ...rest, version: "1", capacity: "10" };
  await page(`${meetingAt}/zmiana`, headers);
  expect(
    (await place.call(`POST ${meetingAt}/zmiana`, { headers, form: change })).headers.get("location"),
  ).toBe(meetingAt);
  expect(await page(meetingAt, headers)).toContain("0 z 10");
  await page("/urzad/spotkania", headers);
  await page(`${meetingAt}/odwolanie`, headers);
  const callOff = async (reason: string) =>
    (await place.call(`POST ${meetingAt}/odwolanie`, { headers, form: { reason, version: "2" } })).status;
  expect([await callOff(""), await callOff("Burza")]).toEqual([422, 303]);
  expect(await page(meetingAt.replace("/urzad", ""))).toContain("Powód: Burza");
  await page("/konsultacje");
  await page("/en/konsultacje");
});

test("the list for the door masks names until they are asked for, and a name is never a formula", async () => {
  const { body: meeting } = await callMeeting(place);
  await signUp(place, meeting.id, 3, { name: "=HYPERLINK(1) Kowalska" });
  const headers = await asStaff("clerk");
  const desk = `/urzad/spotkania/${meeting.id}`;
  expect(await page(desk, headers)).not.toContain("Kowalska");
  expect(await page(`${desk}?names=shown`, headers)).toContain("Kowalska");
  const csv = await place.call(`GET ${desk}/lista.csv`, { headers });
  expect(csv.text).toMatch(/miejsce;1;'=HYPERLINK\(1\) Kowalska;osoba-3@example.com;1;;[0-9A-Z]{6}\r\n/);
  expect((await place.call(`GET ${desk}/zmiana`, { headers })).status).toBe(403);
  expect((await place.call(`GET ${desk}`, { headers: await asStaff("commission") })).status).toBe(403);
  expect((await place.call(`GET ${desk}`)).status).toBe(401);
});

test("a consultation's markup stays text on its page", async () => {
  const token = await place.staff("editor");
  const body = aConsultation(place, { subject: { title: EVIL, decided: EVIL, fixed: `a\n${EVIL}` } });
  const { body: made } = await place.call("POST /v1/staff/consultations", { token, key: true, body });
  await place.call(`POST /v1/staff/consultations/${made.id}/publication`, { token });
  expect(await page(`/konsultacje/${made.id}`)).not.toContain("<script>alert");
});
