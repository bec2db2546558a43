import { pathTo } from "../../domain/addresses.ts";
import { button, form, hidden } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { textField } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actPage, type EditionRef } from "./act.ts";

interface TiedProject {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface UndecidedPool {
  readonly id: string;
  readonly name: string;
  readonly ties: readonly {
    readonly score: number;
    readonly decides: "now" | "perhaps";
    readonly projects: readonly TiedProject[];
  }[];
}

interface DrawModel extends EditionRef {
  readonly pools: readonly UndecidedPool[];
  /** A seed was committed before the vote: it can settle every tie. */
  readonly hasSeed: boolean;
}

export const placeName = (projectId: string): string => `place-${projectId}`;

export const protocolName = (pool: string): string => `protocol-${pool}`;

const tieView = ({ words }: Frame, state: FormState, tie: UndecidedPool["ties"][number]): Part => {
  const w = words.draw;
  const most = words.format.number(tie.projects.length);
  return html`<fieldset><legend>${w.tie(words.format.number(tie.score))}</legend>
${tie.decides === "perhaps" && html`<p class="hint">${w.perhaps}</p>`}
${tie.projects.map(({ id, number, title }) =>
  textField(state, {
    name: placeName(id),
    label: `${w.place}: ${number} ${title}`,
    hint: w.placeHint(most),
    kind: "digits",
    width: 4,
  }),
)}
</fieldset>`;
};

const poolForm = (frame: Frame, state: FormState, id: string, pool: UndecidedPool): Part => {
  const w = frame.words.draw;
  return html`<h2>${w.pool(pool.name)}</h2>
${form({
  action: link(frame, pathTo("editionDraw", { cycleId: id })),
  body: html`${hidden("pool", pool.id)}
${pool.ties.map((tie) => tieView(frame, state, tie))}
${textField(state, { name: protocolName(pool.id), label: w.protocol, hint: w.protocolHint })}
${button({ text: w.submit })}`,
})}`;
};

const seedForm = (frame: Frame, state: FormState, id: string): Part => {
  const w = frame.words.draw;
  return html`<h2>${w.seedTitle}</h2>
${form({
  action: link(frame, pathTo("editionDraw", { cycleId: id })),
  body: textField(state, { name: "seed", label: w.seed, hint: w.seedHint }),
  submit: w.seedSubmit,
  kind: "second",
})}`;
};

/** The ties that only a lot can settle, each with the places that the draw gave. */
export const drawView = (frame: Frame, state: FormState, model: DrawModel): Html => {
  const w = frame.words.draw;
  const { id, pools, hasSeed } = model;
  return actPage(frame, model, {
    title: w.title,
    state,
    body:
      pools.length === 0
        ? html`<p>${w.none}</p>`
        : html`<p>${w.lead}</p>
${pools.map((pool) => poolForm(frame, state, id, pool))}
${hasSeed && seedForm(frame, state, id)}`,
  });
};
