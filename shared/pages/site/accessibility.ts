import { pathTo } from "../../domain/addresses.ts";
import type { LocalDate } from "../../domain/time.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { Office } from "./contact.ts";

interface AccessibilityModel extends Office {
  readonly siteUrl: string;
}

/**
 * The accessibility statement. Its ids are those that the monitoring tool of the ministry reads
 * (conditions of the statement, version 2.0 of 31 July 2024); dates are `<time datetime>`.
 */
export const accessibilityView = (
  frame: Frame,
  { city, contactAddress, siteUrl }: AccessibilityModel,
): Html => {
  const { words } = frame;
  const w = words.legal.accessibility;
  const intro = w.intro(city.office);
  const date = (id: string, day: LocalDate) =>
    html`<time id="${id}" datetime="${day}">${words.format.date(day)}</time>`;
  const [ombudsmanUrl, ombudsman] = w.procedure.ombudsman;
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p id="a11y-wstep"><span id="a11y-podmiot">${intro.who}</span> ${intro.promise} ${intro.scope} <a id="a11y-url" href="${siteUrl}">${siteUrl}</a></p>
<ul>
<li>${w.published}: ${date("a11y-data-publikacja", city.statement.published)}</li>
<li>${w.updated}: ${date("a11y-data-aktualizacja", city.statement.updated)}</li>
</ul>
<h2>${w.status.heading}</h2>
<p>${w.status.before} <strong id="a11y-status">${w.status.text}</strong> ${w.status.after}</p>
<ul id="a11y-ocena">
${w.status.reasons.map((reason) => html`<li>${reason}</li>`)}
</ul>
<h2>${w.made.heading}</h2>
<p>${w.made.made}: ${date("a11y-data-sporzadzenie", city.statement.made)}<br>
${w.made.reviewed}: ${date("a11y-data-przeglad", city.statement.reviewed)}</p>
<p>${w.made.method}</p>
<p>${w.made.keys}</p>
<h2 id="a11y-kontakt">${w.contact.heading}</h2>
<p>${w.contact.text}</p>
<ul>
<li>${w.contact.person}: <span id="a11y-osoba">${city.unit}</span></li>
<li>${words.legal.contact.email}: <a id="a11y-email" href="mailto:${contactAddress}">${contactAddress}</a></li>
<li>${words.legal.contact.phone}: <a id="a11y-telefon" href="tel:+48${city.phone.replaceAll(" ", "")}">${city.phone}</a></li>
</ul>
<h2 id="a11y-procedura">${w.procedure.heading}</h2>
${w.procedure.text.map((sentence) => html`<p>${sentence}</p>`)}
<p><a href="${link(frame, pathTo("matterForm", { kind: "dostepnosc" }))}">${w.procedure.form}</a></p>
<p><a href="${ombudsmanUrl}">${ombudsman}</a></p>
<h2 id="a11y-architektura">${w.architecture.heading}</h2>
<p>${city.office}, ${city.address}</p>
<p>${w.architecture.text}</p>`,
  });
};
