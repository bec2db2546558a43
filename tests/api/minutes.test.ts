import { afterAll, beforeAll, expect, test } from "vitest";
import type { MeetingId } from "../../shared/domain/ids.ts";
import { minutesOf } from "../../shared/subjects/minutes/sheet.ts";
import {
  acceptMinutes,
  afterMotions,
  meetingThatIsOn,
  motionLink,
  publishedMinutes,
  SAID,
  write,
} from "../kit/minutes.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { letterLeads } from "../kit/walk.ts";

const DAY_MS = 86_400_000;

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const read = (meetingId: string, query = "") => place.call(`GET /v1/meetings/${meetingId}/minutes${query}`);
const page = (meetingId: string, query = "") => place.call(`GET /spotkania/${meetingId}/protokol${query}`);

test("minutes begin with what is known of the meeting, and nobody reads them before a second person accepts", async () => {
  const meetingId = await meetingThatIsOn(place, { agenda: "Ławki i drzewa" });
  const token = await place.staff("clerk");
  const template = await place.call(`GET /v1/staff/meetings/${meetingId}/minutes`, { token });
  expect(template.body).toMatchObject({ state: "none", agenda: "Ławki i drzewa", attendance: null });

  const { agenda: _, ...said } = SAID;
  expect((await write(place, meetingId, said)).body).toMatchObject({
    state: "draft",
    agenda: "Ławki i drzewa",
    attendance: 37,
  });
  expect((await read(meetingId)).status).toBe(404);
  expect((await acceptMinutes(place, meetingId)).body.code).toBe("act/blocked");
  await afterMotions(place);
  expect((await acceptMinutes(place, meetingId, "clerk")).body.code).toBe("identity/same-person");
  const accepted = await acceptMinutes(place, meetingId);
  expect(accepted.body).toMatchObject({ state: "published", edition: 1 });
  const { body } = await read(meetingId);
  expect(body).toMatchObject({ edition: 1, attendance: 37, raised: SAID.raised, motions: SAID.motions });
  expect(body.number).toMatch(/^P\/\d+\/\d{4}$/);
  expect((await page(meetingId)).text).toContain("Postawić pięć ławek przy alei.");
  expect((await place.call(`GET /spotkania/${meetingId}`)).text).toContain("/protokol");
});

test("minutes are numbered in their year, and each number is given once", async () => {
  const ids = await Promise.all([1, 2, 3].map(() => meetingThatIsOn(place)));
  const written = await Promise.all(ids.map((id) => write(place, id)));
  const numbers = written.map(({ body }) => body.number as number);
  expect(new Set(numbers).size).toBe(3);
  expect(Math.max(...numbers) - Math.min(...numbers)).toBe(2);
});

test("two who write the first words at once do not write over each other", async () => {
  const meetingId = await meetingThatIsOn(place);
  const both = await Promise.all([
    write(place, meetingId, { ...SAID, attendance: 1 }, "clerk"),
    write(place, meetingId, { ...SAID, attendance: 2 }, "editor"),
  ]);
  const ok = both.filter(({ status }) => status === 200);
  expect(ok.length).toBeGreaterThan(0);
  const kept = await place.call(`GET /v1/staff/meetings/${meetingId}/minutes`, {
    token: await place.staff("clerk"),
  });
  expect(kept.body.version).toBe(ok.length);
});

test("a corrected version says what it changes, and the former stays to be read", async () => {
  const meetingId = await publishedMinutes(place);
  const refused = await write(place, meetingId, { attendance: 38 });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([409, "/correction"]);
  const correction = "Liczba obecnych była źle przepisana z listy.";
  expect((await write(place, meetingId, { attendance: 38, correction })).body.state).toBe("changed");
  expect((await read(meetingId)).body.attendance).toBe(37);
  expect((await acceptMinutes(place, meetingId)).status).toBe(200);
  expect((await read(meetingId)).body).toMatchObject({ edition: 2, attendance: 38, correction });
  expect((await read(meetingId, "?version=1")).body).toMatchObject({ edition: 1, attendance: 37 });
  expect((await page(meetingId)).text).toContain("Sprostowanie. Liczba obecnych");
  expect((await page(meetingId, "?version=1")).text).toContain("Jest nowsza wersja: 2");
});

test("whoever had no time to speak hands a motion in by a mailed link, and is told when it is in the minutes", async () => {
  const meetingId = await meetingThatIsOn(place);
  const email = "bez-glosu@example.com";
  const link = await motionLink(place, meetingId, email);
  expect((await place.call(`GET ${link}`)).text).toContain("Treść wniosku");
  const form = { text: "Proszę o kosz przy wejściu.", key: newKey() };
  const sent = [await place.call(`POST ${link}`, { form }), await place.call(`POST ${link}`, { form })];
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  expect((await place.call(`GET ${sent[0]?.headers.get("location")}`)).text).toContain("Wniosek złożony");

  const token = await place.staff("clerk");
  const entered = await place.call(`POST /v1/staff/meetings/${meetingId}/motions`, {
    token,
    key: newKey(),
    body: { text: "Jan Nowak prosi o lampę.", way: "desk" },
  });
  expect(entered.status).toBe(201);
  const one = `/v1/staff/meetings/${meetingId}/motions/${entered.body.id}`;
  const reworded = await place.call(`PATCH ${one}`, {
    token,
    headers: { "if-match": '"v1"' },
    body: { publicText: "Prośba o lampę." },
  });
  expect(reworded.body).toMatchObject({ text: "Jan Nowak prosi o lampę.", publicText: "Prośba o lampę." });

  await afterMotions(place);
  expect((await place.call(`POST ${link}`, { form: { ...form, key: newKey() } })).status).toBe(410);
  expect((await write(place, meetingId)).status).toBe(200);
  expect((await acceptMinutes(place, meetingId)).status).toBe(200);
  const { text } = await read(meetingId);
  expect(text).toContain("Proszę o kosz przy wejściu.");
  expect(text).toContain("Prośba o lampę.");
  expect(text).not.toContain("Nowak");
  expect(text).not.toContain(email);
  await place.told();
  const letters = place.letters().filter(({ to }) => to === email);
  expect(letters.map(({ subject }) => subject).filter((one) => one?.includes("ogłoszony"))).toHaveLength(1);
});

