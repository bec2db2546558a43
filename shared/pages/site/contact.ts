import type { City } from "../../domain/city.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import type { Frame } from "../layout.ts";

export interface Office {
  readonly city: City;
  readonly contactAddress: string;
}

/** How to reach the office: stands at the end of the pages that people read when they are stuck. */
export const contactView = ({ words }: Pick<Frame, "words">, { city, contactAddress }: Office): Html => {
  const w = words.legal.contact;
  return html`<h2 id="contact">${w.heading}</h2>
${summaryList(words, [
  { term: w.office, value: html`${city.office}<br>${city.unit}` },
  { term: w.address, value: city.address },
  { term: w.phone, value: html`<a href="tel:+48${city.phone.replaceAll(" ", "")}">${city.phone}</a>` },
  { term: w.email, value: html`<a href="mailto:${contactAddress}">${contactAddress}</a>` },
])}`;
};
