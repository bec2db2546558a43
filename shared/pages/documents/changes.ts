import type { Words } from "../../words/words.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";

/** A line of the register of changes. */
export interface ChangeLine {
  readonly version: number;
  readonly at: string;
  readonly number: string;
  readonly title: string;
  readonly change: string;
  readonly before: string;
  readonly after: string;
}

/** What versions of a list say otherwise than those before them. */
export const changesTable = (words: Words, lines: readonly ChangeLine[]): Html => {
  const w = words.lists.register;
  if (lines.length === 0) return html``;
  return table(words, {
    caption: w.title,
    columns: [
      { head: w.columns.number, isRowHead: true },
      { head: w.columns.title },
      { head: w.columns.version },
      { head: w.columns.at },
      { head: w.columns.change },
      { head: w.columns.before },
      { head: w.columns.after },
    ],
    rows: lines.map(({ version, at, number, title, change, before, after }) => [
      number,
      title,
      words.format.number(version),
      words.format.moment(at),
      change,
      before,
      after,
    ]),
  });
};
