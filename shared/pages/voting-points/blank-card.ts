import { pathTo } from "../../domain/addresses.ts";
import { limitsOn } from "../../domain/voting/ballot-form.ts";
import type { IdentityPolicy } from "../../domain/voting/identity-policy.ts";
import { listTitle } from "../../words/list-name.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { wayNotice } from "../voting/asked-fields.ts";
import type { BallotPool } from "../voting/list.ts";
import { isTicked } from "./card.ts";
import type { PointModel } from "./list.ts";
import type { ShownModel } from "./shown-fields.ts";

interface BlankCardModel {
  readonly cycleId: string;
  readonly edition: string;
  readonly point: PointModel;
  readonly shown: ShownModel;
  readonly pools: readonly BallotPool[];
  /** What becomes of the card; editions of before do not say. */
  readonly policy: IdentityPolicy["paper"];
}

/** Room for what is written by hand. */
const blank = html`<span class="blank"></span>`;
const square = html`<span class="blank square"></span>`;

const personPart = (frame: Frame, { shown }: BlankCardModel): Html => {
  const { words } = frame;
  const w = words.votingPoints.blank;
  const columns = w.personColumns.map((head, index) => ({ head, isRowHead: index === 0 }));
  const { guardianBelowAge } = shown;
  return html`${table(words, {
    caption: w.person,
    columns,
    rows: [...shown.facts.map((fact) => words.identity.data[fact].label), w.signature].map((what) => [
      what,
      blank,
    ]),
  })}
${
  guardianBelowAge > 0 &&
  table(words, {
    caption: w.guardian(guardianBelowAge),
    columns,
    rows: [[html`${words.voting.guardian.declaration} ${w.guardianSignature}`, blank]],
  })
}`;
};

const listPart = (frame: Frame, pool: BallotPool): Html => {
  const { words } = frame;
  const w = words.votingPoints.blank;
  const limits = limitsOn(pool.form, pool);
  const { kind } = pool.form;
  return html`<h2>${words.ballot.forms.question(pool.form, limits, pool.name)}</h2>
<p>${w.how(kind)}${kind !== "ordinal" && html` ${words.ballot.forms.hint(pool.form, limits)}`}</p>
${table(words, {
  caption: words.votingPoints.card.listTitle(listTitle(pool.name, words.votingPoints.card.citywide)),
  columns: [
    ...w.columns.map((head, index) => ({ head, isRowHead: index === 1, isNumber: index === 2 })),
    { head: w.mark(kind) },
  ],
  rows: pool.projects.map(({ number, title, costGrosze }) => [
    number,
    title,
    words.format.shortMoney(costGrosze),
    isTicked(pool.form) ? square : blank,
  ]),
})}`;
};

/** A card of one district, to be printed before it is needed: who votes, and the lists as they are on the ballot. */
export const blankCardView = (frame: Frame, model: BlankCardModel): Html => {
  const w = frame.words.votingPoints.blank;
  const { cycleId, edition, point, pools, policy } = model;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("point", { cycleId: cycleId, pointId: point.id })), text: point.name },
    body: html`<h1>${w.title}</h1>
<p>${edition}<br>${point.name}, ${point.address}</p>
<p>${w.once}</p>
${personPart(frame, model)}
${policy && html`<p>${frame.words.identity.paper.custody}</p>${wayNotice(frame, policy)}`}
${pools.map((pool) => listPart(frame, pool))}`,
  });
};
