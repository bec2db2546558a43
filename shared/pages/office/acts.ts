import { faultSummary } from "../components/fault-summary.ts";
import { type ButtonKind, buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface ActForm {
  readonly action: string;
  /** The key of a form that makes something. */
  readonly key?: string | undefined;
  /** The version of the thing over which the form is sent; a list has none. */
  readonly version?: string | number | undefined;
  readonly fields?: Part;
  readonly submit: string;
  readonly kind?: ButtonKind | undefined;
  readonly letter?: string | undefined;
}

/** The form of an act on a thing, over the version that was read. */
export const actForm = ({ action, key, version, fields, submit, kind, letter }: ActForm): Html =>
  form({
    action,
    key,
    body: html`${version !== undefined && hidden("version", version)}
${fields}`,
    submit,
    letter,
    ...(kind && { kind }),
  });

export interface ActBody {
  readonly hint?: string | undefined;
  /** Sentences of what stands in the way. */
  readonly waits: readonly string[];
  /** Its form, or what leads to it. */
  readonly way?: Html | undefined;
}

/** What an act on a page says of itself, what it waits for, and the way to do it. */
export const actBody = ({ hint, waits, way }: ActBody): Html =>
  html`${hint && html`<p>${hint}</p>`}
${waits.map((sentence) => html`<p>${sentence}</p>`)}
${way}`;

/** An act among others on the page of its thing. */
export const offeredAct = ({ title, ...body }: ActBody & { readonly title: string }): Html =>
  html`<section><h2>${title}</h2>
${actBody(body)}
</section>`;

/** The way to an act whose form stands on a page of its own. */
export const wayTo = (href: string, text: string): Html =>
  html`<p>${buttonLink({ href, text, kind: "second" })}</p>`;

export interface ActsPage {
  readonly title: string;
  readonly state: FormState;
  readonly back: { readonly address: string; readonly text: string };
  readonly body: Part;
  readonly hasScript?: boolean | undefined;
}

/** A page of the office on which forms stand: what is wrong comes first. */
export const actsPage = (frame: Frame, { title, state, back, body, hasScript = false }: ActsPage): Html =>
  layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    hasScript,
    back: { href: link(frame, back.address), text: back.text },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${body}`,
  });
