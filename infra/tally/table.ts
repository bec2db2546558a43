import { zlotyText } from "../../shared/domain/money.ts";
import type { Report } from "./report.ts";

/** A report for people: a line for each project, by rank, then what to know about the file. */
export const tableOf = (report: Report): string => {
  const rows = report.projects.map(({ id, score, votes, costGrosze, outcome, reason }, place) => {
    return [`${place + 1}`, id, `${score}`, `${votes}`, zlotyText(costGrosze), outcome, reason];
  });
  const table = [["", "project", "points", "voters", "cost", "outcome", ""], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => padded(cell, column, widths))
      .join("  ")
      .trimEnd(),
  );
  return [
    report.file,
    `rule ${report.rule}, ties ${report.tie}: ${report.selected.length} of ${rows.length} projects funded, ` +
      `${zlotyText(report.costGrosze)} of ${zlotyText(report.budgetGrosze)}`,
    "",
    ...lines,
    ...(report.warnings.length > 0 ? ["", ...report.warnings.map((warning) => `! ${warning}`)] : []),
    `digest ${report.digest}`,
    "",
  ].join("\n");
};

/** Names and sentences stand left, numbers right. */
const padded = (cell: string, column: number, widths: readonly number[]): string => {
  const width = widths[column] ?? 0;
  if (column === widths.length - 1) return cell;
  return column === 1 || column === 5 ? cell.padEnd(width) : cell.padStart(width);
};
