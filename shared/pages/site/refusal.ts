import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout } from "../layout.ts";

interface RefusalModel {
  readonly code: string;
  readonly title: string;
  /** The sentence of the refusal, where it needs no facts. */
  readonly detail?: string | undefined;
  readonly status: number;
}

/** The page behind the `type` of a problem: what its code means, for the one who writes a program against the API. */
export const refusalView = (frame: Frame, { code, title, detail, status }: RefusalModel): Html => {
  const w = frame.words.problems;
  const [means, next] = w.byStatus[status] ?? [];
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
${detail && html`<p>${detail}</p>`}
${summaryList(frame.words, [
  { term: w.code, value: html`<code>${code}</code>` },
  { term: w.status, value: status },
  ...(means === undefined ? [] : [{ term: w.means, value: means }]),
  ...(next === undefined ? [] : [{ term: w.next, value: next }]),
])}`,
  });
};
