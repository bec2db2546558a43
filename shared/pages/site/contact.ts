import { pathTo } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import { inLanguage } from "../../words/fallback.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";

export interface Office {
  readonly city: City;
  readonly contactAddress: string;
}

/** How to reach the office: stands at the end of the pages that people read when they are stuck. */
export const contactView = (frame: Pick<Frame, "words" | "path">, { city, contactAddress }: Office): Html => {
  const { words, path } = frame;
  const w = words.legal.contact;
  return html`<h2 id="contact">${w.heading}</h2>
${summaryList(words, [
  { term: w.office, value: html`${city.office}<br>${city.unit}` },
  { term: w.address, value: city.address },
  { term: w.hours, value: inLanguage(city.hours, words.language) },
  { term: w.phone, value: html`<a href="tel:+48${city.phone.replaceAll(" ", "")}">${city.phone}</a>` },
  { term: w.email, value: html`<a href="mailto:${contactAddress}">${contactAddress}</a>` },
])}
${path !== pathTo("matters") && html`<p><a href="${link(frame, pathTo("matters"))}">${w.ask}</a></p>`}`;
};
