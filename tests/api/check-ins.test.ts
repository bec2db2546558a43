import { afterAll, beforeAll, expect, test } from "vitest";
import { decide, meetingThatIsOn, write } from "../kit/minutes.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { callMeeting, mailedLink, signUp } from "./meeting-parts.ts";

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const comes = async (meetingId: string, code: string) =>
  place.call(`POST /v1/staff/meetings/${meetingId}/check-ins`, {
    token: await place.staff("clerk"),
    key: newKey(),
    body: { code },
  });

const walkIn = async (meetingId: string, people: number, key = newKey()) =>
  place.call(`POST /v1/staff/meetings/${meetingId}/walk-ins`, {
    token: await place.staff("clerk"),
    key,
    body: { people },
  });

test("the code of the letter is entered on two phones at once and counts the party once", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 5 });
  const { body: one } = await signUp(place, meeting.id, 1, { seats: 3 });
  await place.told();
  const code =
    /Kod na wejście: (\w+)/.exec((await place.letterTo("osoba-1@example.com"))?.text ?? "")?.[1] ?? "";
  expect(code).toBe(one.id.slice(-6).toUpperCase());
  const both = await Promise.all([comes(meeting.id, code), comes(meeting.id, code.toLowerCase())]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await comes(meeting.id, one.id)).body).toMatchObject({ present: 3 });
});

test("a phone at the door reads the code of the seat's page, and a wrong entry is taken back", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 5 });
  const { body: one } = await signUp(place, meeting.id, 11, { seats: 2 });
  const seat = await place.call(`GET ${await mailedLink(place, meeting.id, one.id)}`);
  const code = one.id.slice(-6).toUpperCase();
  expect(seat.text).toContain(`aria-label="Kod QR na wejście: ${code}"`);
  const headers = { cookie: `staff=${await place.staff("clerk")}` };
  const at = `/urzad/spotkania/${meeting.id}/wejscie`;
  expect((await place.call(`GET ${at}?kod=${code}`, { headers })).text).toContain(`value="${code}"`);
  expect((await place.call(`GET ${at}?kod=${code}`)).status).toBe(401);
  const back = async () =>
    place.call(`POST /v1/staff/meetings/${meeting.id}/check-ins/withdrawal`, {
      token: await place.staff("clerk"),
      key: newKey(),
      body: { code },
    });
  expect((await back()).status).toBe(409);
  expect((await comes(meeting.id, code)).body.present).toBe(2);
  expect((await back()).body).toEqual({ present: 0, items: [] });
  const { items } = await place.deps.store.audit.list(meeting.id);
  expect(items.map(({ act }) => act)).toContain("postCheckInBack");
  expect((await comes(meeting.id, code)).body.present).toBe(2);
});

test("people without a sign-up are a number, told once however often it is sent", async () => {
  const { body: meeting } = await callMeeting(place);
  const key = newKey();
  await walkIn(meeting.id, 12, key);
  expect((await walkIn(meeting.id, 12, key)).body.present).toBe(12);
  expect((await walkIn(meeting.id, -2)).body).toMatchObject({ present: 10 });
  expect((await walkIn(meeting.id, 0)).status).toBe(409);
});

test("a code that is not of this meeting, or of its waiting list, lets nobody in", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 });
  await signUp(place, meeting.id, 2);
  const { body: late } = await signUp(place, meeting.id, 3);
  const { body: elsewhere } = await signUp(place, (await callMeeting(place)).body.id, 4);
  const [waiting, unknown] = [await comes(meeting.id, late.id), await comes(meeting.id, elsewhere.id)];
  expect([waiting.status, unknown.status]).toEqual([409, 409]);
  expect(waiting.body.detail).toContain("rezerwowej");
  const token = await place.staff("clerk");
  const door = await place.call(`GET /v1/staff/meetings/${meeting.id}/check-ins`, { token });
  expect(door.body).toEqual({ present: 0, items: [] });
});

test("minutes begin with how many came", async () => {
  const meetingId = await meetingThatIsOn(place);
  await walkIn(meetingId, 41);
  const token = await place.staff("editor");
  const minutes = await place.call(`GET /v1/staff/meetings/${meetingId}/minutes`, { token });
  expect(minutes.body).toMatchObject({ state: "none", attendance: 41 });
});

test("of a meeting for staff alone nothing is public, and the office keeps its list and minutes all the same", async () => {
  const title = "Narada moderatorów";
  const { id: meetingId } = (await callMeeting(place, { title, audience: "staff" })).body;
  for (const path of [
    `/v1/meetings/${meetingId}`,
    `/spotkania/${meetingId}`,
    `/spotkania/${meetingId}/wnioski`,
    `/v1/meetings/${meetingId}/meeting.ics`,
  ])
    expect([path, (await place.call(`GET ${path}`)).status]).toEqual([path, 404]);
  for (const path of ["/v1/meetings", "/v1/meetings.ics", "/spotkania"])
    expect((await place.call(`GET ${path}`)).text).not.toContain(title);
  expect((await signUp(place, meetingId, 9)).status).toBe(201);
  expect((await walkIn(meetingId, 2)).body.present).toBe(2);
  expect((await write(place, meetingId)).status).toBe(200);
  expect((await decide(place, meetingId)).body.code).toBe("act/blocked");
});
