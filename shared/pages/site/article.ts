import { entriesOf, pathTo } from "../../domain/addresses.ts";
import type { Article } from "../../words/article.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

/** A page that is only read; `after` stands at its end. */
export const articleView = (frame: Frame, { title, lead, sections }: Article, after?: Part): Html =>
  layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p>${lead}</p>
${sections.map(
  ({ heading, text, items = [], links = {} }) => html`<h2>${heading}</h2>
${text.map((sentence) => html`<p>${sentence}</p>`)}
${items.length > 0 && html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`}
${entriesOf(links).map(([to, name]) => html`<p><a href="${link(frame, pathTo(to))}">${name}</a></p>`)}`,
)}
${after}`,
  });
