import { pathTo } from "../../domain/addresses.ts";
import { NEAR_FIRST, type PoolKind } from "../../domain/pool/kinds.ts";
import type { PoolResult, Results } from "../../domain/results/results.ts";
import type { CountingRule } from "../../domain/tally/rule.ts";
import { REJECTIONS } from "../../domain/voting/paper.ts";
import { shareOf, toldOf } from "../../domain/voting/turnout.ts";
import type { Words } from "../../words/words.ts";
import { box } from "../components/boxes.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { checkItView } from "./files.ts";
import type { NamedDistrict } from "./turnout.ts";
import { voidRow } from "./voids.ts";

/** The name of a pool in the reader's language. */
export type NameOf = (pool: PoolResult) => string;

interface ResultsModel {
  readonly results: Results;
  /** The districts in their order, with their names in the reader's language. */
  readonly districts: readonly NamedDistrict[];
  readonly nameOf: NameOf;
  readonly kindOf: (pool: string) => PoolKind;
}

const sum = (pools: readonly PoolResult[], amount: (pool: PoolResult) => number): number =>
  pools.reduce((total, pool) => total + amount(pool), 0);

const factsView = ({ words }: Frame, { pools, turnout, paper, pointDays, voids }: Results): Html => {
  const w = words.results.cycle;
  const { number, money } = words.format;
  const told = toldOf(turnout);
  return box({
    body: summaryList(words, [
      { term: w.voters, value: number(turnout.voters) },
      ...(told.people > 0
        ? [{ term: w.turnout, value: w.turnoutOf(shareOf(turnout.voters, told), told) }]
        : []),
      ...(paper
        ? [
            { term: w.paper, value: w.paperOf(paper.accepted, paper.cards) },
            ...REJECTIONS.flatMap((reason) => {
              const count = paper.rejected[reason] ?? 0;
              return count > 0
                ? [{ term: words.votingPoints.batch.rejected(reason), value: number(count) }]
                : [];
            }),
            ...(paper.afterClose > 0 ? [{ term: w.paperAfterClose, value: number(paper.afterClose) }] : []),
          ]
        : []),
      ...(pointDays
        ? [
            {
              term: w.pointDays,
              value: w.pointDaysOf(pointDays.worked - pointDays.unsigned.length, pointDays.worked),
            },
          ]
        : []),
      ...voidRow(words, voids),
      ...(turnout.withGuardian === undefined
        ? []
        : [{ term: w.withGuardian, value: number(turnout.withGuardian) }]),
      {
        term: w.chosen,
        value: w.chosenOf(
          sum(pools, ({ selected }) => selected.length),
          sum(pools, ({ projects }) => projects.length),
        ),
      },
      { term: w.pools, value: money(sum(pools, ({ budgetGrosze }) => budgetGrosze)) },
      { term: w.spent, value: money(sum(pools, ({ costGrosze }) => costGrosze)) },
      { term: w.left, value: money(sum(pools, ({ leftGrosze }) => leftGrosze)) },
    ]),
  });
};

const minimum = ({ counting }: Words, { threshold }: CountingRule): string => counting.minimum(threshold);

/** A few sentences; where kinds of pools have different minimums, these stand apart. */
const ruleView = ({ words }: Frame, { results: { pools }, kindOf }: ResultsModel): Html => {
  const w = words.results.cycle;
  const rules = NEAR_FIRST.flatMap((kind) => {
    const rule = pools.find(({ id }) => kindOf(id) === kind)?.rule;
    return rule ? [{ kind, rule, minimum: minimum(words, rule) }] : [];
  });
  const [first, ...others] = rules;
  if (!first) return html``;
  const differ = others.some((one) => one.minimum !== first.minimum);
  const sentences = words.counting.rule(differ ? { ...first.rule, threshold: null } : first.rule);
  return html`<h2>${w.ruleHeading}</h2>
<p>${sentences.join(" ")}${differ && ` ${w.thresholds(rules)}`}</p>`;
};

/** What money left in pools was used for, where this edition uses it. */
const leftOverView = ({ words }: Frame, { leftOver, pools }: Results): Html => {
  if (!leftOver) return html``;
  const w = words.results.cycle;
  const named = new Map(
    pools.flatMap(({ projects }) => projects.map((project) => [project.id, project] as const)),
  );
  const item = ({ id, costGrosze }: (typeof leftOver.funded)[number]): Html => {
    const { number = id, title = "" } = named.get(id) ?? {};
    return html`<li>${number} ${title}: ${words.format.shortMoney(costGrosze)}</li>`;
  };
  const { amountGrosze, funded, leftGrosze } = leftOver;
  const text = funded.length > 0 ? w.leftOver(amountGrosze, leftGrosze) : w.leftOverNone(amountGrosze);
  return html`<h2>${w.leftOverHeading}</h2>
<p>${text}${leftOver.policy === "highest-turnout" && ` ${w.byTurnout}`}</p>
${funded.length > 0 && html`<ul>${funded.map(item)}</ul>`}`;
};

/** Turnout by district, without those in which a handful voted. */
const turnoutTable = ({ words }: Frame, { results: { turnout }, districts }: ResultsModel): Html => {
  const w = words.results;
  const { number } = words.format;
  const rows = districts.flatMap(({ id, name }) => {
    const district = turnout.perDistrict[id];
    if (!district) return [];
    const told = toldOf(district);
    return [
      [name, number(district.voters), number(told.people), w.cycle.share(shareOf(district.voters, told))],
    ];
  });
  if (rows.length === 0) return html``;
  const { whom } = toldOf(turnout);
  const { district, voters, [whom]: people } = w.turnout.columns;
  const notes = [
    ...(whom === "residents" ? [w.cycle.estimate] : []),
    ...(rows.length < districts.length ? [w.cycle.untold] : []),
  ];
  return html`<h2>${w.cycle.turnout}</h2>
${notes.length > 0 && html`<p>${notes.join(" ")}</p>`}
${table(words, {
  caption: w.turnout.caption,
  columns: [
    { head: district, isRowHead: true },
    { head: voters, isNumber: true },
    { head: people, isNumber: true },
    { head: w.cycle.turnout, isNumber: true },
  ],
  rows,
})}`;
};

/** The whole edition: the facts first, the rule, and a row for each pool. */
export const resultsView = (frame: Frame, model: ResultsModel): Html => {
  const { results, nameOf } = model;
  const { words } = frame;
  const w = words.results.cycle;
  const { shortMoney, number } = words.format;
  return layout(frame, {
    title: w.title(results.edition),
    back: { href: link(frame, pathTo("results")), text: words.results.due.others },
    body: html`<h1>${w.title(results.edition)}</h1>
<p>${results.name}. ${w.published(results.publishedAt)}${results.version > 1 && ` ${w.version(results.version)}`}</p>
${factsView(frame, results)}
${ruleView(frame, model)}
${table(words, {
  caption: w.caption,
  columns: w.columns.map((head, index) =>
    index === 0 ? { head, isRowHead: true } : { head, isNumber: true },
  ),
  rows: results.pools.map((pool) => [
    html`<a href="${link(frame, pathTo("poolResults", { cycleId: results.cycleId, pool: pool.id }))}">${nameOf(pool)}</a>`,
    w.chosenOf(pool.selected.length, pool.projects.length),
    shortMoney(pool.budgetGrosze),
    shortMoney(pool.costGrosze),
    shortMoney(pool.leftGrosze),
    number(pool.ballots),
  ]),
})}
${leftOverView(frame, results)}
${turnoutTable(frame, model)}
${checkItView(frame, { results })}`,
  });
};
