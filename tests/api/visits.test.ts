import { afterAll, beforeAll, expect, test } from "vitest";
import { aDayOfVisits } from "../kit/matters.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

test("a day at the point is cut into appointments, each booked by itself, and none is among the meetings", async () => {
  const token = await place.staff("clerk");
  const key = newKey();
  const cut = (more: object = {}) =>
    place.call("POST /v1/staff/visits", { token, key, body: aDayOfVisits(place, more) });
  const body = aDayOfVisits(place);
  const send = () => place.call("POST /v1/staff/visits", { token, key, body });
  const made = await send();
  expect([made.status, made.body.items.length]).toEqual([201, 4]);
  expect((await send()).body.items.map(({ id }: { id: string }) => id)).toEqual(
    made.body.items.map(({ id }: { id: string }) => id),
  );
  expect((await place.call("GET /v1/visits")).body.items).toHaveLength(4);
  expect((await place.call("GET /v1/meetings")).body.items).toEqual([]);
  const [{ id }] = made.body.items;
  expect((await place.call("GET /wizyty")).text).toContain(`href="/spotkania/${id}"`);
  // One place is for one person, and the form asks for no more.
  expect((await place.call(`GET /spotkania/${id}`)).text).not.toContain('<option value="2"');
  const guest = { name: "Iza Mak", email: "iza@example.com", seats: 1 };
  await place.call(`POST /v1/staff/meetings/${id}/signups`, {
    ...{ token: await place.staff("editor"), key: newKey() },
    body: guest,
  });
  expect((await place.call("GET /wizyty")).text).not.toContain(`href="/spotkania/${id}"`);
  expect((await cut({ minutes: 240 })).status).toBe(409);
});
