import { City } from "../../shared/domain/city.ts";

/** Degrees of one cell: about as far across as down. */
const [WIDE, HIGH] = [0.03, 0.02];

/** The city with an outline for each cell of its schematic map, each side in so many steps. */
export const outlinedCity = (city: City, steps = 1): City => {
  if (city.map.kind !== "schematic") return city;
  const features = Object.entries(city.map.tiles).map(([district, { column, row }]) => {
    const [west, north] = [18.9 + column * WIDE, 50.32 - row * HIGH];
    const corner = [west, north] as const;
    const side = (from: readonly number[], across: number, down: number) =>
      Array.from({ length: steps }, (_, n) => {
        const [lon = 0, lat = 0] = from;
        // Borders are crooked, and lie within the cell.
        const dent = n % 2 === 0 ? 0 : 0.0004;
        return [
          lon + (across * n) / steps + dent * Math.sign(down),
          lat - (down * n) / steps - dent * Math.sign(across),
        ];
      });
    const ring = [
      ...side(corner, WIDE, 0),
      ...side([west + WIDE, north], 0, HIGH),
      ...side([west + WIDE, north - HIGH], -WIDE, 0),
      ...side([west, north - HIGH], 0, -HIGH),
      [...corner],
    ];
    return {
      type: "Feature",
      properties: { district },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
  const map = { kind: "outlines", note: city.map.note, outlines: { type: "FeatureCollection", features } };
  return City.parse({ ...city, map });
};
