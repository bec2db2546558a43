import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { callMeeting, signUp, tokenOf } from "./meeting-parts.ts";

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const people = Array.from({ length: 200 }, (_, n) => n);

test("200 people at once for 50 seats: 50 sit, 150 wait in order, nobody twice and nobody unanswered", async () => {
  const { body: meeting } = await callMeeting(place);
  const answers = await Promise.all(people.map((n) => signUp(place, meeting.id, n)));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(200);
  const positions = (which: string) =>
    answers
      .filter(({ body }) => body.place === which)
      .map(({ body }) => body.position)
      .sort((a, b) => a - b);
  expect(positions("seat")).toEqual(people.slice(0, 50).map((n) => n + 1));
  expect(positions("waiting")).toEqual(people.slice(0, 150).map((n) => n + 1));
  expect((await place.call(`GET /v1/meetings/${meeting.id}`)).body).toMatchObject({
    capacity: 50,
    seatsLeft: 0,
    waiting: 150,
  });
}, 60_000);

test("one person who presses 50 times has one place", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 5 });
  const answers = await Promise.all(people.slice(0, 50).map(() => signUp(place, meeting.id, 7)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await place.call(`GET /v1/meetings/${meeting.id}`)).body).toMatchObject({
    seatsLeft: 4,
    waiting: 0,
  });
});

test("while 20 give their seats back and 20 more come, no seat is lost and none is given twice", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 30 });
  const first = await Promise.all(people.slice(0, 60).map((n) => signUp(place, meeting.id, n)));
  const seated = first.filter(({ body }) => body.place === "seat").slice(0, 20);
  const leave = async (id: string) =>
    place.call(`DELETE /v1/meetings/${meeting.id}/signups/${id}`, {
      token: await tokenOf(place, meeting.id, id),
    });
  const [left, came] = await Promise.all([
    Promise.all(seated.map(({ body }) => leave(body.id))),
    Promise.all(people.slice(60, 80).map((n) => signUp(place, meeting.id, n))),
  ]);
  expect(new Set(left.map(({ status }) => status))).toEqual(new Set([204]));
  expect(new Set(came.map(({ status }) => status))).toEqual(new Set([201]));
  const roster = await place.deps.store.signups.roster(meeting.id);
  expect(roster.seated).toHaveLength(30);
  expect(roster.queue).toHaveLength(30);
  expect(new Set([...roster.seated, ...roster.queue].map(({ id }) => id)).size).toBe(60);
});
