import { pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { panel } from "../components/boxes.ts";
import { buttonLink } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { takeAlong } from "./take-along.ts";

interface ReceiptModel {
  /** In groups of four. */
  readonly receipt: string;
  readonly resultsAt: Instant | undefined;
  readonly siteUrl: string;
  /** Where a guardian goes on with another child. */
  readonly nextChild: string | undefined;
}

/** It is done: the number to keep, what comes next, and nothing of the choice. */
export const receiptView = (frame: Frame, { receipt, resultsAt, siteUrl, nextChild }: ReceiptModel): Html => {
  const w = frame.words.ballot.receipt;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    hasScript: true,
    body: html`${panel({ title: w.title, label: w.label, reference: receipt })}
<p><strong>${w.keep}</strong></p>
${takeAlong(frame, receipt, siteUrl)}
<p>${resultsAt === undefined ? w.resultsLater : w.resultsAt(resultsAt)}</p>
<p>${w.checkText} <a href="${link(frame, pathTo("voteCheck"))}">${w.check}</a></p>
<p>${w.noChoice}</p>
${nextChild && html`<p>${w.nextChildText} ${buttonLink({ href: link(frame, nextChild), text: w.nextChild, kind: "second" })}</p>`}
<p>${w.shared} <a href="${link(frame, pathTo("vote"))}">${w.next}</a></p>`,
  });
};
