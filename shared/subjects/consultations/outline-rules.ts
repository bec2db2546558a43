import { z } from "zod";
import type { Outline } from "../../domain/city.ts";
import type { Location } from "../../domain/project/location.ts";
import { isWithin, ringsOf } from "../../domain/project/whereabouts.ts";
import { pointText, readPoint } from "../../domain/text/point.ts";

/** A corner as GeoJSON has it, east first (RFC 7946), with or without a height. */
const Corner = z.tuple([z.number(), z.number()]).rest(z.number());
const Polygon = z.object({ type: z.literal("Polygon"), coordinates: z.tuple([z.array(Corner)]) });
const Feature = z.object({ type: z.literal("Feature"), geometry: Polygon });
const GeoJson = z.union([
  Polygon,
  Feature.transform(({ geometry }) => geometry),
  z
    .object({ type: z.literal("FeatureCollection"), features: z.tuple([Feature]) })
    .transform(({ features: [{ geometry }] }) => geometry),
]);

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The corners of a GeoJSON with one polygon without holes, as somebody types them; whatever else was typed stays as it is. */
export const cornersTyped = (typed: unknown): unknown => {
  if (!Array.isArray(typed) || !String(typed[0]).trim().startsWith("{")) return typed;
  const read = GeoJson.safeParse(jsonIn(typed.join("\n"))).data;
  const [ring = []] = read?.coordinates ?? [];
  const corners = ring.map(([lon, lat]) => pointText({ lat, lon }));
  return corners.length > 0 ? (corners.at(-1) === corners[0] ? corners.slice(0, -1) : corners) : typed;
};

const pointIn = (corner: string): Location[] => {
  const read = readPoint(corner);
  return "value" in read ? [read.value] : [];
};

/** Corners as an outline that can be drawn. */
export const outlineOf = (corners: readonly string[]): Outline => {
  const ring = corners.flatMap(pointIn).map(({ lat, lon }) => [lon, lat]);
  return {
    type: "Feature",
    properties: { district: "" },
    geometry: { type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] },
  };
};

/** Whether a place that somebody typed lies outside; what is no place lies nowhere. */
export const isOutside = (corners: readonly string[], place: string): boolean =>
  pointIn(place).some((point) => !isWithin(ringsOf(outlineOf(corners)), point));
