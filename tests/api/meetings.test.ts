import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../functions/routes.ts";
import { instant, milliseconds } from "../../shared/domain/time.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  aConsultation,
  aMeeting,
  askForPlace,
  callMeeting,
  confirmationFor,
  confirmPlace,
  cutOffSignup,
  HOUR_MS,
  mailedLink,
  noticesTo,
  signUp,
  tokenOf,
} from "./meeting-parts.ts";

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const edit = async (meetingId: string, version: number, body: object) =>
  place.call(`PATCH /v1/staff/meetings/${meetingId}`, {
    token: await place.staff("coordinator"),
    headers: { "if-match": `"v${version}"` },
    body,
  });

const shown = async (meetingId: string) => (await place.call(`GET /v1/meetings/${meetingId}`)).body;

test("a meeting is called once, however often the request is repeated", async () => {
  const [key, token, body] = [newKey(), await place.staff("editor"), aMeeting(place)];
  const [first, again] = [
    await place.call("POST /v1/staff/meetings", { token, key, body }),
    await place.call("POST /v1/staff/meetings", { token, key, body }),
  ];
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  const other = await place.call("POST /v1/staff/meetings", { token, key, body: { ...body, title: "Inne" } });
  expect([other.status, other.body.code]).toEqual([422, "request/key-reused"]);
});

test("whoever asks is answered the same and holds nothing; places go in order of confirming", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 });
  const asked = [];
  for (const n of [10, 11, 10]) asked.push(await askForPlace(place, meeting.id, n));
  expect(asked.map(({ status, text }) => [status, text])).toEqual(asked.map(() => [202, "{}"]));
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 1, waiting: 0 });

  const [early, late] = [
    await confirmationFor(place, "osoba-11@example.com"),
    await confirmationFor(place, "osoba-10@example.com"),
  ];
  for (let n = 0; n < 2; n++) expect((await place.call(`GET ${early}`)).text).toContain("Potwierdź zapis");
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 1, waiting: 0 });
  const places = [];
  for (const link of [early, late, early]) {
    const confirmed = await place.call(`POST ${link}`, { form: {} });
    expect(confirmed.status).toBe(303);
    places.push(confirmed.headers.get("location") ?? "");
  }
  expect(places[2]).toBe(places[0]);
  const [seat, waiting] = [await place.call(`GET ${places[0]}`), await place.call(`GET ${places[1]}`)];
  expect(seat.text).toContain("Masz: 1 miejsce");
  expect(waiting.text).toContain("kolejność: 1");
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 0, waiting: 1 });

  const id = places[0]?.split("/").at(-2);
  const told = await noticesTo(place, "osoba-11@example.com");
  expect(told.map(({ kind }) => kind)).toContain("meeting/seat");
  expect((await place.letterTo("osoba-11@example.com"))?.text).toContain(id);
});

test("who signs up again is mailed where they stand, in no storm of letters", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 });
  await signUp(place, meeting.id, 1);
  await confirmPlace(place, meeting.id, 2, { email: "Ewa@Example.com " });
  const kinds = async () => (await noticesTo(place, "ewa@example.com")).map(({ kind }) => kind).sort();
  expect(await kinds()).toEqual(["meeting/confirm", "meeting/waiting"]);
  const again = [];
  for (let n = 0; n < 40; n++)
    again.push((await askForPlace(place, meeting.id, 3, { email: "ewa@example.com", seats: 4 })).status);
  expect(new Set(again)).toEqual(new Set([202, 429]));
  expect((await kinds()).filter((kind) => kind === "meeting/confirm")).toHaveLength(1);
  expect((await kinds()).length).toBeLessThanOrEqual(31);
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 0, waiting: 1 });
});

test("one mailbox has one place, however its address is written, and each letter goes as it was asked", async () => {
  const { body: meeting } = await callMeeting(place);
  const [first, second] = ["jan.kowalski@gmail.com", "jankowalski+spotkania@googlemail.com"];
  const places = [
    await confirmPlace(place, meeting.id, 1, { email: first }),
    (await signUp(place, meeting.id, 2, { email: second })).body.id,
  ];
  expect(places[0]).toContain(places[1]);
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 49 });
  expect((await noticesTo(place, first)).map(({ kind }) => kind).sort()).toEqual([
    "meeting/confirm",
    "meeting/seat",
  ]);
});

