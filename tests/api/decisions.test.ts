import { afterAll, beforeAll, expect, test } from "vitest";
import { decide, meetingThatIsOn, noteProgress, write } from "../kit/minutes.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";

let place: Place;
let meetingId: string;

beforeAll(async () => {
  place = await openPlace();
  meetingId = await meetingThatIsOn(place);
  expect((await decide(place, meetingId)).body.code).toBe("act/blocked");
  await write(place, meetingId);
});
afterAll(() => place.close());

const listed = async (query = "") =>
  (await place.call(`GET /v1/decisions${query}`)).body.items as {
    id: string;
    number: string;
    isOverdue: boolean;
  }[];
const read = async (id: string) => (await place.call(`GET /v1/decisions/${id}`)).body;
const days = (count: number) => place.clock.moveTo((now) => now + count * 86_400_000);

test("decisions of a meeting are numbered after its minutes, each number once, however many come at once", async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => decide(place, meetingId)));
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const numbers = made.map(({ body }) => body.number as string).sort();
  expect(numbers.map((one) => one.replace(/^P\/\d+\/\d{4}\//, ""))).toEqual(["1", "2", "3", "4"]);
});

test("a decision is its unit's work until it is done, with what was done for everybody to see", async () => {
  const { body } = await decide(place, meetingId);
  const ofUnit = async () =>
    (await place.call("GET /v1/staff/work?whose=unit", { token: await place.staff("unit", 1) })).text;
  expect(await ofUnit()).toContain(body.id);
  const above = (await decide(place, meetingId, { unit: "inwestycje" })).body;
  const other = await noteProgress(place, above, { step: "start", note: "Zamówione" });
  expect([other.status, other.body.code]).toEqual([409, "act/blocked"]);

  expect((await noteProgress(place, body, { step: "start", note: "Zamówione" })).body.state).toBe(
    "under-way",
  );
  const proof = "https://example.com/odbior.pdf";
  expect((await noteProgress(place, body, { step: "finish", note: "Stoją", proof })).body.state).toBe("done");
  expect(await ofUnit()).not.toContain(body.id);
  const { history, ...now } = await read(body.id);
  expect(now).toMatchObject({ state: "done", proof, unitName: expect.any(String), isOverdue: false });
  expect(history.map(({ state }: { state: string }) => state)).toEqual(["new", "under-way", "done"]);
  expect((await noteProgress(place, body, { step: "start", note: "Jeszcze raz" })).body.code).toBe(
    "act/wrong-state",
  );
  const page = await place.call(`GET /decyzje/${body.id}`);
  expect(page.text).toContain(proof);
  expect(page.text).toContain("Zamówione");
});

test("what was promised for a day and is not done is overdue for everybody, and first on the list", async () => {
  const { body } = await decide(place, meetingId, { days: 1 });
  expect((await listed("?state=overdue")).map(({ id }) => id)).not.toContain(body.id);
  await days(3);
  expect((await listed("?state=overdue")).map(({ id }) => id)).toContain(body.id);
  expect((await listed())[0]).toMatchObject({ id: body.id, isOverdue: true });
  expect((await place.call("GET /decyzje?state=overdue")).text).toContain("po terminie");
  expect((await place.call("GET /uk/decyzje")).text).toContain("прострочено");
  expect((await listed("?unit=drogi")).map(({ id }) => id)).not.toContain(body.id);
});

test("a decision that is changed keeps in its history what it said, and is late by the first day all the same", async () => {
  const { body } = await decide(place, meetingId, { days: 1 });
  await days(2);
  const dueOn = today(place, 9);
  const changed = await place.call(`POST /v1/staff/meetings/${meetingId}/decisions/${body.id}/change`, {
    token: await place.staff("coordinator"),
    body: { text: "Staną trzy ławki.", unit: "zielen", dueOn, reason: "Mniej pieniędzy." },
  });
  expect(changed.body).toMatchObject({ state: "changed", dueOn, promisedOn: body.dueOn });
  expect((await read(body.id)).history.at(-1)).toMatchObject({
    note: "Mniej pieniędzy.",
    before: { text: body.text, dueOn: body.dueOn },
  });
  const before = await place.call("GET /decyzje/liczby");
  await noteProgress(place, body, { step: "finish", note: "Stoją trzy" });
  const after = await place.call("GET /decyzje/liczby");
  expect([before.status, after.status]).toEqual([200, 200]);
  expect(after.text).not.toBe(before.text);
  const files = ["pdf", "docx", "html"].map((one) => place.call(`GET /v1/decisions/figures/decyzje.${one}`));
  expect((await Promise.all(files)).map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("the same request makes one decision, and a unit that is not there gets none", async () => {
  const refused = await decide(place, meetingId, { unit: "nie-ma" });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/unit"]);
  const past = await decide(place, meetingId, { days: -1 });
  expect([past.status, past.body.errors[0].pointer]).toEqual([409, "/dueOn"]);
});

test("two who note progress at once leave one history", async () => {
  const { body } = await decide(place, meetingId);
  const both = await Promise.all([
    noteProgress(place, body, { step: "finish", note: "Gotowe" }),
    noteProgress(place, body, { step: "give-up", note: "Nie da się" }, ["editor", 0]),
  ]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await read(body.id)).history).toHaveLength(2);
});
