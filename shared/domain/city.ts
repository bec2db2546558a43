import { z } from "zod";
import { ConsultationRules } from "./consultation/kinds.ts";
import { ModerationPolicy } from "./consultation/moderation.ts";
import { RequestTerms } from "./consultation/requests.ts";
import { District, ResidentCount } from "./district.ts";
import { CaseMarkScheme } from "./intake/case-mark.ts";
import { Language, MEASURE } from "./languages.ts";
import { localised } from "./localised.ts";
import { Logo } from "./logo.ts";
import { MeetingRules } from "./meeting/kinds.ts";
import { EditionNumbering } from "./project/edition-numbering.ts";
import { Location } from "./project/location.ts";
import { NumberScheme } from "./project/number-scheme.ts";
import { areApart, Slug } from "./slug.ts";
import { Email, line } from "./text.ts";
import { Theme } from "./theme.ts";
import { CITY_ZONE, LocalDate } from "./time.ts";

const CityDistrict = z.strictObject({
  id: District,
  name: line(120),
  /** An edition takes them from here on the day it opens, where the office gives no others. */
  residents: ResidentCount,
});

const Cell = z.strictObject({
  column: z.int().min(0).max(40),
  row: z.int().min(0).max(40),
  /** Roughly its middle: by it a point that is far from it is said to be elsewhere. */
  around: Location.optional(),
});

const Degrees = z.array(z.number().min(-180).max(180)).min(2).max(3);

/** Corners of all outlines together, at most: whoever opens the list of projects loads them all. */
const MOST_CORNERS = 4000;

/** One district's outline (RFC 7946). */
const Outline = z.strictObject({
  type: z.literal("Feature"),
  properties: z.looseObject({ district: District }),
  geometry: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(z.array(Degrees).min(4)).min(1) }),
    z.strictObject({
      type: z.literal("MultiPolygon"),
      coordinates: z.array(z.array(z.array(Degrees).min(4)).min(1)).min(1),
    }),
  ]),
});
export type Outline = z.infer<typeof Outline>;

type Coordinates = readonly number[] | readonly Coordinates[];

const cornersIn = (coordinates: Coordinates): number =>
  coordinates.reduce<number>((sum, one) => sum + (typeof one === "number" ? 0 : cornersIn(one)), 0) || 1;

/** Where districts lie: for looking at, and for a proposal whose point is surely in none of its pool. */
const CityMap = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("schematic"),
      /** Said wherever the map is shown. */
      note: localised(line(300)),
      /** A cell a district, from the north-west corner. */
      tiles: z.record(District, Cell),
    })
    .refine(
      ({ tiles }) => {
        const cells = Object.values(tiles).map(({ column, row }) => `${column}/${row}`);
        return new Set(cells).size === cells.length;
      },
      { path: ["tiles"], error: "each district has a cell of its own" },
    ),
  z.strictObject({
    kind: z.literal("outlines"),
    note: localised(line(300)),
    outlines: z.strictObject({
      type: z.literal("FeatureCollection"),
      features: z
        .array(Outline)
        .min(1)
        .max(60)
        .refine(
          (features) =>
            features.reduce((sum, { geometry }) => sum + cornersIn(geometry.coordinates), 0) <= MOST_CORNERS,
          { error: `outlines of more than ${MOST_CORNERS} corners are to be simplified first` },
        ),
    }),
  }),
]);
type CityMap = z.infer<typeof CityMap>;

const onMap = (map: CityMap): string[] =>
  map.kind === "schematic"
    ? Object.keys(map.tiles)
    : map.outlines.features.map(({ properties }) => properties.district);

/** What one city is, as data: what its pages and letters say of it, how it numbers, and of which districts it is made. */
export const City = z
  .strictObject({
    /** The name of the profile's file, and of the city in a stage's settings. */
    slug: Slug.regex(/^[a-z-]+$/),
    /** In the nominative: sentences put it after "miasto", "city of", "місто". The Polish one is the city's in rule sets and `.pb` files. */
    name: localised(line(80)),
    country: line(80),
    office: line(120),
    unit: line(120),
    address: line(200),
    phone: line(40),
    /** When somebody answers the phone. */
    hours: localised(line(200)),
    /** Who decides about personal data (art. 4(7) GDPR). */
    controller: localised(line(300)),
    privacyOfficer: Email,
    website: z.url({ protocol: /^https?$/ }),
    /** Those of the house's languages that the site speaks, in the order in which pages offer them. */
    languages: z
      .array(Language)
      .min(1)
      .refine((languages) => languages.includes(MEASURE), { error: "what others lack is said in Polish" })
      .refine((languages) => new Set(languages).size === languages.length, {
        error: "each language stands once",
      }),
    theme: Theme,
    logo: Logo.optional(),
    /** Dates of the accessibility statement; the law wants a review by 31 March of each year. */
    statement: z
      .strictObject({ published: LocalDate, updated: LocalDate, made: LocalDate, reviewed: LocalDate })
      .refine(({ published, updated, made, reviewed }) => published <= updated && made <= reviewed, {
        error: "what is updated or reviewed was there before",
      }),
    /** All of Poland keeps one time and one list of public holidays; the house knows no others. */
    zone: z.literal(CITY_ZONE),
    holidays: z.literal("PL"),
    editions: EditionNumbering,
    projectNumbers: NumberScheme,
    /** How the office marks the cases of its register. */
    caseMarks: CaseMarkScheme,
    consultations: ConsultationRules,
    moderation: ModerationPolicy,
    consultationRequests: RequestTerms.optional(),
    meetings: MeetingRules,
    /** Where the numbers of residents come from, and how far they can be relied on. */
    residents: z.strictObject({ source: line(300), note: localised(line(600)) }),
    districts: z
      .array(CityDistrict)
      .min(1)
      .max(60)
      .refine((districts) => areApart(districts.map(({ id }) => id)), {
        error: "districts have ids of their own",
      })
      .refine((districts) => areApart(districts.map(({ name }) => name)), {
        error: "districts have names of their own",
      }),
    map: CityMap,
  })
  .superRefine(({ districts, map }, context) => {
    const [known, shown] = [districts.map(({ id }) => id).sort(), onMap(map).sort()];
    if (known.join() !== shown.join())
      context.addIssue({ code: "custom", path: ["map"], message: "shows each district once, and no other" });
  })
  .meta({ id: "City" });
export type City = z.infer<typeof City>;
