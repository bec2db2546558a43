import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { CITY_SLUGS, cityNamed } from "../../shared/cities/cities.ts";
import { City } from "../../shared/domain/city.ts";
import { editionLabel, editionNumber } from "../../shared/domain/project/edition-numbering.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { KATOWICE } from "../kit/katowice.ts";

test("Every profile in the folder is in the table, holds, and bears its file's name", () => {
  const files = globSync("*.json", { cwd: join(import.meta.dirname, "../../shared/cities") });
  expect([...CITY_SLUGS].sort()).toEqual(files.map((file) => basename(file, ".json")).sort());
  for (const slug of CITY_SLUGS) expect(cityNamed(slug).slug).toBe(slug);
});

test.each(["gdansk", "constructor", ""])(
  "A city without a profile is refused with what to add where: %s",
  (slug) => {
    expect(() => cityNamed(slug)).toThrow(
      `The city "${slug}" has no profile. Write shared/cities/${slug}.json and name it in shared/cities/cities.ts`,
    );
  },
);

test("Rule sets of a city are of its districts, and editions bear the names that its numbering gives", () => {
  for (const { city, edition, pools } of RULE_SETS.values()) {
    const profile = CITY_SLUGS.map(cityNamed).find(({ name }) => name.pl === city.name);
    expect(profile?.country).toBe(city.country);
    const districts = pools.flatMap(({ id, kind }) => (kind === "district" ? [id] : []));
    expect(profile?.districts.map(({ id }) => id)).toEqual(districts);
    expect(profile && editionLabel(profile.editions, edition.voteYear)).toBe(edition.numeral);
  }
});

describe("Editions", () => {
  it("are counted in roman numerals from the first", () => {
    const numbering = { kind: "roman", firstVoteYear: 2014 } as const;
    expect([2014, 2017, 2018, 2022, 2023, 2053, 2054].map((year) => editionLabel(numbering, year))).toEqual([
      "I",
      "IV",
      "V",
      "IX",
      "X",
      "XL",
      "XLI",
    ]);
    expect(editionNumber(numbering, 2020)).toBe(7);
  });

  it("or bear the year of the vote", () => {
    expect(editionLabel({ kind: "year" }, 2027)).toBe("2027");
    expect(editionNumber({ kind: "year" }, 2027)).toBe(2027);
  });
});

describe("A profile", () => {
  const { map, districts } = KATOWICE;
  const [first, second, ...others] = districts;
  if (!first || !second || map.kind !== "schematic") throw new Error("Katowice has a schematic map");
  const square = [
    [19, 50],
    [19.1, 50],
    [19.1, 50.1],
    [19, 50],
  ];
  const outlines = (ids: readonly string[], ring: readonly number[][] = square) => ({
    kind: "outlines",
    note: map.note,
    outlines: {
      type: "FeatureCollection",
      features: ids.map((district) => ({
        type: "Feature",
        properties: { district, name: "any" },
        geometry: { type: "Polygon", coordinates: [ring] },
      })),
    },
  });

  it("may show outlines in the place of a schematic map", () => {
    const drawn = outlines(districts.map(({ id }) => id));
    expect(City.safeParse({ ...KATOWICE, map: drawn }).success).toBe(true);
  });

  it.each<[string, object]>([
    [
      "two districts with one id",
      { districts: [first, { ...second, id: first.id.toLowerCase() }, ...others] },
    ],
    ["a district that is not on the map", { districts: [...districts, { ...first, id: "L30" }] }],
    ["a map of other districts", { map: outlines(["L1"]) }],
    ["two districts in one cell", { map: { ...map, tiles: { ...map.tiles, L1: map.tiles.L2 } } }],
    ["a time zone that the house does not keep", { zone: "Europe/Kyiv" }],
    ["a member that nobody knows", { mayor: "Jan" }],
    ["two districts of one name", { districts: [first, { ...second, name: first.name }, ...others] }],
    ["a page that is a script", { website: "javascript:alert(1)" }],
    ["a name that every object has", { slug: "constructor" }],
    ["a name that ends in a hyphen", { slug: "a-" }],
    [
      "a statement reviewed before it was made",
      { statement: { ...KATOWICE.statement, reviewed: "2010-01-01" } },
    ],
    [
      "outlines that nobody could load",
      {
        map: outlines(
          districts.map(({ id }) => id),
          Array.from({ length: 300 }, () => [19, 50]),
        ),
      },
    ],
    ["a site that speaks no Polish", { languages: ["en"] }],
    ["a site that speaks nothing", { languages: [] }],
    ["a language twice", { languages: ["pl", "en", "en"] }],
    ["a language that the house has not", { languages: ["pl", "de"] }],
    ["no Polish hours", { hours: { en: "9-5" } }],
  ])("with %s is refused", (_, wrong) => {
    expect(City.safeParse({ ...KATOWICE, ...wrong }).success).toBe(false);
  });
});
