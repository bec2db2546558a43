import { pathTo } from "../../domain/addresses.ts";
import { limitsOn } from "../../domain/voting/ballot-form.ts";
import { CHECK, marksOf } from "../../domain/voting/marks.ts";
import { listTitle } from "../../words/list-name.ts";
import { box, titled } from "../components/boxes.ts";
import { button, form, hidden } from "../components/form.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { BallotModel, BallotPool, ListedProject } from "./list.ts";
import { leaveButton, stateFields } from "./state-fields.ts";

interface CheckModel extends BallotModel {
  /** Made by the server for this ballot: pressed twice, it is one vote with one receipt. */
  readonly key: string;
  /** Why the ballot was not taken, in a sentence; it is still here. */
  readonly notTaken?: string;
}

interface Marked {
  readonly listed: ListedProject;
  readonly points: number;
}

/** What a mark says of its project; nothing where a tick is all there is. */
const markText = ({ words }: Frame, { form }: BallotPool, points: number): string | null => {
  switch (form.kind) {
    case "points":
      return words.voting.points(points);
    case "ordinal":
      return words.ballot.forms.places.place(points, form.weights[points - 1] ?? 0);
    case "scoring":
      return words.ballot.forms.score(points);
    default:
      return null;
  }
};

/** Below the projects: points that stay unused, or how much of the list's limits is used. */
const sumText = ({ words }: Frame, pool: BallotPool, marked: readonly Marked[]): string | null => {
  const { form } = pool;
  const limits = limitsOn(form, pool);
  if (form.kind === "points") {
    const unused = limits.maxPoints - marked.reduce((sum, { points }) => sum + points, 0);
    return unused > 0 ? words.ballot.check.unused(unused) : null;
  }
  const costGrosze = marked.reduce((sum, { listed }) => sum + listed.costGrosze, 0);
  return words.ballot.forms.sum(form, limits, { projects: marked.length, costGrosze });
};

const sectionView = (frame: Frame, model: CheckModel, pool: BallotPool): Html => {
  const { words } = frame;
  const w = words.ballot.check;
  const marked = marksOf(model.marksByPool, pool.id).flatMap(({ project, points }): Marked[] => {
    const listed = pool.projects.find(({ id }) => id === project);
    return listed ? [{ listed, points: points ?? 0 }] : [];
  });
  if (pool.form.kind === "ordinal") marked.sort((one, other) => one.points - other.points);
  const rows = marked.map(({ listed, points }) => {
    const text = markText(frame, pool, points);
    return {
      term: listed.title,
      value: html`${
        text !== null && html`<strong>${text}</strong> `
      }<span class="quiet">${listed.number} · ${words.format.shortMoney(listed.costGrosze)}</span>`,
    };
  });
  const sum = sumText(frame, pool, marked);
  const name = listTitle(pool.name, words.ballot.list.citywide);
  return titled(
    name,
    html`${rows.length > 0 ? summaryList(words, rows) : html`<p><strong>${w.none}</strong></p>`}
${rows.length > 0 && sum !== null && html`<p>${sum}</p>`}
${form({
  action: link(frame, pathTo("voteBallot", { cycleId: model.cycleId })),
  body: [
    ...stateFields({ ...model, stop: CHECK }),
    button({ text: w.change(name), kind: "second", name: "act", value: `change:${pool.id}` }),
  ],
})}`,
  );
};

/** The whole ballot before it is sent: what is on it, what stays unused, and that it cannot be changed. */
export const checkBallotView = (frame: Frame, model: CheckModel): Html => {
  const w = frame.words.ballot.check;
  const filled = model.pools.filter(({ id }) => marksOf(model.marksByPool, id).length > 0);
  const lacks =
    filled.length === 0
      ? { title: w.empty, text: w.emptyText }
      : model.pools.some((pool) => pool.form.required && !filled.includes(pool))
        ? { title: w.incomplete, text: w.incompleteText }
        : null;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${model.notTaken && box({ tone: "bad", body: html`<p><strong>${model.notTaken}</strong></p>` })}
${model.pools.map((pool) => sectionView(frame, model, pool))}
${
  lacks
    ? box({ tone: "warn", title: lacks.title, body: html`<p>${lacks.text}</p>` })
    : html`<p><strong>${w.lead}</strong></p>
${form({
  action: link(frame, pathTo("voteCast", { cycleId: model.cycleId })),
  key: model.key,
  body: stateFields({ ...model, stop: CHECK }),
  submit: w.submit,
})}`
}
${form({
  action: link(frame, pathTo("voteBallot", { cycleId: model.cycleId })),
  body: [hidden("at", "check"), leaveButton(frame)],
})}`,
  });
};
