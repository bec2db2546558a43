import type { ModerationPolicy } from "../../domain/consultation/moderation.ts";
import { dayOf, plusSeconds } from "../../domain/time.ts";
import { box, panel } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { BLACK, type Face, partsOfMasked } from "./face-rules.ts";
import { at } from "./rows.ts";
import { appealUntil, type Entry, type Look } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { inOffice, wordsIn, said, textFor } = spoken({ pl, en, uk });

interface Shown {
  readonly text: string;
  readonly face?: Face | undefined;
}
type Words = Pick<typeof pl, "hidden" | "waiting">;

/** What everybody reads of a post, as a text: in lists, files, reports and letters. */
export const publicText = (w: Words, { text, face }: Shown): string => {
  if (face?.kind === "hidden") return w.hidden(face.point, face.on);
  return face?.kind === "waiting" ? w.waiting : text;
};

/** The same on a page: blacked words are named to whoever listens, and lead to the rules. */
export const publicPost = (frame: Frame, post: Shown): Html => {
  const w = said(frame);
  const { face } = post;
  if (face?.kind !== "masked") {
    const text = publicText(w, post);
    return face === undefined
      ? html`<p>${lines(text)}</p>`
      : html`<p><a href="${link(frame, at.rules)}">${text}</a></p>`;
  }
  return html`<p>${partsOfMasked(post.text).map(
    (part, index) =>
      html`${index > 0 && html`<span role="img" aria-label="${w.black}">${BLACK}</span>`}${lines(part)}`,
  )}</p>
<p class="quiet"><a href="${link(frame, at.rules)}">${w.maskedNote(face.point, face.on)}</a></p>`;
};

/** Beside each form in which something is written in public. */
export const rulesLink = (frame: Frame): Html =>
  html`<p><a href="${link(frame, at.rules)}">${said(frame).rulesLink}</a></p>`;

export const ruleOf = ({ points }: ModerationPolicy, point: number) =>
  points.find((one) => one.point === point)?.rule;

export const rulesView = (frame: Frame, policy: ModerationPolicy): Html => {
  const { rules: w } = said(frame);
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
<h2>${w.points}</h2>
<ul>${policy.points.map(({ point, rule }) => html`<li><b>${w.point(point)}</b>: ${textFor(frame, rule)}</li>`)}</ul>
<h2>${w.how}</h2>
<ul><li>${w.target(policy.targetHours)}</li><li>${w.visible}</li><li>${w.masked}</li><li>${w.hints}</li>
<li>${w.told(policy.appealDays)}</li><li>${w.another}</li><li>${w.bar(policy.longestBarDays)}</li></ul>
<p><a href="${link(frame, at.log)}">${w.log}</a></p>
<p class="quiet">${w.source(policy.source)}</p>`,
  });
};

/** The log, with the title of each consultation by its id. */
export const logView = (
  frame: Frame,
  entries: readonly Entry[],
  { titles, next }: { readonly titles: ReadonlyMap<string, string>; readonly next: string | null },
): Html => {
  const { log: w, did } = said(frame);
  const { columns: c } = w;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
<p><a href="${link(frame, at.rules)}">${said(frame).rulesLink}</a> · <a href="${at.logFile}">${w.file}</a></p>
${table(frame.words, {
  caption: w.caption,
  columns: [
    { head: c.act, isRowHead: true },
    { head: c.at },
    { head: c.consultation },
    { head: c.number },
    { head: c.point },
  ],
  rows: entries.map((one) => [
    did[one.act],
    frame.words.format.moment(one.at),
    titles.get(one.consultationId ?? "") ?? "–",
    one.number === null ? "–" : w.post(one.number),
    one.point === null ? "–" : said(frame).rules.point(one.point),
  ]),
  empty: w.none,
})}
${next !== null && html`<p><a href="${link(frame, at.log)}?cursor=${encodeURIComponent(next)}">${w.more}</a></p>`}`,
  });
};

interface AppealPage {
  readonly look: Look;
  readonly number: number;
  readonly subject: string;
  readonly policy: ModerationPolicy;
  readonly now: string;
  readonly action: string;
  readonly fields: Html;
}

/** Behind the mailed link: why it was done, and the form of an appeal or what came of it. */
export const appealView = (
  frame: Frame,
  state: FormState,
  { look, number, subject, policy, now, action, fields }: AppealPage,
): Html => {
  const { appeal: w } = said(frame);
  const { taken, appeal } = look;
  const until = taken && appealUntil(taken.at, policy);
  const rule = taken && ruleOf(policy, taken.point);
  const answer = appeal?.answer;
  const outcome = (): Html => {
    if (answer)
      return html`${panel({ title: answer.isUpheld ? w.upheld : w.dismissed })}
<p>${w.answer}: ${lines(answer.reason)}</p>`;
    if (appeal) return panel({ title: w.sent });
    if (look.state !== "hidden" && look.state !== "masked") return panel({ title: w.restored });
    if (until === undefined || now >= until) return html`<p>${w.over}</p>`;
    return html`<p>${w.until(dayOf(plusSeconds(until, -1)))}</p>
${form({ action, body: fields, submit: w.submit })}`;
  };
  const isForm = !answer && !appeal;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    hasFaults: hasFaults(state),
    body: html`${faultSummary(state)}
${isForm && html`<h1>${w.title}</h1>`}
${box({ body: html`<p>${w.what(number, subject)}</p>` })}
${
  taken &&
  summaryList(frame.words, [
    { term: w.why, value: rule ? textFor(frame, rule) : said(frame).rules.point(taken.point) },
    ...(taken.note === undefined ? [] : [{ term: w.note, value: lines(taken.note) }]),
  ])
}
${outcome()}
${rulesLink(frame)}`,
  });
};
