import { addressAt } from "../../domain/addresses.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { wayTo } from "../../pages/office/acts.ts";
import type { Consultation } from "../consultations/rules.ts";
import { publicPost, publicText, said as saidOfModeration } from "../moderation/pages.ts";
import { at as atModeration } from "../moderation/rows.ts";
import { aboutText, said, verdictText } from "./pages.ts";
import { at } from "./rows.ts";
import type { Counts, EarlierText, Remark, RemarkAuthor } from "./rules.ts";

const shortly = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** Remarks at the office by number, each leading to its page. */
export const officeRemarks = (
  frame: Frame,
  consultation: Consultation,
  remarks: readonly Remark[],
  counts: Counts,
): Html => {
  const w = said(frame);
  const { columns } = w;
  const path = ({ id }: Remark): string =>
    link(frame, addressAt(at.one, { consultationId: consultation.id, remarkId: id }));
  return html`<p>${w.count(counts.total)}. ${counts.undecided > 0 && w.undecided(counts.undecided)}</p>
${counts.undecided > 0 && wayTo(link(frame, addressAt(at.group, { consultationId: consultation.id })), w.acts.decideMany.title)}
${counts.undecided > 0 && wayTo(link(frame, addressAt(at.table, { consultationId: consultation.id })), w.office.sheet.link)}
${table(frame.words, {
  caption: w.office.caption,
  columns: [
    { head: columns.number, isRowHead: true },
    { head: columns.on },
    { head: columns.about },
    { head: columns.text },
    { head: columns.verdict },
  ],
  rows: remarks.map((one) => [
    html`<a href="${path(one)}">${w.number(one.number)}</a>`,
    frame.words.format.date(one.on),
    aboutText(frame, consultation, one.about),
    shortly(publicText(saidOfModeration(frame), one)),
    verdictText(frame, one),
  ]),
  empty: w.none,
})}`;
};

/** One remark with whoever made it. */
export const officeRemark = (
  frame: Frame,
  consultation: Consultation,
  remark: Remark,
  author: RemarkAuthor | undefined,
  earlier: readonly EarlierText[],
): Html => {
  const w = said(frame);
  const fact = (term: string, value: Part | undefined) => (value === undefined ? [] : [{ term, value }]);
  const original = link(
    frame,
    addressAt(atModeration.original, { consultationId: consultation.id, postId: remark.id }),
  );
  return summaryList(frame.words, [
    ...fact(w.columns.text, publicPost(frame, remark)),
    ...fact(
      saidOfModeration(frame).office.originalTitle,
      remark.face && html`<a href="${original}">${saidOfModeration(frame).office.original}</a>`,
    ),
    ...(remark.face ? [] : earlier).map(({ text, until }) => ({
      term: w.office.earlier(until),
      value: html`<p>${lines(text)}</p>`,
    })),
    ...fact(w.columns.about, aboutText(frame, consultation, remark.about)),
    ...fact(w.columns.on, frame.words.format.date(remark.on)),
    ...fact(w.columns.origin, w.origins[remark.origin]),
    ...fact(w.office.author, author?.name ?? w.anonymous),
    ...fact(w.office.email, author?.email),
    ...Object.entries(author?.letter ?? {}).flatMap(([id, value]) => fact(id, String(value))),
    ...fact(w.columns.verdict, verdictText(frame, remark)),
    ...fact(w.columns.reason, remark.decision && lines(remark.decision.reason)),
  ]);
};
