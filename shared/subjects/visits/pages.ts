import { pathTo } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { moment } from "../../pages/components/dates.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { contactView, type Office } from "../../pages/site/contact.ts";
import { spoken } from "../../words/spoken.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said, wordsIn } = spoken({ pl, en, uk });

interface Visit {
  readonly id: string;
  readonly startsAt: Instant;
  readonly seatsLeft: number;
}

/** Appointments in order, each with the way to it. */
export const visitList = (frame: Frame, visits: readonly Visit[], path: (id: string) => string): Html => {
  const w = said(frame);
  const { format } = frame.words;
  return html`<ul>${visits.map(
    ({ id, startsAt, seatsLeft }) =>
      html`<li><a href="${link(frame, path(id))}">${moment(frame.words, startsAt)}</a>, ${w.seats(format.number(seatsLeft))}</li>`,
  )}</ul>`;
};

export const visitsView = (frame: Frame, visits: readonly Visit[], office: Office): Html => {
  const w = said(frame);
  return layout(frame, {
    title: w.title,
    back: { href: link(frame, pathTo("matters")), text: frame.words.frame.footer.matters ?? "" },
    body: html`<h1>${w.title}</h1>
${
  visits.length > 0
    ? html`<p>${w.lead}</p>${visitList(frame, visits, (id) => pathTo("meeting", { meetingId: id }))}`
    : html`<p>${w.none}</p>`
}
${contactView(frame, office)}`,
  });
};
