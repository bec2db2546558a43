import { addressAt, pathTo } from "../../domain/addresses.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { Verdict, verifiedCost } from "../../domain/procedure/card.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import type { CheckStage } from "../../domain/procedure/stages.ts";
import { costOf, type Project, type ProjectLine } from "../../domain/project/project.ts";
import { supportersNeededIn } from "../../domain/project/support.ts";
import type { RuleSet } from "../../domain/rule-set.ts";
import type { Instant } from "../../domain/time.ts";
import { disclosure, tag } from "../../pages/components/boxes.ts";
import { table } from "../../pages/components/table.ts";
import { attributes, type Html, html } from "../../pages/html.ts";
import { type Frame, link } from "../../pages/layout.ts";
import { textLines } from "../../pages/projects/details.ts";
import { statusTag } from "../../pages/projects/status-tag.ts";
import { ownLabels } from "../../words/own-labels.ts";
import { spoken } from "../../words/spoken.ts";
import { opinionsBeside } from "../opinions/beside-pages.ts";
import type { Opinion } from "../opinions/rules.ts";
import { at } from "./rows.ts";
import type { Card } from "./rules.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";
import { uk } from "./words.uk.ts";

export const { said, textFor, wordsIn } = spoken({ pl, en, uk });

type Of = Pick<Project, "cycleId" | "id">;

/** The page of a card at the office, by its stage. */
export const pathOfCard = ({ cycleId, id }: Of, stage: CheckStage): string =>
  addressAt(at[stage], { cycleId, projectId: id });

export const pathOfCase = ({ cycleId, id }: Of): string =>
  pathTo("officeProposal", { cycleId, projectId: id });

type Changes = readonly { readonly field: string; readonly before: string; readonly after: string }[];

/** What was changed, field by field, as it was and as it is. */
/** Fields are called as the edition's form calls them. */
const changesTable = (frame: Frame, ruleSet: RuleSet, changes: Changes): Html => {
  const w = said(frame).calls;
  const labels: Readonly<Record<string, string | undefined>> = ownLabels(frame.words.language, ruleSet);
  const { fields } = frame.words.proposalForm;
  return table(frame.words, {
    caption: w.changes,
    columns: [{ head: w.field, isRowHead: true }, { head: w.before }, { head: w.after }],
    rows: changes.map(({ field, before, after }) => [
      labels[field] ?? fields[field as keyof typeof fields]?.label ?? field,
      html`<del>${before || "–"}</del>`,
      html`<ins>${after || "–"}</ins>`,
    ]),
  });
};

/** Each time a proposal was changed since it was submitted, with what it said before; the newest first. */
export const editsPart = (
  frame: Frame,
  { ruleSet }: Pick<Cycle, "ruleSet">,
  edits: readonly { readonly at: Instant; readonly changes: Changes; readonly wish?: string | undefined }[],
): Html | false => {
  const w = said(frame).calls;
  const told = edits.filter(({ changes }) => changes.length > 0).toReversed();
  return (
    told.length > 0 &&
    html`<h2>${w.edits}</h2>
${told.map(({ at, changes, wish }) =>
  disclosure(w.changedAt(at), html`${wish && html`<p>${wish}</p>`}${changesTable(frame, ruleSet, changes)}`),
)}`
  );
};

const callsOf = (frame: Frame, { ruleSet }: Pick<Cycle, "ruleSet">, { calls }: Card): Html | false => {
  const w = said(frame).calls;
  return (
    calls.length > 0 &&
    html`<section><h2>${w.title}</h2>
${calls.map(
  ({
    at: sent,
    until,
    reasons,
    answeredAt,
    answeredBy = "author",
    message,
    changes = [],
  }) => html`<h3>${w.call(sent, until)}</h3>
${textLines(reasons)}
${
  answeredAt !== undefined &&
  html`<h3>${w.answered(answeredAt, answeredBy)}</h3>
${message && html`<p>${w.message}:</p>${textLines(message)}`}
${changes.length === 0 ? html`<p>${w.none}</p>` : changesTable(frame, ruleSet, changes)}`
}`,
)}
</section>`
  );
};

/** What it costs as verified, line by line. */
const verifiedOf = (frame: Frame, { verified }: Card): Html | false => {
  const { merit } = said(frame);
  const { money } = frame.words.format;
  const { costLines, holder, years = 1 } = verified ?? {};
  return (
    costLines !== undefined &&
    html`${table(frame.words, {
      caption: merit.lines,
      columns: [
        { head: merit.line, isRowHead: true },
        { head: merit.cost, isNumber: true },
      ],
      rows: [
        ...costLines.map(({ name, costGrosze }) => [name, money(costGrosze)]),
        [merit.sum, money(verifiedCost({ costLines }))],
      ],
    })}
${holder !== undefined && html`<p>${merit.holder}: ${holder}</p>`}
<p>${merit.years}: ${merit.yearsOf[years]}</p>`
  );
};

