import type { Phase } from "../../domain/cycle/phases.ts";
import type { Task } from "../../domain/cycle/tasks.ts";
import type { Instant } from "../../domain/time.ts";
import { tag } from "../components/boxes.ts";
import { deadline, moment } from "../components/dates.ts";
import { attributes, type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";

export interface Stage {
  readonly phase: Phase;
  readonly startsAt?: Instant | undefined;
  /** Exclusive. */
  readonly endsAt?: Instant | undefined;
  /** Without a date: whether it follows the phase before it by itself, or waits for staff to say so. */
  readonly follows: boolean;
  /** A cancelled edition has none. */
  readonly state: "past" | "now" | "coming" | undefined;
  readonly tasks: readonly Task[];
  /** Where its dates can be changed, for whoever may. */
  readonly changeHref?: string | undefined;
}

const TONES = { past: "plain", now: "good", coming: "info" } as const;

const dates = (frame: Frame, { phase, startsAt, endsAt, follows }: Stage): Part => {
  const w = frame.words.editions;
  if (startsAt && endsAt)
    return html`<p>${moment(frame.words, startsAt)} – ${deadline(frame.words, endsAt)}</p>`;
  return phase !== "draft" && html`<p class="quiet">${follows ? w.undated : w.undatedStart}</p>`;
};

const duties = ({ words }: Frame, { phase, tasks }: Stage): Part => {
  const w = words.editions;
  const automatic = w.automatic[phase] ?? [];
  const byThemselves =
    automatic.length > 0 &&
    html`<div><h4>${w.automaticTitle}</h4><ul>${automatic.map((text) => html`<li>${text}</li>`)}</ul></div>`;
  const byPeople =
    tasks.length > 0 &&
    html`<div><h4>${w.manualTitle}</h4><ul>${tasks.map(
      (task) =>
        html`<li>${task.isDone ? tag(`✓ ${w.done}`, "good") : tag(w.toDo, "warn")} ${w.task(task)}</li>`,
    )}</ul></div>`;
  return (byThemselves || byPeople) && html`<div class="duties">${byThemselves}${byPeople}</div>`;
};

/** The phases of an edition in their order, today marked, with what happens by itself and what people have to do. */
export const timeline = (frame: Frame, stages: readonly Stage[], now: Instant): Html => {
  const w = frame.words.editions;
  return html`<ol class="timeline">
${stages.map((stage) => {
  const { phase, state, changeHref } = stage;
  const { name } = frame.words.phases[phase];
  return html`<li${attributes({ class: state, "aria-current": state === "now" && "step" })}>
<h3>${name}${state && html` ${tag(w.states[state], TONES[state])}`}</h3>
${dates(frame, stage)}
${state === "now" && html`<p class="today">${w.today(frame.words.format.moment(now))}</p>`}
${state !== "past" && duties(frame, stage)}
${changeHref && html`<p><a href="${link(frame, changeHref)}">${w.moveDates(name.toLowerCase())}</a></p>`}
</li>`;
})}
</ol>`;
};
