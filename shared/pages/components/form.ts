/**
 * A form and its buttons. Every form that creates carries a hidden key: the page makes it once, so that a second press does nothing more.
 *
 *     form({ action: link(frame, pathTo("proposalStart")), key, body: [faultless fields], submit: "Złóż wniosek" })
 *     form({ action: path, method: "get", body: filters, submit: "Pokaż" })
 *     button({ text: "Wycofaj wniosek", kind: "danger", name: "act", value: "withdraw" })
 *     buttonLink({ href: link(frame, pathTo("vote")), text: "Zacznij głosowanie" })
 */
import { attributes, type Html, html, type Part, safeHref } from "../html.ts";

/** One primary a page. Buttons are named by the act, never OK or Cancel. */
export type ButtonKind = "primary" | "second" | "danger" | "plain";

const classOf = (kind: ButtonKind = "primary"): string => (kind === "primary" ? "button" : `button ${kind}`);

interface ButtonModel {
  readonly text: string;
  readonly kind?: ButtonKind;
  readonly name?: string;
  readonly value?: string;
  /** The name that is read out, of a button that stands at one of many things. */
  readonly spoken?: string;
  /** The letter by which a browser's own keys press it. */
  readonly letter?: string | undefined;
}

export const button = ({ text, kind, name, value, spoken, letter }: ButtonModel): Html =>
  html`<button${attributes({ class: classOf(kind), type: "submit", name, value, "aria-label": spoken, accesskey: letter })}>${text}</button>`;

interface ButtonLinkModel {
  readonly href: string;
  readonly text: string;
  readonly kind?: ButtonKind;
}

export const buttonLink = ({ href, text, kind }: ButtonLinkModel): Html =>
  html`<a class="${classOf(kind)}" href="${safeHref(href)}">${text}</a>`;

export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

interface FormModel {
  readonly action: string;
  readonly method?: "post" | "get";
  /** By which buttons elsewhere on the page send it too. */
  readonly id?: string;
  /** It has a field for a file: it is sent in parts. */
  readonly takesFile?: boolean;
  /** Idempotency key, at least 128 random bits in base64url or hex, sent as the field `key`. */
  readonly key?: string | undefined;
  readonly body: Part;
  /** The name of the act on the primary button; left out where the body has buttons of its own. */
  readonly submit?: string;
  readonly kind?: ButtonKind;
  readonly letter?: string | undefined;
}

/** Checked by the server alone: `novalidate`, so that faults look and read the same everywhere. */
export const form = ({
  action,
  method = "post",
  id,
  takesFile,
  key,
  body,
  submit,
  kind,
  letter,
}: FormModel): Html =>
  html`<form action="${safeHref(action)}" method="${method}"${attributes({ id, enctype: takesFile && "multipart/form-data" })} novalidate>
${key !== undefined && hidden("key", key)}
${body}
${submit && button({ text: submit, letter, ...(kind && { kind }) })}
</form>`;

/** A bar that stays at the lower edge while a long list is scrolled: what was chosen, and the way on. Stands last in its form. */
export const stickyBar = (text: Part, action: Html): Html =>
  html`<div class="sticky"><p>${text}</p>${action}</div>`;
