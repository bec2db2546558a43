import { pathTo } from "../../domain/addresses.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import type { PointModel } from "./list.ts";

interface Named {
  readonly name: string;
  readonly edition: string;
  readonly points: readonly PointModel[];
}

/** The voting points of an edition; for the office each is a way to its page. */
export const pointsTable = (frame: Frame, { name, edition, points }: Named, linkedTo?: string): Html => {
  const { words } = frame;
  return table(words, {
    caption: words.edition(name, edition),
    columns: words.votingPoints.columns.map((head, index) => ({ head, isRowHead: index === 0 })),
    rows: points.map((point) => [
      linkedTo === undefined
        ? point.name
        : html`<a href="${link(frame, pathTo("point", { cycleId: linkedTo, pointId: point.id }))}">${point.name}</a>`,
      point.address,
      point.hours,
    ]),
  });
};
