import { afterAll, beforeAll, expect, test } from "vitest";
import { asEditor } from "../kit/office.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { decide, keyed, openGathering } from "../kit/remarks.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const setsOf = async (id: string) =>
  (await place.call(`GET /v1/staff/consultations/${id}/remark-sets`, { token: await place.staff("editor") }))
    .body;
const page = async (path: string) =>
  place.call(`GET ${path}`, { headers: { cookie: `staff=${await place.staff("editor")}` } });
const decideSet = (id: string, set: string, remarks: readonly string[], more: object = {}) =>
  asEditor(place, `POST /v1/staff/consultations/${id}/remark-sets/${set}/decision`, {
    remarks,
    verdict: "accepted",
    reason: "Tak zrobimy.",
    ...more,
  });
const idOf = (number: number): string => `rmk_${String(number).padStart(6, "0")}`;
const undecided = async (id: string) => (await setsOf(id)).waiting;

const ALIKE = [
  "Proszę o nowe ławki przy alei w parku Boguckim",
  "Nowych ławek przy alejach parku Boguckiego proszę",
  "prosze o nowe lawki przy alei w parku boguckim!",
];

test("like remarks are proposed as a group with the words that it was found by; a person unticks and decides", async () => {
  const id = await openGathering(place);
  await keyed(place, id, [ALIKE[0] as string, "Psy trzeba prowadzić na smyczy", ALIKE[1] as string]);
  await keyed(place, id, [ALIKE[2] as string, "Kosze opróżniać codziennie rano"]);
  const { waiting, groups } = await setsOf(id);
  expect([waiting, groups.length]).toEqual([5, 1]);
  expect(groups[0]).toMatchObject({ id: "like_000001", ground: "words", remarks: [1, 3, 4].map(idOf) });
  expect(groups[0].words).toEqual(expect.arrayContaining(["lawki", "parku"]));
  const list = await page(`/urzad/konsultacje/${id}/uwagi/rozstrzygniecia`);
  expect(list.text).toContain("Mają wspólne słowa:");
  const path = `/urzad/konsultacje/${id}/uwagi/rozstrzygniecia/like_000001`;
  const one = await page(path);
  expect([...one.text.matchAll(/value="rmk_\d+" checked/g)].length).toBe(3);
  const headers = { cookie: `staff=${await place.staff("editor")}` };
  const form = { key: newKey(), remarks: [idOf(1), idOf(4)], verdict: "accepted", reason: "Postawimy." };
  const bare = await place.call(`POST ${path}/rozstrzygniecie`, { headers, form: { ...form, reason: "" } });
  expect([bare.status, bare.text.includes('href="#reason"')]).toEqual([422, true]);
  const sent = await place.call(`POST ${path}/rozstrzygniecie`, { headers, form });
  expect([sent.status, sent.headers.get("location")]).toEqual([
    303,
    `/urzad/konsultacje/${id}/uwagi/rozstrzygniecia`,
  ]);
  expect(await undecided(id)).toBe(3);
  // The same press again changes nothing, and the address of what is done says so.
  expect((await place.call(`POST ${path}/rozstrzygniecie`, { headers, form })).status).toBe(303);
  expect((await page(path)).text).toContain("nic już nie czeka");
});

test("remarks about one paragraph are a group of their own kind", async () => {
  const id = await openGathering(place);
  const about = { paragraph: "d1/1/2" };
  for (const text of ["Za blisko.", "Za daleko."]) await keyed(place, id, [text], about);
  expect((await setsOf(id)).groups).toMatchObject([
    { ground: "about", words: [], remarks: [1, 2].map(idOf) },
  ]);
  expect((await page(`/urzad/konsultacje/${id}/uwagi/rozstrzygniecia`)).text).toContain(
    "Dotyczą tego samego: Plan, wersja 1, akapit 2.",
  );
});

test("all that wait can be chosen from, page by page, however many they are; more than fifty go in turns", async () => {
  const id = await openGathering(place);
  for (let n = 0; n < 12; n++)
    await keyed(
      place,
      id,
      Array.from({ length: 20 }, () => "Nie dla wycinki drzew."),
    );
  const { waiting, groups } = await setsOf(id);
  expect([waiting, groups.map((one: { remarks: string[] }) => one.remarks.length)]).toEqual([240, [150, 90]]);
  const list = await page(`/urzad/konsultacje/${id}/uwagi/rozstrzygniecia`);
  const last = await page(`/urzad/konsultacje/${id}/uwagi/rozstrzygniecia/from_000201`);
  expect(list.text).toContain("/rozstrzygniecia/from_000201");
  expect([last.text.includes('value="rmk_000240"'), last.text.includes(" checked")]).toEqual([true, false]);
  // Somebody was faster with one of them: what was decided otherwise stays, and nothing of the rest is written.
  await decide(place, id, idOf(120), "rejected");
  const group = groups[0].remarks as string[];
  const late = await decideSet(id, "like_000001", group);
  expect([late.status, late.body.code, await undecided(id)]).toEqual([409, "act/blocked", 239]);
  expect(late.body.detail).toContain("120");
  const rest = group.filter((one) => one !== idOf(120));
  for (const _ of [1, 2]) expect((await decideSet(id, "like_000001", rest)).status).toBe(200);
  expect(await undecided(id)).toBe(90);
});

test("two who decide one group at once decide each remark once, and what was left is decided by trying again", async () => {
  const id = await openGathering(place);
  for (let n = 0; n < 6; n++)
    await keyed(
      place,
      id,
      Array.from({ length: 20 }, () => "Więcej cienia."),
    );
  const ids = Array.from({ length: 120 }, (_, n) => idOf(n + 1));
  await Promise.all([decideSet(id, "like_000001", ids), decideSet(id, "like_000001", ids.toReversed())]);
  expect((await decideSet(id, "like_000001", ids)).status).toBe(200);
  expect(await undecided(id)).toBe(0);
  const journal = await place.call(`GET /v1/consultations/${id}/remarks?verdict=accepted&limit=100`);
  expect(journal.body.items.length).toBe(100);
});
