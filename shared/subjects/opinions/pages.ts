import { pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { Verdict } from "../../domain/procedure/card.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import type { Project } from "../../domain/project/project.ts";
import { tag } from "../../pages/components/boxes.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import type { Frame } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import { type Neighbours, said as saidOfCards, waysOf } from "../checks/pages.ts";
import { linesBeside, said, textFor } from "./beside-pages.ts";
import type { Opinion } from "./rules.ts";

/** An opinion with what it is about. */
interface OneOpinion {
  readonly cycle: Pick<Cycle, "ruleSet">;
  readonly project: Project;
  readonly opinion: Opinion;
}

export const pathOfCase = ({ cycleId, id }: Pick<Project, "cycleId" | "id">): string =>
  pathTo("officeProposal", { cycleId, projectId: id });

/** What the unit found, criterion by criterion, and how its opinion ends. */
const foundBy = (frame: Frame, { cycle, opinion }: OneOpinion): Html | false => {
  const w = said(frame);
  const { filled, verdict, reasons = "", answers } = opinion;
  if (!filled || !verdict) return false;
  const rows = criteriaOf(cycle.ruleSet, "merit").flatMap(({ id, title, reasons: library }) => {
    const answer = answers.find((one) => one.id === id);
    if (!answer) return [];
    const sentence = library?.find((one) => one.id === answer.reason)?.text;
    const notes = [sentence && textFor(frame, sentence), answer.note].filter((part) => part !== undefined);
    return [[textFor(frame, title), w.found[answer.verdict], notes.join(" ") || "–"]];
  });
  return html`<h2>${w.fill.title}</h2>
${table(frame.words, {
  caption: w.fill.title,
  columns: [{ head: w.criterion, isRowHead: true }, { head: w.verdict }, { head: w.sentences }],
  rows,
})}
<p>${w.fill.verdict}: <strong>${w.verdicts[verdict]}</strong></p>
${textLines(reasons)}`;
};

const peopleOf = (frame: Frame, { state, writer, filled, accepted, returned, left }: Opinion): Html => {
  const { about: w } = said(frame);
  const isLeft = state === "handed-on" || state === "sent-back" || state === "withdrawn";
  return html`${state === "writing" && writer && html`<p class="quiet">${w.writer(writer.byName, writer.givenBy)}</p>`}
${filled && html`<p class="quiet">${w.filled(filled.byName, filled.at)}</p>`}
${accepted && html`<p class="quiet">${w.accepted(accepted.byName, accepted.at)}</p>`}
${returned && html`<p>${w.returned(returned.byName, returned.reason)}</p>`}
${isLeft && left && html`<p>${w.left[state](left.byName, left.reason)}</p>`}`;
};

/** What stands above the acts on an opinion: the proposal, what is asked and until when, and what was found. */
export const opinionAbout = (
  frame: Frame,
  thing: OneOpinion & { readonly neighbours: Neighbours; readonly mayFill: boolean },
): Html => {
  const w = said(frame);
  const { about } = w;
  const { project, opinion, neighbours, mayFill } = thing;
  const ofCards = saidOfCards(frame);
  const verdicts = [...Verdict.options.map((verdict) => ofCards.verdicts[verdict]), w.notOurs];
  const { asked, until, note, from, state, holder, years, upkeepGrosze } = opinion;
  const { details = {}, place } = project;
  const { money } = frame.words.format;
  return html`<p>${project.title} ${tag(w.states[state])}</p>
<p>${about.until(until)} ${about.asked(asked.byName, asked.at)}</p>
${from && html`<p>${about.handedOn(from.unitName, from.reason)}</p>`}
${waysOf(frame, neighbours, { mayFill, verdicts, words: { ...ofCards.keys, ...w.keys } })}
${note !== undefined && html`<h2>${about.note}</h2>${textLines(note)}`}
<h2>${about.proposal}</h2>
${textLines(project.description)}
${place !== undefined && html`<p>${about.place}: ${place}</p>`}
<p>${about.estimate}: ${money(project.estimatedCostGrosze)}</p>
${details.upkeepGrosze !== undefined && html`<p>${w.beside.upkeep}: ${money(details.upkeepGrosze)}</p>`}
${foundBy(frame, thing)}
${linesBeside(frame, project, opinion)}
${opinion.filled && upkeepGrosze !== undefined && html`<p>${w.fill.upkeep}: ${money(upkeepGrosze)}</p>`}
${opinion.filled && holder !== undefined && html`<p>${w.beside.holder}: ${holder}</p>`}
${opinion.filled && years !== undefined && html`<p>${w.beside.years}: ${years}</p>`}
${peopleOf(frame, opinion)}`;
};
