import type { City } from "../../domain/city.ts";
import { projectionOf } from "../../domain/project/projection.ts";
import { ringsOf } from "../../domain/project/whereabouts.ts";
import { inLanguage } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";
import { attributes, type Html, html, safeHref } from "../html.ts";
import { pathOf } from "./drawn-outlines.ts";

interface DistrictMapModel {
  readonly city: Pick<City, "map" | "districts">;
  /** Where a district leads to; one without a place to lead to is drawn only. */
  readonly hrefOf: (district: string) => string | undefined;
  readonly isChosen: (district: string) => boolean;
}

/** The side of one cell, and of the whole picture of outlines. */
const CELL = 100;
const WIDTH = 700;

type District = City["districts"][number];

const hasShortId = ({ id }: District): boolean => id.length <= 4;

/** A name has no room in a cell: the id where it is short, as `L13` is, else how the name begins. */
const shortOf = (district: District): string =>
  hasShortId(district) ? district.id : `${district.name.slice(0, 4).trim()}.`;

/** What is read aloud has what is written in the cell: whoever steers by voice says what they see. */
const spokenOf = (district: District): string =>
  hasShortId(district) ? `${district.id} ${district.name}` : district.name;

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapeOf: (district: District) => Html;
}

type Schematic = Extract<City["map"], { readonly kind: "schematic" }>;
type Outlined = Extract<City["map"], { readonly kind: "outlines" }>;

const tiled = ({ tiles }: Schematic): Drawing => {
  const cells = Object.values(tiles);
  return {
    width: CELL * (1 + Math.max(...cells.map(({ column }) => column))),
    height: CELL * (1 + Math.max(...cells.map(({ row }) => row))),
    shapeOf: (district) => {
      const { column = 0, row = 0 } = tiles[district.id] ?? {};
      const [x, y] = [column * CELL, row * CELL];
      return html`<rect x="${x + 3}" y="${y + 3}" width="${CELL - 6}" height="${CELL - 6}"/><text x="${x + CELL / 2}" y="${y + CELL / 2}">${shortOf(
        district,
      )}</text>`;
    },
  };
};

const outlined = ({ outlines: { features } }: Outlined): Drawing => {
  const rings = new Map(features.map((outline) => [outline.properties.district, ringsOf(outline)]));
  const { width, height, pixelOf } = projectionOf([...rings.values()].flat(), { width: WIDTH });
  return {
    width,
    height,
    shapeOf: ({ id }) => html`<path fill-rule="evenodd" d="${pathOf(rings.get(id) ?? [], pixelOf)}"/>`,
  };
};

/**
 * The districts of a city as they lie, each a link, with the words that say how exact the map is. What it leads to has to
 * stand on the page in words as well.
 */
export const districtMap = (words: Words, { city, hrefOf, isChosen }: DistrictMapModel): Html => {
  const { map, districts } = city;
  const { width, height, shapeOf } = map.kind === "schematic" ? tiled(map) : outlined(map);
  const shapes = districts.map((district) => {
    const href = hrefOf(district.id);
    const shape = shapeOf(district);
    return href === undefined
      ? html`<g role="img" aria-label="${spokenOf(district)}">${shape}</g>`
      : html`<a${attributes({ href: safeHref(href), "aria-label": spokenOf(district), "aria-current": isChosen(district.id) && "true" })}>${shape}</a>`;
  });
  return html`<figure>
<svg class="districts" viewBox="0 0 ${width} ${height}">${shapes}</svg>
<figcaption>${inLanguage(map.note, words.language)}</figcaption>
</figure>`;
};
