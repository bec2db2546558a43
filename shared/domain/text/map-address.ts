import { plain } from "./characters.ts";

/** Addresses of OpenStreetMap, Google, Apple, Bing, Waze, and `geo:` (RFC 5870); the pin before the middle of the map. */
const PAIRS = [
  /[?&#]mlat=(-?\d{1,3}(?:\.\d{1,20})?)&mlon=(-?\d{1,3}(?:\.\d{1,20})?)/,
  /!3d(-?\d{1,3}(?:\.\d{1,20})?)!4d(-?\d{1,3}(?:\.\d{1,20})?)/,
  /[?&](?:q|query|ll|sll|daddr|destination|center|coordinate|cp|loc|to)=(?:loc:|ll\.)?(-?\d{1,3}(?:\.\d{1,20})?)[,~] ?(-?\d{1,3}(?:\.\d{1,20})?)/,
  /[@/:](-?\d{1,3}(?:\.\d{1,20})?), ?(-?\d{1,3}(?:\.\d{1,20})?)/,
  /[#&]map=\d{1,2}(?:\.\d{1,5})?\/(-?\d{1,3}(?:\.\d{1,20})?)\/(-?\d{1,3}(?:\.\d{1,20})?)/,
];

/** A map of Seznam says east first. */
const EAST_FIRST = /[?&]x=(-?\d{1,3}(?:\.\d{1,20})?)&y=(-?\d{1,3}(?:\.\d{1,20})?)/;

export const isMapAddress = (typed: string): boolean =>
  /^(?:https?:|geo:|(?:www|maps?|google|openstreetmap|osm|waze|bing|mapy)\.)/i.test(typed.trim());

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    return address;
  }
};

/** The point that an address of a map has in it; a short link has none. */
export const pairIn = (typed: string): readonly [lat: number, lon: number] | undefined => {
  const address = decoded(plain(typed)).toLowerCase();
  for (const pair of PAIRS) {
    const [, lat, lon] = pair.exec(address) ?? [];
    if (lat !== undefined && lon !== undefined && (Number(lat) !== 0 || Number(lon) !== 0))
      return [Number(lat), Number(lon)];
  }
  const [, lon, lat] = EAST_FIRST.exec(address) ?? [];
  return lat === undefined ? undefined : [Number(lat), Number(lon)];
};

/** The same in degrees, minutes and seconds, where an address of a map has those: `/place/50°16'05.9"N+19°02'30.8"E`. */
export const degreesIn = (typed: string): string | undefined =>
  decoded(typed.trim())
    .split(/[/?&#=]/)
    .find((part) => /^\d{1,3}°[^°]{1,20}[ns][ ,]{1,2}\d{1,3}°[^°]{1,20}[ew]$/i.test(part));
