import { type Cycle, poolOf } from "../cycle/cycle.ts";
import { forKind } from "../pool/kinds.ts";
import { supportersNeeded } from "../pool/supporters.ts";
import { kindOf } from "../rule-set.ts";
import type { Project } from "./project.ts";

/** How many residents must support a proposal for this pool: by the rule set, and by the edition's residents where the number goes by them. Null where they are not known. */
export const supportersNeededIn = (
  { ruleSet, pools }: Pick<Cycle, "ruleSet" | "pools">,
  pool: string,
): number | null =>
  supportersNeeded(
    forKind(ruleSet.supporters, kindOf(ruleSet, pool)),
    poolOf({ pools }, pool)?.residents ?? null,
  );

/** Support is gathered until the office decides on the form of the proposal: that is when the list is checked. */
export const takesSupport = ({ status }: Pick<Project, "status">): boolean => status === "submitted";
