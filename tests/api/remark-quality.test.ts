import { afterAll, beforeAll, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { decide, keyed, openGathering, publishReport } from "../kit/remarks.ts";
import { today } from "../kit/time.ts";

const DAY_MS = 86_400_000;
let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const card = async (id: string) => (await place.call(`GET /v1/consultations/${id}/quality`)).body;
const idOf = (number: number): string => `rmk_${String(number).padStart(6, "0")}`;
const later = (days: number) => place.clock.moveTo((now) => now + days * DAY_MS);
const measure = (of: { measures: { measure: string }[] }, name: string) =>
  of.measures.find((one) => one.measure === name);

test("what is not known yet is said so, and no median is told of fewer than three consultations", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await keyed(place, id, ["Za głośno.", "Za cicho."]);
  await decide(place, id, idOf(1), "rejected");
  const found = await card(id);
  expect([found.remarks, found.answered, found.isReportLate]).toEqual([2, 1, false]);
  for (const one of found.measures) expect([one.value, one.median, one.of]).toEqual([null, null, 0]);
  const page = await place.call(`GET /konsultacje/${id}/jakosc`);
  expect(page.text).toContain("1 z 2");
  expect(page.text).toContain("jeszcze nie wiadomo");
  expect((await place.call(`GET /konsultacje/${id}`)).text).toContain(`/konsultacje/${id}/jakosc`);
  const draft = await place.call("GET /v1/consultations/cns_0000000000000000/quality");
  expect(draft.status).toBe(404);
});

test("once it is reported, the days and the share of what changed stand beside the median of the city's", async () => {
  const ids: string[] = [];
  for (const _ of [1, 2, 3]) ids.push(await openGathering(place, { kind: "formal" }));
  const verdicts = [
    ["accepted", "partly", "rejected", "out-of-scope"],
    ["accepted", "accepted"],
    ["rejected"],
  ];
  for (const [n, id] of ids.entries())
    await keyed(
      place,
      id,
      (verdicts[n] ?? []).map((_, k) => `Uwaga ${k}.`),
    );
  await later(41);
  for (const [n, id] of ids.entries()) {
    for (const [k, verdict] of (verdicts[n] ?? []).entries()) await decide(place, id, idOf(k + 1), verdict);
    await publishReport(place, id);
    await later(2);
  }
  const cards = await Promise.all(ids.map(card));
  expect(cards.map((one) => measure(one, "changedPercent"))).toMatchObject([
    { value: 50, median: 50, of: 3 },
    { value: 100, median: 50, of: 3 },
    { value: 0, median: 50, of: 3 },
  ]);
  const days = cards.map((one) => measure(one, "reportDays") as unknown as { value: number; median: number });
  const [first = { value: 0, median: 0 }] = days;
  expect(days.map(({ value }) => value - first.value)).toEqual([0, 2, 4]);
  expect(first.median).toBe(first.value + 2);
  expect(measure(cards[0], "effectsDays")).toMatchObject({ value: null, median: null });
  await asEditor(place, `POST /v1/staff/consultations/${ids[0]}/effects`, {
    text: "Postawiliśmy ławki.",
    decidedOn: today(place),
  });
  expect(measure(await card(ids[0] as string), "effectsDays")).toMatchObject({ value: 6 });
  const ukrainian = await place.call(`GET /uk/konsultacje/${ids[0]}/jakosc`);
  expect(ukrainian.text).toContain("Медіана міста");
});
