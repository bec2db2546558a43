import { pathTo } from "../../domain/addresses.ts";
import { form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { actButtons, actPage, type EditionRef } from "../office/act.ts";
import { pointsTable } from "./table.ts";

export interface PointModel {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly hours: string;
}

/** A point as a line of the coordinator's list. */
const pointLine = ({ id, name, address, hours }: PointModel): string => [id, name, address, hours].join("; ");

/** The coordinator's page: all points of an edition, a line each. */
export const pointListView = (
  frame: Frame,
  state: FormState,
  edition: EditionRef & { readonly points: readonly PointModel[] },
): Html => {
  const w = frame.words.votingPoints.list;
  return actPage(frame, edition, {
    title: w.title,
    state,
    body: html`<p>${w.lead}</p>
${form({
  action: link(frame, pathTo("editionPoints", { cycleId: edition.id })),
  body: html`${textArea(state, { name: "points", label: w.field, hint: w.hint, rows: 10, value: edition.points.map(pointLine).join("\n") })}
${actButtons(frame, edition, { submit: w.submit })}`,
})}`,
  });
};

interface EditionPoints extends EditionRef {
  readonly points: readonly PointModel[];
}

/** Every voting point there is, by edition: whoever works at one finds it here. */
export const pointsView = (frame: Frame, editions: readonly EditionPoints[]): Html => {
  const { words } = frame;
  const w = words.votingPoints;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.office.home.title },
    body: html`<h1>${w.title}</h1>
${editions.length === 0 && html`<p>${w.none}</p>`}
${editions.map((one) => pointsTable(frame, one, one.id))}`,
  });
};
