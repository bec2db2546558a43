import { pathTo } from "../../domain/addresses.ts";
import type { Grosze } from "../../domain/money.ts";
import type { Results } from "../../domain/results/results.ts";
import type { Instant } from "../../domain/time.ts";
import { box, disclosure } from "../components/boxes.ts";
import { form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { voidRow } from "../results/voids.ts";
import { actButtons, actPage, type EditionRef, numberField } from "./act.ts";

export interface ProvisionalPool {
  readonly name: string;
  readonly costGrosze: Grosze;
  readonly leftGrosze: Grosze;
  readonly winners: readonly {
    readonly number: string;
    readonly title: string;
    readonly score: number;
    readonly costGrosze: Grosze;
  }[];
}

interface SignOffModel extends EditionRef {
  readonly digest: string;
  readonly ballots: number;
  readonly markers: number;
  /** Ballots left out by decision, by reason. */
  readonly voids: Results["voids"];
  /** Days of voting points that two people have not signed, each „point, day”. */
  readonly unsignedDays: readonly string[];
  readonly signOffs: readonly { readonly name: string; readonly at: Instant }[];
  readonly isSignedByMe: boolean;
  readonly hasUndecided: boolean;
  readonly pools: readonly ProvisionalPool[];
}

const poolTable = ({ words }: Frame, { name, winners }: ProvisionalPool): Part => {
  const { number, title, score, cost } = words.signOff.projectColumns;
  return disclosure(
    name,
    table(words, {
      caption: name,
      columns: [
        { head: number },
        { head: title, isRowHead: true },
        { head: score, isNumber: true },
        { head: cost, isNumber: true },
      ],
      rows: winners.map((project) => [
        project.number,
        project.title,
        words.format.number(project.score),
        words.format.shortMoney(project.costGrosze),
      ]),
      empty: words.signOff.noWinners,
    }),
  );
};

const provisional = (frame: Frame, pools: readonly ProvisionalPool[]): Html => {
  const { words } = frame;
  const w = words.signOff;
  const { number, shortMoney } = words.format;
  return html`<h2>${w.provisional}</h2>
${table(words, {
  caption: w.winners,
  columns: [
    { head: w.columns.pool, isRowHead: true },
    { head: w.columns.winners, isNumber: true },
    { head: w.columns.sum, isNumber: true },
    { head: w.columns.left, isNumber: true },
  ],
  rows: pools.map(({ name, winners, costGrosze, leftGrosze }) => [
    name,
    number(winners.length),
    shortMoney(costGrosze),
    shortMoney(leftGrosze),
  ]),
})}
${pools.map((pool) => poolTable(frame, pool))}`;
};

const signing = (frame: Frame, state: FormState, model: SignOffModel): Part => {
  const w = frame.words.signOff;
  if (model.hasUndecided) return box({ tone: "warn", body: html`<p>${w.undecided}</p>` });
  if (model.isSignedByMe) return box({ tone: "good", body: html`<p>${w.mine}</p>` });
  return form({
    action: link(frame, pathTo("editionSignOff", { cycleId: model.id })),
    body: html`${hidden("digest", model.digest)}
${numberField(state, model)}
${actButtons(frame, model, { submit: w.submit })}`,
  });
};

/** What is signed: the digest that stands for every tally, with the result that it stands for, before anybody else sees it. */
export const signOffView = (frame: Frame, state: FormState, model: SignOffModel): Html => {
  const { words } = frame;
  const w = words.signOff;
  const { format } = words;
  const signed: Part =
    model.signOffs.length > 0
      ? html`<ul>${model.signOffs.map(({ name, at }) => html`<li>${name}, ${format.moment(at)}</li>`)}</ul>`
      : w.nobody;
  return actPage(frame, model, {
    title: w.title,
    state,
    body: html`<p>${w.consequence}</p>
${summaryList(words, [
  { term: w.digest, value: html`<code>${model.digest}</code>` },
  { term: w.counted, value: w.countedValue(format.number(model.ballots), format.number(model.markers)) },
  ...voidRow(words, model.voids),
  { term: w.signed, value: signed },
])}
${
  model.unsignedDays.length > 0 &&
  box({
    tone: "warn",
    title: w.unsignedDays,
    body: html`<ul>${model.unsignedDays.map((day) => html`<li>${day}</li>`)}</ul>`,
  })
}
${provisional(frame, model.pools)}
${signing(frame, state, model)}`,
  });
};
