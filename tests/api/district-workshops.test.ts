/** Five workshops for groups of districts, with few places: some sign up on line, some by phone; people leave, and places go on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { callMeeting, confirmPlace, HOUR_MS, signUp, tokenOf } from "./meeting-parts.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const SEATS = 4;
const WORKSHOPS = ["L1", "L5", "L9", "L13", "L18"];

test("five workshops fill up, one is moved and one called off, and each says at its door who has come", async () => {
  const called = [];
  for (const [n, district] of WORKSHOPS.entries()) {
    const more = { title: `Warsztat ${n + 1}`, audience: "district", district, capacity: SEATS };
    called.push((await callMeeting(place, more, 24 * (10 + n))).body);
  }
  // Three on line, three by phone: two of them wait.
  const codes: string[][] = [];
  for (const [n, { id }] of called.entries()) {
    const mine: string[] = [];
    for (let one = 0; one < 3; one++) {
      const link = await confirmPlace(place, id, n * 10 + one, { email: `w${n}-${one}@example.com` });
      mine.push(link.split("/").at(-2) ?? "");
    }
    for (let one = 3; one < 6; one++)
      mine.push((await signUp(place, id, 0, { email: undefined, phone: `32 259 ${n}${one}` })).body.id);
    codes.push(mine);
    const { body } = await place.call(`GET /v1/meetings/${id}`);
    expect([body.seatsLeft, body.waiting]).toEqual([0, 2]);
    expect((await place.call(`GET /v1/meetings?district=${WORKSHOPS[n]}`)).body.items).toHaveLength(1);
  }
  expect((await place.call("GET /v1/meetings")).body.items).toEqual([]);

  const token = await place.staff("editor");
  const [first, second, third] = called;
  // Somebody gives a place back: the next has no mailbox and is called; the clerk accepts for them.
  const [leaving = "", , , , next = ""] = codes[0] ?? [];
  await place.call(`DELETE /v1/meetings/${first.id}/signups/${leaving}`, {
    token: await tokenOf(place, first.id, leaving),
  });
  const accepted = await place.call(`POST /v1/staff/meetings/${first.id}/signups/${next}/acceptance`, {
    token: await place.staff("clerk"),
  });
  expect([accepted.status, accepted.body.place]).toEqual([200, "seat"]);

  const moved = { name: "Biblioteka", address: "ul. Ligonia 7" };
  await place.call(`PATCH /v1/staff/meetings/${second.id}`, {
    token,
    headers: { "if-match": '"v1"' },
    body: { place: moved },
  });
  const off = { token, body: { reason: "Choroba prowadzącej" } };
  await place.call(`POST /v1/staff/meetings/${third.id}/cancellation`, off);
  await place.told();
  const letters = (to: string) =>
    place
      .letters()
      .filter((one) => one.to === to)
      .map(({ text }) => text ?? "");
  expect(letters("w1-0@example.com").filter((text) => text.includes(moved.name))).toHaveLength(1);
  expect(letters("w2-0@example.com").filter((text) => text.includes("Choroba"))).toHaveLength(1);

  await place.clock.moveTo(() => Date.parse(first.startsAt) - HOUR_MS);
  await place.invoke("consultations", { sweep: true });
  const door = async (code: string) =>
    place.call(`POST /v1/staff/meetings/${first.id}/check-ins`, {
      token: await place.staff("clerk"),
      key: true,
      body: { code },
    });
  expect((await door(next)).body.present).toBe(1);
  expect((await door(leaving)).status).toBe(409);
  await place.told();
  const reminders = letters("w0-1@example.com").filter((text) => text.includes("Masz miejsce na spotkaniu"));
  expect(reminders.length).toBeGreaterThan(0);
  const list = await place.call(`GET /v1/staff/meetings/${first.id}/signups`, { token });
  expect(list.body.items.map(({ place: kind }: { place: string }) => kind)).toEqual([
    "seat",
    "seat",
    "seat",
    "seat",
    "waiting",
  ]);
});