test("where no minutes come of a meeting, whoever handed a motion in is forgotten after a year; the motion stays", async () => {
  const meetingId = await meetingThatIsOn(place);
  const email = "zapomniana@example.com";
  // By the API the same letter is asked for.
  const path = `POST /v1/meetings/${meetingId}/motions`;
  const body = { email };
  expect((await place.call(path, { key: newKey(), body })).status).toBe(202);
  const letter = await place.letterTo(email);
  const link = letterLeads(place.url, letter ? [letter] : []).find(({ to }) => to.includes("/wnioski/"))?.to;
  const form = { text: "Proszę o ławkę.", key: newKey() };
  expect((await place.call(`POST ${link}`, { form })).status).toBe(303);
  const motion = async () => (await minutesOf(place.deps).motions(meetingId as MeetingId))[0];
  await place.clock.moveTo((now) => now + 360 * DAY_MS);
  await place.settle();
  expect(await motion()).toMatchObject({ email });
  await place.clock.moveTo((now) => now + 10 * DAY_MS);
  await place.settle();
  const left = await motion();
  expect([left?.text, left?.email]).toEqual([form.text, undefined]);
  expect((await place.call(path, { key: newKey(), body })).body.code).toBe("act/blocked");
});

test("a mailbox hands in three motions and no more", async () => {
  const meetingId = await meetingThatIsOn(place);
  const link = await motionLink(place, meetingId, "duzo@example.com");
  const hand = (n: number) => place.call(`POST ${link}`, { form: { text: `Wniosek ${n}`, key: newKey() } });
  const sent = [await hand(1), await hand(2), await hand(3), await hand(4)];
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 409]);
});

test("of motions that a mailbox hands in at one moment no more than three are taken, and every other is refused", async () => {
  const meetingId = await meetingThatIsOn(place);
  const link = await motionLink(place, meetingId, "naraz@example.com");
  const hand = (n: number) => place.call(`POST ${link}`, { form: { text: `Wniosek ${n}`, key: newKey() } });
  const sent = await Promise.all([1, 2, 3, 4, 5, 6].map(hand));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 303, 303, 409, 409, 409]);
  const { body } = await place.call(`GET /v1/staff/meetings/${meetingId}/minutes`, {
    token: await place.staff("clerk"),
  });
  expect(body.written).toHaveLength(3);
});

test("whoever rewords a motion does not accept the minutes", async () => {
  const meetingId = await meetingThatIsOn(place);
  expect((await write(place, meetingId)).status).toBe(200);
  await place.call(`POST /v1/staff/meetings/${meetingId}/motions`, {
    token: await place.staff("editor"),
    key: newKey(),
    body: { text: "Lampa", way: "meeting" },
  });
  await afterMotions(place);
  expect((await acceptMinutes(place, meetingId, "editor")).body.code).toBe("identity/same-person");
  expect((await acceptMinutes(place, meetingId, "clerk")).status).toBe(200);
});

test("published minutes are a page, a tagged PDF and a text to go on with, in every language of the city", async () => {
  const meetingId = await publishedMinutes(place);
  const file = (name: string) => place.call(`GET /v1/meetings/${meetingId}/minutes/${name}`);
  const [pdf, docx, html, none] = await Promise.all(["1.pdf", "1.docx", "1.html", "2.pdf"].map(file));
  expect([pdf?.status, docx?.status, html?.status, none?.status]).toEqual([200, 200, 200, 404]);
  expect(pdf?.headers.get("content-type")).toBe("application/pdf");
  expect(html?.text).toContain("Za mało ławek przy alei.");
  for (const [prefix, word] of [
    ["/en", "Matters raised"],
    ["/uk", "Питання, порушені"],
  ])
    expect((await place.call(`GET ${prefix}/spotkania/${meetingId}/protokol`)).text).toContain(word);
});

test("minutes that wait stand on the desk of everybody but whoever wrote them", async () => {
  const meetingId = await meetingThatIsOn(place);
  await write(place, meetingId, SAID, "coordinator");
  const waitsFor = async (who: "editor" | "coordinator") => {
    const { body } = await place.call("GET /v1/staff/work", { token: await place.staff(who) });
    return body.items.find(({ id }: { id: string }) => id === meetingId)?.waitsFor;
  };
  expect([await waitsFor("editor"), await waitsFor("coordinator")]).toEqual(["me", undefined]);
  await afterMotions(place);
  await acceptMinutes(place, meetingId);
  expect(await waitsFor("coordinator")).toBeUndefined();
});
