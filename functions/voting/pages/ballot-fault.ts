import { limitsOn } from "../../../shared/domain/voting/ballot-form.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import type { BallotModel, BallotPool } from "../../../shared/pages/voting/list.ts";
import { pointsField } from "../../../shared/pages/voting/points.ts";
import type { Words } from "../../../shared/words/words.ts";

/** What keeps a voter on a page of the ballot. */
export type BallotFault =
  | { readonly kind: "nothing-ticked" }
  | { readonly kind: "too-many" | "too-few"; readonly given: number }
  | { readonly kind: "too-dear"; readonly givenGrosze: number }
  | { readonly kind: "no-split" }
  | { readonly kind: "no-points" | "no-place" | "same-place"; readonly projects: readonly string[] }
  | { readonly kind: "over" | "under"; readonly project: string; readonly given: number };

/** A fault in words, at the field that it is about. */
export const faultsOf = (
  fault: BallotFault,
  { ballot: { list, split, forms } }: Words,
  { marksByPool }: BallotModel,
  pool: BallotPool,
): Fault[] => {
  const { form } = pool;
  const limits = limitsOn(form, pool);
  const atPick = (text: string): Fault[] => [
    { field: form.kind === "scoring" ? pointsField(pool.projects[0]?.id ?? "") : "pick", text },
  ];
  const atEach = (projects: readonly string[], text: string): Fault[] =>
    projects.map((project) => ({ field: pointsField(project), text }));
  switch (fault.kind) {
    case "nothing-ticked":
      return atPick(forms.nothing(form));
    case "too-many":
      return atPick(list.tooMany(limits.maxProjects, fault.given));
    case "too-few":
      return atPick(forms.tooFew(limits.minProjects, fault.given));
    case "too-dear":
      return atPick(forms.tooDear(limits.maxCostGrosze, fault.givenGrosze));
    case "no-split":
      return [{ field: "split", text: split.missing }];
    case "no-points":
      return atEach(fault.projects, split.eachMissing);
    case "no-place":
      return atEach(fault.projects, forms.places.missing);
    case "same-place":
      return atEach(fault.projects, forms.places.repeated(marksByPool.get(pool.id)?.length ?? 0));
    case "over":
      return atEach([fault.project], split.over(fault.given, limits.maxPoints));
    case "under":
      return atEach([fault.project], split.under(fault.given, limits.minPoints));
  }
};
