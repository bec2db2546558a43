import { afterAll, beforeAll, expect, test } from "vitest";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { aConsultation, HOUR_MS } from "./meeting-parts.ts";

let place: Place;
let token: string;

beforeAll(async () => {
  place = await openPlace();
  token = await place.staff("coordinator");
});
afterAll(() => place.close());

const write = (more: object = {}) =>
  place.call("POST /v1/staff/consultations", { token, key: true, body: aConsultation(place, more) });

const publish = (id: string) => place.call(`POST /v1/staff/consultations/${id}/publication`, { token });

const edit = (id: string, version: number, body: object) =>
  place.call(`PATCH /v1/staff/consultations/${id}`, {
    token,
    headers: { "if-match": `"v${version}"` },
    body,
  });

test("a consultation is a draft that residents do not see until it is published", async () => {
  const { body: made, status } = await write();
  expect([status, made.status]).toEqual([201, "prepared"]);
  expect((await place.call(`GET /v1/consultations/${made.id}`)).status).toBe(404);
  expect((await publish(made.id)).body.status).toBe("announced");
  expect((await publish(made.id)).body.code).toBe("act/wrong-state");
  expect((await place.call(`GET /v1/consultations/${made.id}`)).body).toMatchObject({
    territory: ["L13"],
    meetings: [],
  });
});

test("it is written once, however often the request is repeated", async () => {
  const call = { token, key: newKey(), body: aConsultation(place) };
  const first = await place.call("POST /v1/staff/consultations", call);
  expect((await place.call("POST /v1/staff/consultations", call)).body).toEqual(first.body);
});

test("its dates say whether it is announced, open for remarks or over, and the open ones are listed first", async () => {
  const soon = (await write()).body.id;
  const later = (await write({ startsAt: new Date(place.clock.now() + 50 * HOUR_MS).toISOString() })).body.id;
  await publish(later);
  await publish(soon);
  await place.clock.moveTo((now) => now + 2 * HOUR_MS);
  const { body } = await place.call("GET /v1/consultations?limit=200");
  const order = body.items.map(({ id }: { id: string }) => id);
  expect(order.indexOf(soon)).toBeLessThan(order.indexOf(later));
  expect(body.items.find(({ id }: { id: string }) => id === soon).status).toBe("gathering");
  const half = await place.call("GET /v1/consultations?limit=1");
  const rest = await place.call(`GET /v1/consultations?limit=100&cursor=${half.body.next}`);
  expect([...half.body.items, ...rest.body.items].map(({ id }: { id: string }) => id)).toEqual(order);
});

test("what was published as one kind stays that kind; the rest can be edited by who knows the version", async () => {
  const { body: made } = await write();
  expect((await edit(made.id, 1, { kind: "formal" })).status).toBe(200);
  expect((await edit(made.id, 2, { kind: "dialogue" })).status).toBe(200);
  await publish(made.id);
  expect((await edit(made.id, 4, { kind: "formal" })).body.code).toBe("consultation/published");
  expect((await edit(made.id, 1, { forms: ["paper"] })).status).toBe(412);
  expect((await edit(made.id, 4, { forms: ["paper"] })).body.forms).toEqual(["paper"]);
  expect((await edit(made.id, 5, { endsAt: "2020-01-01T00:00:00Z" })).body.errors[0].pointer).toBe("/endsAt");
});

test("what is over is not published", async () => {
  const past = (hours: number) => new Date(place.clock.now() - hours * HOUR_MS).toISOString();
  const { body: made } = await write({ startsAt: past(5), endsAt: past(1) });
  expect((await publish(made.id)).body.code).toBe("consultation/over");
});

test.each([
  ["a district that the city has not", { territory: ["L13", "L77"] }, "/territory/1"],
  ["a form twice", { forms: ["online", "online"] }, "/forms"],
  ["no form", { forms: [] }, "/forms"],
  ["an end before its start", { endsAt: "2020-01-01T00:00:00Z" }, "/endsAt"],
])("a consultation with %s is refused with a pointer", async (_what, more, pointer) => {
  const refused = await write(more);
  expect([400, 422]).toContain(refused.status);
  expect(refused.body.errors[0].pointer).toBe(pointer);
});

test("a district that the city does not have is refused when it is written and when it is edited", async () => {
  const pointers = ({ body }: { body: { errors: { pointer: string }[] } }) =>
    body.errors.map(({ pointer }) => pointer);
  const unwritten = await write({ territory: ["L13", "L99"] });
  expect([unwritten.status, pointers(unwritten)]).toEqual([422, ["/territory/1"]]);
  const { body: made } = await write();
  const unedited = await edit(made.id, 1, { territory: ["L13", "L99"] });
  expect([unedited.status, pointers(unedited)]).toEqual([422, ["/territory/1"]]);
});
