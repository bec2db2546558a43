import { pathTo } from "../../domain/addresses.ts";
import type { Cluster, Evidence } from "../../domain/signals/clusters.ts";
import { COUNTED_AGE } from "../../domain/signals/crowd.ts";
import { SIGNAL_RULES } from "../../domain/signals/rules.ts";
import type { Stint } from "../../domain/signals/stint.ts";
import { box, disclosure, titled } from "../components/boxes.ts";
import { summaryList } from "../components/summary-list.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { EditionRef } from "./act.ts";

/** A cluster, and those of its voters who have cast a ballot by now. */
export interface SeenCluster extends Cluster {
  readonly voted: readonly string[];
}

export interface SignalsModel {
  readonly clusters: readonly SeenCluster[];
  /** How many voters were let in from places that were looked at. */
  readonly looked: number;
  readonly points: readonly Stint[];
  /** The voting points as the city names them. */
  readonly named: readonly { readonly id: string; readonly name: string }[];
}

const SHOWN = 50;
const NAME_CHARACTERS = 6;

const sentenceOf = ({ words }: Frame, seen: Evidence): string => {
  const w = words.signals.evidence;
  const { rule, voters, contacts, day = "", age = 0, meanGapSeconds: gap = 0, variation = 0 } = seen;
  switch (rule) {
    case "few-contacts":
      return w[rule]({ voters, contacts });
    case "even-pace":
      return w[rule]({ day, voters, gap, variation });
    case "one-connection":
      return w[rule]({ day, voters, contacts });
    case "same-age":
      return w[rule]({ day, voters, age });
    case "great-age":
      return w[rule]({ day, voters, from: COUNTED_AGE });
  }
};

const clusterCard = (frame: Frame, cluster: SeenCluster): Html => {
  const { words } = frame;
  const w = words.signals;
  const { shared, subject, days, voters, voted, evidence, score } = cluster;
  const age = evidence.find((one) => one.age !== undefined)?.age;
  const name = age === undefined ? subject.slice(0, NAME_CHARACTERS) : words.format.number(age);
  return titled(
    w.subject[shared](name),
    html`${summaryList(words, [
      { term: w.letIn, value: words.format.number(voters.length) },
      { term: w.voted, value: words.format.number(voted.length) },
      { term: w.days, value: days.map((day) => words.format.date(day)).join(", ") },
      { term: w.score, value: words.format.number(score) },
    ])}
<h3>${w.why}</h3>
<ul>${evidence.map((one) => html`<li>${sentenceOf(frame, one)}</li>`)}</ul>
${voted.length > 0 && disclosure(w.references, html`<ul>${voted.map((reference) => html`<li><code>${reference}</code></li>`)}</ul>`)}`,
  );
};

const pointsPart = ({ words }: Frame, { points, named }: SignalsModel): Html => {
  const w = words.signals.points;
  const { clock, shortDay, number } = words.format;
  const { point, clerk, why, when, voters } = w.columns;
  return html`<h2>${w.title}</h2>
<div class="wide">${table(words, {
    caption: w.caption,
    columns: [
      { head: point, isRowHead: true },
      { head: clerk },
      { head: why },
      { head: when },
      { head: voters, isNumber: true },
    ],
    rows: points
      .slice(0, SHOWN)
      .map((one) => [
        one.points.map((point) => named.find(({ id }) => id === point)?.name ?? point).join(", "),
        html`${one.clerkName} <code>${one.clerk}</code>`,
        w.why[one.rule],
        `${shortDay(one.from)}, ${clock(one.from)}–${clock(one.to)}`,
        number(one.voters),
      ]),
    empty: w.none,
  })}</div>`;
};

const rulesList = ({ words }: Frame): Html => {
  const w = words.signals;
  const {
    "few-contacts": few,
    "even-pace": even,
    "one-connection": connection,
    "same-age": age,
    "great-age": great,
    "desk-pace": pace,
    "desk-hour": hour,
  } = SIGNAL_RULES;
  return html`<h2>${w.rulesTitle}</h2>
<ul>
<li>${w.rules["few-contacts"]({ voters: few.voters, perContact: few.votersPerContact })}</li>
<li>${w.rules["even-pace"]({ voters: even.voters, slowest: even.slowestSeconds, variation: even.variation })}</li>
<li>${w.rules["one-connection"]({ voters: connection.voters })}</li>
<li>${w.rules["same-age"]({ voters: age.voters, from: COUNTED_AGE })}</li>
<li>${w.rules["great-age"]({ voters: great.voters, from: COUNTED_AGE })}</li>
<li>${w.rules["desk-pace"]({ voters: pace.voters, minutes: pace.seconds / 60 })}</li>
<li>${w.rules["desk-hour"]({ from: hour.fromHour, to: hour.toHour })}</li>
</ul>`;
};

/** What the commission looks at before it decides about ballots: clusters with their numbers, and the rules that raised them. */
export const signalsView = (frame: Frame, edition: EditionRef, model: SignalsModel): Html => {
  const { words } = frame;
  const { clusters, looked } = model;
  const w = words.signals;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: {
      href: link(frame, pathTo("edition", { cycleId: edition.id })),
      text: `${edition.name}, ${words.editions.edition(edition.edition)}`,
    },
    body: html`<h1>${w.title}</h1>
${box({ tone: "info", body: html`<p>${w.lead}</p><p>${w.private}</p>` })}
<p>${w.looked(looked)} ${clusters.length > 0 ? w.clusters(clusters.length) : w.none}</p>
${clusters.length > SHOWN && html`<p>${w.shown(SHOWN)}</p>`}
${clusters.slice(0, SHOWN).map((cluster) => clusterCard(frame, cluster))}
${pointsPart(frame, model)}
${rulesList(frame)}`,
  });
};
