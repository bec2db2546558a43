import type { Location } from "./location.ts";

export type Ring = readonly (readonly number[])[];

interface Sheet {
  readonly width: number;
  /** What is much higher than wide is drawn smaller, in the middle. */
  readonly mostHeight?: number;
  /** Kept free on each side. */
  readonly margin?: number;
}

/** Where on a sheet a place is drawn, and which place a pixel of it is. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly pixelOf: (place: Location) => readonly [x: number, y: number];
  readonly placeAt: (x: number, y: number) => Location;
}

const rangeOf = (numbers: readonly number[]): readonly [number, number] =>
  numbers.reduce<[number, number]>(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

/** These rings as large as the sheet takes them. A degree of longitude is shorter than one of latitude, the more so the further north. */
export const projectionOf = (
  rings: readonly Ring[],
  { width, mostHeight = Number.POSITIVE_INFINITY, margin = 0 }: Sheet,
): Projection => {
  const corners = rings.flat();
  const [west, east] = rangeOf(corners.map(([lon = 0]) => lon));
  const [south, north] = rangeOf(corners.map(([, lat = 0]) => lat));
  const narrow = Math.cos(((north + south) / 2) * (Math.PI / 180));
  const across = (east - west) * narrow;
  const scale = Math.min(
    (width - 2 * margin) / (across || 1),
    (mostHeight - 2 * margin) / (north - south || 1),
  );
  const left = (width - across * scale) / 2;
  return {
    width,
    height: Math.max(1, Math.ceil((north - south) * scale)) + 2 * margin,
    pixelOf: ({ lat, lon }) => [left + (lon - west) * narrow * scale, margin + (north - lat) * scale],
    placeAt: (x, y) => ({ lat: north - (y - margin) / scale, lon: west + (x - left) / (narrow * scale) }),
  };
};
