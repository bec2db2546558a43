import type { ModerationPolicy } from "../../domain/consultation/moderation.ts";
import { dayOf, type Instant, plusSeconds } from "../../domain/time.ts";
import { panel } from "../../pages/components/boxes.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { form } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout } from "../../pages/layout.ts";
import { type Bar, barStateAt } from "./bar-rules.ts";
import { ruleOf, rulesLink, said, textFor } from "./pages.ts";
import { appealUntil } from "./rules.ts";

const facts = (frame: Frame, { until, point, note }: Bar, rule?: string): Html => {
  const { bar: w, appeal, rules } = said(frame);
  return summaryList(frame.words, [
    { term: w.until, value: frame.words.format.deadline(until) },
    { term: appeal.why, value: rule ?? rules.point(point) },
    ...(note === undefined ? [] : [{ term: appeal.note, value: lines(note) }]),
  ]);
};

/** A bar at the office, without an address. */
export const barAbout = (frame: Frame, bar: Bar, now: Instant): Html => {
  const { bar: w, office } = said(frame);
  const { appeal } = bar;
  return html`<p>${w.states[barStateAt(bar, now)]}</p>
${facts(frame, bar)}
${summaryList(frame.words, [
  { term: office.by, value: `${bar.proposedByName}, ${bar.byName}` },
  ...(appeal ? [{ term: office.appeal, value: html`<p>${lines(appeal.text)}</p>` }] : []),
  ...(appeal?.answer ? [{ term: office.answer, value: lines(appeal.answer.reason) }] : []),
])}`;
};

interface BarPage {
  readonly bar: Bar;
  readonly policy: ModerationPolicy;
  readonly now: Instant;
  readonly action: string;
  readonly fields: Html;
}

/** Behind the mailed link: until when and why, and the form of an appeal or what came of it. */
export const barView = (
  frame: Frame,
  state: FormState,
  { bar, policy, now, action, fields }: BarPage,
): Html => {
  const { bar: w, appeal: a } = said(frame);
  const { appeal } = bar;
  const until = appealUntil(bar.at, policy);
  const rule = ruleOf(policy, bar.point);
  const outcome = (): Html => {
    if (appeal?.answer)
      return html`<p>${appeal.answer.isUpheld ? w.upheld : a.dismissed}</p>
<p>${a.answer}: ${lines(appeal.answer.reason)}</p>`;
    if (appeal) return panel({ title: a.sent });
    if (now >= bar.until) return html`<p>${w.upheld}</p>`;
    if (now >= until) return html`<p>${a.over}</p>`;
    return html`<p>${a.until(dayOf(plusSeconds(until, -1)))}</p>
${form({ action, body: fields, submit: a.submit })}`;
  };
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    hasFaults: hasFaults(state),
    body: html`${faultSummary(state)}
${(!appeal || appeal.answer) && html`<h1>${w.title}</h1>`}
<p>${w.reading}</p>
${facts(frame, bar, rule && textFor(frame, rule))}
${outcome()}
${rulesLink(frame)}`,
  });
};
