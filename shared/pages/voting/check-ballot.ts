import { CHECK, marksOf } from "../../domain/voting/draft.ts";
import { box, card } from "../components/boxes.ts";
import { button, form } from "../components/form.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { type BallotModel, type BallotPool, limitsIn } from "./list.ts";
import { ballotPath, castPath } from "./paths.ts";
import { stateFields } from "./state-fields.ts";

export interface CheckModel extends BallotModel {
  /** Made by the server for this ballot: pressed twice, it is one vote with one receipt. */
  readonly key: string;
  /** Why the ballot was not taken, in a sentence; it is still here. */
  readonly notTaken?: string;
}

const sectionView = (frame: Frame, model: CheckModel, pool: BallotPool): Html => {
  const { words } = frame;
  const w = words.ballot.check;
  const marks = marksOf(model.draft, pool.id);
  const unused =
    limitsIn(model.form, pool).maxPoints - marks.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const rows = marks.flatMap(({ project, points }) => {
    const listed = pool.projects.find(({ id }) => id === project);
    return listed
      ? [
          {
            term: listed.title,
            value: html`<strong>${words.voting.points(points ?? 0)}</strong> <span class="quiet">${listed.number} · ${words.format.shortMoney(listed.costGrosze)}</span>`,
          },
        ]
      : [];
  });
  const name = pool.place ?? words.ballot.list.citywide;
  return card(
    name,
    html`${rows.length > 0 ? summaryList(words, rows) : html`<p><strong>${w.none}</strong></p>`}
${rows.length > 0 && unused > 0 && html`<p>${w.unused(unused)}</p>`}
${form({
  action: link(frame, ballotPath(model.cycleId)),
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
  const isEmpty = [...model.draft.values()].every((marks) => marks.length === 0);
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${model.notTaken && box({ tone: "bad", body: html`<p><strong>${model.notTaken}</strong></p>` })}
${model.pools.map((pool) => sectionView(frame, model, pool))}
${
  isEmpty
    ? box({ tone: "warn", title: w.empty, body: html`<p>${w.emptyText}</p>` })
    : html`<p><strong>${w.lead}</strong></p>
${form({
  action: link(frame, castPath(model.cycleId)),
  key: model.key,
  body: stateFields({ ...model, stop: CHECK }),
  submit: w.submit,
})}`
}`,
  });
};
