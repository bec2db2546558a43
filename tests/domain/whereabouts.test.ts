import { expect, test } from "vitest";
import type { City } from "../../shared/domain/city.ts";
import { elsewhere } from "../../shared/domain/project/whereabouts.ts";
import { KATOWICE } from "../kit/katowice.ts";
import { BOROWA } from "../kit/second-city.ts";

const square = (district: string, west: number, hole: readonly number[][] = []) => ({
  type: "Feature" as const,
  properties: { district },
  geometry: {
    type: "Polygon" as const,
    coordinates: [
      [
        [west, 50.2],
        [west + 0.1, 50.2],
        [west + 0.1, 50.3],
        [west, 50.3],
        [west, 50.2],
      ],
      ...(hole.length > 0 ? [hole as number[][]] : []),
    ],
  },
});

const map: City["map"] = {
  kind: "outlines",
  note: { pl: "Dwa kwadraty." },
  outlines: {
    type: "FeatureCollection",
    features: [
      square("A", 19, [
        [19.04, 50.24],
        [19.06, 50.24],
        [19.06, 50.26],
        [19.04, 50.26],
        [19.04, 50.24],
      ]),
      square("B", 19.1),
    ],
  },
};

test("a city with outlines knows on which side of a border a point lies, but for the width of a drawn line", () => {
  const of = (districts: string[], lat: number, lon: number) => elsewhere({ map }, districts, { lat, lon });
  expect(of(["A"], 50.22, 19.02)).toBeUndefined();
  expect(of(["A"], 50.25, 19.15)).toEqual({ district: "B" });
  expect(of(["A", "B"], 50.25, 19.15)).toBeUndefined();
  expect(of(["A"], 50.25, 19.1015)).toBeUndefined();
  expect(of(["A"], 50.25, 19.104)).toEqual({ district: "B" });
  expect(of(["A", "B"], 50.3015, 19.05)).toBeUndefined();
  expect(of(["A", "B"], 50.31, 19.05)).toEqual({ outside: true });
  // A hole is no part of what is round it.
  expect(of(["A", "B"], 50.25, 19.05)).toEqual({ outside: true });
});

test("a city that knows only the middles says of a point what is sure, and another nothing", () => {
  const all = KATOWICE.districts.map(({ id }) => id);
  for (const { id } of KATOWICE.districts) {
    const around = KATOWICE.map.kind === "schematic" ? KATOWICE.map.tiles[id]?.around : undefined;
    expect([id, around && elsewhere(KATOWICE, [id], around)]).toEqual([id, undefined]);
    expect([id, around]).not.toEqual([id, undefined]);
  }
  expect(elsewhere(KATOWICE, ["L13"], { lat: 50.18, lon: 18.97 })).toEqual({ district: "L22" });
  expect(elsewhere(KATOWICE, all, { lat: 50.06, lon: 19.94 })).toEqual({ outside: true });
  expect(elsewhere(KATOWICE, ["L1"], { lat: 50.2683, lon: 19.0419 })).toBeUndefined();
  expect(elsewhere(BOROWA, ["rynek"], { lat: 54, lon: 18 })).toBeUndefined();
});
