import { type RunningTurnout, toldOf } from "../../domain/voting/turnout.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import type { Frame } from "../layout.ts";

export interface NamedDistrict {
  readonly id: string;
  readonly name: string;
}

export interface TurnoutModel {
  readonly turnout: RunningTurnout;
  /** The districts in their order, with their names in the reader's language. */
  readonly districts: readonly NamedDistrict[];
}

/** How many have voted so far: the whole city in a sentence, the districts in a table. */
export const turnoutView = ({ words }: Frame, { turnout, districts }: TurnoutModel): Html => {
  const w = words.results.turnout;
  const { number } = words.format;
  const told = (atLeast: number, few = w.few): string => (atLeast === 0 ? few : w.atLeast(atLeast));
  const whole = toldOf(turnout);
  const isAbove =
    whole.whom === "residents" &&
    [turnout, ...Object.values(turnout.perDistrict)].some((one) => one.atLeast > toldOf(one).people);
  return html`<h2>${w.heading}</h2>
<p><strong>${told(turnout.atLeast, w.fewEach)}.</strong> ${w.of(whole)} ${w.countedAt(turnout.countedAt)}</p>
<p>${w.rounded}${isAbove && ` ${w.above}`}</p>
${table(words, {
  caption: w.caption,
  columns: [
    { head: w.columns.district, isRowHead: true },
    { head: w.columns.voters, isNumber: true },
    { head: w.columns[whole.whom], isNumber: true },
  ],
  rows: districts.flatMap(({ id, name }) => {
    const district = turnout.perDistrict[id];
    return district ? [[name, told(district.atLeast), number(toldOf(district).people)]] : [];
  }),
})}`;
};
