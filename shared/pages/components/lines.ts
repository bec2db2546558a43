import { type Html, html } from "../html.ts";

/** Text of several lines, as it was written. */
export const lines = (text: string): Html =>
  html`${text.split("\n").map((line, index) => [index > 0 && html`<br>`, line])}`;
