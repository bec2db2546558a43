import { availableParallelism, cpus } from "node:os";
import { times } from "./figures.ts";

/** A figure beside its reference of the same run. */
export interface Row {
  readonly what: string;
  readonly median: string;
  readonly reference: string;
  readonly referenceMedian: string;
  readonly ratio: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const HEADER = ["What", "Median", "Reference, in the same run", "Its median", "Ratio"];

/** One Markdown table of all sections, and the machine it was measured on. */
export const tableOf = (sections: readonly Section[]): string => {
  const lines = [line(HEADER), "|---|--:|---|--:|--:|"];
  for (const { title, rows } of sections) {
    lines.push(line([`**${title}**`, "", "", "", ""]));
    for (const { what, median, reference, referenceMedian, ratio } of rows)
      lines.push(line([what, median, reference, referenceMedian, ratio]));
  }
  return `${lines.join("\n")}\n\n${machine()}\n`;
};

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const machine = (): string =>
  `A ratio is time over time (size over size, units over units): below ${times(1)} is better than the reference. Measured on ${availableParallelism()} cores (${cpus()[0]?.model.trim() || process.arch}), ${process.platform}, Node ${process.versions.node}.`;

const [START, END] = ["<!-- bench:start -->", "<!-- bench:end -->"];

/** A text with the table between its two marks; null when it lacks them. */
export const withTable = (text: string, table: string): string | null => {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  return start < 0 || end < start
    ? null
    : `${text.slice(0, start + START.length)}\n\n${table}\n${text.slice(end)}`;
};
