import type { City, Outline } from "../city.ts";
import { metresBetween } from "./distance.ts";
import type { Location } from "./location.ts";
import type { Ring } from "./projection.ts";

/** An outline is drawn with fewer corners than a border has: so near it a point is on either side. */
const BORDER_METRES = 200;

/** With middles alone only what is far from all of them is said to be outside, and elsewhere only what is far from one and near another. */
const CITY_METRES = 6000;
const FAR_METRES = 2000;
const FAR_TIMES = 3;

/** Where a point is that is not where it should be: outside the city, or in this district. */
type Elsewhere = { readonly outside: true } | { readonly district: string };

/** The rings of an outline, the holes among them: a point is within where it is within an odd number of rings. */
export const ringsOf = ({ geometry }: Outline): readonly Ring[] =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();

const sidesOf = (ring: Ring): (readonly [Location, Location])[] =>
  ring.map((corner, index) => {
    const [[lon = 0, lat = 0], [nextLon = 0, nextLat = 0]] = [corner, ring[(index + 1) % ring.length] ?? []];
    return [
      { lat, lon },
      { lat: nextLat, lon: nextLon },
    ];
  });

export const isWithin = (rings: readonly Ring[], { lat, lon }: Location): boolean =>
  rings
    .flatMap(sidesOf)
    .filter(
      ([one, other]) =>
        one.lat > lat !== other.lat > lat &&
        lon < ((other.lon - one.lon) * (lat - one.lat)) / (other.lat - one.lat) + one.lon,
    ).length %
    2 ===
  1;

/** The outlines of these districts; a schematic map has none. */
export const outlinesOf = (map: City["map"], districts: readonly string[]): readonly Outline[] =>
  map.kind === "outlines"
    ? map.outlines.features.filter(({ properties }) => districts.includes(properties.district))
    : [];

/** The district of these within whose outline a point lies. */
export const districtAt = (outlines: readonly Outline[], point: Location): string | undefined =>
  outlines.find((one) => isWithin(ringsOf(one), point))?.properties.district;

/** To the nearest point of a side, on a plane: a side is short. */
const metresToSide = (point: Location, [one, other]: readonly [Location, Location]): number => {
  const wide = Math.cos((point.lat * Math.PI) / 180);
  const [dx, dy] = [(other.lon - one.lon) * wide, other.lat - one.lat];
  const along = ((point.lon - one.lon) * wide * dx + (point.lat - one.lat) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return metresBetween(point, {
    lat: one.lat + share * dy,
    lon: one.lon + share * (other.lon - one.lon),
  });
};

/** Metres from each district, nought within it: to its border, where that is known, else to its middle. */
const distances = (map: City["map"], point: Location): [district: string, metres: number][] =>
  map.kind === "outlines"
    ? map.outlines.features.map((outline) => {
        const rings = ringsOf(outline);
        const metres = isWithin(rings, point)
          ? 0
          : Math.min(...rings.flatMap(sidesOf).map((side) => metresToSide(point, side)));
        return [outline.properties.district, metres];
      })
    : Object.entries(map.tiles).flatMap(([district, { around }]) =>
        around ? [[district, metresBetween(point, around)] as [string, number]] : [],
      );

/** Whether a point is surely not in any of these districts, and where it is then. A city whose map says nothing of it lets every point be. */
export const elsewhere = (
  { map }: Pick<City, "map">,
  districts: readonly string[],
  point: Location,
): Elsewhere | undefined => {
  // What is within needs no distances, of which there are many.
  if (districtAt(outlinesOf(map, districts), point) !== undefined) return undefined;
  const all = distances(map, point).sort(([, one], [, other]) => one - other);
  const [nearest, metres] = all[0] ?? [];
  if (nearest === undefined || metres === undefined) return undefined;
  const isExact = map.kind === "outlines";
  if (metres > (isExact ? BORDER_METRES : CITY_METRES)) return { outside: true };
  const [, own = Number.POSITIVE_INFINITY] = all.find(([district]) => districts.includes(district)) ?? [];
  const isElsewhere = isExact ? own > BORDER_METRES : own > Math.max(FAR_METRES, FAR_TIMES * metres);
  return isElsewhere ? { district: nearest } : undefined;
};
