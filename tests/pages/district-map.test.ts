import { describe, expect, test } from "vitest";
import { City } from "../../shared/domain/city.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { districtMap } from "../../shared/pages/components/district-map.ts";
import { inLanguage, plain } from "../../shared/words/fallback.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { BOROWA } from "../kit/second-city.ts";
import { wordsOf } from "../kit/words.ts";
import { tagsOf } from "./tags.ts";

const mapOf = (city: City, chosen?: string, language = LANGUAGES[0]) =>
  districtMap(wordsOf(language ?? "pl"), {
    city,
    hrefOf: (district) => (district === "L1" || district === "M" ? undefined : `/projekty?pool=${district}`),
    isChosen: (district) => district === chosen,
  }).text;

describe("The map of districts", () => {
  test.each([KATOWICE, BOROWA].map((city) => [city.slug, city] as const))(
    "of %s has a cell for each, apart from the others, and links where a district has projects",
    (_, city) => {
      const tags = tagsOf(mapOf(city, "L13"));
      const cells = tags.filter(({ name }) => name === "rect").map(({ attributes: { x, y } }) => `${x}/${y}`);
      expect(new Set(cells).size).toBe(city.districts.length);
      const links = tags.filter(({ name, attributes }) => name === "a" && attributes.href);
      const linked = city.districts.filter(({ id }) => id !== "L1" && id !== "M");
      expect(links.map(({ attributes }) => [attributes.href, attributes["aria-label"]])).toEqual(
        linked.map(({ id, name }) => [`/projekty?pool=${id}`, id.length > 4 ? name : `${id} ${name}`]),
      );
      const current = links.filter(({ attributes }) => attributes["aria-current"] === "true");
      expect(current).toHaveLength(city === KATOWICE ? 1 : 0);
    },
  );

  test.each(LANGUAGES)("says in %s that it is schematic", (language) => {
    expect(plain(mapOf(KATOWICE, undefined, language))).toContain(
      plain(inLanguage(KATOWICE.map.note, language)),
    );
  });

  test("draws outlines in the place of cells, the north at the top, in their shape", () => {
    const square = (west: number, south: number) => [
      [west, south],
      [west + 0.2, south],
      [west + 0.2, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ];
    const feature = (district: string, ...corner: [number, number]) => ({
      type: "Feature",
      properties: { district },
      geometry: { type: "Polygon", coordinates: [square(...corner)] },
    });
    const features = [
      feature("rynek", 19, 60.1),
      feature("stare-mlyny", 19.2, 60.1),
      feature("pod-lasem", 19, 60),
      feature("M", 19.2, 60),
    ];
    const note = { pl: "Granice z rejestru." };
    const city = City.parse({
      ...BOROWA,
      map: { kind: "outlines", note, outlines: { type: "FeatureCollection", features } },
    });
    const drawn = mapOf(city);
    const paths = tagsOf(drawn).flatMap(({ name, attributes: { d = "" } }) => (name === "path" ? [d] : []));
    // At 60° north a degree of longitude is half as long as one of latitude: the squares are squares.
    expect(paths[0]).toMatch(/^M0 35\dL350 35\dL350 0L0 0L0 35\dZ$/);
    expect(paths[3]).toMatch(/^M350 70\dL700 70\dL700 35\dL350 35\dL350 70\dZ$/);
    expect(drawn).toContain("Granice z rejestru.");
  });
});
