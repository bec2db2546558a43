import { folded } from "../../folded.ts";
import { PROJECT_FIELDS } from "../fields.ts";
import { type Findings, shown } from "../findings.ts";
import { exactGrosze, isWithdrawnCost } from "../money.ts";
import type { Repaired, RepairedRow } from "../repair/document.ts";
import { checkOrder, partsOf } from "./columns.ts";
import { type MetaValues, metaValues } from "./meta.ts";

/** What PROJECTS says that the format does not want, or that does not go together. */
export const checkProjects = (file: Repaired, findings: Findings): void => {
  const { projects, projectColumns } = file;
  const columns = projectColumns.cells;
  const meta = metaValues(file);
  checkOrder({ section: "PROJECTS", fields: PROJECT_FIELDS, names: columns }, projectColumns.place, findings);
  const warn = (kind: string, at: number, message: string): void =>
    findings.note("warned", kind, projectColumns.place(at), message);
  if (columns[0] !== "project_id") warn("first-column", 0, 'PROJECTS: "project_id" is not the first column');
  if (!columns.includes("votes") && !columns.includes("score"))
    warn("results-missing", 0, 'PROJECTS has neither "votes" nor "score"');
  if (!columns.includes("selected"))
    warn("selected-missing", 0, 'PROJECTS lacks "selected": no winners can be checked');
  const stated = meta.number("num_projects");
  if (stated !== null && stated !== projects.length)
    findings.note(
      "warned",
      "num-projects",
      meta.place("num_projects"),
      `META says num_projects ${stated}, the file has ${projects.length}`,
    );
  const cell = (row: RepairedRow, column: string): string => row.cells[columns.indexOf(column)] ?? "";
  for (const row of projects) checkProject(row, { columns, meta, findings });
  checkMoney(file, { cell, meta, findings });
  checkCoordinates(projects, { cell, columns, findings });
  checkLabels(
    {
      rows: projects,
      columns,
      section: "PROJECTS",
      fields: ["category", "beneficiaries", "district", "neighborhood"],
    },
    findings,
  );
  checkDeclared(file, meta, findings);
};

interface Around {
  readonly meta: MetaValues;
  readonly findings: Findings;
}

const checkProject = (
  row: RepairedRow,
  { columns, findings }: Around & { readonly columns: readonly string[] },
): void => {
  for (const [at, column] of columns.entries()) {
    const field = PROJECT_FIELDS[column];
    const value = row.cells[at] ?? "";
    const warn = (kind: string, message: string): void =>
      findings.note("warned", kind, row.place(at), message);
    if (!field) continue;
    if (value === "") {
      if (!field.mayBeEmpty) warn("value-empty", `"${column}" of a project is empty`);
    } else if (field.kind === "number" && !/^-?\d+$/.test(value))
      warn("value-not-a-number", `"${column}" is ${shown(value)}, which is no whole number`);
    else if (field.choices && !field.choices.includes(value))
      warn("value-unknown", `"${column}" is ${shown(value)}, and can only be ${field.choices.join(", ")}`);
    if (column === "votes" && value === "0")
      warn("no-votes", "a project has no votes: perhaps it was not voted on");
  }
};

const checkMoney = (
  { projects, projectColumns }: Repaired,
  { cell, meta, findings }: Around & { readonly cell: (row: RepairedRow, column: string) => string },
): void => {
  const budget = exactGrosze(meta.get("budget")) ?? 0;
  const at = projectColumns.cells.indexOf("cost");
  const costs = projects.map((row) => exactGrosze(cell(row, "cost")) ?? 0);
  let [spent, all] = [0, 0];
  for (const [index, row] of projects.entries()) {
    const cost = costs[index] ?? 0;
    const isSelected = cell(row, "selected") === "1";
    const warn = (kind: string, message: string): void =>
      findings.note("warned", kind, row.place(at), message);
    if (!isWithdrawnCost(cost)) all += cost;
    if (isSelected) spent += cost;
    if (cost === 0) warn("no-cost", "a project costs nothing");
    else if (isWithdrawnCost(cost)) {
      if (isSelected)
        warn("withdrawn-selected", "a project is selected whose cost says that it was withdrawn");
    } else if (cost > budget) warn("dearer-than-all", "a project costs more than the whole budget");
  }
  const warn = (kind: string, key: string, message: string): void =>
    findings.note("warned", kind, meta.place(key), message);
  if (spent > budget) warn("overspent", "budget", "the selected projects cost more than the budget");
  if (meta.has("fully_funded")) {
    if (budget < all) warn("not-fully-funded", "fully_funded", "the budget does not pay for all projects");
  } else if (projects.length > 0 && budget >= all)
    warn("all-affordable", "budget", 'the budget pays for all projects, and META lacks "fully_funded"');
};

