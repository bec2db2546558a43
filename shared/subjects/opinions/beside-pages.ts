/** Opinions as tables: on the page of the opinions, and beside the card of the merit check. */
import { addressAt } from "../../domain/addresses.ts";
import { verifiedCost } from "../../domain/procedure/card.ts";
import type { Criterion } from "../../domain/procedure/criteria.ts";
import { disputed } from "../../domain/procedure/opinion.ts";
import { lineGrosze, sumOf } from "../../domain/project/details.ts";
import type { Project } from "../../domain/project/project.ts";
import { box, tag } from "../../pages/components/boxes.ts";
import { deadline } from "../../pages/components/dates.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import { spoken } from "../../words/spoken.ts";
import { at } from "./rows.ts";
import { isGiven, type Opinion } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

export const { said, textFor } = spoken({ pl, en });

type Of = Pick<Project, "cycleId" | "id">;

export const pathOfOpinions = ({ cycleId, id }: Of): string => addressAt(at.all, { cycleId, projectId: id });

export const pathOfOpinion = ({ cycleId, projectId, unit }: Opinion): string =>
  addressAt(at.one, { cycleId, projectId, unit });

/** In what they differ, where they do. */
const differing = (
  frame: Frame,
  opinions: readonly Opinion[],
  criteria: readonly Criterion[],
): Html | false => {
  const { beside: w } = said(frame);
  const found = disputed(opinions.filter(isGiven));
  const parts = [
    ...found.parts.map((part) => w.differs[part]),
    ...criteria
      .filter(({ id }) => found.criteria.includes(id))
      .map(({ title }) => `„${textFor(frame, title)}”`),
  ];
  return parts.length > 0 && box({ tone: "warn", title: w.differ, body: html`<p>${parts.join(", ")}</p>` });
};

/** Every opinion on one line, with what it says once it was given, and in what they differ. */
export const opinionsTable = (
  frame: Frame,
  opinions: readonly Opinion[],
  criteria: readonly Criterion[],
): Html => {
  const { words } = frame;
  const { beside: w, about, states, verdicts } = said(frame);
  const { money } = words.format;
  if (opinions.length === 0) return html`<p>${about.nobody}</p>`;
  return html`${table(words, {
    caption: w.caption,
    columns: [
      { head: w.unit, isRowHead: true },
      { head: w.state },
      { head: w.verdict },
      { head: w.cost, isNumber: true },
      { head: w.upkeep, isNumber: true },
      { head: w.holder },
      { head: w.years, isNumber: true },
      { head: w.reasons },
    ],
    rows: opinions.map((one) => {
      const { unitName, state, until, left } = one;
      const said = isGiven(one) ? one : undefined;
      const isOpen = state === "asked" || state === "writing" || state === "to-accept";
      return [
        html`<a href="${link(frame, pathOfOpinion(one))}">${unitName}</a>`,
        html`${tag(states[state])}${isOpen && html` ${deadline(words, until)}`}`,
        said?.verdict ? verdicts[said.verdict] : "–",
        said?.costLines ? money(verifiedCost(said)) : "–",
        said?.upkeepGrosze !== undefined ? money(said.upkeepGrosze) : "–",
        said?.holder ?? "–",
        said?.years ?? "–",
        textLines((said ? said.reasons : left?.reason) ?? "–"),
      ];
    }),
  })}
${differing(frame, opinions, criteria)}`;
};

/** The opinions beside the card of the merit check, and the way to ask for more. */
export const opinionsBeside = (
  frame: Frame,
  project: Of,
  opinions: readonly Opinion[],
  criteria: readonly Criterion[],
): Html => {
  const { beside: w } = said(frame);
  return html`<section><h2>${w.heading}</h2>
${opinionsTable(frame, opinions, criteria)}
<p><a href="${link(frame, pathOfOpinions(project))}">${w.all}</a></p></section>`;
};

/** What the author asks for beside what was verified, line by line under the names of both. */
export const linesBeside = (
  frame: Frame,
  { details, estimatedCostGrosze }: Project,
  { costLines = [] }: Pick<Opinion, "costLines">,
): Html | false => {
  const asked = details?.costLines ?? [];
  if (asked.length === 0 && costLines.length === 0) return false;
  const { lines: w } = said(frame);
  const { money } = frame.words.format;
  const names = [...new Set([...asked, ...costLines].map(({ name }) => name))];
  const of = (name: string): [string, string] => {
    const one = asked.filter((line) => line.name === name).reduce((sum, line) => sum + lineGrosze(line), 0);
    const other = costLines.filter((line) => line.name === name);
    return [one > 0 ? money(one) : "–", other.length > 0 ? money(verifiedCost({ costLines: other })) : "–"];
  };
  return table(frame.words, {
    caption: w.caption,
    columns: [
      { head: w.line, isRowHead: true },
      { head: w.asked, isNumber: true },
      { head: w.verified, isNumber: true },
    ],
    rows: [
      ...names.map((name) => [name, ...of(name)]),
      [
        w.sum,
        money(asked.length > 0 ? sumOf(asked) : estimatedCostGrosze),
        costLines.length > 0 ? money(verifiedCost({ costLines })) : "–",
      ],
    ],
  });
};
