import type { Language } from "../domain/languages.ts";
import type { RuleSet } from "../domain/rule-set.ts";
import { inLanguage } from "./fallback.ts";

/** What the rule set calls a category; the id of one that it does not have. */
export const categoryNameIn = (
  language: Language,
  { categories = [] }: Pick<RuleSet, "categories">,
  id: string,
): string => {
  const category = categories.find((one) => one.id === id);
  return category ? inLanguage(category.name, language) : id;
};

/** What the rule set calls a pool; undefined for one that it does not have. */
export const poolNameIn = (
  language: Language,
  { pools }: Pick<RuleSet, "pools">,
  id: string,
): string | undefined => {
  const pool = pools.find((one) => one.id === id);
  return pool && inLanguage(pool.name, language);
};
