import type { District } from "../../domain/district.ts";
import { notValid } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import type { Site } from "../../platform/deps.ts";

/** The districts of the city: their names by id. */
export const districtsOf = ({ city }: Pick<Site, "city">): ReadonlyMap<string, string> =>
  new Map(city.districts.map(({ id, name }) => [id, name]));

/** Whether the city has each of these districts; the refusal points at the first that it has not. */
export const checkDistricts = (
  districts: readonly District[],
  pointerOf: (index: number) => string,
  site: Pick<Site, "city">,
): Result<void> => {
  const known = districtsOf(site);
  const index = districts.findIndex((district) => !known.has(district));
  return index < 0 ? ok(undefined) : refused(notValid([{ pointer: pointerOf(index), rule: "choice" }]));
};
