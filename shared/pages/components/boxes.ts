/**
 * Words that must be seen: a tag, a box, a confirmation, a titled box, a disclosure.
 *
 *     tag("W głosowaniu", "info")
 *     box({ tone: "warn", title: "Popraw wniosek do 19 sierpnia", body: html`<p>…</p>` })
 *     panel({ title: "Głos zapisany", reference: "BO27-7K3M-92QX" })
 *     disclosure("Jak liczymy punkty", html`<p>…</p>`)
 */
import { attributes, type Html, html, type Part } from "../html.ts";

/** Colour is never alone: the words say it too. */
export type Tone = "plain" | "info" | "good" | "warn" | "bad";

/** A state, as an adjective; never a link. */
export const tag = (text: string, tone: Tone = "plain"): Html =>
  html`<span class="tag ${tone}">${text}</span>`;

interface BoxModel {
  readonly tone?: Tone;
  readonly title?: string;
  readonly body: Part;
}

export const box = ({ tone = "plain", title, body }: BoxModel): Html =>
  html`<div class="box ${tone}">${title && html`<h2>${title}</h2>`}${body}</div>`;

interface PanelModel {
  readonly title: string;
  /** Words before the number: „Numer potwierdzenia”. */
  readonly label?: string;
  readonly reference?: string;
}

/** It is done: the h1 of a confirmation page, with the number to keep. */
export const panel = ({ title, label, reference }: PanelModel): Html =>
  html`<div class="panel"><h1>${title}</h1>${label && html`<p>${label}</p>`}${reference && html`<p class="reference">${reference}</p>`}</div>`;

/** One thing of a list of things: a project, a meeting, an edition. The title is a link where it has a page. */
export const titled = (title: Part, body: Part, level: 2 | 3 = 2): Html =>
  level === 2
    ? html`<div class="titled"><h2>${title}</h2>${body}</div>`
    : html`<div class="titled"><h3>${title}</h3>${body}</div>`;

export const disclosure = (summary: string, body: Part, isOpen = false): Html =>
  html`<details${attributes({ open: isOpen })}><summary>${summary}</summary>${body}</details>`;
