import { pathTo } from "../../domain/addresses.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import type { Grosze } from "../../domain/money.ts";
import type { Instant } from "../../domain/time.ts";
import { select } from "../components/choices.ts";
import { dateList } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, formState, hasFaults } from "../components/form-state.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";

export const startName = (phase: Phase): string => `start-${phase}`;
export const endName = (phase: Phase): string => `end-${phase}`;
export const amountName = (pool: string): string => `amount-${pool}`;

interface NewEditionModel {
  readonly ruleSet: string;
  readonly ruleSets: readonly string[];
  readonly phases: readonly Phase[];
  readonly pools: readonly { readonly id: string; readonly name: string }[];
  readonly key: string;
}

const page = (frame: Frame, state: FormState, title: string, body: Part): Html =>
  layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("editions")), text: frame.words.editions.editions },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${body}`,
  });

const datesOf = ({ words }: Frame, state: FormState, phase: Phase): Part => {
  const w = words.newEdition;
  const { name } = words.phases[phase];
  return html`<div class="duties">${textField(state, {
    name: startName(phase),
    label: w.startsAt(name),
    width: 20,
  })}${textField(state, { name: endName(phase), label: w.endsAt(name), width: 20 })}</div>`;
};

/** There are no rules to open an edition with; where they come from. */
export const noRulesView = (frame: Frame): Html => {
  const w = frame.words.newEdition;
  return page(frame, formState(frame.words), w.title, html`<p>${w.noRules}</p>`);
};

/** A new edition: its rules first, because the pools come from them; then name, dates, money. */
export const newEditionView = (frame: Frame, state: FormState, model: NewEditionModel): Html => {
  const { words } = frame;
  const w = words.newEdition;
  const { ruleSet, ruleSets, phases, pools, key } = model;
  return page(
    frame,
    state,
    w.title,
    html`${form({
      action: link(frame, pathTo("newEdition")),
      method: "get",
      body: select(state, {
        name: "rules",
        label: w.rules,
        options: ruleSets.map((name) => [name, name]),
        value: ruleSet,
        placeholder: false,
      }),
      submit: w.showRules,
      kind: "second",
    })}
${form({
  action: link(frame, pathTo("newEdition")),
  key,
  body: html`${hidden("ruleSet", ruleSet)}
${textField(state, { name: "name", label: w.name })}
<h2>${w.calendar}</h2>
<p id="calendar">${w.calendarHint}</p>
${phases.map((phase) => datesOf(frame, state, phase))}
<h2>${w.pools}</h2>
<p id="pools">${w.poolsHint}</p>
<div class="duties">${pools.map(({ id, name }) =>
    textField(state, { name: amountName(id), label: `${id} ${name}`, kind: "amount", unit: "zł", width: 11 }),
  )}</div>
${textField(state, { name: "paperDays", label: w.paperDays, hint: w.paperDaysHint, kind: "digits", width: 4 })}
${textField(state, { name: "orderCommitment", label: w.order, hint: w.orderHint })}
${button({ text: w.submit })}${buttonLink({ href: link(frame, pathTo("editions")), text: words.actForm.keep, kind: "second" })}`,
})}`,
  );
};

interface NewEditionCheckModel {
  readonly key: string;
  readonly ruleSet: string;
  readonly name: string;
  readonly now: Instant;
  readonly calendar: readonly {
    readonly name: Phase;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
  }[];
  readonly pools: readonly { readonly name: string; readonly amountGrosze: Grosze }[];
  /** Days after the vote in which batches of paper cards are registered; without it there are none. */
  readonly paperDays?: number | undefined;
  /** The digest of the seed from which the order of the ballot is drawn; without it projects stand by number. */
  readonly orderCommitment?: string | undefined;
  /** Everything as it was typed: it travels on to the confirmation. */
  readonly typed: Readonly<Record<string, string>>;
}

/** The edition as it would be opened. */
export const newEditionCheckView = (frame: Frame, state: FormState, model: NewEditionCheckModel): Html => {
  const { words } = frame;
  const w = words.newEdition;
  const { format } = words;
  const sum = model.pools.reduce((total, { amountGrosze }) => total + amountGrosze, 0);
  const money = [...model.pools, { name: w.sum, amountGrosze: sum }];
  return page(
    frame,
    state,
    w.checkTitle,
    html`<p>${w.check}</p>
${summaryList(words, [
  { term: w.name, value: model.name },
  { term: w.rules, value: model.ruleSet },
  ...(model.paperDays === undefined ? [] : [{ term: w.paperDays, value: format.number(model.paperDays) }]),
  ...(model.orderCommitment === undefined
    ? []
    : [{ term: w.order, value: html`<code>${model.orderCommitment}</code>` }]),
])}
<h2>${w.calendar}</h2>
${dateList(
  words,
  model.now,
  model.calendar.map((entry) => ({ ...entry, name: words.phases[entry.name].name })),
)}
${table(words, {
  caption: w.pools,
  columns: [
    { head: words.signOff.columns.pool, isRowHead: true },
    { head: words.signOff.columns.sum, isNumber: true },
  ],
  rows: money.map(({ name, amountGrosze }) => [name, format.money(amountGrosze)]),
})}
${form({
  action: link(frame, pathTo("newEdition")),
  key: model.key,
  body: html`${Object.entries(model.typed).map(([name, value]) => hidden(name, value))}
${button({ text: w.confirm, name: "confirmed", value: "yes" })}${button({ text: words.actForm.fix, kind: "second", name: "confirmed", value: "no" })}`,
})}`,
  );
};
