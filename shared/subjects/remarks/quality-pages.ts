import type { Measure } from "../../domain/consultation/quality.ts";
import { shareBar } from "../../pages/components/bars.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { consultationPath } from "../consultations/pages.ts";
import type { Consultation } from "../consultations/rules.ts";
import { at as atDecisions } from "../decisions/rows.ts";
import type { Figures } from "../decisions/rules.ts";
import { remarksPath, said } from "./pages.ts";

interface Card {
  readonly remarks: number;
  readonly answered: number;
  readonly isReportLate: boolean;
  readonly areEffectsLate: boolean;
  readonly measures: readonly {
    readonly measure: Measure;
    readonly value: number | null;
    readonly median: number | null;
    readonly of: number;
  }[];
  readonly promises: Figures;
}

/** How well a consultation was held: numbers and where each was counted, none of them a grade. */
export const qualityView = (
  frame: Frame,
  consultation: Consultation,
  { remarks, answered, isReportLate, areEffectsLate, measures, promises }: Card,
): Html => {
  const w = said(frame).quality;
  const { number } = frame.words.format;
  const unit = (measure: Measure, value: number | null): string => {
    if (value === null) return w.unknown;
    return measure === "changedPercent" ? w.percent(value) : w.days(value);
  };
  const title = w.of(consultation.subject.title);
  return layout(frame, {
    title,
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`<h1>${title}</h1>
<p>${w.lead}</p>
${summaryList(frame.words, [
  {
    term: w.answered,
    value: html`<a href="${remarksPath(frame, consultation)}">${w.share(answered, remarks)}</a>${remarks > 0 && shareBar(answered, remarks)}`,
  },
])}
${(isReportLate || areEffectsLate) && html`<p>${isReportLate && w.reportLate} ${areEffectsLate && w.effectsLate}</p>`}
${table(frame.words, {
  caption: w.caption,
  columns: [
    { head: w.what, isRowHead: true },
    { head: w.here, isNumber: true },
    { head: w.city, isNumber: true },
  ],
  rows: measures.map(({ measure, value, median, of }) => [
    w.measures[measure],
    unit(measure, value),
    median === null ? w.tooFew : html`${unit(measure, median)} <span class="quiet">${w.ofMany(of)}</span>`,
  ]),
})}
<h2>${w.promises}</h2>
${
  promises.promised === 0
    ? html`<p>${w.noPromises}</p>`
    : html`${summaryList(frame.words, [
        { term: w.promised, value: number(promises.promised) },
        { term: w.kept, value: number(promises.kept) },
        { term: w.keptLate, value: number(promises.keptLate) },
        { term: w.notDone, value: number(promises.notDone) },
        { term: w.open, value: number(promises.open) },
        { term: w.overdue, value: number(promises.overdue) },
      ])}
<p><a href="${link(frame, atDecisions.all)}">${w.seePromises}</a></p>`
}`,
  });
};
