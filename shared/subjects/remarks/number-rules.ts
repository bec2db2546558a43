/** The numbers of a report, from what was said and decided alone: each can be counted again in the public table. */
import type { City } from "../../domain/city.ts";
import { districtAt, outlinesOf } from "../../domain/project/whereabouts.ts";
import { Origin, type Remark, spotOf, Verdict } from "./rules.ts";

type Counted = Pick<Remark, "origin" | "decision" | "about">;

/** What a remark is about as a table groups it: the whole, a paragraph by its name, or a place. */
export const subjectOfRemark = (one: Pick<Remark, "about">): string =>
  one.about.kind === "paragraph" ? (spotOf(one) ?? "") : one.about.kind;

/** The district in which the place of a remark lies; none where it has no place, or the city's map has no borders. */
export const districtOf = (
  { about }: Pick<Remark, "about">,
  { map, districts }: Pick<City, "map" | "districts">,
): string | undefined =>
  about.kind === "place"
    ? districtAt(
        outlinesOf(
          map,
          districts.map(({ id }) => id),
        ),
        about.place,
      )
    : undefined;

const WHOLE = ["whole", "place"];
const bySubject = (one: string, other: string): number =>
  WHOLE.indexOf(other) - WHOLE.indexOf(one) || one.localeCompare(other, "en", { numeric: true });

export const numbersOf = (all: readonly Counted[], city: Pick<City, "map" | "districts">) => {
  const count = (holds: (one: Counted) => boolean): number => all.filter(holds).length;
  const subjects = Map.groupBy(all, subjectOfRemark);
  const districts = Map.groupBy(all, (one) => districtOf(one, city));
  return {
    total: all.length,
    verdicts: Verdict.options.map((verdict) => ({
      verdict,
      count: count(({ decision }) => decision?.verdict === verdict),
    })),
    origins: Origin.options.map((origin) => ({ origin, count: count((one) => one.origin === origin) })),
    /** In the order of the documents, the whole and places first. */
    subjects: [...subjects]
      .toSorted(([one], [other]) => bySubject(one, other))
      .map(([about, found]) => ({ about, count: found.length })),
    /** Of remarks about a place, where the city's map has borders; in the order of the city's districts. */
    districts: city.districts.flatMap(({ id }) => {
      const found = districts.get(id);
      return found ? [{ district: id, count: found.length }] : [];
    }),
  };
};
export type Numbers = ReturnType<typeof numbersOf>;
