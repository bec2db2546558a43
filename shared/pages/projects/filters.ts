import { pathTo } from "../../domain/addresses.ts";
import { disclosure } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { form, hidden } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import type { Choice } from "./model.ts";

/** What a list is asked for, as its form and its links say it. */
export interface ProjectsFilter {
  /** One pool, or several with commas. */
  readonly pool?: string | undefined;
  readonly district?: string | undefined;
  readonly status?: string | undefined;
  readonly category?: string | undefined;
  /** In złoty. */
  readonly minCost?: string | undefined;
  readonly maxCost?: string | undefined;
  readonly minSupporters?: string | undefined;
  readonly q?: string | undefined;
}

export interface FiltersModel {
  readonly cycleId: string;
  readonly cycles: readonly Choice[];
  readonly pools: readonly Choice[];
  readonly districts: readonly Choice[];
  readonly filter: ProjectsFilter;
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

export const filtersForm = (frame: Frame, model: FiltersModel): Html => {
  const { words } = frame;
  const w = words.projects;
  const state = formState(words);
  const { cycleId, cycles, districts, filter } = model;
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
${category !== undefined && hidden("category", category)}
${select(state, { name: "pool", label: w.filters.pool, options: poolOptions(model), value: filter.pool, placeholder: w.filters.allPools })}
${select(state, { name: "status", label: w.filters.status, options: Object.entries(w.status), value: filter.status, placeholder: w.filters.allStatuses })}
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
