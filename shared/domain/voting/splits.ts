import type { BallotForm } from "./ballot-form.ts";
import type { Points } from "./forms/points.ts";

/** Points of the ticked projects (or their ranks), in the order in which they stand on the list. */
export type Split = readonly number[];

/**
 * What is left to ask once projects are ticked: nothing (`settled`), which of a few ways to spread all points (`choice`, with the ways that
 * leave some unused apart), a number for each (`free`), or a place for each (`places`). Two thirds of Katowice's voters give all points to one project: they are asked nothing.
 */
export type Splits =
  | { readonly kind: "settled"; readonly split: Split }
  | { readonly kind: "choice"; readonly full: readonly Split[]; readonly fewer: readonly Split[] }
  | { readonly kind: "free" }
  | { readonly kind: "places" };

/** More ways than this are not a question with answers to choose from. */
const MOST_ANSWERS = 4;

/** The ways to write a sum as so many parts from 1 to `most`, larger parts first; one more than can be offered is enough. */
const waysTo = (sum: number, parts: number, most: number): number[][] => {
  if (parts === 0) return sum === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let first = Math.min(most, sum - parts + 1); first >= 1; first--) {
    if (first + (parts - 1) * most < sum) break;
    for (const rest of waysTo(sum - first, parts - 1, most)) {
      found.push([first, ...rest]);
      if (found.length > MOST_ANSWERS) return found;
    }
  }
  return found;
};

/** A tick is worth one point where the form gives no points, and the first place where it is the only one. */
export const splitsOf = (form: BallotForm, ticked: number): Splits => {
  if (form.kind === "points") return splitsOfPoints(form, ticked);
  if (form.kind === "ordinal" && ticked > 1) return { kind: "places" };
  return { kind: "settled", split: Array.from({ length: ticked }, () => 1) };
};

const splitsOfPoints = ({ points, maxPerProject, allPoints }: Points, ticked: number): Splits => {
  const whole = Math.min(points, ticked * maxPerProject);
  const full = waysTo(whole, ticked, maxPerProject);
  const [only] = full;
  if (only && full.length === 1) return { kind: "settled", split: only };
  const fewer: number[][] = [];
  for (let sum = whole - 1; !allPoints && sum >= ticked && fewer.length <= MOST_ANSWERS; sum--)
    fewer.push(...waysTo(sum, ticked, maxPerProject));
  return full.length === 0 || full.length > MOST_ANSWERS || fewer.length > MOST_ANSWERS
    ? { kind: "free" }
    : { kind: "choice", full, fewer };
};
