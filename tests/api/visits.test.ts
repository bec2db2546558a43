import { afterAll, beforeAll, expect, test } from "vitest";
import { aDayOfVisits } from "../kit/matters.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { askForPlace, confirmationFor, signUp } from "./meeting-parts.ts";

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

const aDay = async (): Promise<string[]> => {
  const body = aDayOfVisits(place, { minutes: 20 });
  const made = await place.call("POST /v1/staff/visits", {
    ...{ token: await place.staff("clerk"), key: newKey(), body },
  });
  return made.body.items.map(({ id }: { id: string }) => id);
};

/** Links by which a mailbox confirms these appointments. */
const linksOf = async (email: string, visits: readonly string[]): Promise<string[]> => {
  const links: string[] = [];
  for (const [n, id] of visits.entries()) {
    expect((await askForPlace(place, id, n, { email })).status).toBe(202);
    links.push(await confirmationFor(place, email));
  }
  return links;
};
const confirm = (link = "") => place.call(`POST ${link}`, { form: {} });

test("a mailbox holds two appointments at once, however many it confirms at one moment, until one is given back", async () => {
  const visits = await aDay();
  const links = await linksOf("wszystkie@example.com", visits.slice(0, 4));
  const sent = await Promise.all(links.map(confirm));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 303, 409, 409]);
  const refused = sent.findIndex(({ status }) => status === 409);
  const [held, other] = sent.flatMap(({ status }, n) => (status === 303 ? [n] : []));
  expect((await confirm(links[refused])).text).toContain("Jeden e-mail ma naraz najwyżej tyle wizyt: 2.");
  // Who has it already is told so again.
  expect((await confirm(links[held ?? 0])).status).toBe(303);
  const free = async (n = 0) => (await place.call(`GET /v1/meetings/${visits[n]}`)).body.seatsLeft;
  expect([await free(refused), await free(held)]).toEqual([1, 0]);

  const back = sent[other ?? 0]?.headers.get("location") ?? "";
  expect((await place.call(`POST ${back}`, { form: { act: "cancel" } })).status).toBe(303);
  expect((await confirm(links[refused])).status).toBe(303);
  expect((await confirm(links[other ?? 0])).status).toBe(409);
});

test("an appointment that is called off, or over, leaves its place to another; the desk books whoever stands before it", async () => {
  const email = "kolejne@example.com";
  const [one = "", two = "", three = "", four = ""] = await aDay();
  const links = await linksOf(email, [one, two, three]);
  expect([(await confirm(links[0])).status, (await confirm(links[1])).status]).toEqual([303, 303]);
  expect((await confirm(links[2])).status).toBe(409);
  expect((await signUp(place, four, 4, { email })).status).toBe(201);
  const meeting = await place.call(`GET /v1/staff/meetings/${one}`, { token: await place.staff("editor") });
  const cancelled = await place.call(`POST /v1/staff/meetings/${one}/cancellation`, {
    ...{ token: await place.staff("editor"), body: { reason: "Awaria." } },
    headers: { "if-match": meeting.headers.get("etag") ?? "" },
  });
  expect(cancelled.status).toBe(200);
  expect((await confirm(links[2])).status).toBe(303);
  await place.clock.moveTo((now) => now + 27 * 3_600_000);
  const next = await aDay();
  expect((await confirm((await linksOf(email, next.slice(0, 1)))[0])).status).toBe(303);
});