test("a retry with the same key is answered as the first try and sends nothing more", async () => {
  const { body: meeting } = await callMeeting(place);
  const body = { name: "Jan", email: "jan-retry@example.com", seats: 2 };
  const call = { key: newKey(), body };
  const answers = [
    await place.call(`POST /v1/meetings/${meeting.id}/signups`, call),
    await place.call(`POST /v1/meetings/${meeting.id}/signups`, call),
  ];
  expect(answers.map(({ status }) => status)).toEqual([202, 202]);
  expect(await noticesTo(place, "jan-retry@example.com")).toHaveLength(1);
  const byStaff = { key: newKey(), token: await place.staff("editor"), body };
  const entered = [
    await place.call(`POST /v1/staff/meetings/${meeting.id}/signups`, byStaff),
    await place.call(`POST /v1/staff/meetings/${meeting.id}/signups`, byStaff),
  ];
  expect(entered.map(({ status }) => status)).toEqual([201, 201]);
  expect(entered[1]?.body).toEqual(entered[0]?.body);
  expect(await noticesTo(place, "jan-retry@example.com")).toHaveLength(2);
});

test("a link that was not used in a day, or before the meeting began, gives no place", async () => {
  const { body: late } = await callMeeting(place, {}, 72);
  const { body: soon } = await callMeeting(place, {}, 3);
  await askForPlace(place, late.id, 20, { email: "doba@example.com" });
  await askForPlace(place, soon.id, 20, { email: "wkrotce@example.com" });
  const [byDay, byStart] = [
    await confirmationFor(place, "doba@example.com"),
    await confirmationFor(place, "wkrotce@example.com"),
  ];
  await place.clock.moveTo(() => Date.parse(soon.startsAt) + 1000);
  expect((await place.call(`POST ${byStart}`, { form: {} })).status).toBe(410);
  expect((await place.call(`GET ${byDay}`)).status).toBe(200);
  await place.clock.moveTo((now) => now + 24 * HOUR_MS);
  for (const ask of ["GET", "POST"])
    expect((await place.call(`${ask} ${byDay}`, ask === "POST" ? { form: {} } : {})).status).toBe(410);
  for (const { id } of [late, soon]) expect(await shown(id)).toMatchObject({ seatsLeft: 50, waiting: 0 });
});

test("who leaves lets the first move up for whom there is room, and that person is told", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 2 });
  const leaving = await signUp(place, meeting.id, 100);
  await signUp(place, meeting.id, 101);
  await signUp(place, meeting.id, 102, { seats: 2 });
  await signUp(place, meeting.id, 103, { email: "czeka@example.com" });
  const address = `DELETE /v1/meetings/${meeting.id}/signups/${leaving.body.id}`;
  expect((await place.call(address)).status).toBe(401);
  expect((await place.call(address, { token: "0123456789abcdefghjkmnpqrs" })).status).toBe(404);
  const token = await tokenOf(place, meeting.id, leaving.body.id);
  expect((await place.call(address, { token })).status).toBe(204);
  expect((await place.call(address, { token })).status).toBe(204);
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 0, waiting: 1 });
  expect((await noticesTo(place, "czeka@example.com")).map(({ kind }) => kind).sort()).toEqual([
    "meeting/moved-up",
    "meeting/waiting",
  ]);
  const letter = await place.letterTo("czeka@example.com");
  expect(letter?.text).toContain(
    await mailedLink(
      place,
      meeting.id,
      (await signUp(place, meeting.id, 103, { email: "czeka@example.com" })).body.id,
    ),
  );
});

test("more places move the waiting list up in order; fewer than are taken are refused", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 });
  for (let n = 200; n < 250; n++) await signUp(place, meeting.id, n);
  const raised = await edit(meeting.id, 1, { capacity: 45 });
  expect([raised.status, raised.body.seatsLeft, raised.body.waiting]).toEqual([200, 0, 5]);
  expect((await signUp(place, meeting.id, 244)).body).toMatchObject({ place: "seat", position: 45 });
  expect((await signUp(place, meeting.id, 245)).body).toMatchObject({ place: "waiting", position: 1 });
  const lowered = await edit(meeting.id, 2, { capacity: 44 });
  expect([lowered.status, lowered.body.code, lowered.body.errors[0].pointer]).toEqual([
    409,
    "meeting/below-taken",
    "/capacity",
  ]);
});

test("an edit needs the version that it changes", async () => {
  const { body: meeting } = await callMeeting(place);
  const token = await place.staff("editor");
  const address = `PATCH /v1/staff/meetings/${meeting.id}`;
  expect((await place.call(address, { token, body: { title: "Nowy" } })).status).toBe(428);
  expect((await edit(meeting.id, 7, { title: "Nowy" })).status).toBe(412);
  const done = await edit(meeting.id, 1, { title: "Nowy", accessibility: null });
  expect([done.status, done.body.accessibility, done.headers.get("etag")]).toEqual([200, null, '"v2"']);
});

