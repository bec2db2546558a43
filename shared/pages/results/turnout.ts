import type { RunningTurnout } from "../../domain/voting/turnout.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import type { Frame } from "../layout.ts";

export interface TurnoutModel {
  readonly turnout: RunningTurnout;
  /** Name of a district in the reader's language. */
  readonly nameOf: (district: string) => string;
}

/** How many have voted so far: the whole city in a sentence, the districts in a table. */
export const turnoutView = ({ words }: Frame, { turnout, nameOf }: TurnoutModel): Html => {
  const w = words.results.turnout;
  const { number } = words.format;
  const told = (atLeast: number): string => (atLeast === 0 ? w.few : w.atLeast(atLeast));
  return html`<h2>${w.heading}</h2>
<p><strong>${told(turnout.atLeast)}</strong> ${w.of(turnout.eligible)} ${w.countedAt(turnout.countedAt)}</p>
<p>${w.rounded}</p>
${table(words, {
  caption: w.caption,
  columns: [
    { head: w.columns.district, isRowHead: true },
    { head: w.columns.voters, isNumber: true },
    { head: w.columns.eligible, isNumber: true },
  ],
  rows: Object.entries(turnout.perDistrict).map(([district, { atLeast, eligible }]) => [
    nameOf(district),
    told(atLeast),
    number(eligible),
  ]),
})}`;
};
