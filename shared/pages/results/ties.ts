import type { PoolResult } from "../../domain/results/results.ts";
import type { Tie } from "../../domain/tally/tie.ts";
import type { Words } from "../../words/words.ts";
import { type Html, html } from "../html.ts";

const lotText = (words: Words, lot: Tie["lots"][number]): string => {
  const w = words.results.pool;
  switch (lot.kind) {
    case "seed":
      return w.seed;
    case "draw":
      return w.draw(lot.protocol);
    case "undecided":
      return w.undecided;
  }
};

const tieView = (words: Words, tie: Tie, numberOf: (id: string) => string): Html => {
  const w = words.results.pool;
  const sentences = [
    w.tie(tie.score, tie.projects.map(numberOf)),
    w.settledBy(tie.settledBy.map((key) => w.keys[key])),
    ...new Set(tie.lots.map((lot) => lotText(words, lot))),
    ...(tie.decided || tie.lots.some(({ kind }) => kind === "undecided") ? [] : [w.noMatter]),
  ];
  return html`<li>${sentences.join(" ")}</li>`;
};

/** Projects with equal points, and what put them in their order. */
export const tiesView = (words: Words, { ties, projects }: PoolResult): Html => {
  const w = words.results.pool;
  const numbers = new Map(projects.map(({ id, number }) => [id, number]));
  const numberOf = (id: string): string => numbers.get(id) ?? id;
  return html`<h2>${w.tiesHeading}</h2>
${ties.length === 0 ? html`<p>${w.noTies}</p>` : html`<ul>${ties.map((tie) => tieView(words, tie, numberOf))}</ul>`}`;
};
