import { afterAll, beforeAll, expect, test } from "vitest";
import { localMoment } from "../../shared/domain/local-moment.ts";
import { asEditor } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { decide, openGathering, publishReport, remark, say } from "../kit/remarks.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { openSurvey } from "../kit/surveys.ts";
import { inHours, today } from "../kit/time.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const DAY = 24;
const STAFF = "/v1/staff/consultations";

const REMARKS = (from: number, to: number) => ({
  kind: "remarks",
  title: "Uwagi do koncepcji",
  forms: ["online", "paper"],
  audience: "mieszkańcy Bogucic",
  startsAt: inHours(place, from),
  endsAt: inHours(place, to),
});

const prepare = async (more: object = {}): Promise<string> => {
  const made = await asEditor(place, `POST ${STAFF}`, {
    kind: "dialogue",
    subject: { title: "Park Bogucki", decided: "Gdzie staną ławki.", fixed: "Drzewa zostają." },
    territory: "citywide",
    forms: ["online", "survey", "meeting"],
    startsAt: inHours(place, -1),
    endsAt: inHours(place, 40 * DAY),
    ...more,
  });
  expect(made.status).toBe(201);
  return made.body.id;
};

const add = (id: string, body: object) => asEditor(place, `POST ${STAFF}/${id}/activities`, body);
const open = (id: string) => asEditor(place, `POST ${STAFF}/${id}/publication`);
const page = async (id: string, prefix = "") => (await place.call(`GET ${prefix}/konsultacje/${id}`)).text;

test("remarks are taken in the time of their activity alone, and who comes early or late reads the day", async () => {
  const id = await prepare();
  expect((await add(id, REMARKS(10, 20))).status).toBe(200);
  await open(id);
  const early = await say(place, id);
  expect([early.status, early.body.code]).toEqual([409, "consultation/remarks-time"]);
  expect(early.body.detail).toContain("Uwagi przyjmujemy w tym czasie");
  expect((await place.call(`GET /konsultacje/${id}/uwagi/nowa`)).status).toBe(409);
  const before = await page(id);
  expect(before).toContain("jeszcze nie");
  expect(before).toContain("Dla kogo: mieszkańcy Bogucic.");
  expect(before).not.toContain("Zgłoś uwagę");

  await place.clock.moveTo((now) => now + 11 * 3_600_000);
  expect((await say(place, id)).status).toBe(202);
  expect(await page(id)).toContain("Zgłoś uwagę");
  expect(await page(id, "/uk")).toContain("триває");

  await place.clock.moveTo((now) => now + 10 * 3_600_000);
  expect((await say(place, id)).body.code).toBe("consultation/remarks-time");
  expect(await page(id)).toContain("zakończone");
  const { body } = await place.call(`GET /v1/consultations/${id}`);
  expect([body.status, body.activities[0].state]).toEqual(["gathering", "over"]);
});

test("a consultation without activities takes remarks as long as it lasts", async () => {
  const id = await openGathering(place);
  expect((await say(place, id, { email: "sama@example.com" })).status).toBe(202);
  expect((await place.call(`GET /v1/consultations/${id}`)).body.activities).toEqual([]);
});

test("an activity lies within its consultation, and remarks have one time", async () => {
  const id = await prepare();
  const outside = async (more: object) => (await add(id, { ...REMARKS(1, 9), ...more })).body.errors[0];
  expect(await outside({ startsAt: inHours(place, -30) })).toMatchObject({ pointer: "/startsAt" });
  expect(await outside({ endsAt: inHours(place, 50 * DAY) })).toMatchObject({ pointer: "/endsAt" });
  expect(await outside({ kind: "survey" })).toMatchObject({ pointer: "/survey" });
  expect(await outside({ kind: "meetings", meetings: ["mtg_7k3m9x2qav5d8r1t"] })).toMatchObject({
    pointer: "/meetings/0",
  });
  expect((await add(id, REMARKS(1, 9))).status).toBe(200);
  const twice = await add(id, REMARKS(2, 8));
  expect([twice.status, twice.body.code]).toEqual([409, "act/blocked"]);
  const cut = await asEditor(place, `PATCH ${STAFF}/${id}`, { endsAt: inHours(place, 5) }, 2);
  expect(cut.body.errors[0].pointer).toBe("/endsAt");
});

test("what residents were told of remarks gets no shorter; longer it may get", async () => {
  const id = await prepare();
  await add(id, REMARKS(-1, 10));
  await open(id);
  const change = (version: number, body: object) =>
    asEditor(place, `PATCH ${STAFF}/${id}/activities/a1`, body, version);
  expect((await change(3, { endsAt: inHours(place, 8) })).body.code).toBe("act/blocked");
  expect((await change(3, { endsAt: inHours(place, 20) })).body.activities[0].id).toBe("a1");
  const gone = await place.call(`DELETE ${STAFF}/${id}/activities/a1`, {
    token: await place.staff("editor"),
    key: newKey(),
    headers: { "if-match": '"v4"' },
  });
  expect(gone.body.code).toBe("act/wrong-state");
  // One that had none is not cut either by the first.
  const other = await prepare();
  await open(other);
  expect((await add(other, REMARKS(1, 9))).body.code).toBe("act/blocked");
});

