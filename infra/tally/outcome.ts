import { metaValues } from "../../shared/domain/pabulib/checks/meta.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import type { Findings } from "../../shared/domain/pabulib/findings.ts";
import type { Repaired } from "../../shared/domain/pabulib/repair/document.ts";
import type { Arguments } from "./arguments.ts";
import { countingOf } from "./counting.ts";
import { countOf } from "./report.ts";
import { commentBeside, withheldText } from "./warnings.ts";

interface Counted {
  readonly file: PbFile;
  readonly repaired: Repaired;
  readonly findings: Findings;
}

/** Counts a file that is checked, and holds its own figures and marks against the count: a finding for each project that differs. Says whether a count names winners. */
export const checkOutcome = (
  { file, repaired, findings }: Counted,
  options: Arguments,
): "named" | "withheld" => {
  const { report, withheld } = countOf("", file, options);
  const columns = repaired.projectColumns.cells;
  const byId = new Map(report.projects.map((project) => [project.id, project]));
  const comment = commentBeside(file);
  const idColumn = columns.indexOf("project_id");
  for (const { cells, place } of repaired.projects) {
    const counted = byId.get(cells[idColumn] ?? "");
    if (!counted) continue;
    const told = (column: "votes" | "score" | "selected"): string | undefined =>
      cells[columns.indexOf(column)];
    const warn = (column: string, kind: string, message: string): void =>
      findings.note("warned", kind, place(columns.indexOf(column)), message);
    for (const column of ["votes", "score"] as const) {
      const stated = told(column);
      if (stated !== undefined && stated !== "" && Number(stated) !== counted[column])
        warn(
          column,
          `${column}-differ`,
          `project ${counted.id} has ${counted[column]} by its ballots, not ${stated}`,
        );
    }
    const mark = told("selected");
    if (mark === undefined || mark === "" || (mark === "1") === (counted.outcome === "funded")) continue;
    const what =
      mark === "1"
        ? "is marked as selected, and the count does not fund it"
        : "is not marked as selected, and the count funds it";
    warn("selected", "winner-differs", `project ${counted.id} ${what}: ${counted.reason}${comment}`);
  }
  const { line, column } = metaValues(repaired).place("rule");
  for (const warning of countingOf(file, options.rule).warnings)
    findings.note("warned", "rule", { line, column }, warning);
  if (withheld === null) return "named";
  findings.note("warned", "withheld", repaired.voteColumns.place(0), withheldText(withheld));
  return options.force ? "named" : "withheld";
};
