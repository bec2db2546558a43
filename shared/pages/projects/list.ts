import { pathTo } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { disclosure, titled } from "../components/boxes.ts";
import { districtMap } from "../components/district-map.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { pages } from "../components/pages.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type FiltersModel, filterState, filtersForm, queryOf } from "./filters.ts";
import type { ProjectModel } from "./model.ts";
import { statusTag } from "./status-tag.ts";

interface ProjectsModel extends FiltersModel {
  readonly city: Pick<City, "map" | "districts">;
  /** The list nearest to a district; undefined where it has the citywide ones alone. */
  readonly listOf: (district: string) => string | undefined;
  /** The same filter as the files are asked for it. */
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly items: readonly ProjectModel[];
  /** How many are found; null where nobody has counted. */
  readonly total: number | null;
  /** Cursor of the next page, and whether this is a later one. */
  readonly next: string | null;
  readonly isLater: boolean;
  /** Whether there are more than a file holds. */
  readonly isInParts: boolean;
  /** Where nothing is found: words that are near, and what the search finds without a filter. */
  readonly instead?:
    | {
        readonly words: readonly string[];
        readonly without: readonly {
          readonly filter: "pools" | "status" | "category" | "cost" | "supporters";
          readonly total: number | null;
        }[];
      }
    | undefined;
}

/** Districts that have a list in this edition, their own or an area's, as links to its projects. */
const mapOf = (frame: Frame, { city, cycleId, listOf, filter }: ProjectsModel): Html => {
  const hrefOf = (district: string): string | undefined => {
    const list = listOf(district);
    return (
      list &&
      link(frame, pathTo("projects")) +
        queryOf({ cycle: cycleId, ...filter, district: undefined, pool: list })
    );
  };
  const isChosen = (district: string): boolean =>
    filter.district === district || (filter.pool !== undefined && listOf(district) === filter.pool);
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
  const to = (query: Readonly<Record<string, string | undefined>>): string =>
    link(frame, pathTo("projects")) + queryOf({ cycle: cycleId, ...filter, ...query });
  const dropped = {
    pools: { text: w.pools, href: to({ pool: undefined, district: undefined }) },
    status: { text: w.status, href: to({ status: undefined }) },
    category: { text: w.category, href: to({ category: undefined }) },
    cost: { text: w.cost, href: to({ minCost: undefined, maxCost: undefined }) },
    supporters: { text: w.supporters, href: to({ minSupporters: undefined }) },
  } as const;
  return html`${
    instead.words.length > 0 &&
    html`<p>${w.nearest}</p>
<ul>${instead.words.map((words) => html`<li><a href="${to({ q: words })}">${words}</a></li>`)}</ul>`
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
  const { cycleId, filter, asked, items, total, next, isLater, isInParts } = model;
  const lists = html`<a href="${link(frame, pathTo("lists", { cycleId }))}">${words.lists.title}</a>`;
  const files = [
    ["CSV", "projectsCsv"],
    ["JSON", "projectsJson"],
    ["GeoJSON", "projectsGeojson"],
  ] as const;
  return layout(frame, {
    title: w.title,
    body: html`${faultSummary(filterState(words, model))}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${filtersForm(frame, model)}
${!isLater && mapOf(frame, model)}
<p role="status"><strong>${total === null ? w.foundMore : w.found(total)}</strong></p>
${
  items.length > 0
    ? html`<ul class="grid wide">${items.map((project) => html`<li>${item(frame, project)}</li>`)}</ul>`
    : html`<p>${w.empty}</p>${insteadOf(frame, model)}`
}
${pages(words, { href: link(frame, pathTo("projects") + queryOf({ cycle: cycleId, ...filter })), next, isLater })}
<p>${w.download} ${files.map(
      ([name, to], index) =>
        html`${index > 0 && ", "}<a href="${pathTo(to, { cycleId })}${queryOf(asked)}">${name}</a>`,
    )}. ${lists}.</p>
${isInParts && html`<p>${w.inParts}</p>`}`,
  });
};

/** The list before the first edition has any projects. */
export const noProjectsView = (frame: Frame): Html => {
  const w = frame.words.projects;
  return layout(frame, { title: w.title, body: html`<h1>${w.title}</h1>\n<p>${w.none}</p>` });
};
