import type { Instant } from "../../domain/time.ts";
import type { Words } from "../../words/words.ts";
import { attributes, type Html, html, type Part } from "../html.ts";

/** A moment for people and machines. */
export const moment = (words: Words, at: Instant): Html =>
  html`<time datetime="${at}">${words.format.moment(at)}</time>`;

/** An exclusive end, as people read it: midnight is 23:59 of the day before. */
export const deadline = (words: Words, at: Instant): Html =>
  html`<time datetime="${at}">${words.format.deadline(at)}</time>`;

interface DateEntry {
  readonly name: string;
  readonly startsAt: Instant;
  /** Exclusive. */
  readonly endsAt?: Instant | undefined;
  readonly note?: Part;
}

const stateOf = ({ startsAt, endsAt }: DateEntry, now: Instant): "past" | "now" | "coming" => {
  if (now < startsAt) return "coming";
  return endsAt !== undefined && now >= endsAt ? "past" : "now";
};

/**
 * Stages in order, each with its dates and whether it is over, now or to come.
 *
 *     dateList(words, request.receivedAt, cycle.calendar.map((e) => ({ ...e, name: words.phases[e.name].name })))
 */
export const dateList = (words: Words, now: Instant, entries: readonly DateEntry[]): Html =>
  html`<ol class="dates">
${entries.map((entry) => {
  const state = stateOf(entry, now);
  return html`<li${attributes({
    class: state,
    "aria-current": state === "now" && "step",
  })}>${entry.name} <span class="quiet">(${words.frame.dates[state]})</span><br>
${moment(words, entry.startsAt)}${entry.endsAt && html` – ${deadline(words, entry.endsAt)}`}${entry.note && html`<br>${entry.note}`}</li>`;
})}
</ol>`;