/** What the card says, once it was filled in. */
const answersOf = (frame: Frame, { ruleSet }: Pick<Cycle, "ruleSet">, card: Card): Html | false => {
  const w = said(frame);
  const { filled, accepted, returned, answers, result, reasons, stage } = card;
  if (!filled) return false;
  const rows = criteriaOf(ruleSet, stage).flatMap(({ id, title, reasons: library }) => {
    const answer = answers.find((one) => one.id === id);
    if (!answer) return [];
    const sentence = library?.find((one) => one.id === answer.reason)?.text;
    const notes = [sentence && textFor(frame, sentence), answer.note].filter((part) => part !== undefined);
    return [[textFor(frame, title), w.verdicts[answer.verdict], notes.join(" ") || "–"]];
  });
  return html`${table(frame.words, {
    caption: w.table.caption,
    columns: [
      { head: w.table.criterion, isRowHead: true },
      { head: w.table.verdict },
      { head: w.table.note },
    ],
    rows,
  })}
${result && html`<p>${w.table.result}: <strong>${w.results[result]}</strong></p>`}
${reasons !== undefined && textLines(reasons)}
${verifiedOf(frame, card)}
<p class="quiet">${w.table.filled(filled.byName, filled.at)}</p>
${accepted && html`<p class="quiet">${w.table.accepted(accepted.byName, accepted.at)}</p>`}
${returned && html`<p>${w.table.returned(returned.byName, returned.reason)}</p>`}`;
};

interface Precedent {
  readonly cycle: Pick<Cycle, "edition">;
  readonly project: ProjectLine;
}

/** What became of similar projects, and why. */
const precedentsOf = (frame: Frame, precedents: readonly Precedent[]): Html | false => {
  const { words } = frame;
  const { title, why } = said(frame).precedents;
  const lines = precedents.map(({ cycle, project }) => {
    const { cycleId, id: projectId, number, reason } = project;
    const about = words.proposalForm.similar.about(cycle.edition, words.format.shortMoney(costOf(project)));
    return html`<li><a href="${link(frame, pathTo("project", { cycleId, projectId }))}">${number} ${project.title}</a><br>
${statusTag(words, project)} ${about}${reason !== undefined && html`<br>${why}: ${reason}`}</li>`;
  });
  return lines.length > 0 && disclosure(title, html`<ul>${lines}</ul>`);
};

/** Where the cards before and behind one stand, of those that wait for whoever looks. */
export interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
}

/** The letters of a card's page, which a browser has its own keys for; and the first criterion, to which one of them leads. */
export const LETTERS = { before: "p", after: "n", criteria: "k", save: "s" } as const;
const FIRST_CRITERION = "criteria-0-verdict";

/** The way through the queue, and the keys of this page: without a script all but the digits work, which choose the verdicts in their order. */
export const waysOf = (
  frame: Frame,
  { before, after }: Neighbours,
  {
    mayFill,
    verdicts,
    words: w = said(frame).keys,
  }: {
    readonly mayFill: boolean;
    readonly verdicts: readonly string[];
    readonly words?: ReturnType<typeof said>["keys"];
  },
): Html => {
  const way = (href: string | null, text: string, rel: string, accesskey: string): Html | false =>
    href !== null && html`<li><a${attributes({ href: link(frame, href), rel, accesskey })}>${text}</a></li>`;
  return html`<nav class="lists wide" aria-label="${w.ways}"><ul>
${way(before, w.before, "prev", LETTERS.before)}
${way(after, w.after, "next", LETTERS.after)}
${mayFill && html`<li><a href="#${FIRST_CRITERION}" accesskey="${LETTERS.criteria}">${w.criteria}</a></li>`}
</ul></nav>
${
  mayFill &&
  disclosure(
    w.title,
    html`<p>${w.lead}</p>
<ul>
${(["after", "before", "criteria", "save"] as const).map((key) => html`<li><kbd>${LETTERS[key]}</kbd> ${w[key]}</li>`)}
</ul>
<p>${w.digits}</p>
<ul>${verdicts.map((verdict, n) => html`<li><kbd>${n + 1}</kbd> ${verdict}</li>`)}</ul>`,
    true,
  )
}`;
};

/** What stands above the acts on a card: the proposal that it is about, where it stands, what was called for and found. */
export const cardAbout = (
  frame: Frame,
  {
    card,
    cycle,
    project,
    opinions,
    precedents,
    state,
    standIn,
    files,
    neighbours,
    mayFill,
  }: {
    readonly card: Card;
    readonly opinions: readonly Opinion[];
    readonly precedents: readonly Precedent[];
    readonly cycle: Cycle;
    readonly project: Project;
    readonly state: keyof typeof pl.states;
    /** Who does the work of whoever holds the card, while they are away. */
    readonly standIn?: string | undefined;
    readonly files: Html | false;
    readonly neighbours: Neighbours;
    /** Whether whoever looks has the form of the card before them. */
    readonly mayFill: boolean;
  },
): Html => {
  const w = said(frame);
  const { projects, format } = frame.words;
  const { held } = card;
  return html`<p>${project.title} ${tag(w.states[state], "plain")}</p>
${held && html`<p>${w.held(held.byName, held.at, held.givenBy)} ${standIn !== undefined && w.standsIn(standIn)}</p>`}
<p>${projects.facts.estimated}: ${format.money(project.estimatedCostGrosze)}. ${w.table.supporters}: ${projects.supportersOf(project.supporters, supportersNeededIn(cycle, project.pool))}.</p>
${waysOf(frame, neighbours, { mayFill, verdicts: Verdict.options.map((verdict) => w.verdicts[verdict]) })}
${disclosure(w.description, textLines(project.description))}
${files}
${precedentsOf(frame, precedents)}
${callsOf(frame, cycle, card)}
${card.stage === "merit" && opinionsBeside(frame, project, opinions, criteriaOf(cycle.ruleSet, "merit"))}
${answersOf(frame, cycle, card)}`;
};
