import { z } from "zod";
import { answersOf, type Writing } from "../../../shared/acts/write-proposal.ts";
import { canonicalJson } from "../../../shared/domain/canonical.ts";
import type { City, Outline } from "../../../shared/domain/city.ts";
import type { Location } from "../../../shared/domain/project/location.ts";
import { proposalFormOf } from "../../../shared/domain/project/proposal-form.ts";
import { districtAt, outlinesOf } from "../../../shared/domain/project/whereabouts.ts";
import { districtsOfPool, nearestPool } from "../../../shared/domain/rule-set.ts";
import { pointOf, pointText, readPoint } from "../../../shared/domain/text/point.ts";
import { sheetOf } from "../../../shared/pages/components/drawn-outlines.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import type { OutlinesModel } from "../../../shared/pages/proposals/outlines.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";

const Pixel = z.string().regex(/^\d{1,4}$/);

/** A click on the outlines, with what was drawn when they were clicked; or the wish to see the whole of them again. */
const Click = z.union([
  z.looseObject({ "at.x": Pixel, "at.y": Pixel, drawn: z.string().max(40) }),
  z.looseObject({ act: z.literal("outlines") }),
]);

interface Clicked {
  /** What was typed, with what the click says in its place. */
  readonly typed: Record<string, unknown>;
  readonly faults: readonly Fault[];
}

type Speaking = Pick<Request, "city" | "words">;

/** The outlines of a pool, or of the city where none is chosen. */
const outlinesOfPool = ({ map, districts }: City, { cycle }: Writing, pool: string): readonly Outline[] =>
  outlinesOf(map, pool === "" ? districts.map(({ id }) => id) : districtsOfPool(cycle.ruleSet, pool));

export const poolOfDistrict = ({ cycle }: Writing, district: string): string | undefined =>
  nearestPool(
    cycle.ruleSet,
    cycle.pools.map(({ id }) => id),
    district,
  );

/** What a click on the outlines says: the district, where there are several, else the point. A form that was not clicked says nothing. */
export const clickedIn = (
  posted: unknown,
  writing: Writing,
  { city, words }: Speaking,
): Clicked | undefined => {
  const click = Click.safeParse(posted);
  if (!click.success) return undefined;
  const { "at.x": x, "at.y": y, drawn, act: _act, ...typed } = click.data as Record<string, unknown>;
  if (x === undefined) return { typed, faults: [] };
  const outlines = outlinesOfPool(city, writing, String(drawn));
  const place = outlines.length > 0 ? sheetOf(outlines).placeAt(Number(x), Number(y)) : undefined;
  const district = place && districtAt(outlines, place);
  const read = place && pointOf(place.lat, place.lon);
  if (!district || !read || "fault" in read)
    return {
      typed: { ...typed, drawn },
      faults: [{ field: "point", text: words.proposalForm.outlines.outside }],
    };
  if (outlines.length > 1)
    return {
      typed: { ...typed, pool: typed.pool || poolOfDistrict(writing, district), drawn: district },
      faults: [],
    };
  return { typed: { ...typed, drawn, point: pointText(read.value) }, faults: [] };
};

const pointIn = (typed: unknown): Location | undefined => {
  if (typeof typed !== "string") return undefined;
  const read = readPoint(typed);
  return "value" in read ? read.value : undefined;
};

/** The outlines as the page shows them now: those of the pool, or the one of them that was clicked or has the point. */
export const outlinesModel = (
  writing: Writing,
  typed: Readonly<Record<string, unknown>>,
  city: City,
): OutlinesModel | null => {
  const { cycle, project } = writing;
  const whole = String((project ? answersOf(writing).pool : typed.pool) ?? "");
  const all = outlinesOfPool(city, writing, whole);
  if (all.length === 0 || !proposalFormOf(cycle.ruleSet).fields.point) return null;
  const point = pointIn(typed.point);
  const isAsked = typed.drawn !== undefined || point === undefined;
  const one = isAsked ? typed.drawn : districtAt(all, point);
  const own = all.filter(({ properties }) => properties.district === one);
  const outlines = own.length > 0 ? own : all;
  const [only] = outlines;
  const district = outlines.length === 1 ? only?.properties.district : undefined;
  return {
    drawn: district ?? whole,
    district: city.districts.find(({ id }) => id === district)?.name ?? null,
    outlines,
    point: point && districtAt(outlines, point) !== undefined ? point : undefined,
    isSaved: point !== undefined && canonicalJson(point) === canonicalJson(answersOf(writing).point ?? null),
    isPart: outlines.length < all.length,
  };
};
