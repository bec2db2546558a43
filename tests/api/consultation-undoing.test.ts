import { afterAll, beforeAll, expect, test } from "vitest";
import { asEditor, secondWord } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openGathering, remark, remarkLink, say } from "../kit/remarks.ts";
import { inHours } from "../kit/time.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const REASON = "Otwarto nie ten szkic.";
const propose = (id: string, what: "taking-back" | "early-end") =>
  asEditor(place, `POST /v1/staff/consultations/${id}/${what}`, { reason: REASON });
const one = async (id: string) => (await place.call(`GET /v1/consultations/${id}`)).body;
const page = async (id: string, prefix = "") => (await place.call(`GET ${prefix}/konsultacje/${id}`)).text;

test("what was opened in error is taken back by two, stays public with its reason, and takes nothing", async () => {
  const id = await openGathering(place);
  await say(place, id, { email: "spozniona@example.com" });
  const link = await remarkLink(place, "spozniona@example.com");
  const proposed = await propose(id, "taking-back");
  expect([proposed.status, (await one(id)).status]).toEqual([202, "gathering"]);
  await secondWord(place, proposed);
  expect(await one(id)).toMatchObject({ status: "taken-back", takenBack: { reason: REASON } });
  expect(await page(id)).toContain(REASON);
  expect(await page(id, "/uk")).toContain("скасовано");
  expect((await say(place, id)).body.code).toBe("act/wrong-state");
  expect((await place.call(`POST ${link}`, { form: {} })).status).toBe(409);
  expect((await propose(id, "taking-back")).body.code).toBe("act/wrong-state");
});

test("once somebody has said something it is not taken back, by whichever moment that came", async () => {
  const id = await openGathering(place);
  const proposed = await propose(id, "taking-back");
  await remark(place, id, { email: "szybka@example.com" });
  const token = await place.staff("coordinator");
  const accepted = await place.call(`POST /v1/staff/pending/${proposed.body.pendingId}/acceptance`, {
    token,
  });
  expect([accepted.status, accepted.body.code]).toEqual([409, "consultation/said"]);
  expect(await one(id)).toMatchObject({ status: "gathering" });
  expect((await say(place, id, { email: "inna@example.com" })).status).toBe(202);
});

test("a talk is ended earlier with its reason; its report owes what it owed", async () => {
  const id = await openGathering(place);
  const planned = (await one(id)).endsAt;
  await remark(place, id, { email: "przed@example.com" });
  await secondWord(place, await propose(id, "early-end"));
  expect(await one(id)).toMatchObject({ status: "ended", endedEarly: { reason: REASON, planned } });
  expect(await page(id)).toContain("skończyły się wcześniej");
  expect((await say(place, id)).body.code).toBe("act/wrong-state");
});

test("a kind with a statutory term is not ended before that is over", async () => {
  const id = await openGathering(place, { kind: "formal" });
  const early = await propose(id, "early-end");
  expect([early.status, early.body.code]).toEqual([422, "consultation/term"]);
  expect(early.body.detail).toContain("XLV/864/17");
  await place.clock.moveTo((now) => now + 15 * 24 * 3_600_000);
  await secondWord(place, await propose(id, "early-end"));
  expect((await one(id)).status).toBe("report-due");
  expect((await one(id)).endsAt <= inHours(place, 1)).toBe(true);
});
