import { doorCodeOf } from "../../domain/meeting/signup.ts";
import { summaryList } from "../../pages/components/summary-list.ts";
import { type Html, html } from "../../pages/html.ts";
import type { Frame } from "../../pages/layout.ts";
import { needsText } from "./door-pages.ts";
import { said } from "./pages.ts";
import type { StaffSignup } from "./view-rules.ts";

interface PersonModel {
  readonly line: StaffSignup;
  readonly toCallSince: string | undefined;
}

/** One sign-up, as it is read out on the phone. */
export const personAbout = (frame: Frame, { line, toCallSince }: PersonModel): Html => {
  const { person: w, count, list } = said(frame).office;
  return html`${toCallSince !== undefined && html`<p><strong>${w.toCall}</strong></p>`}
${summaryList(frame.words, [
  { term: list.code, value: html`<strong>${doorCodeOf(line.id)}</strong>` },
  { term: w.place, value: w.places[line.place](line.position) },
  ...(line.offeredUntil === null
    ? []
    : [{ term: w.offer, value: frame.words.frame.until(line.offeredUntil) }]),
  { term: list.columns[2] ?? "", value: count(line.seats) },
  { term: list.email, value: line.email ?? line.phone ?? w.neither },
  ...(line.helps.length > 0 || line.needs !== null
    ? [{ term: list.columns[3] ?? "", value: needsText(frame, line) }]
    : []),
])}`;
};
