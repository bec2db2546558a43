import { addressAt } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { titled } from "../../pages/components/boxes.ts";
import { lines } from "../../pages/components/lines.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { spoken } from "../../words/spoken.ts";
import { consultationPath, said as saidOfConsultations, statusTag } from "../consultations/pages.ts";
import { at as atConsultations } from "../consultations/rows.ts";
import { type Consultation, statusAt } from "../consultations/rules.ts";
import { at } from "./rows.ts";
import type { Programme } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said } = spoken({ pl, en, uk });

const programmePath = (frame: Frame, { id }: Pick<Programme, "id">): string =>
  link(frame, addressAt(at.one, { programmeId: id }));

/** A programme with all that is in it, what can be joined first. */
export const programmeView = (
  frame: Frame,
  { name, lead }: Programme,
  all: readonly Consultation[],
  now: Instant,
): Html => {
  const w = said(frame);
  const { dates, ways } = saidOfConsultations(frame);
  const item = (one: Consultation): Html =>
    html`<li>${titled(
      html`<a href="${consultationPath(frame, one)}">${one.subject.title}</a>`,
      html`<p>${statusTag(frame, statusAt(one, now))}</p>
<p>${dates(one.startsAt, one.endsAt)}</p>
${
  one.activities.length > 0 &&
  html`<ul>${one.activities.map(
    ({ kind, title, startsAt, endsAt }) =>
      html`<li>${title} (${ways.kinds[kind]}): ${dates(startsAt, endsAt)}</li>`,
  )}</ul>`
}`,
      3,
    )}</li>`;
  return layout(frame, {
    title: name,
    back: { href: link(frame, atConsultations.list), text: w.back },
    body: html`<p class="quiet">${w.kind}</p>
<h1>${name}</h1>
<p>${lines(lead)}</p>
<h2>${w.in}</h2>
<ul class="cards">${all.map(item)}</ul>`,
  });
};

/** On the page of all consultations: the programmes of some of them. */
export const programmesPart = (frame: Frame, all: readonly Programme[]): Html | false =>
  all.length > 0 &&
  html`<h2>${said(frame).heading}</h2>
<ul>${all.map((one) => html`<li><a href="${programmePath(frame, one)}">${one.name}</a></li>`)}</ul>`;

export const officeProgrammes = (frame: Frame, all: readonly Programme[]): Html =>
  all.length > 0
    ? html`<ul>${all.map(
        ({ id, name }) =>
          html`<li><a href="${link(frame, addressAt(at.officeOne, { programmeId: id }))}">${name}</a></li>`,
      )}</ul>`
    : html`<p>${said(frame).office.none}</p>`;

export const officeProgramme = (
  frame: Frame,
  programme: Programme,
  all: readonly Consultation[],
  now: Instant,
): Html => {
  const { office: w } = said(frame);
  const isPublic = all.some(({ publishedAt }) => publishedAt !== undefined);
  return html`<p>${lines(programme.lead)}</p>
${isPublic && html`<p><a href="${programmePath(frame, programme)}">${w.isPublic}</a></p>`}
${
  all.length > 0
    ? html`<ul>${all.map(
        (one) =>
          html`<li><a href="${link(frame, addressAt(atConsultations.officeOne, { consultationId: one.id }))}">${one.subject.title}</a> ${statusTag(frame, statusAt(one, now))}</li>`,
      )}</ul>`
    : html`<p>${w.noneIn}</p>`
}`;
};
