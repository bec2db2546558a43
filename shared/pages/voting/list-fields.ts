import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import { limitsOn } from "../../domain/voting/ballot-form.ts";
import type { SectionLimits } from "../../domain/voting/limits.ts";
import { marksOf } from "../../domain/voting/marks.ts";
import { type ChoicesModel, checkboxes, radios, select } from "../components/choices.ts";
import type { FormState } from "../components/form-state.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import type { ListedProject, ListModel } from "./list.ts";
import { pointsField } from "./points.ts";

/** The details open beside the ballot: leaving it would lose the ticks, which are stored nowhere. */
const hintOf = (frame: Frame, cycleId: CycleId, { id, number, title, costGrosze }: ListedProject): Html =>
  html`${number} · ${frame.words.format.shortMoney(costGrosze)} · <a href="${link(
    frame,
    pathTo("project", { cycleId: cycleId, projectId: id }),
  )}" target="_blank" rel="noopener">${frame.words.ballot.list.details}<span class="hidden">: ${title}</span></a>`;

/** Every score from the best to the worst; 0, which is none, stands among them or at their end. */
const scoresOf = ({ minPointsEach, maxPointsEach }: SectionLimits): number[] => {
  const scores = new Set<number>([0]);
  for (let score = minPointsEach; score <= maxPointsEach; score += 1) scores.add(score);
  return [...scores].sort((one, other) => other - one);
};

const scoreFields = (frame: Frame, { cycleId, pool, marksByPool }: ListModel, state: FormState): Html[] => {
  const { format, ballot } = frame.words;
  const marks = marksOf(marksByPool, pool.id);
  const options = scoresOf(limitsOn(pool.form, pool)).map(
    (score) => [`${score}`, score === 0 ? ballot.forms.noScore : format.number(score)] as const,
  );
  return pool.projects.map((project) =>
    select(state, {
      name: pointsField(project.id),
      label: project.title,
      hint: hintOf(frame, cycleId, project),
      options,
      value: `${marks.find((mark) => mark.project === project.id)?.points ?? 0}`,
      placeholder: false,
    }),
  );
};

/** What a voter fills in on a list, under its question: a score for each project, one of them, or some of them. */
export const listFields = (frame: Frame, model: ListModel, state: FormState, question: string): Html => {
  const { cycleId, pool, marksByPool } = model;
  const { form } = pool;
  const { forms, list } = frame.words.ballot;
  const hint = `${forms.hint(form, limitsOn(form, pool))} ${list.newTab}`;
  if (form.kind === "scoring")
    return html`<h1>${question}</h1><p class="hint">${hint}</p>${scoreFields(frame, model, state)}`;
  const choices: ChoicesModel = {
    name: "pick",
    label: question,
    isHeading: true,
    hint,
    isBoxed: true,
    value: marksOf(marksByPool, pool.id).map(({ project }) => project),
    options: pool.projects.map((project) => ({
      value: project.id,
      label: project.title,
      hint: hintOf(frame, cycleId, project),
    })),
  };
  return limitsOn(form, pool).maxProjects === 1 && form.kind !== "points"
    ? radios(state, choices)
    : checkboxes(state, choices);
};