test("a meeting that is moved still ends after it starts, and is still to come", async () => {
  const { body: meeting } = await callMeeting(place);
  const before = instant(milliseconds(meeting.startsAt) - HOUR_MS);
  const backwards = await edit(meeting.id, 1, { endsAt: before });
  expect([backwards.status, backwards.body.errors?.[0]?.pointer]).toEqual([422, "/endsAt"]);
  const [startsAt, endsAt] = [-2, -1].map((hours) => instant(place.clock.now() + hours * HOUR_MS));
  const past = await edit(meeting.id, 1, { startsAt, endsAt, signupClosesAt: startsAt });
  expect([past.status, past.body.code]).toEqual([409, "meeting/over"]);
  expect((await shown(meeting.id)).startsAt).toBe(meeting.startsAt);
});

test("who signed up is told of another place, and of a cancellation with its reason", async () => {
  const { body: meeting } = await callMeeting(place);
  await signUp(place, meeting.id, 300);
  const other = { name: "Dom kultury", address: "ul. Markiefki 44a" };
  const moved = await edit(meeting.id, 1, { place: other, agenda: "Punkt 1" });
  expect(moved.status).toBe(200);
  const call = {
    token: await place.staff("editor"),
    body: { reason: "Awaria ogrzewania" },
  };
  const off = await place.call(`POST /v1/staff/meetings/${meeting.id}/cancellation`, call);
  const offAgain = await place.call(`POST /v1/staff/meetings/${meeting.id}/cancellation`, call);
  expect([off.status, offAgain.status, off.body.state]).toEqual([200, 200, "cancelled"]);
  const told = await noticesTo(place, "osoba-300@example.com");
  expect(told.map(({ kind }) => kind).sort()).toEqual([
    "meeting/cancelled",
    "meeting/changed",
    "meeting/seat",
  ]);
  expect((await place.letterTo("osoba-300@example.com"))?.text).toContain("Awaria ogrzewania");
  // Whoever has a place is told nothing else than who has none.
  for (const n of [300, 301])
    expect((await askForPlace(place, meeting.id, n)).body.code).toBe("meeting/cancelled");
  const ics = await place.call(`GET /v1/meetings/${meeting.id}/meeting.ics`);
  expect(ics.headers.get("content-type")).toContain("text/calendar");
  expect(ics.text).toContain("STATUS:CANCELLED\r\n");
  expect(ics.text).toContain("SEQUENCE:2\r\n");
});

test("an announcement that was cut off is finished by the sweep", async () => {
  const { body: meeting } = await callMeeting(place);
  await signUp(place, meeting.id, 310);
  const { store } = place.deps;
  const before = await store.meetings.get(meeting.id);
  if (!before) throw new Error("no meeting");
  const at = new Date(place.clock.now()).toISOString();
  await store.meetings.change(
    before,
    { ...before, state: "cancelled", cancelReason: "Burza", announcement: { at } },
    [],
  );
  await place.invoke("consultations", { sweep: true });
  expect((await noticesTo(place, "osoba-310@example.com")).map(({ kind }) => kind)).toContain(
    "meeting/cancelled",
  );
  expect((await store.meetings.get(meeting.id))?.announcement).toBeUndefined();
});

test("a sign-up that was cut off before it had a place gets place and letter from the sweep", async () => {
  const { body: meeting } = await callMeeting(place);
  const { signup } = await cutOffSignup(place, meeting.id, "przerwane@example.com");
  await place.clock.moveTo((now) => now + 2 * 60_000);
  for (let n = 0; n < 2; n++) await place.invoke("consultations", { sweep: true });
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 49 });
  expect((await noticesTo(place, "przerwane@example.com")).map(({ kind }) => kind)).toEqual(["meeting/seat"]);
  const again = await signUp(place, meeting.id, 1, { email: "przerwane@example.com" });
  expect(again.body).toEqual({ id: signup.id, place: "seat", position: 1 });
});

test("sign-up closes when it was said, for everybody; who asked in time still confirms until the meeting begins", async () => {
  const { body: meeting } = await callMeeting(place, {}, 4);
  const closesAt = instant(place.clock.now() + 2 * HOUR_MS);
  await edit(meeting.id, 1, { signupClosesAt: closesAt });
  await signUp(place, meeting.id, 320);
  await askForPlace(place, meeting.id, 322);
  await place.clock.moveTo((now) => now + 3 * HOUR_MS);
  for (const n of [320, 321])
    expect((await askForPlace(place, meeting.id, n)).body.code).toBe("meeting/closed");
  const link = await confirmationFor(place, "osoba-322@example.com");
  expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(303);
  expect(await shown(meeting.id)).toMatchObject({ seatsLeft: 48 });
});

