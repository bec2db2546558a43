import { addressAt } from "../../domain/addresses.ts";
import type { ModerationPolicy } from "../../domain/consultation/moderation.ts";
import type { Person } from "../../domain/office/directory.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import { box } from "../../pages/components/boxes.ts";
import { deadline } from "../../pages/components/dates.ts";
import { lines } from "../../pages/components/lines.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import type { Consultation } from "../consultations/rules.ts";
import type { Face } from "./face-rules.ts";
import type { Hint } from "./hint-rules.ts";
import { publicPost, ruleOf, rulesLink, said, textFor } from "./pages.ts";
import { at } from "./rows.ts";
import { type Look, type LookFigures, type Original, stateOf } from "./rules.ts";

interface OfPost {
  readonly look: Look;
  readonly post: {
    readonly number: number;
    readonly text: string;
    readonly face?: Face | undefined;
    readonly officePath: string;
  };
  readonly consultation: Pick<Consultation, "id" | "subject">;
}

interface About {
  readonly text: string;
  readonly hints: readonly Hint[];
  readonly repeats: { readonly sameMailbox: number; readonly sameText: number };
  readonly policy: ModerationPolicy;
}

const hintLines = (frame: Frame, { hints, repeats }: About): Html => {
  const { office: w } = said(frame);
  const { sameMailbox, sameText } = repeats;
  return box({
    tone: hints.length > 0 ? "warn" : "plain",
    title: w.hints,
    body: html`${
      hints.length > 0
        ? html`<ul>${hints.map(({ kind, text }) => html`<li>${w.hint[kind]}: ${text}</li>`)}</ul>`
        : html`<p>${w.noHints}</p>`
    }
${sameMailbox + sameText > 0 && html`<p>${w.repeats(sameMailbox, sameText)}</p>`}`,
  });
};

/** A post, above what a moderator does about it. */
export const lookAbout = (frame: Frame, { look, post, consultation }: OfPost, about: About): Html => {
  const { office: w, states, rules } = said(frame);
  const { format } = frame.words;
  const fact = (term: string, value: Part | undefined) => (value === undefined ? [] : [{ term, value }]);
  const state = stateOf(look);
  const isUnseen = post.face?.kind === "waiting";
  const { taken, appeal, held } = look;
  const rule = taken && ruleOf(about.policy, taken.point);
  const original = link(frame, addressAt(at.original, { consultationId: consultation.id, postId: look.id }));
  return html`<p>${states[state]}</p>
${summaryList(
  frame.words,
  [
    ...fact(w.consultation, consultation.subject.title),
    ...fact(
      isUnseen ? w.unseen : w.text,
      isUnseen ? html`<p>${lines(about.text)}</p>` : publicPost(frame, post),
    ),
    ...fact(w.came, format.moment(look.cameAt)),
    ...fact(w.until, state === "new" ? format.moment(look.dueAt) : undefined),
    ...fact(w.held, held?.byName),
    ...fact(w.point, taken && `${rules.point(taken.point)}${rule ? `: ${textFor(frame, rule)}` : ""}`),
    ...fact(w.by, taken && `${taken.byName}, ${format.moment(taken.at)}`),
    ...fact(w.note, taken?.note !== undefined && lines(taken.note)),
    ...fact(w.appeal, appeal && html`<p>${lines(appeal.text)}</p>`),
    ...fact(w.answer, appeal?.answer && html`<p>${appeal.answer.byName}: ${lines(appeal.answer.reason)}</p>`),
  ].filter(({ value }) => value !== false),
)}
${hintLines(frame, about)}
${post.face !== undefined && !isUnseen && html`<p><a href="${original}">${w.original}</a>. ${w.originalNote}</p>`}
${rulesLink(frame)}`;
};

export const originalView = (frame: Frame, { look, post }: OfPost, written: Original | undefined): Html => {
  const { office: w } = said(frame);
  const title = `${w.originalTitle}: ${w.of(post.number)}`;
  return layout(frame, {
    title,
    isPrivate: true,
    back: { href: link(frame, post.officePath), text: w.previous },
    body: html`<h1>${title}</h1>
<p>${w.originalNote}</p>
${box({ body: written ? html`<p>${lines(written.text)}</p>${written.shownName !== undefined && html`<p>${written.shownName}</p>`}` : html`<p>${w.gone}</p>` })}
<p>${said(frame).states[stateOf(look)]}</p>`,
  });
};

