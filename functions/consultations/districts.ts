import type { District } from "../../shared/domain/district.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { notValid } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Site } from "../../shared/platform/deps.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

/** The districts of the city by id, as its latest rule set names them. */
export const districtsOf = ({ city }: Pick<Site, "city">): ReadonlyMap<string, string> => {
  const ofCity = [...RULE_SETS.values()].filter((ruleSet) => ruleSet.city.name.toLowerCase() === city);
  const latest = ofCity.toSorted((one, other) => other.edition.voteYear - one.edition.voteYear)[0];
  return new Map(
    latest?.pools.filter(({ kind }) => kind === "district").map(({ id, name }) => [id, name[MEASURE]]),
  );
};

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
