import { afterAll, beforeAll, expect, test } from "vitest";
import { City } from "../../shared/domain/city.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { BOROWA } from "../kit/second-city.ts";
import { tagsOf } from "../pages/tags.ts";

/** Two white pixels beside each other. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAC0lEQVR42mP4DwUAEe8F+7RPN78AAAAASUVORK5CYII=";
const SEEN_BESIDE = { ...BOROWA, logo: { type: "png", file: PNG, alt: { pl: "Borowa", en: "Forest Hill" } } };

const { logo: _none, ...BARE } = BOROWA;

let places: Readonly<Record<"svg" | "png" | "bare", Place>>;
beforeAll(async () => {
  const [svg, png, bare] = await Promise.all([
    openPlace({ city: BOROWA }),
    openPlace({ city: City.parse(SEEN_BESIDE) }),
    openPlace({ city: BARE }),
  ]);
  places = { svg, png, bare };
});
afterAll(() => Promise.all(Object.values(places ?? {}).map((place) => place.close())));

const picturesOf = (page: string) =>
  tagsOf(page).flatMap(({ name, attributes }) => (name === "img" ? [attributes] : []));

test("pages, the icon and letters are in the city's colours, and in no other city's", async () => {
  const { light, dark } = BOROWA.theme;
  const page = await places.svg.call("GET /");
  const [, file] = /href="(\/static\/rynek\.[0-9a-f]{8}\.css)"/.exec(page.text) ?? [];
  const sheet = await places.svg.call(`GET ${file}`);
  expect(sheet.headers.get("cache-control")).toContain("immutable");
  for (const { brand, go } of [light, dark])
    for (const colour of [`--brand:${brand}`, `--go:${go}`]) expect(sheet.text).toContain(colour);
  const icon = await places.svg.call("GET /static/icon.svg");
  expect(icon.text).toContain(light.brand);
  for (const { text } of [sheet, icon])
    for (const colour of Object.values(KATOWICE.theme.light).filter((one) => one !== "#ffffff"))
      expect(text).not.toContain(colour);
});

test("the logo stands on every page with its own text, in the language of the page", async () => {
  for (const path of ["/", "/en/pomoc", "/projekty", "/nothing", "/urzad"]) {
    const { text, headers } = await places.svg.call(`GET ${path}`);
    expect(picturesOf(text), path).toMatchObject([{ alt: "Borowa Góra", width: "64", height: "40" }]);
    expect(headers.get("content-security-policy")).toContain("img-src 'self'");
  }
  const alts = await Promise.all(
    ["/", "/en"].map(async (path) => picturesOf((await places.png.call(`GET ${path}`)).text)),
  );
  expect(alts).toMatchObject([[{ alt: "Borowa", width: "80" }], [{ alt: "Forest Hill", width: "80" }]]);
});

test.each([
  ["svg", "image/svg+xml", BOROWA.logo?.file ?? ""],
  ["png", "image/png", Buffer.from(PNG, "base64").toString("latin1")],
] as const)("the logo as %s is kept for a year under the name that pages use", async (type, media, file) => {
  const [logo] = picturesOf((await places[type].call("GET /")).text);
  expect(logo?.src).toMatch(new RegExp(`^/static/logo\\.[0-9a-f]{8}\\.${type}$`));
  const served = await fetch(`${places[type].url}${logo?.src}`);
  expect(Buffer.from(await served.arrayBuffer()).toString(type === "svg" ? "utf8" : "latin1")).toBe(file);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": media,
    "cache-control": expect.stringContaining("immutable"),
    "content-security-policy": expect.stringContaining("default-src 'none'"),
    "x-content-type-options": "nosniff",
  });
});

test("the name of an older release's logo is answered with the present one, but not for ever", async () => {
  const older = await places.svg.call("GET /static/logo.00000000.png");
  expect([older.status, older.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  expect(older.headers.get("cache-control")).not.toContain("immutable");
});

test("a city without a logo has none", async () => {
  expect(picturesOf((await places.bare.call("GET /")).text)).toEqual([]);
  expect((await places.bare.call("GET /static/logo.00000000.svg")).status).toBe(404);
});
