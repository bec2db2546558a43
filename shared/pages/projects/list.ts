import { pathTo } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { disclosure, titled } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { districtMap } from "../components/district-map.ts";
import { form } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { pages } from "../components/pages.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { Choice, ProjectModel } from "./model.ts";
import { statusTag } from "./status-tag.ts";

interface ProjectsModel {
  readonly city: Pick<City, "map" | "districts">;
  /** The list nearest to a district; undefined where it has the citywide ones alone. */
  readonly listOf: (district: string) => string | undefined;
  readonly cycleId: string;
  readonly cycles: readonly Choice[];
  readonly pools: readonly Choice[];
  readonly filter: {
    readonly pool?: string | undefined;
    readonly status?: string | undefined;
    readonly q?: string | undefined;
  };
  readonly items: readonly ProjectModel[];
  /** How many are found; null where nobody has counted. */
  readonly total: number | null;
  /** Cursor of the next page, and whether this is a later one. */
  readonly next: string | null;
  readonly isLater: boolean;
  /** Where nothing is found: words that are near, and what the search finds without a filter. */
  readonly instead?:
    | {
        readonly words: readonly string[];
        readonly without: readonly {
          readonly filter: "pools" | "status" | "category";
          readonly total: number | null;
        }[];
      }
    | undefined;
}

const queryOf = (values: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
};

const filters = (frame: Frame, { cycleId, cycles, pools, filter }: ProjectsModel): Html => {
  const { words } = frame;
  const w = words.projects;
  const state = formState(words);
  const statuses = Object.entries(w.status);
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
        : html`<input type="hidden" name="cycle" value="${cycleId}">`
    }
${select(state, { name: "pool", label: w.filters.pool, options: pools, value: filter.pool, placeholder: w.filters.allPools })}
${select(state, { name: "status", label: w.filters.status, options: statuses, value: filter.status, placeholder: w.filters.allStatuses })}
${textField(state, { name: "q", label: w.filters.search, hint: w.filters.searchHint, kind: "search", value: filter.q })}`,
  });
};

/** Districts that have a list in this edition, their own or an area's, as links to its projects. */
const mapOf = (frame: Frame, { city, cycleId, listOf, filter: { pool, status, q } }: ProjectsModel): Html => {
  const hrefOf = (district: string): string | undefined => {
    const list = listOf(district);
    return list && link(frame, pathTo("projects")) + queryOf({ cycle: cycleId, pool: list, status, q });
  };
  const isChosen = (district: string): boolean => pool !== undefined && listOf(district) === pool;
  return disclosure(frame.words.projects.map, districtMap(frame.words, { city, hrefOf, isChosen }));
};

const item = (frame: Frame, project: ProjectModel): Html => {
  const { words } = frame;
  const w = words.projects;
  return titled(
    html`<a href="${link(frame, pathTo("project", { cycleId: project.cycleId, projectId: project.id }))}">${project.title}</a>`,
    html`<p>${project.number} · ${project.poolName}</p>
<p>${w.facts.cost}: <strong>${words.format.money(project.costGrosze)}</strong></p>
${project.status === "submitted" && html`<p>${w.facts.supporters}: ${w.supportersOf(project.supporters, project.supportersNeeded)}</p>`}
<p>${statusTag(words, project)}</p>`,
  );
};

/** What to look for instead, as links. */
const insteadOf = (frame: Frame, { cycleId, filter, instead }: ProjectsModel): Html | false => {
  if (!instead) return false;
  const w = frame.words.projects.instead;
  const { pool, status, q } = filter;
  const to = (query: Readonly<Record<string, string | undefined>>): string =>
    link(frame, pathTo("projects")) + queryOf({ cycle: cycleId, ...query });
  const dropped = {
    pools: { text: w.pools, href: to({ status, q }) },
    status: { text: w.status, href: to({ pool, q }) },
    category: { text: w.category, href: to({ pool, status, q }) },
  } as const;
  return html`${
    instead.words.length > 0 &&
    html`<p>${w.nearest}</p>
<ul>${instead.words.map((words) => html`<li><a href="${to({ pool, status, q: words })}">${words}</a></li>`)}</ul>`
  }${
    instead.without.length > 0 &&
    html`<ul>${instead.without.map(({ filter: name, total }) => {
      const { href, text } = dropped[name];
      return html`<li><a href="${href}">${text}</a>${total !== null && html`: ${frame.words.projects.found(total)}`}</li>`;
    })}</ul>`
  }`;
};

/** Proposals and projects of an edition: filters, the list, and the list as files. */
export const projectsView = (frame: Frame, model: ProjectsModel): Html => {
  const { words } = frame;
  const w = words.projects;
  const { cycleId, filter, items, total, next, isLater } = model;
  const { pool, status, q } = filter;
  const asked = queryOf({ pool, status, q });
  const files = [
    ["CSV", "projectsCsv"],
    ["JSON", "projectsJson"],
    ["GeoJSON", "projectsGeojson"],
  ] as const;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${filters(frame, model)}
${!isLater && mapOf(frame, model)}
<p role="status"><strong>${total === null ? w.foundMore : w.found(total)}</strong></p>
${
  items.length > 0
    ? html`<ul class="grid wide">${items.map((project) => html`<li>${item(frame, project)}</li>`)}</ul>`
    : html`<p>${w.empty}</p>${insteadOf(frame, model)}`
}
${pages(words, { href: link(frame, pathTo("projects") + queryOf({ cycle: cycleId, pool, status, q })), next, isLater })}
<p>${w.download} ${files.map(([name, to], index) => html`${index > 0 && ", "}<a href="${pathTo(to, { cycleId })}${asked}">${name}</a>`)}</p>`,
  });
};

/** The list before the first edition has any projects. */
export const noProjectsView = (frame: Frame): Html => {
  const w = frame.words.projects;
  return layout(frame, { title: w.title, body: html`<h1>${w.title}</h1>\n<p>${w.none}</p>` });
};
