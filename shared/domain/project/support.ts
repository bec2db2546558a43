import { type Cycle, poolOf } from "../cycle/cycle.ts";
import { folded } from "../folded.ts";
import { forKind } from "../pool/kinds.ts";
import { supportersNeeded } from "../pool/supporters.ts";
import { kindOf } from "../rule-set.ts";
import { foldedAddress } from "../voting/address.ts";
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

/** Whether who supports on line gives an address too, so that whoever is on a paper list as well counts once. */
export const signsWithAddress = ({ ruleSet }: Pick<Cycle, "ruleSet">): boolean =>
  ruleSet.supportBy === "name-and-address";

/** Support is gathered until the office decides on the form of the proposal: that is when the list is checked. */
export const takesSupport = ({ status }: Pick<Project, "status">): boolean => status === "submitted";

/**
 * Who signs a list: name and address are what the law lets a list ask for (Supreme Administrative Court, I GSK 1193/20). Which name comes first,
 * and how either is written, tells nobody apart.
 */
export const signerOf = (name: string, address: string): string[] => [
  ...folded(name)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .sort(),
  foldedAddress(address),
];
