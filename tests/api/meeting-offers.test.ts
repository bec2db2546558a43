import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlace, type Place } from "../kit/place.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { callMeeting, HOUR_MS, mailedLink, noticesTo, signUp, tokenOf } from "./meeting-parts.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const FAR = 24 * 10;
const mailbox = (n: number): string => `osoba-${n}@example.com`;
const shown = async (id: string) => (await place.call(`GET /v1/meetings/${id}`)).body;
const sweep = () => place.invoke("consultations", { sweep: true });

const leave = async (meetingId: string, id: string) =>
  place.call(`DELETE /v1/meetings/${meetingId}/signups/${id}`, {
    token: await tokenOf(place, meetingId, id),
  });
const acceptOffer = async (meetingId: string, id: string) =>
  place.call(`POST /v1/meetings/${meetingId}/signups/${id}/acceptance`, {
    token: await tokenOf(place, meetingId, id),
  });
/** Subjects of the letters that came to them, in order. */
const subjects = async (n: number): Promise<string[]> => {
  await place.told();
  return place
    .letters()
    .filter(({ to }) => to === mailbox(n))
    .map(({ subject }) => subject);
};

/** A full meeting of one place, with three who wait. */
const fullHall = async (from: number, hours = FAR) => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 }, hours);
  const ids: string[] = [];
  for (const n of [from, from + 1, from + 2]) ids.push((await signUp(place, meeting.id, n)).body.id);
  const [seated = "", first = "", second = ""] = ids;
  return { meetingId: meeting.id as string, meeting, seated, first, second };
};

test("a place that becomes free long before is offered to the next, who accepts it by the mailed link", async () => {
  const { meetingId, seated, first, second } = await fullHall(10);
  expect((await leave(meetingId, seated)).status).toBe(204);
  expect(await shown(meetingId)).toMatchObject({ seatsLeft: 0, waiting: 2 });
  expect((await subjects(11)).some((one) => one.startsWith("Wolne miejsce"))).toBe(true);
  const link = await mailedLink(place, meetingId, first);
  for (const path of [link, `/en${link}`, `/uk${link}`]) {
    const page = await place.call(`GET ${path}`);
    expect([page.status, faultsOfPage(page.text)]).toEqual([200, []]);
  }
  expect((await place.call(`GET ${link}`)).text).toContain("Przyjmij miejsce");
  // Nobody but who was offered it can accept it.
  expect((await acceptOffer(meetingId, second)).body.code).toBe("meeting/no-offer");
  for (let n = 0; n < 2; n++)
    expect((await place.call(`POST ${link}`, { form: { act: "accept" } })).status).toBe(303);
  expect((await place.call(`GET ${link}`)).text).toContain("Zapis jest potwierdzony");
  expect(await shown(meetingId)).toMatchObject({ seatsLeft: 0, waiting: 1 });
  expect((await noticesTo(place, mailbox(11))).filter(({ kind }) => kind === "meeting/seat")).toHaveLength(1);
});

test("an offer that is not accepted in a day lapses, whenever the sweep comes, and goes to the next", async () => {
  const { meetingId, seated, first, second } = await fullHall(20);
  await leave(meetingId, seated);
  await place.clock.moveTo((now) => now + 24 * HOUR_MS + 1000);
  // The door asks the clock itself: the sweep may be late.
  expect((await acceptOffer(meetingId, first)).body.code).toBe("meeting/no-offer");
  for (let n = 0; n < 2; n++) await sweep();
  expect((await subjects(21)).filter((one) => one.startsWith("Miejsce przepadło"))).toHaveLength(1);
  expect((await subjects(22)).filter((one) => one.startsWith("Wolne miejsce"))).toHaveLength(1);
  expect(await place.deps.store.signups.get(meetingId as never, first as never)).toBeUndefined();
  expect((await acceptOffer(meetingId, second)).status).toBe(204);
  expect(await shown(meetingId)).toMatchObject({ seatsLeft: 0, waiting: 0 });
});

test("who turns an offer down hands it on at once; near the meeting the next has the place without being asked", async () => {
  const far = await fullHall(30);
  await leave(far.meetingId, far.seated);
  await leave(far.meetingId, far.first);
  expect((await subjects(32)).some((one) => one.startsWith("Wolne miejsce"))).toBe(true);
  const near = await fullHall(35, 47);
  await leave(near.meetingId, near.seated);
  const kinds = (await noticesTo(place, mailbox(36))).map(({ kind }) => kind);
  expect(kinds).toContain("meeting/moved-up");
  const roster = await place.deps.store.signups.roster(near.meetingId as never);
  expect([roster.seated.map(({ id }) => id), roster.offered]).toEqual([[near.first], []]);
});

test("an offer of a meeting that is called off is no work of the clock, and nobody gets it", async () => {
  const { meetingId, seated, first } = await fullHall(40);
  await leave(meetingId, seated);
  await place.call(`POST /v1/staff/meetings/${meetingId}/cancellation`, {
    token: await place.staff("editor"),
    body: { reason: "Burza" },
  });
  expect((await acceptOffer(meetingId, first)).body.code).toBe("meeting/cancelled");
  const due: string[] = [];
  for await (const { id } of await place.deps.store.work.of(["queue#clock"])) due.push(id);
  expect(due).not.toContain(meetingId);
});

test("who has a place is reminded two days before, once; who has none or gave it back is not", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 2 }, 72);
  const ids: string[] = [];
  for (const n of [50, 51, 52]) ids.push((await signUp(place, meeting.id, n)).body.id);
  await leave(meeting.id, ids[1] ?? "");
  await sweep();
  expect((await subjects(50)).filter((one) => one.startsWith("Przypomnienie"))).toEqual([]);
  await place.clock.moveTo((now) => now + 24 * HOUR_MS + 1000);
  for (let n = 0; n < 3; n++) await sweep();
  const reminded = async (n: number) =>
    (await subjects(n)).filter((one) => one.startsWith("Przypomnienie")).length;
  expect([await reminded(50), await reminded(51)]).toEqual([1, 0]);
  // Moved to another week it is another date, and that one is reminded of, too.
  const startsAt = new Date(place.clock.now() + 96 * HOUR_MS).toISOString();
  const endsAt = new Date(place.clock.now() + 98 * HOUR_MS).toISOString();
  const moved = await place.call(`PATCH /v1/staff/meetings/${meeting.id}`, {
    token: await place.staff("editor"),
    headers: { "if-match": '"v1"' },
    body: { startsAt, endsAt },
  });
  expect(moved.status).toBe(200);
  await place.clock.moveTo((now) => now + 49 * HOUR_MS);
  for (let n = 0; n < 2; n++) await sweep();
  expect(await reminded(50)).toBe(2);
});
