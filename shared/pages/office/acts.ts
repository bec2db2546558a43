import { faultSummary } from "../components/fault-summary.ts";
import { type ButtonKind, buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout } from "../layout.ts";

interface ActForm {
  readonly action: string;
  /** Of a form that makes something. */
  readonly key?: string | undefined;
  /** The version of the thing over which the form is sent; a list has none. */
  readonly version?: string | number | undefined;
  readonly fields?: Part;
  readonly submit: string;
  readonly kind?: ButtonKind | undefined;
}

/** The form of an act on a thing, over the version that was read. */
export const actForm = ({ action, key, version, fields, submit, kind }: ActForm): Html =>
  form({
    action,
    key,
    body: html`${version !== undefined && hidden("version", version)}
${fields}`,
    submit,
    ...(kind && { kind }),
  });

interface OfferedAct {
  readonly title: string;
  readonly hint?: string | undefined;
  /** Sentences of what stands in the way. */
  readonly waits: readonly string[];
  /** Its form; or the address of the page on which it is. */
  readonly form?: Html;
  readonly href?: string;
}

/** An act as the page of its thing offers it: the way to do it, or what it waits for. */
export const offeredAct = ({ title, hint, waits, form: own, href }: OfferedAct): Html =>
  html`<section><h2>${title}</h2>
${hint && html`<p>${hint}</p>`}
${waits.map((sentence) => html`<p>${sentence}</p>`)}
${waits.length === 0 && (href === undefined ? own : html`<p>${buttonLink({ href, text: title, kind: "second" })}</p>`)}
</section>`;

interface ActsPage {
  readonly title: string;
  readonly state: FormState;
  readonly back: { readonly href: string; readonly text: string };
  readonly body: Part;
}

/** A page of the office on which forms stand: what is wrong comes first. */
export const actsPage = (frame: Frame, { title, state, back, body }: ActsPage): Html =>
  layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back,
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${body}`,
  });
