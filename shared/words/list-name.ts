import type { Language } from "../domain/languages.ts";
import type { RuleSet } from "../domain/rule-set.ts";
import { poolNameIn } from "./pool-name.ts";

/** Which list of a ballot is spoken of: that of a district, the one list of the whole city, or any other by its name. */
export type ListName =
  | { readonly of: "citywide" }
  | { readonly of: "district" | "other"; readonly name: string };

/** The one citywide list needs no name; of several each has its own, as areas have. */
export const listNameIn = (language: Language, ruleSet: Pick<RuleSet, "pools">, id: string): ListName => {
  const kind = ruleSet.pools.find((pool) => pool.id === id)?.kind;
  if (kind === "citywide" && ruleSet.pools.filter((pool) => pool.kind === kind).length === 1)
    return { of: "citywide" };
  const name = poolNameIn(language, ruleSet, id) ?? id;
  return { of: kind === "district" ? "district" : "other", name };
};

/** Of which lists a sentence speaks, before one is seen: of the district's and the citywide one alike, of each one has, of those of one kind. */
export type WhichLists = "both" | "each" | "district" | "area" | "citywide" | "citywides";

export const listTitle = (list: ListName, citywide: string): string =>
  list.of === "citywide" ? citywide : list.name;
