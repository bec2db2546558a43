import type { City, Outline } from "../../domain/city.ts";
import type { Location } from "../../domain/project/location.ts";
import { type Projection, projectionOf, type Ring } from "../../domain/project/projection.ts";
import { districtAt, ringsOf } from "../../domain/project/whereabouts.ts";
import type { Words } from "../../words/words.ts";
import { attributes, type Html, html } from "../html.ts";

type PixelOf = Projection["pixelOf"];

/** Corners nearer than this to the one before are not seen. */
const SEEN_PIXELS = 2;

const cornersOf = (ring: Ring, pixelOf: PixelOf): string[] => {
  let [atX, atY] = [Number.NaN, Number.NaN];
  return ring.flatMap(([lon = 0, lat = 0]) => {
    const [x, y] = pixelOf({ lat, lon }).map(Math.round) as [number, number];
    if (Math.hypot(x - atX, y - atY) < SEEN_PIXELS) return [];
    [atX, atY] = [x, y];
    return [`${x} ${y}`];
  });
};

/** Rings as the `d` of a path. */
export const pathOf = (rings: readonly Ring[], pixelOf: PixelOf): string =>
  rings.map((ring) => `M${cornersOf(ring, pixelOf).join("L")}Z`).join("");

/** As wide as the text of the narrowest phone, and no wider on any screen: what is clicked on it is one of its pixels. */
const SHEET = { width: 312, mostHeight: 416, margin: 12 };

export const sheetOf = (outlines: readonly Outline[]): Projection =>
  projectionOf(outlines.flatMap(ringsOf), SHEET);

/** An id stands in the middle of its outline where it is short, as `L13` is. */
const labelOf = (outline: Outline, pixelOf: PixelOf): string => {
  const { district } = outline.properties;
  if (district.length > 4) return "";
  const { width, height, placeAt } = projectionOf(ringsOf(outline), SHEET);
  const [x, y] = pixelOf(placeAt(width / 2, height / 2));
  return `<text x="${Math.round(x)}" y="${Math.round(y) + 4}">${district}</text>`;
};

interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Outlines as one picture for an `img`, with a point on them. Its colours are its own: a style sheet does not reach into it. */
export const drawnOutlines = (outlines: readonly Outline[], point?: Location): Picture => {
  const { width, height, pixelOf } = sheetOf(outlines);
  const shapes = outlines.map((one) => `<path d="${pathOf(ringsOf(one), pixelOf)}"/>`).join("");
  const labels = outlines.length > 1 ? outlines.map((one) => labelOf(one, pixelOf)).join("") : "";
  const [x = 0, y = 0] = point ? pixelOf(point).map(Math.round) : [];
  const mark = point
    ? `<circle cx="${x}" cy="${y}" r="7" fill="#b3001b" stroke="#fff" stroke-width="3"/>`
    : "";
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<g fill="#dbe6f3" fill-rule="evenodd" stroke="#222" stroke-width="1.5">${shapes}</g>`,
    `<g font-family="sans-serif" font-size="12" text-anchor="middle">${labels}</g>${mark}</svg>`,
  ].join("");
  return { src: `data:image/svg+xml,${svg.replace(/[<>"#%]/g, encodeURIComponent)}`, width, height };
};

/** A place on the outline of its district, said in words too. */
export const placeOnOutline = (
  { projects: w }: Words,
  { map, districts }: Pick<City, "map" | "districts">,
  place: Location,
): Html | false => {
  const outlines = map.kind === "outlines" ? map.outlines.features : [];
  const found = districtAt(outlines, place);
  const own = outlines.filter(({ properties }) => properties.district === found);
  const name = districts.find(({ id }) => id === found)?.name;
  if (name === undefined) return false;
  return html`<p class="outlines"><img${attributes({ ...drawnOutlines(own, place), alt: w.onMap(name) })}></p>`;
};
