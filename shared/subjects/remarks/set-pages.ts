import { addressAt } from "../../domain/addresses.ts";
import type { Ground } from "../../domain/consultation/likeness.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import type { Consultation } from "../consultations/rules.ts";
import { publicText, said as saidOfModeration } from "../moderation/pages.ts";
import { aboutText, said } from "./pages.ts";
import { at } from "./rows.ts";
import type { Remark, SetId } from "./rules.ts";

/** Remarks that are decided together; without a ground they only stand next to each other. */
export interface RemarkSet {
  readonly id: SetId;
  readonly ground?: Ground | undefined;
  readonly remarks: readonly Remark[];
}

type Of = Pick<Consultation, "id" | "documents">;

const setPath = (frame: Frame, { id }: Of, set: RemarkSet): string =>
  link(frame, addressAt(at.set, { consultationId: id, setId: set.id }));

const groundText = (frame: Frame, consultation: Of, { ground, remarks: [first] }: RemarkSet): string => {
  const { sets: w } = said(frame).office;
  if (!ground || !first) return "";
  if (ground.kind === "same") return w.same;
  return ground.kind === "words"
    ? w.words(ground.words)
    : w.about(aboutText(frame, consultation, first.about));
};

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** The largest groups stand first, at most so many of them: what is decided makes room. */
const GROUPS = 50;

/** What can be decided together: groups with why they are ones, and the rest by number. */
export const officeSets = (
  frame: Frame,
  consultation: Of,
  { groups, pages }: { readonly groups: readonly RemarkSet[]; readonly pages: readonly RemarkSet[] },
): Html => {
  const w = said(frame);
  return html`<p>${w.office.sets.lead}</p>
<h2>${w.office.sets.groups}</h2>
${table(frame.words, {
  caption: w.office.sets.groups,
  columns: [
    { head: w.office.sets.first, isRowHead: true },
    { head: w.office.sets.why },
    { head: w.report.count, isNumber: true },
  ],
  rows: groups
    .slice(0, GROUPS)
    .map((one) => [
      html`<a href="${setPath(frame, consultation, one)}">${w.number(one.remarks[0]?.number ?? 0)}</a>: ${one.remarks[0] && short(publicText(saidOfModeration(frame), one.remarks[0]))}`,
      groundText(frame, consultation, one),
      frame.words.format.number(one.remarks.length),
    ]),
  empty: w.office.sets.noGroups,
})}
${groups.length > GROUPS && html`<p>${w.office.sets.more(groups.length - GROUPS)}</p>`}
<h2>${w.office.sets.byNumber}</h2>
${
  pages.length > 0
    ? html`<ul>${pages.map((one) => {
        const [from, to] = [one.remarks[0]?.number ?? 0, one.remarks.at(-1)?.number ?? 0];
        return html`<li><a href="${setPath(frame, consultation, one)}">${w.office.sets.range(from, to, one.remarks.length)}</a></li>`;
      })}</ul>`
    : html`<p>${w.blockers.none}</p>`
}`;
};

/** Why these are decided together. */
export const officeSet = (frame: Frame, consultation: Of, set: RemarkSet): Html => {
  const { sets: w } = said(frame).office;
  if (set.remarks.length === 0) return html`<p>${w.gone}</p>`;
  return html`${set.ground && html`<p>${groundText(frame, consultation, set)}</p><p>${w.look}</p>`}`;
};
