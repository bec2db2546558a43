import { pathTo } from "../../domain/addresses.ts";
import type { TypedFilter } from "../../domain/project/search.ts";
import type { Issue } from "../../domain/refusals.ts";
import type { Words } from "../../words/words.ts";
import { disclosure } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { form, hidden } from "../components/form.ts";
import { type FormState, formState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import type { Choice } from "./model.ts";

export interface FiltersModel {
  readonly cycleId: string;
  readonly cycles: readonly Choice[];
  readonly pools: readonly Choice[];
  readonly districts: readonly Choice[];
  /** None where the edition has no categories. */
  readonly categories: readonly Choice[];
  readonly filter: TypedFilter;
  /** What of it cannot be read. */
  readonly issues: readonly Issue[];
}

export const queryOf = (values: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
};

/** The pools to choose from; several that were asked for together stay one choice. */
const poolOptions = ({ pools, filter: { pool } }: FiltersModel): readonly Choice[] => {
  if (pool === undefined || pools.some(([id]) => id === pool)) return pools;
  const names = new Map(pools);
  const asked = pool.split(",").map((id) => names.get(id) ?? id);
  return [[pool, asked.join(", ")], ...pools];
};

/** The categories to choose from; one that is asked for and that the edition does not have stays a choice. */
const categoryOptions = ({ categories, filter: { category } }: FiltersModel): readonly Choice[] =>
  category === undefined || categories.some(([id]) => id === category)
    ? categories
    : [[category, category], ...categories];

/** The form as it was sent, with what is wrong in it. */
export const filterState = (words: Words, { filter, issues }: FiltersModel): FormState =>
  formState(words, {
    typed: filter,
    issues,
    say: {
      "/minCost": words.projects.filters.costFault,
      "/maxCost": words.projects.filters.costFault,
      "/minSupporters": words.projects.filters.supportersFault,
    },
  });

export const filtersForm = (frame: Frame, model: FiltersModel): Html => {
  const { words } = frame;
  const w = words.projects;
  const state = filterState(words, model);
  const { cycleId, cycles, districts, filter } = model;
  const categories = categoryOptions(model);
  const { district, category, minCost, maxCost, minSupporters } = filter;
  const isOpen = [district, minCost, maxCost, minSupporters].some((value) => value !== undefined);
  return form({
    action: link(frame, pathTo("projects")),
    method: "get",
    submit: w.filters.submit,
    kind: "second",
    body: html`${
      cycles.length > 1
        ? select(state, {
            name: "cycle",
            label: w.filters.cycle,
            options: cycles,
            value: cycleId,
            placeholder: false,
          })
        : hidden("cycle", cycleId)
    }
${select(state, { name: "pool", label: w.filters.pool, options: poolOptions(model), value: filter.pool, placeholder: w.filters.allPools })}
${select(state, { name: "status", label: w.filters.status, options: Object.entries(w.status), value: filter.status, placeholder: w.filters.allStatuses })}
${
  categories.length > 0 &&
  select(state, {
    name: "category",
    label: w.filters.category,
    options: categories,
    value: category,
    placeholder: w.filters.allCategories,
  })
}
${textField(state, { name: "q", label: w.filters.search, hint: w.filters.searchHint, kind: "search", value: filter.q })}
${disclosure(
  w.filters.more,
  html`${select(state, { name: "district", label: w.filters.district, options: districts, value: district, placeholder: w.filters.allDistricts })}
${textField(state, { name: "minCost", label: w.filters.minCost, kind: "amount", width: 11, unit: "zł", value: minCost })}
${textField(state, { name: "maxCost", label: w.filters.maxCost, kind: "amount", width: 11, unit: "zł", value: maxCost })}
${textField(state, { name: "minSupporters", label: w.filters.minSupporters, kind: "digits", width: 4, value: minSupporters })}`,
  isOpen,
)}`,
  });
};
