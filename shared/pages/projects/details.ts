import { type CostLine, lineGrosze, sumOf } from "../../domain/project/details.ts";
import type { FormField } from "../../domain/project/proposal-form.ts";
import type { Words } from "../../words/words.ts";
import { shareBar } from "../components/bars.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import type { ProjectPageModel } from "./model.ts";

/** Text of several lines as it was typed. */
export const textLines = (text: string): Html[] =>
  text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p>${paragraph.split("\n").map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`,
    );

/** What a cost is made of, each line with its share as a bar. */
export const costTable = (words: Words, lines: readonly CostLine[]): Html => {
  const { lines: w } = words.proposalForm;
  const { money, number } = words.format;
  const most = Math.max(...lines.map(lineGrosze));
  return table(words, {
    caption: w.caption,
    columns: [
      { head: w.name, isRowHead: true },
      { head: w.quantity },
      { head: w.unitCost, isNumber: true },
      { head: w.cost, isNumber: true },
    ],
    rows: [
      ...lines.map((line) => [
        line.name,
        `${number(line.quantity)} ${line.unit}`,
        money(line.unitGrosze),
        html`${money(lineGrosze(line))}${shareBar(lineGrosze(line), most)}`,
      ]),
      ...(lines.length > 1 ? [[w.sum, "", "", html`<strong>${money(sumOf(lines))}</strong>`]] : []),
    ],
  });
};

/** All that a proposal says of itself. */
export const detailsOf = (
  words: Words,
  {
    labels,
    details: { summary, sections, costLines, upkeepGrosze },
  }: Pick<ProjectPageModel, "details" | "labels">,
): Html => {
  const labelOf = (field: FormField): string => labels[field] ?? words.proposalForm.fields[field].label;
  return html`${summary !== null && html`${labels.summary && html`<h2>${labels.summary}</h2>\n`}<p><strong>${summary}</strong></p>`}
${sections.map(({ field, text }) => html`<h2>${labelOf(field)}</h2>\n${textLines(text)}`)}
${costLines.length > 0 && html`<h2>${labelOf("costLines")}</h2>\n${costTable(words, costLines)}`}
${upkeepGrosze !== null && html`<p>${labelOf("upkeep")}: ${words.format.money(upkeepGrosze)}</p>`}`;
};
