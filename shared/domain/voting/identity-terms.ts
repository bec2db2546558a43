import type { RuleSet } from "../rule-set.ts";
import type { IdentityPolicy } from "./identity-policy.ts";

/** The policy as an edition has it: a way that is not open is not told. */
export const openWays = ({
  identity,
  paper,
  guardianBelowAge,
}: Pick<RuleSet, "identity" | "paper" | "guardianBelowAge">): IdentityPolicy => ({
  ...identity,
  paper: paper && identity.paper,
  guardian: guardianBelowAge > 0 ? identity.guardian : undefined,
});
