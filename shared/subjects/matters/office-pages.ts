import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { tag } from "../../pages/components/boxes.ts";
import { deadline } from "../../pages/components/dates.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { answerView, foundView, matterFacts, said } from "./pages.ts";
import { at } from "./rows.ts";
import { type Found, isWaiting, latestOf, type Matter, numberOf } from "./rules.ts";

const linkTo = (frame: Frame, matter: Matter): Html =>
  html`<a href="${link(frame, addressAt(at.one, { matterId: matter.id }))}">${numberOf(matter)}</a>`;

const ownerText = (frame: Frame, { ownerName }: Matter): string => ownerName ?? said(frame).office.desk;

/** Matters that wait, with what is left of their terms; below them those that were answered. */
export const officeMatters = (frame: Frame, matters: readonly Matter[], now: Instant): Html => {
  const { words } = frame;
  const { office: w, kinds, states } = said(frame);
  const waiting = matters.filter(isWaiting);
  const answered = matters.filter((matter) => !isWaiting(matter));
  const due = ({ dueAt }: Matter) =>
    html`${deadline(words, dueAt)}${dueAt <= now && html` ${tag(w.late, "bad")}`}`;
  return html`<p>${w.lead}</p>
${
  waiting.length > 0
    ? table(words, {
        caption: w.caption,
        columns: [
          { head: w.columns.number, isRowHead: true },
          { head: w.columns.kind },
          { head: w.columns.state },
          { head: w.columns.due },
          { head: w.columns.owner },
        ],
        rows: waiting.map((one) => [
          linkTo(frame, one),
          kinds[one.kind],
          states[one.state],
          due(one),
          ownerText(frame, one),
        ]),
      })
    : html`<p>${w.none}</p>`
}
${
  answered.length > 0 &&
  html`<h2>${w.answeredHeading}</h2>
<ul>${answered.map((one) => html`<li>${linkTo(frame, one)} ${kinds[one.kind]}</li>`)}</ul>`
}`;
};

/** A matter as the office has it: what was asked, by whom, until when, and what was answered. */
export const officeMatter = (frame: Frame, matter: Matter, now: Instant): Html => {
  const { words } = frame;
  const { office: w, fields, link: own } = said(frame);
  const { name, contact, address, kind, arrivedOn, dueAt, extended, isProved, way, answer, collected, id } =
    matter;
  const latest = extended === undefined ? latestOf(kind, arrivedOn) : undefined;
  const isLate = isWaiting(matter) && dueAt <= now;
  return html`${summaryList(words, [
    ...matterFacts(frame, matter),
    { term: w.terms.term, value: html`${deadline(words, dueAt)}${isLate && html` ${tag(w.late, "bad")}`}` },
    ...(latest === undefined ? [] : [{ term: w.terms.latest, value: words.format.date(latest) }]),
    { term: w.terms.owner, value: ownerText(frame, matter) },
    { term: w.terms.way, value: w.ways[way] },
    ...(name === undefined ? [] : [{ term: fields.name, value: name }]),
    { term: w.terms.contact, value: contact ?? w.noContact },
    ...(address === undefined ? [] : [{ term: w.terms.address, value: address }]),
    ...(kind === "personal-data" ? [{ term: w.terms.proof, value: isProved ? w.proved : w.notProved }] : []),
    ...(answer === undefined ? [] : [{ term: w.terms.by, value: answer.byName }]),
    ...(answer?.told === undefined ? [] : [{ term: w.terms.told, value: answer.told }]),
  ])}
<p><a href="${link(frame, pathTo("deskConfirmation", { subject: id }))}">${w.print}</a></p>
${extended && html`<p>${own.extended(extended.reason)}</p>`}
${
  collected &&
  html`<p>${w.data.count(collected.count)} <a href="${link(frame, addressAt(at.data, { matterId: id }))}">${w.data.read}</a></p>`
}
${answerView(frame, matter)}`;
};

/** What was put together of who asks, as whoever accepts the answer checks it. */
export const officeMatterData = (frame: Frame, matter: Matter, found: readonly Found[]): Html => {
  const { office, kinds } = said(frame);
  const w = office.data;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: {
      href: link(frame, addressAt(at.one, { matterId: matter.id })),
      text: office.due(kinds[matter.kind], numberOf(matter)),
    },
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${found.length > 0 ? foundView(found, 2) : html`<p>${w.none}</p>`}
<p>${w.votes}</p>`,
  });
};
