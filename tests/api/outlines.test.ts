import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { metresBetween } from "../../shared/domain/project/distance.ts";
import { outlinesOf } from "../../shared/domain/project/whereabouts.ts";
import { sheetOf } from "../../shared/pages/components/drawn-outlines.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { outlinedCity } from "../kit/outlined-city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { beginDraft, openCall, proposalBody, propose, savePart } from "../kit/proposals.ts";
import { faultsOfPage, tagsOf } from "../pages/tags.ts";

/** As many corners as a city may have. */
const CITY = outlinedCity(KATOWICE, 45);

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace({ city: CITY });
  cycleId = await openCall(place, {
    ruleSet: "katowice-xiii",
    pools: ["M", "L13"].map((id) => ({ id, amountGrosze: 60_000_000 })),
  });
});
afterAll(() => place?.close());

const sheetOfPool = (...districts: string[]) => sheetOf(outlinesOf(CITY.map, districts));

test("a place is where its pixel is, within the metres of one, on every outline", () => {
  const chance = chanceOf(seed, "pixels");
  for (let n = 0; n < runs(60); n += 1) {
    const sheet = sheetOfPool(...chance.few(CITY.districts, chance.between(1, 22)).map(({ id }) => id));
    const pixel = [chance.below(sheet.width), chance.below(sheet.height)] as const;
    const clicked = sheet.placeAt(...pixel);
    expect(sheet.pixelOf(clicked).map((at) => Math.round(at * 1e6) / 1e6)).toEqual(pixel);
    const drawn = sheet.pixelOf(clicked).map((at) => Math.round(at + chance.next() - 0.5));
    const across = metresBetween(clicked, sheet.placeAt(pixel[0] + 1, pixel[1] + 1));
    expect(metresBetween(clicked, sheet.placeAt(drawn[0] ?? 0, drawn[1] ?? 0))).toBeLessThan(across * 1.01);
  }
});

/** What a page of the place has in its fields, and its picture. */
const read = (text: string) => {
  const tags = tagsOf(text);
  const value = (name: string) =>
    tags.find(({ attributes }) => attributes.name === name)?.attributes.value ?? "";
  const picture = tags.find(({ attributes }) => attributes.type === "image")?.attributes;
  const pool = /value="([^"]*)" selected/.exec(text)?.[1];
  return {
    point: value("point"),
    place: value("place"),
    times: value("times"),
    drawn: value("drawn"),
    pool,
    picture,
  };
};
const click = async (path: string, fields: Record<string, string>, [x, y]: readonly number[]) => {
  const at = { "at.x": String(Math.round(x ?? 0)), "at.y": String(Math.round(y ?? 0)) };
  const answer = await place.call(`POST ${path}`, { form: { ...fields, ...at } });
  expect(faultsOfPage(answer.text)).toEqual([]);
  return { status: answer.status, text: answer.text, ...read(answer.text) };
};
const middleOf = (district: string) => {
  const { width, height, placeAt } = sheetOfPool(district);
  return placeAt(width / 2, height / 2);
};

test("a click on the city chooses the district, a click on its outline the point, and nothing typed is lost", async () => {
  const draft = await beginDraft(place, cycleId, "lucja@example.com");
  const path = `${draft}/czesc/miejsce`;
  const first = await place.call(`GET ${path}`);
  expect([faultsOfPage(first.text), read(first.text)]).toMatchObject([
    [],
    { drawn: "", point: "", picture: { width: "312", formaction: `${path}#outlines` } },
  ]);
  const long = "Skwer".repeat(100);
  const typed = { times: "0", pool: "", place: long, point: "", drawn: "" };
  const whole = sheetOfPool(...CITY.districts.map(({ id }) => id));
  const district = await click(path, typed, whole.pixelOf(middleOf("L13")));
  expect(district).toMatchObject({ status: 200, pool: "L13", drawn: "L13", place: long, point: "" });
  expect(district.text).toContain("Bogucice: kliknij to miejsce na obrysie");
  const outline = sheetOfPool("L13");
  const chosen = await click(path, { ...typed, pool: "L13", drawn: "L13" }, outline.pixelOf(middleOf("L13")));
  expect(chosen).toMatchObject({ status: 200, pool: "L13", place: long, times: "0" });
  const [lat = 0, lon = 0] = (chosen.point ?? "").split(", ").map(Number);
  expect(metresBetween({ lat, lon }, middleOf("L13"))).toBeLessThan(20);
  expect(chosen.text).toContain("Zapisz, aby został.");
  expect(chosen.picture?.src).toContain("circle");
  // The corner, which a keyboard sends, is on no outline.
  const before = { ...typed, pool: "L13", drawn: "L13", point: chosen.point ?? "" };
  const outside = await click(path, before, [0, 0]);
  expect(outside).toMatchObject({ status: 422, point: chosen.point, place: long });
  expect(outside.text).toContain("Kliknięto poza obrysem.");
  expect(read((await place.call(`GET ${path}`)).text)).toMatchObject({ point: "", place: "" });
  expect((await savePart(place, draft, "miejsce", { ...before, place: "Skwer" })).status).toBe(303);
  const saved = await place.call(`GET ${path}`);
  expect(read(saved.text)).toMatchObject({ drawn: "L13", point: chosen.point, place: "Skwer" });
  expect(saved.text).not.toContain("Zapisz, aby został.");
  expect((await click(path, { ...before, times: "7" }, outline.pixelOf(middleOf("L13")))).times).toBe("7");
});

test("a pool of the whole city has its district first, and the whole city again", async () => {
  const path = `${await beginDraft(place, cycleId, "ola@example.com")}/czesc/miejsce`;
  const typed = { times: "0", pool: "M", place: "", point: "", drawn: "M" };
  const whole = sheetOfPool(...CITY.districts.map(({ id }) => id));
  const district = await click(path, typed, whole.pixelOf(middleOf("L13")));
  expect(district).toMatchObject({ status: 200, pool: "M", drawn: "L13" });
  const again = await place.call(`POST ${path}`, { form: { ...typed, drawn: "L13", act: "outlines" } });
  expect([again.status, read(again.text)]).toMatchObject([200, { pool: "M", drawn: "M" }]);
});

test("a project's page shows its place on the outline, in few bytes", async () => {
  const location = middleOf("L13");
  const { id } = await propose(place, cycleId, proposalBody({ location }));
  for (const [prefix, alt] of [
    ["", "Obrys: Bogucice, z zaznaczonym miejscem projektu"],
    ["/en", "Outline of Bogucice with the place of the project marked"],
    ["/uk", "Контур: Bogucice, з позначеним місцем проєкту"],
  ]) {
    const shown = await place.call(`GET ${prefix}/projekty/${cycleId}/${id}`);
    expect(faultsOfPage(shown.text)).toEqual([]);
    const [picture] = tagsOf(shown.text).filter(({ attributes }) => attributes.src?.startsWith("data:"));
    expect([picture?.attributes.alt, picture?.attributes.width]).toEqual([alt, "312"]);
    expect(gzipSync(shown.text).length).toBeLessThan(5000);
  }
  const { id: nowhere } = await propose(place, cycleId);
  expect((await place.call(`GET /projekty/${cycleId}/${nowhere}`)).text).not.toContain("data:image");
});
