import { pathTo } from "../../domain/addresses.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import { localEnd, localTime } from "../../domain/local-time.ts";
import type { Instant } from "../../domain/time.ts";
import { deadline, moment } from "../components/dates.ts";
import { button, form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef, reasonField } from "./act.ts";

interface Window {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export interface CalendarModel extends EditionRef {
  readonly phase: Phase;
  /** Which version of the edition the person saw: another's change in between is not overwritten. */
  readonly version: number;
  readonly window: Window | undefined;
  readonly hasBegun: boolean;
}

const action = (frame: Frame, { id, phase }: CalendarModel): string =>
  link(frame, pathTo("editionCalendar", { cycleId: id, phase }));

export const calendarView = (frame: Frame, state: FormState, model: CalendarModel): Html => {
  const { words } = frame;
  const w = words.calendar;
  const { window, hasBegun, version } = model;
  const start: Part =
    hasBegun && window
      ? html`<p>${w.begun(words.format.moment(window.startsAt))}</p>`
      : textField(state, {
          name: "startsAt",
          label: w.startsAt,
          hint: w.hint,
          value: window && localTime(window.startsAt),
          width: 20,
        });
  return actPage(frame, model, {
    title: w.title(words.phases[model.phase].name.toLowerCase()),
    state,
    body: form({
      action: action(frame, model),
      body: html`${hidden("version", version)}
${start}
${textField(state, { name: "endsAt", label: w.endsAt, hint: w.hint, value: window && localEnd(window.endsAt), width: 20 })}
${reasonField(state)}
${actButtons(frame, model, { submit: w.submit })}`,
    }),
  });
};

interface CalendarCheckModel extends CalendarModel {
  readonly planned: Window;
  readonly reason: string;
  readonly now: Instant;
}

/** What the change does, before it is made. */
export const calendarCheckView = (frame: Frame, state: FormState, model: CalendarCheckModel): Html => {
  const { words } = frame;
  const w = words.calendar;
  const { window, planned, reason, version, hasBegun, phase, now } = model;
  const shown = (one: Window): Part => html`${moment(words, one.startsAt)} – ${deadline(words, one.endsAt)}`;
  return actPage(frame, model, {
    title: w.checkTitle(words.phases[phase].name),
    state,
    body: html`${summaryList(words, [
      { term: w.before, value: window ? shown(window) : w.none },
      { term: w.after, value: shown(planned) },
      { term: words.actForm.reason, value: reason },
    ])}
<ul>
${hasBegun && phase === "voting" && html`<li>${w.gates}</li>`}
${!hasBegun && planned.startsAt <= now && html`<li>${w.atOnce}</li>`}
<li>${w.shown}</li>
</ul>
${form({
  action: action(frame, model),
  body: html`${hidden("version", version)}${
    !hasBegun && hidden("startsAt", localTime(planned.startsAt))
  }${hidden("endsAt", localEnd(planned.endsAt))}${hidden("reason", reason)}
${button({ text: w.confirm, name: "confirmed", value: "yes" })}${button({ text: words.actForm.fix, kind: "second", name: "confirmed", value: "no" })}`,
})}`,
  });
};
