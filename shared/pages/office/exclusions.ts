import { pathTo } from "../../domain/addresses.ts";
import type { ExclusionGroup } from "../../domain/tally/election.ts";
import { titled } from "../components/boxes.ts";
import { radios } from "../components/choices.ts";
import { form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actPage, type EditionRef } from "./act.ts";

interface ExclusionsModel extends EditionRef {
  readonly version: number;
  /** With the numbers and titles of their projects. */
  readonly groups: readonly ExclusionGroup[];
}

const groupCard = (
  frame: Frame,
  { id, version }: ExclusionsModel,
  group: ExclusionGroup,
  place: number,
): Html => {
  const w = frame.words.exclusions;
  return titled(
    w.ruleOf(group.rule),
    html`<ul>${group.projects.map((project) => html`<li>${project}</li>`)}</ul>
<p>${group.reason}${group.legalBasis !== undefined && html`<br>${frame.words.projects.facts.legalBasis}: ${group.legalBasis}`}</p>
${form({
  action: link(frame, pathTo("editionExclusions", { cycleId: id })),
  body: html`${hidden("version", version)}${hidden("remove", place)}`,
  submit: w.remove,
  kind: "second",
})}`,
  );
};

/** The groups that are named, each with its way out, and the form for one more. */
export const exclusionsView = (frame: Frame, state: FormState, model: ExclusionsModel): Html => {
  const w = frame.words.exclusions;
  const { id, version, groups } = model;
  return actPage(frame, model, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${groups.map((group, place) => groupCard(frame, model, group, place))}
<h2>${w.add}</h2>
${form({
  action: link(frame, pathTo("editionExclusions", { cycleId: id })),
  body: html`${hidden("version", version)}
${textField(state, { name: "projects", label: w.projects, hint: w.projectsHint })}
${radios(state, {
  name: "rule",
  label: w.rule,
  value: "best-wins",
  options: [
    { value: "best-wins", label: w.ruleOf("best-wins") },
    { value: "at-most", label: w.atMostChoice },
  ],
})}
${textField(state, { name: "atMost", label: w.atMost, hint: w.atMostHint, kind: "digits", width: 4 })}
${textArea(state, { name: "reason", label: frame.words.actForm.reason, hint: w.reasonHint, rows: 2 })}
${textField(state, { name: "legalBasis", label: frame.words.projects.facts.legalBasis, hint: w.legalBasisHint })}`,
  submit: w.submit,
})}`,
  });
};
