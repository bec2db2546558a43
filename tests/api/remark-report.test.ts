import { afterAll, beforeAll, expect, test } from "vitest";
import { outlinesOf } from "../../shared/domain/project/whereabouts.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { outlinedCity } from "../kit/outlined-city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { decide, keyed, openGathering, publishReport } from "../kit/remarks.ts";

const DAY_MS = 86_400_000;
const CITY = outlinedCity(KATOWICE, 4);
/** Points within districts, in the order of their outlines. */
const MIDDLES = outlinesOf(
  CITY.map,
  CITY.districts.map(({ id }) => id),
).map(({ geometry }) => {
  const [[lon = 0, lat = 0] = []] = (geometry.type === "Polygon" ? geometry.coordinates[0] : undefined) ?? [];
  return `${(lat - 0.01).toFixed(4)}, ${(lon + 0.015).toFixed(4)}`;
});
let place: Place;
beforeAll(async () => {
  place = await openPlace({ city: CITY });
});
afterAll(() => place.close());

const idOf = (number: number): string => `rmk_${String(number).padStart(6, "0")}`;
const rowsOf = async (id: string): Promise<string[][]> => {
  const { text } = await place.call(`GET /v1/consultations/${id}/remarks.csv`);
  return text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((row) => row.split(";").map((cell) => cell.replace(/^"|"$/g, "")));
};
const numbersOf = (
  rows: readonly string[][],
  column: number,
  group: (cell: string) => string = (one) => one,
) =>
  Object.fromEntries(
    [...Map.groupBy(rows, (row) => group(row[column] ?? ""))].map(([key, of]) => [key, of.length]),
  );
const told = (counted: readonly Record<string, unknown>[], name: string) =>
  Object.fromEntries(counted.filter(({ count }) => count !== 0).map((one) => [one[name], one.count]));

test("every number of the report can be counted again in the public table, and each leads to what it was counted from", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await keyed(place, id, ["Za blisko.", "Za daleko."], { paragraph: "d1/1/2" });
  await keyed(place, id, ["Za głośno."], { paragraph: "d1/1/1", origin: "mail" });
  for (const at of [MIDDLES[0], MIDDLES[0], MIDDLES[5]])
    await keyed(place, id, ["Tu."], { place: at, origin: "oral" });
  await keyed(place, id, ["Ogólnie dobrze."]);
  const verdicts = ["accepted", "partly", "rejected", "accepted", "out-of-scope", "accepted", "accepted"];
  for (const [n, verdict] of verdicts.entries()) await decide(place, id, idOf(n + 1), verdict);
  await place.clock.moveTo((now) => now + 41 * DAY_MS);
  await publishReport(place, id);
  const rows = await rowsOf(id);
  const { numbers } = (await place.call(`GET /v1/consultations/${id}/report`)).body;
  expect(numbers.total).toBe(rows.length);
  expect(told(numbers.origins, "origin")).toEqual(numbersOf(rows, 2));
  expect(told(numbers.subjects, "about")).toEqual(
    numbersOf(rows, 3, (about) => (about === "" ? "whole" : about.startsWith("d") ? about : "place")),
  );
  const { "": _elsewhere, ...districts } = numbersOf(rows, 4);
  expect(told(numbers.districts, "district")).toEqual(districts);
  expect(Object.values(districts).toSorted()).toEqual([1, 2]);
  expect(told(numbers.verdicts, "verdict")).toEqual(numbersOf(rows, 6));

  const page = (await place.call(`GET /konsultacje/${id}/raport`)).text;
  const counts: [string, number][] = [
    ...page.matchAll(/href="([^"]*uwagi\?(?:verdict|origin|about|district)=[^"]*)">([\d\s]+)<\/a>/g),
  ].map(([, href = "", count]) => [href.replaceAll("&amp;", "&"), Number(count)]);
  expect(counts.length).toBeGreaterThan(11);
  for (const [href, count] of counts) {
    const behind = (await place.call(`GET ${href}`)).text;
    expect([href, [...behind.matchAll(/<li id="u\d+"/g)].length]).toEqual([href, count]);
  }
  // The bars say nothing that a number beside them does not.
  expect([...page.matchAll(/<svg class="bars thin"[^>]*aria-hidden="true"/g)].length).toBe(counts.length);
});

test("the report has what was consulted and where it was announced, with its proof, in every face", async () => {
  const id = await openGathering(place, { kind: "formal" });
  await keyed(place, id, ["Dobrze."]);
  await decide(place, id, idOf(1));
  await place.clock.moveTo((now) => now + 41 * DAY_MS);
  await publishReport(place, id);
  for (const path of [`/konsultacje/${id}/raport`, `/v1/consultations/${id}/report/raport.html`]) {
    const { text } = await place.call(`GET ${path}`);
    expect(text).toMatch(
      /Załącznik: dokumenty[\s\S]*Plan[\s\S]*Załącznik: ogłoszenia[\s\S]*example\.com\/bip/,
    );
    expect(text).toContain("strona 4");
  }
  const english = await place.call(`GET /en/konsultacje/${id}/raport`);
  expect(english.text).toContain("Annex: announcements");
});

test("a number of the report leads to the page of the list on which that remark stands", async () => {
  const id = await openGathering(place, { kind: "formal" });
  for (let n = 0; n < 3; n++)
    await keyed(
      place,
      id,
      Array.from({ length: 20 }, (_, k) => `Uwaga ${n}-${k}.`),
    );
  const from = await place.call(`GET /konsultacje/${id}/uwagi?from=55`);
  expect([...from.text.matchAll(/<li id="u(\d+)"/g)].map(([, one]) => one)).toEqual([
    "55",
    "56",
    "57",
    "58",
    "59",
    "60",
  ]);
});

test("remarks are found by words in whatever form, by what they are about and what was decided", async () => {
  const id = await openGathering(place);
  await keyed(place, id, ["Nowe ławki przy alei.", "Kosze na psie odchody."]);
  await keyed(place, id, ["Ławka stoi za blisko."], { paragraph: "d1/1/2" });
  await decide(place, id, idOf(1), "partly");
  const found = async (query: string) =>
    (await place.call(`GET /v1/consultations/${id}/remarks?${query}`)).body.items.map(
      (one: { number: number }) => one.number,
    );
  expect(await found("q=%C5%82awek")).toEqual([1, 3]);
  expect(await found("q=lawka%20aleja")).toEqual([1]);
  expect(await found("about=d1/1/2")).toEqual([3]);
  expect(await found("q=lawki&verdict=waiting")).toEqual([3]);
  const page = await place.call(`GET /konsultacje/${id}/uwagi?q=koszy`);
  expect(page.text).toContain('value="koszy"');
  expect([...page.text.matchAll(/<li id="u(\d+)"/g)].map(([, one]) => one)).toEqual(["2"]);
});
