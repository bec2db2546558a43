import { type Html, html } from "../../../shared/pages/html.ts";

/** A code stands alone on its line: 4 to 12 digits or capitals with at least one digit, perhaps in groups. */
const CODE = /^[ \t]*(?=[^\n]*\d)([0-9A-Z]{2,12}(?:[ -][0-9A-Z]{2,12}){0,3})[ \t]*$/gm;

/** The codes of a text, as they are written. */
export const codesIn = (text: string): string[] =>
  [...text.matchAll(CODE)]
    .map(([, code = ""]) => code)
    .filter((code) => {
      const { length } = code.replace(/[ -]/g, "");
      return length >= 4 && length <= 12;
    });

/** The text with its web addresses as links; a closing mark of the sentence is not part of an address. */
export const linked = (text: string): Html[] =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
