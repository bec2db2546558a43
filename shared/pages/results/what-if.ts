import { pathTo } from "../../domain/addresses.ts";
import type { PoolResult, Results } from "../../domain/results/results.ts";
import type { Figures } from "../../domain/tally/figures.ts";
import type { CountingRule } from "../../domain/tally/rule.ts";
import { box, tag } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { form } from "../components/form.ts";
import { formState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

interface OutcomeModel {
  readonly rule: CountingRule;
  readonly selected: readonly string[];
  readonly costGrosze: number;
  readonly figures: Figures;
}

interface WhatIfModel {
  readonly results: Results;
  readonly pool: PoolResult;
  readonly name: string;
  /** Rules to choose from, by the names that the address has. */
  readonly rules: readonly string[];
  readonly chosen: string;
  readonly binding: OutcomeModel;
  readonly whatIf: OutcomeModel;
  readonly ballots: number;
  readonly projects: readonly {
    readonly number: string;
    readonly title: string;
    readonly costGrosze: number;
    readonly funded: boolean;
    readonly fundedWhatIf: boolean;
  }[];
}

const figuresTable = ({ words }: Frame, { binding, whatIf, ballots }: WhatIfModel): Html => {
  const w = words.results.whatIf;
  const { number, shortMoney, percent } = words.format;
  const row = (head: string, of: (outcome: OutcomeModel) => string) => [head, of(binding), of(whatIf)];
  const each = (sum: number): string =>
    ballots === 0 ? "–" : number(Math.round((100 * sum) / ballots) / 100);
  return table(words, {
    caption: w.figures,
    columns: [
      { head: w.figure, isRowHead: true },
      { head: w.binding, isNumber: true },
      { head: w.other, isNumber: true },
    ],
    rows: [
      row(w.funded, ({ selected }) => number(selected.length)),
      row(w.spent, ({ costGrosze }) => shortMoney(costGrosze)),
      row(w.served, ({ figures }) => (ballots === 0 ? "–" : percent(figures.served / ballots))),
      row(w.choices, ({ figures }) => each(figures.fundedChoices)),
      row(w.worth, ({ figures }) => shortMoney(figures.averageCostGrosze)),
    ],
  });
};

const projectsTable = ({ words }: Frame, { projects }: WhatIfModel): Html => {
  const w = words.results.whatIf;
  const outcome = (funded: boolean): Html => tag(funded ? w.yes : w.no, funded ? "good" : "plain");
  return table(words, {
    caption: w.projects,
    columns: [
      { head: w.project, isRowHead: true },
      { head: w.cost, isNumber: true },
      { head: w.binding },
      { head: w.other },
    ],
    rows: projects.map(({ number, title, costGrosze, funded, fundedWhatIf }) => [
      html`${title}<br><span class="quiet">${number}${funded !== fundedWhatIf && html` · ${w.differs}`}</span>`,
      words.format.shortMoney(costGrosze),
      outcome(funded),
      outcome(fundedWhatIf),
    ]),
  });
};

/** The same ballots under another rule. What binds is said first and last. */
export const whatIfView = (frame: Frame, model: WhatIfModel): Html => {
  const { words } = frame;
  const { results, pool, name, rules, chosen, whatIf } = model;
  const w = words.results.whatIf;
  const options = rules.map((rule): [string, string] => [rule, words.counting.names[rule] ?? rule]);
  return layout(frame, {
    title: w.title(name),
    back: {
      href: link(frame, pathTo("poolResults", { cycleId: results.cycleId, pool: pool.id })),
      text: w.back,
    },
    body: html`<h1>${w.title(name)}</h1>
${box({ tone: "warn", body: html`<p>${w.notBinding}</p>` })}
${form({
  action: link(frame, pathTo("whatIf", { cycleId: results.cycleId, pool: pool.id })),
  method: "get",
  submit: w.count,
  kind: "second",
  body: select(formState(words), { name: "rule", label: w.rule, options, value: chosen, placeholder: false }),
})}
<p>${words.counting.rule(whatIf.rule).join(" ")}</p>
${figuresTable(frame, model)}
${projectsTable(frame, model)}`,
  });
};
