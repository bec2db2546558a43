import type { Location } from "./location.ts";

const EARTH_METRES = 6_371_000;
const RADIANS = Math.PI / 180;

/** Between two points as the crow flies. */
export const metresBetween = (one: Location, other: Location): number => {
  const lat = ((other.lat - one.lat) * RADIANS) / 2;
  const lon = ((other.lon - one.lon) * RADIANS) / 2;
  const half =
    Math.sin(lat) ** 2 + Math.cos(one.lat * RADIANS) * Math.cos(other.lat * RADIANS) * Math.sin(lon) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(half));
};
