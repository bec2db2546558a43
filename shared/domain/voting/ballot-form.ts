import { z } from "zod";
import { Approval, approval } from "./forms/approval.ts";
import { ChooseOne, chooseOne } from "./forms/choose-one.ts";
import type { FormRules, ListSize } from "./forms/form-rules.ts";
import { Knapsack, knapsack } from "./forms/knapsack.ts";
import { Ordinal, ordinal } from "./forms/ordinal.ts";
import { Points, points } from "./forms/points.ts";
import { Scoring, scoring } from "./forms/scoring.ts";
import { type SectionLimits, UNBOUND } from "./limits.ts";

/** How a section of the ballot is filled in. The kinds are those of the `.pb` format, and the knapsack apart from approval. */
export const BallotForm = z
  .discriminatedUnion("kind", [Approval, ChooseOne, Points, Ordinal, Scoring, Knapsack])
  .meta({ id: "BallotForm" });
export type BallotForm = z.infer<typeof BallotForm>;

/** What a form says of a list. */
export const rulesOf = (form: BallotForm, list: ListSize): FormRules => {
  switch (form.kind) {
    case "approval":
      return approval(form, list);
    case "choose-one":
      return chooseOne();
    case "points":
      return points(form, list);
    case "ordinal":
      return ordinal(form, list);
    case "scoring":
      return scoring(form);
    case "knapsack":
      return knapsack(form, list);
  }
};

/** A list with its pool's money, as a booth or a page has it. */
interface List {
  readonly amountGrosze: number;
  readonly projects: readonly unknown[];
}

export const limitsOn = (form: BallotForm, { amountGrosze, projects }: List): SectionLimits =>
  rulesOf(form, { amountGrosze, projects: projects.length }).limits;

const ANY_LIST: ListSize = { amountGrosze: UNBOUND.maxCostGrosze, projects: UNBOUND.maxProjects };

/** The limits of a section that is filled in. Those that depend on the list bind only where it is known. */
export const limitsOf = (form: BallotForm, list: ListSize = ANY_LIST): SectionLimits =>
  rulesOf(form, list).limits;
