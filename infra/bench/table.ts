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

const linesOf = ({ title, rows }: Section): string[] => [
  line([`**${title}**`, "", "", "", ""]),
  ...rows.map(({ what, median, reference, referenceMedian, ratio }) =>
    line([what, median, reference, referenceMedian, ratio]),
  ),
];

const joined = (sections: readonly (readonly string[])[]): string =>
  `${[line(HEADER), "|---|--:|---|--:|--:|", ...sections.flat()].join("\n")}\n\n${machine()}\n`;

/** One Markdown table of all sections, and the machine it was measured on. */
export const tableOf = (sections: readonly Section[]): string => joined(sections.map(linesOf));

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const machine = (): string =>
  `A ratio is time over time (size over size, units over units): below ${times(1)} is better than the reference. Measured on ${availableParallelism()} cores (${cpus()[0]?.model.trim() || process.arch}), ${process.platform}, Node ${process.versions.node}.`;

const [START, END] = ["<!-- bench:start -->", "<!-- bench:end -->"];

/** A section is known by the beginning of its title: what follows says how it is measured, and changes. */
const nameOf = ([title = ""]: readonly string[]): string => /\*\*([^*:]+)/.exec(title)?.[1] ?? title;

/** A text with these sections in the table between its two marks, in the place of those of before; null when it lacks the marks. */
export const withTable = (text: string, sections: readonly Section[]): string | null => {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) return null;
  const kept: string[][] = [];
  for (const row of text
    .slice(start, end)
    .split("\n")
    .filter((one) => one.startsWith("| ")))
    if (row.startsWith("| **")) kept.push([row]);
    else kept.at(-1)?.push(row);
  const measured = sections.map(linesOf);
  const isKnown = (one: readonly string[], others: readonly (readonly string[])[]): boolean =>
    others.some((other) => nameOf(other) === nameOf(one));
  const all = [
    ...kept.map((one) => measured.find((other) => nameOf(other) === nameOf(one)) ?? one),
    ...measured.filter((one) => !isKnown(one, kept)),
  ];
  return `${text.slice(0, start + START.length)}\n\n${joined(all)}\n${text.slice(end)}`;
};