test("meetings are listed by what is to come, then by what is over, page by page", async () => {
  const { body: district } = await callMeeting(place, { district: "L7", title: "Załęże 1" }, 30);
  const { body: sooner } = await callMeeting(place, { district: "L7", title: "Załęże 2" }, 3);
  const { body: past } = await callMeeting(place, { district: "L7", title: "Załęże 0" }, 1);
  await place.clock.moveTo((now) => now + 3 * HOUR_MS + 60_000);
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await place.call(`GET /v1/meetings?district=L7&limit=2${cursor}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) break;
    cursor = `&cursor=${body.next}`;
  }
  expect(seen).toEqual([sooner.id, district.id, past.id]);
  expect((await place.call("GET /v1/meetings?cursor=abc")).status).toBe(400);
});

test("a meeting of a consultation appears when the consultation is published", async () => {
  const token = await place.staff("editor");
  const made = await place.call("POST /v1/staff/consultations", {
    token,
    key: true,
    body: aConsultation(place),
  });
  const consultationId = made.body.id;
  const { body: meeting } = await callMeeting(place, { consultationId });
  expect((await place.call(`GET /v1/meetings/${meeting.id}`)).status).toBe(404);
  expect((await askForPlace(place, meeting.id, 1)).status).toBe(404);
  await place.call(`POST /v1/staff/consultations/${consultationId}/publication`, { token });
  expect((await place.call(`GET /v1/meetings?consultation=${consultationId}`)).body.items).toHaveLength(1);
  expect((await place.call(`GET /v1/consultations/${consultationId}`)).body.meetings[0].id).toBe(meeting.id);
});

test("a meeting belongs to a consultation and to an edition that there are, or to none", async () => {
  const call = async (more: object) =>
    place.call("POST /v1/staff/meetings", {
      token: await place.staff("editor"),
      key: true,
      body: aMeeting(place, more),
    });
  for (const [name, id] of [
    ["consultationId", "cns_0000000000000000"],
    ["cycleId", "cyc_0000000000000000"],
  ] as const) {
    const { status, body } = await call({ [name]: id });
    expect([status, body.errors?.map((one: { pointer: string }) => one.pointer)]).toEqual([
      422,
      [`/${name}`],
    ]);
  }
});

test("who reads the list of names leaves a record", async () => {
  const { body: meeting } = await callMeeting(place);
  await signUp(place, meeting.id, 330, { needs: "Podjazd" });
  const list = await place.call(`GET /v1/staff/meetings/${meeting.id}/signups`, {
    token: await place.staff("clerk"),
  });
  expect(list.body.items).toMatchObject([
    { name: "Osoba 330", place: "seat", position: 1, needs: "Podjazd" },
  ]);
  const { items } = await place.deps.store.audit.list(meeting.id);
  expect(items.map(({ act }) => act)).toContain("getSignups");
});

test("what nobody may do without a role is refused to everybody else", async () => {
  const { body: meeting } = await callMeeting(place);
  const own = Object.values(routes).filter(
    ({ fn, who }) => fn === "consultations" && who.by === "staff-token",
  );
  expect(own.length).toBeGreaterThan(8);
  const token = await place.staff("commission");
  for (const { key } of own) {
    const address = key
      .replace("{meetingId}", meeting.id)
      .replace("{consultationId}", "cns_0000000000000000");
    const sent = key.startsWith("GET") ? {} : { body: {} };
    expect([key, (await place.call(address, sent)).status]).toEqual([key, 401]);
    expect([key, (await place.call(address, { ...sent, token })).status]).toEqual([key, 403]);
  }
});

test.each([
  ["no name", { email: "a@example.com", seats: 1 }, "/name"],
  ["five seats", { name: "A", email: "a@example.com", seats: 5 }, "/seats"],
  ["half a seat", { name: "A", email: "a@example.com", seats: 0.5 }, "/seats"],
  ["no address", { name: "A", email: "a@", seats: 1 }, "/email"],
  ["a field that is not there", { name: "A", email: "a@example.com", seats: 1, vip: true }, "/vip"],
])("a sign-up with %s is refused with a pointer", async (_what, body, pointer) => {
  const { body: meeting } = await callMeeting(place);
  const refused = await place.call(`POST /v1/meetings/${meeting.id}/signups`, { body });
  expect([400, 422]).toContain(refused.status);
  expect(refused.body.errors[0].pointer).toBe(pointer);
});

test("a district that the city does not have is refused when a meeting is called and when it is changed", async () => {
  const called = await place.call("POST /v1/staff/meetings", {
    token: await place.staff("editor"),
    key: true,
    body: aMeeting(place, { district: "L99" }),
  });
  expect([called.status, called.body.errors[0].pointer]).toEqual([422, "/district"]);
  const { body: meeting } = await callMeeting(place);
  const changed = await edit(meeting.id, 1, { district: "L99" });
  expect([changed.status, changed.body.errors[0].pointer]).toEqual([422, "/district"]);
});