test("a kind that must be announced keeps its term in the time for remarks, and gets no new way once it is on", async () => {
  const id = await prepare({ kind: "formal", startsAt: inHours(place, 1) });
  for (const channel of ["bip", "website"])
    await asEditor(place, `POST ${STAFF}/${id}/announcements`, {
      channel,
      on: today(place),
    });
  await add(id, REMARKS(1, 5 * DAY));
  expect((await open(id)).body.code).toBe("consultation/term");
  const { version } = (await asEditor(place, `GET ${STAFF}/${id}`)).body;
  const longer = { endsAt: inHours(place, 30 * DAY) };
  expect((await asEditor(place, `PATCH ${STAFF}/${id}/activities/a1`, longer, version)).status).toBe(200);
  expect((await open(id)).status).toBe(200);
  const meetings = {
    kind: "meetings",
    title: "Spacery",
    forms: ["walk"],
    startsAt: inHours(place, 3 * DAY),
    endsAt: inHours(place, 9 * DAY),
  };
  expect((await add(id, meetings)).status).toBe(200);
  await place.clock.moveTo((now) => now + 2 * 3_600_000);
  expect((await add(id, meetings)).body.code).toBe("act/blocked");
});

test("the report joins remarks, answers and people, as they were when it was published", async () => {
  const survey = await openSurvey(place);
  const id = await prepare({ endsAt: inHours(place, 30) });
  const whole = { startsAt: inHours(place, 1), endsAt: inHours(place, 2) };
  const token = await place.staff("editor");
  const meeting = await place.call("POST /v1/staff/meetings", {
    token,
    key: true,
    body: {
      consultationId: id,
      title: "Spacer",
      startsAt: inHours(place, 1),
      endsAt: inHours(place, 2),
      place: { name: "Dom kultury", address: "ul. Markiefki 44a, 40-000 Katowice" },
      capacity: 10,
    },
  });
  await add(id, REMARKS(-1, 29));
  await add(id, { ...whole, kind: "survey", title: "Ankieta o parku", forms: ["survey"], survey: survey.id });
  const meetings = [meeting.body.id];
  await add(id, { ...whole, kind: "meetings", title: "Spacery", forms: ["walk"], meetings });
  expect((await open(id)).status).toBe(200);
  await remark(place, id, { email: "pierwsza@example.com" });
  expect(await page(id)).toContain(`/ankiety/${survey.id}`);
  await place.clock.moveTo((now) => now + 90 * 60_000);
  const walkIns = await asEditor(place, `POST /v1/staff/meetings/${meeting.body.id}/walk-ins`, { people: 7 });
  expect(walkIns.status).toBeLessThan(300);
  await place.clock.moveTo((now) => now + 30 * 3_600_000);
  await decide(place, id, "rmk_000001");
  await publishReport(place, id);
  const { body } = await place.call(`GET /v1/consultations/${id}/report`);
  expect(body.activities).toMatchObject([
    { kind: "remarks", count: 1 },
    { kind: "survey", count: 0 },
    { kind: "meetings", count: 7, meetings: 1 },
  ]);
  const text = (await place.call(`GET /konsultacje/${id}/raport`)).text;
  expect(text).toContain("osoby: 7, spotkania: 1");
});

test("an office worker adds, changes and removes a way to take part by forms", async () => {
  const id = await prepare();
  const desk = await staffVisitor(place, "editor");
  const one = `/urzad/konsultacje/${id}`;
  const adding = `${one}/aktywnosci`;
  const form = await desk.open(adding);
  const [startsAt, endsAt] = [localMoment(inHours(place, 5)), localMoment(inHours(place, 9))];
  const typed = { kind: "remarks", title: "Uwagi", startsAt, endsAt };
  const wrong = await desk.send(form, adding, { ...typed, forms: [] });
  expect([wrong.status, wrong.text.includes("Uwagi")]).toEqual([422, true]);
  const added = await desk.send(form, adding, { ...typed, forms: ["online", "paper"] });
  expect(added.path).toContain(one);
  expect(added.text).toContain("Sposób udziału jest dodany.");
  const page = await desk.open(`${adding}/a1`);
  const changed = await desk.send(page, `${adding}/a1`, { title: "Uwagi do planu" });
  expect(changed.text).toContain("Uwagi do planu");
  const gone = await desk.send(await desk.open(`${adding}/a1`), `${adding}/a1/usuniecie`, {});
  expect(gone.text).toContain("Sposób udziału jest usunięty.");
  expect((await desk.open(`${adding}/a1`)).status).toBe(404);
});