export const QUEUES = ["mine", "taken", "nobody"] as const;
export type Whose = (typeof QUEUES)[number];

interface Waits {
  readonly dueAt: Instant;
  readonly href: string;
  readonly text: string;
}

interface QueuePage {
  readonly whose: Whose;
  readonly waits: readonly Waits[];
  readonly hasMore: boolean;
  readonly meetings: string;
  readonly mayCount: boolean;
}

/** What waits for a moderator, the most urgent first. */
export const queueView = (
  frame: Frame,
  { whose, waits, hasMore, meetings, mayCount }: QueuePage,
  back: { readonly href: string; readonly text: string },
): Html => {
  const { office: w, log } = said(frame);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back,
    body: html`<h1>${w.title}</h1>
<p>${w.about}</p>
<h2>${w.filter}</h2>
<ul>${QUEUES.map((one) =>
      one === whose
        ? html`<li><b>${w.whose[one]}</b></li>`
        : html`<li><a href="${link(frame, at.queue)}?whose=${one}">${w.whose[one]}</a></li>`,
    )}</ul>
${table(frame.words, {
  caption: w.caption,
  columns: [{ head: w.work, isRowHead: true }, { head: w.until }],
  rows: waits.map((one) => [
    html`<a href="${link(frame, one.href)}">${one.text}</a>`,
    deadline(frame.words, one.dueAt),
  ]),
  empty: w.none,
})}
${hasMore && html`<p>${w.first(waits.length)}</p>`}
<ul><li><a href="${link(frame, at.log)}">${log.title}</a></li>
${mayCount && html`<li><a href="${link(frame, at.figures)}">${w.figures.link}</a></li>`}
<li><a href="${link(frame, meetings)}">${w.meetings}</a></li></ul>
${rulesLink(frame)}`,
  });
};

/** Who moderates one consultation, and when somebody of them is away. */
export const moderatorsAbout = (
  frame: Frame,
  { posts = "at-once" }: Pick<Consultation, "posts">,
  {
    named,
    staff,
    now,
  }: { readonly named: readonly Person[]; readonly staff: readonly Person[]; readonly now: Instant },
): Html => {
  const { office: w } = said(frame);
  const away = named.flatMap(({ name, absence }) => {
    if (!absence || absence.to < dayOf(now)) return [];
    const standIn = staff.find(({ id }) => id === absence.standIn)?.name;
    return [`${name}: ${w.away(absence.from, absence.to, standIn)}`];
  });
  return html`${summaryList(frame.words, [
    { term: w.mode, value: w.modes[posts] },
    {
      term: w.moderators,
      value:
        named.length > 0 ? html`<ul>${named.map(({ name }) => html`<li>${name}</li>`)}</ul>` : w.everyone,
    },
    ...(away.length > 0
      ? [{ term: w.roster, value: html`<ul>${away.map((one) => html`<li>${one}</li>`)}</ul>` }]
      : []),
  ])}
${rulesLink(frame)}`;
};

export interface FiguresRow extends LookFigures {
  readonly of: string;
}

/** How fast moderators look, by consultation and by month. */
export const figuresView = (
  frame: Frame,
  {
    byConsultation,
    byMonth,
  }: { readonly byConsultation: readonly FiguresRow[]; readonly byMonth: readonly FiguresRow[] },
): Html => {
  const { figures: w, title } = said(frame).office;
  const { columns: c } = w;
  const { format } = frame.words;
  const time = (minutes: number | null): string => (minutes === null ? "–" : w.minutes(minutes));
  const shown = (caption: string, rows: readonly FiguresRow[]): Html =>
    table(frame.words, {
      caption,
      columns: [
        { head: c.of, isRowHead: true },
        ...[c.came, c.looked, c.late, c.taken, c.median, c.worst].map((head) => ({ head, isNumber: true })),
      ],
      rows: rows.map((one) => [
        one.of,
        ...[one.came, one.looked, one.late, one.taken].map((count) => format.number(count)),
        ...[one.medianMinutes, one.worstMinutes].map(time),
      ]),
      empty: w.none,
    });
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, at.queue), text: title },
    body: html`<h1>${w.title}</h1>
<p>${w.hint}</p>
${shown(w.byConsultation, byConsultation)}
${shown(w.byMonth, byMonth)}`,
  });
};
