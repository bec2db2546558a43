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
  if (report.withheld !== undefined)
    return [
      report.file,
      `rule ${report.rule}: the count is withheld`,
      `! ${report.withheld}`,
      ...report.warnings.map((warning) => `! ${warning}`),
      "",
    ].join("\n");
  return [
    report.file,
    `rule ${report.rule}, ties ${report.tie}: ${report.selected.length} of ${rows.length} projects funded, ` +
      `${zlotyText(report.costGrosze)} of ${zlotyText(report.budgetGrosze)}`,
    "",
    ...lines,
    "",
    ...figureLines(report.figures),
    ...(report.warnings.length > 0 ? ["", ...report.warnings.map((warning) => `! ${warning}`)] : []),
    ...(report.whatIf ? ["", ...whatIfLines(report, report.whatIf), ""] : []),
    `digest ${report.digest}`,
    "",
  ].join("\n");
};

const figureLines = ({
  ballots,
  served,
  fundedChoices,
  averageCostGrosze,
  categories,
}: Report["figures"]): string[] => {
  if (ballots === 0) return ["no ballots"];
  const percent = ((100 * served) / ballots).toFixed(1);
  return [
    `ballots with a funded project: ${served} of ${ballots} (${percent} %); on an average ballot ` +
      `${(fundedChoices / ballots).toFixed(2)} funded projects, for ${zlotyText(averageCostGrosze)}`,
    ...categories.map(
      ({ name, funded, projects, costGrosze, votes }) =>
        `  ${name}: ${zlotyText(costGrosze)} for ${funded} of ${projects} projects, ${votes} votes`,
    ),
  ];
};

const whatIfLines = (
  { selected }: Report,
  { rule, selected: others, costGrosze, served }: NonNullable<Report["whatIf"]>,
): string[] => {
  const only = (these: readonly string[], those: readonly string[]): string =>
    these.filter((id) => !those.includes(id)).join(", ") || "none";
  return [
    `what if, binding nobody: by the rule ${rule} ${others.length} projects for ${zlotyText(costGrosze)}`,
    `  only there: ${only(others, selected)}`,
    `  only by the binding rule: ${only(selected, others)}`,
    `  ballots with a funded project: ${served[1]} instead of ${served[0]}`,
  ];
};

/** Names and sentences stand left, numbers right. */
const padded = (cell: string, column: number, widths: readonly number[]): string => {
  const width = widths[column] ?? 0;
  if (column === widths.length - 1) return cell;
  return column === 1 || column === 5 ? cell.padEnd(width) : cell.padStart(width);
};