const checkCoordinates = (
  projects: readonly RepairedRow[],
  {
    cell,
    columns,
    findings,
  }: {
    readonly cell: (row: RepairedRow, column: string) => string;
    readonly columns: readonly string[];
    readonly findings: Findings;
  },
): void => {
  const points = new Set<string>();
  let counted = 0;
  for (const row of projects) {
    const warn = (column: string, kind: string, message: string): void =>
      findings.note("warned", kind, row.place(columns.indexOf(column)), message);
    const [latitude, longitude] = [cell(row, "latitude"), cell(row, "longitude")];
    if ((latitude === "") !== (longitude === "")) {
      warn("latitude", "coordinates-halved", "a project has one coordinate without the other");
      continue;
    }
    if (latitude === "") continue;
    for (const [column, text, most] of [
      ["latitude", latitude, 90],
      ["longitude", longitude, 180],
    ] as const)
      if (!(Math.abs(Number(text)) <= most))
        warn(
          column,
          "coordinate-wrong",
          `"${column}" is ${shown(text)}, which is not between -${most} and ${most}`,
        );
    counted += 1;
    points.add(`${latitude} ${longitude}`);
  }
  const [first] = projects;
  if (counted > 1 && points.size === 1 && first)
    findings.note(
      "warned",
      "coordinates-alike",
      first.place(columns.indexOf("latitude")),
      "all projects stand in one place of the map",
    );
};

/** Labels of which two differ in letter case, blanks or accents alone, and lists that say one thing twice. */
export const checkLabels = (
  {
    rows,
    columns,
    section,
    fields,
  }: {
    readonly rows: Iterable<RepairedRow>;
    readonly columns: readonly string[];
    readonly section: string;
    readonly fields: readonly string[];
  },
  findings: Findings,
): void => {
  const places = fields.map((field) => [field, columns.indexOf(field)] as const).filter(([, at]) => at >= 0);
  if (places.length === 0) return;
  const seen = new Map(fields.map((field) => [field, new Map<string, string>()]));
  const known = new Map(fields.map((field) => [field, new Set<string>()]));
  for (const { cells, place } of rows) {
    for (const [field, at] of places) {
      const cell = cells[at] ?? "";
      if (known.get(field)?.has(cell)) continue;
      known.get(field)?.add(cell);
      const isList = field === "category" || field === "beneficiaries";
      const labels = isList ? partsOf(cell) : [cell];
      if (new Set(labels).size < labels.length)
        findings.note(
          "warned",
          "label-twice",
          place(at),
          `${section}: ${field} says ${shown(cell)}, one label twice`,
        );
      for (const label of labels) {
        const plain = folded(label);
        const before = seen.get(field)?.get(plain);
        if (before !== undefined && before !== label)
          findings.note(
            "warned",
            "label-alike",
            place(at),
            `${section}: ${field} says ${shown(label)} and elsewhere ${shown(before)}`,
          );
        else seen.get(field)?.set(plain, label);
      }
    }
  }
};

/** What META declares, against what projects have. */
const checkDeclared = (
  { projects, projectColumns }: Repaired,
  meta: MetaValues,
  findings: Findings,
): void => {
  for (const [key, column] of [
    ["categories", "category"],
    ["neighborhoods", "neighborhood"],
    ["subdistricts", "district"],
  ] as const) {
    const at = projectColumns.cells.indexOf(column);
    const declared = new Set(partsOf(meta.get(key)));
    if (at < 0 || declared.size === 0) continue;
    const used = new Set(projects.flatMap(({ cells }) => partsOf(cells[at] ?? "")));
    if (used.size === 0) continue;
    const [unused, undeclared] = [
      [...declared].filter((one) => !used.has(one)),
      [...used].filter((one) => !declared.has(one)),
    ];
    const warn = (kind: string, message: string): void =>
      findings.note("warned", kind, meta.place(key), message);
    if (unused.length > 0)
      warn("declared-unused", `"${key}" names what no project has: ${unused.join(", ")}`);
    if (undeclared.length > 0)
      warn("used-undeclared", `"${key}" lacks what projects have: ${undeclared.join(", ")}`);
  }
};
