import { zlotyText } from "../../money.ts";
import type { Findings } from "../findings.ts";
import { type MetaPart, type MetaParts, metaParts, type PartFault, partFault } from "../meta-parts.ts";
import { exactGrosze, isWithdrawnCost } from "../money.ts";
import type { Repaired } from "../repair/document.ts";
import { metaValues } from "./meta.ts";

/** What META says of categories and neighborhoods. */
const statedParts = (file: Repaired): MetaParts =>
  metaParts({
    meta: metaValues(file),
    projectColumns: file.projectColumns.cells,
    projects: file.projects.map(({ cells }) => ({ fields: cells })),
  });

/** What META says of parts that cannot be read or does not go together, and what projects do to their money. */
export const checkParts = (file: Repaired, findings: Findings): void => {
  const meta = metaValues(file);
  const { parts, unread, leftover } = statedParts(file);
  for (const { key, why } of unread)
    findings.note("warned", "parts-unread", meta.place(key), `"${key}" was not used: ${why}`);
  for (const { name, limits, keys } of parts) {
    if (limits && limits.minProjects > limits.maxProjects)
      findings.note(
        "warned",
        "limit-order",
        meta.place(keys.minProjects),
        `${name}: the least number of projects is above the most`,
      );
    if (limits && limits.minCostGrosze > limits.maxCostGrosze)
      findings.note(
        "warned",
        "limit-order",
        meta.place(keys.minCostGrosze),
        `${name}: the least cost is above the most`,
      );
  }
  const columns = file.projectColumns.cells;
  const [costAt, selectedAt] = [columns.indexOf("cost"), columns.indexOf("selected")];
  const costs = costsOf(file);
  for (const { name, budgetGrosze, projects, keys } of parts) {
    if (budgetGrosze === null) continue;
    let spent = 0;
    for (const index of projects) {
      const row = file.projects[index];
      const cost = costs[index] ?? 0;
      if (cost > budgetGrosze && row)
        findings.note(
          "warned",
          "dearer-than-part",
          row.place(costAt),
          `a project costs more than the ${name} has, ${zlotyText(budgetGrosze)}`,
        );
      if (row?.cells[selectedAt] === "1") spent += cost;
    }
    if (spent > budgetGrosze && leftover === "kept")
      findings.note(
        "warned",
        "part-overspent",
        meta.place(keys.budget),
        `the selected projects of the ${name} cost ${zlotyText(spent)}, and it has ${zlotyText(budgetGrosze)}`,
      );
  }
};

/** What a withdrawn project would have cost is not in the file. */
const costsOf = ({ projects, projectColumns }: Repaired): number[] => {
  const at = projectColumns.cells.indexOf("cost");
  return projects.map(({ cells }) => {
    const cost = exactGrosze(cells[at] ?? "") ?? 0;
    return isWithdrawnCost(cost) ? 0 : cost;
  });
};

const KINDS: Record<PartFault, readonly [kind: string, what: string]> = {
  "too-many-projects": ["too-many-of-part", "names too many projects"],
  "too-few-projects": ["too-few-of-part", "names too few projects"],
  "over-cost": ["too-dear-of-part", "names projects that cost too much together"],
  "under-cost": ["too-cheap-of-part", "names projects that cost too little together"],
};

/** Checks the projects that a ballot names against the limits of each part. */
export const partChecks = (file: Repaired) => {
  const idAt = file.projectColumns.cells.indexOf("project_id");
  const costs = costsOf(file);
  const ids = file.projects.map(({ cells }) => cells[idAt] ?? "");
  const bounds = statedParts(file).parts.flatMap(({ name, limits, projects }: MetaPart) =>
    limits
      ? [{ name, limits, own: new Map(projects.map((index) => [ids[index] ?? "", costs[index] ?? 0])) }]
      : [],
  );
  return (chosen: readonly string[], warn: (kind: string, message: string) => void): void => {
    for (const { name, limits, own } of bounds) {
      const named = [...new Set(chosen)].flatMap((id) => own.get(id) ?? []);
      const sum = named.reduce((total, cost) => total + cost, 0);
      const fault = partFault(limits, named.length, sum);
      if (fault) warn(KINDS[fault][0], `a ballot ${KINDS[fault][1]} of the ${name}`);
    }
  };
};
