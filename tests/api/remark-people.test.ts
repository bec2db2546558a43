import { afterAll, beforeAll, expect, test } from "vitest";
import { KATOWICE } from "../kit/katowice.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { decide, keyed, openGathering, publishReport, remarkLink, say } from "../kit/remarks.ts";

const DAY_MS = 86_400_000;
let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

let nth = 0;
/** A remark whose author says this of themselves when they confirm it. */
const remarkOf = async (id: string, form: Readonly<Record<string, string>>) => {
  nth += 1;
  const email = `o-sobie-${nth}@example.com`;
  expect((await say(place, id, { email })).status).toBe(202);
  const link = await remarkLink(place, email);
  for (const _ of [1, 2]) expect((await place.call(`POST ${link}`, { form })).status).toBe(303);
};

test("what authors say of themselves is asked beside the button, counted apart, and told without small numbers", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await say(place, id, { email: "pytania@example.com" });
  const asked = await place.call(`GET ${await remarkLink(place, "pytania@example.com")}`);
  for (const field of ["age", "sex", "district"]) expect(asked.text).toContain(`name="${field}"`);
  const [first = "", second = ""] = KATOWICE.districts.map((one) => one.id);
  for (let n = 0; n < 6; n++) await remarkOf(id, { sex: "woman", age: "65-74", district: first });
  for (let n = 0; n < 7; n++) await remarkOf(id, { sex: "man", district: n < 2 ? second : first });
  await remarkOf(id, { sex: "other" });
  // What no form offers counts nothing, and the remark stands all the same.
  await remarkOf(id, { district: "nie-ma-takiej" });
  for (let n = 1; n <= 15; n++) await decide(place, id, `rmk_${String(n).padStart(6, "0")}`);
  const list = await place.call(`GET /v1/consultations/${id}/remarks`);
  expect(list.text).not.toMatch(/"(sex|age)"/);
  await place.clock.moveTo((now) => now + 41 * DAY_MS);
  await publishReport(place, id);
  const { people } = (await place.call(`GET /v1/consultations/${id}/report`)).body;
  const told = (question: string) => {
    const found = people.told.find((one: { question: string }) => one.question === question);
    return Object.fromEntries([
      ...found.rows.map(({ value, count }: { value: string; count: number | null }) => [value, count]),
      ["", found.unsaid],
    ]);
  };
  expect(people.asked).toBe(15);
  // One person of a kind is not told, nor what would tell it by subtraction.
  const sexes = told("sex");
  expect(sexes.other).toBe(null);
  expect(Object.values(sexes).filter((one) => one === null).length).toBeGreaterThan(1);
  expect([told("age")["65-74"], told("age")[""], told("age")["18-24"]]).toEqual([6, 9, 0]);
  expect([told("district")[second], told("district")[first]]).toEqual([null, 11]);
  const page = (await place.call(`GET /konsultacje/${id}/raport`)).text;
  expect(page).toContain("za mało, by podać");
  expect(page).toContain("Profil miasta nie podaje");
  expect(page).toMatch(/Nikt nie podał tych dzielnic/);
  for (const [format, begins] of [
    ["pdf", "%PDF-"],
    ["docx", "PK"],
  ] as const)
    expect(
      (await place.call(`GET /v1/consultations/${id}/report/raport.${format}`)).text.startsWith(begins),
    ).toBe(true);
});

test("a report of remarks that all came on paper asks nobody who they are", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await keyed(place, id, ["Dobrze."]);
  await decide(place, id, "rmk_000001");
  await place.clock.moveTo((now) => now + 41 * DAY_MS);
  await publishReport(place, id);
  const page = await place.call(`GET /konsultacje/${id}/raport`);
  expect(page.text).toContain("Wnioski");
  expect(page.text).not.toContain("Kto zgłosił uwagi przez internet");
});
