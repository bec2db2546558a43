import type { Cycle } from "../cycle/cycle.ts";
import { supportersNeeded } from "../pool/supporters.ts";
import type { Project } from "./project.ts";

/** How many residents must support a proposal for this pool: by the rule set, and by the roll where the number goes by residents. */
export const supportersNeededIn = (
  { ruleSet, roll }: Pick<Cycle, "ruleSet" | "roll">,
  pool: string,
): number => {
  const kind = ruleSet.pools.find(({ id }) => id === pool)?.kind ?? "district";
  const residents = kind === "citywide" ? roll?.entries : roll?.perDistrict[pool];
  return supportersNeeded(ruleSet.supporters[kind], residents ?? null);
};

/** Support is gathered until the office decides on the form of the proposal: that is when the list is checked. */
export const takesSupport = ({ status }: Pick<Project, "status">): boolean => status === "submitted";
