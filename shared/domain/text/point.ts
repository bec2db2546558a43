import type { Location } from "../project/location.ts";
import { oneApostrophe, oneHyphen, plain } from "./characters.ts";
import { degreesIn, isMapAddress, pairIn } from "./map-address.ts";
import { fault, type Read } from "./read.ts";

/** Poland, to the tenth of a degree: what lies elsewhere is a slip. */
const isInPoland = (lat: number, lon: number): boolean => lat >= 49 && lat <= 55 && lon >= 14 && lon <= 24.2;

/** Six decimals are eleven centimetres. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A point as its field shows it. */
export const pointText = ({ lat, lon }: Location): string => `${lat}, ${lon}`;

/** A point in Poland. Of two numbers that are one only the other way round, the fault says what that would be. */
export const pointOf = (lat: number, lon: number): Read<Location> => {
  if (isInPoland(lat, lon)) return { value: { lat: rounded(lat), lon: rounded(lon) } };
  return isInPoland(lon, lat)
    ? fault("point-swapped", { limit: pointText({ lat: rounded(lon), lon: rounded(lat) }) })
    : fault("point-abroad");
};

/** What is written beside a number for the side on which it lies; the words that go with them say nothing. */
const SIDES: Readonly<Record<string, string>> = {
  ...{ n: "n", lat: "n", latitude: "n", szer: "n", szerokość: "n", szerokosc: "n", ш: "n", широта: "n" },
  ...{ e: "e", lon: "e", lng: "e", long: "e", longitude: "e", dł: "e", dl: "e", długość: "e", dlugosc: "e" },
  ...{ д: "e", довгота: "e", s: "s", w: "w" },
  ...{ geogr: "", geograficzna: "", płn: "", pn: "", wsch: "", пн: "", сх: "" },
};

const WITH_DOTS = /[-+]?\d{1,3}(?:\.\d{1,20})?(?!\d)|[a-z°'"]|[^ ,;:=/|~.()[\]-]/gu;
const WITH_COMMAS = /[-+]?\d{1,3}(?:,\d{1,20})?(?!\d)|[a-z°'"]|[^ ,;:=/|~.()[\]-]/gu;

/** Numbers, their marks and the letters of their sides, in their order; everything else stands between them. */
const partsOf = (typed: string): readonly string[] => {
  const text = oneHyphen(oneApostrophe(plain(typed.replace(/[º˚⁰∘]/g, "°")).toLowerCase()))
    .replace(/[„“”ʺˮ]/g, '"')
    .replaceAll("''", '"')
    .replace(/"(\p{L}{3,9})"/gu, "$1")
    .replace(/[{}&]/g, " ")
    .replace(/\p{L}+/gu, (word) => SIDES[word] ?? "?");
  return [...text.matchAll(/\d\.\d/.test(text) ? WITH_DOTS : WITH_COMMAS)].map(([part]) => part);
};

const UNITS = ["°", "'", '"'];

/** The numbers of each of two angles: degrees, minutes, seconds. Without marks and letters there are degrees alone. */
const anglesOf = (parts: readonly string[]): readonly (readonly number[])[] | undefined => {
  const hasMarks = parts.includes("°");
  const isSided = parts.some((part) => /^[nsew]$/.test(part));
  const numbers = parts.flatMap((part, index) =>
    /\d/.test(part)
      ? [{ value: Number(part.replace(",", ".")), unit: UNITS.indexOf(parts[index + 1] ?? "") }]
      : [],
  );
  if (numbers.length % 2 > 0 && !hasMarks) return undefined;
  const half = hasMarks
    ? numbers.findLastIndex(({ unit }) => unit === 0)
    : numbers.length === 2 || numbers.length === 6 || isSided
      ? numbers.length / 2
      : 0;
  const angles = [numbers.slice(0, half), numbers.slice(half)];
  const isOrdered = angles.every(
    (angle) =>
      angle.length >= 1 &&
      angle.length <= 3 &&
      angle.every(
        ({ value, unit }, index) =>
          (unit < 0 || unit === index) && (index === 0 || (value >= 0 && value < 60)),
      ),
  );
  return isOrdered ? angles.map((angle) => angle.map(({ value }) => value)) : undefined;
};

const degrees = ([whole = 0, minutes = 0, seconds = 0]: readonly number[]): number =>
  (Math.abs(whole) + minutes / 60 + seconds / 3600) * (Object.is(Math.abs(whole), whole) ? 1 : -1);

/**
 * A point as people write and copy it: decimals with full stops or commas, degrees with any primes, sides before or after, the addresses
 * of maps, and what programs hand over. Latitude comes first unless letters say otherwise.
 */
export const readPoint = (typed: string): Read<Location> => {
  if (isMapAddress(typed)) {
    const pair = pairIn(typed);
    const inDegrees = degreesIn(typed);
    if (pair === undefined && inDegrees !== undefined) return readPoint(inDegrees);
    return pair === undefined ? fault("point-link") : pointOf(...pair);
  }
  // Well-known text says east first.
  const [, east, north] =
    /^point ?\( ?(-?\d{1,3}(?:\.\d{1,20})?) (-?\d{1,3}(?:\.\d{1,20})?) ?\)$/i.exec(plain(typed)) ?? [];
  if (east !== undefined && north !== undefined) return pointOf(Number(north), Number(east));
  const parts = partsOf(typed);
  const [first, second] = anglesOf(parts) ?? [];
  const sides = parts.filter((part, index, all) => /^[nsew]$/.test(part) && nextSide(all, index) !== part);
  const isKnown = parts.every((part) => /\d/.test(part) || /^[nsew]$/.test(part) || UNITS.includes(part));
  if (!first || !second || !isKnown) return fault("point");
  const signs = sides.map((side) => (side === "s" || side === "w" ? -1 : 1));
  const [one, other] = [degrees(first) * (signs[0] ?? 1), degrees(second) * (signs[1] ?? 1)];
  const said = sides.map((side) => (side === "n" || side === "s" ? "n" : "e")).join();
  if (said === "" || said === "n,e") return pointOf(one, other);
  return said === "e,n" ? pointOf(other, one) : fault("point");
};

/** A side that is said on both sides of a number is said once. */
const nextSide = (parts: readonly string[], index: number): string | undefined =>
  parts.slice(index + 1).find((part) => /^[nsew]$/.test(part));
