import { z } from "zod";
import type { IdentityPolicy } from "./identity-policy.ts";

/** How a vote is cast without the form that has just turned somebody away: by the national eID, to a clerk at a voting point, on a card. */
export const OtherWay = z.enum(["eid", "point", "paper"]);
export type OtherWay = z.infer<typeof OtherWay>;

interface Here {
  /** Whether this deployment has the national eID, and this edition voting points. */
  readonly hasEid: boolean;
  readonly hasPoints: boolean;
}

/** The ways that an edition has beside codes. */
export const otherWays = (
  { eid, desk, paper }: Pick<IdentityPolicy, "eid" | "desk" | "paper">,
  { hasEid, hasPoints }: Here,
): OtherWay[] => [
  ...(eid && hasEid ? (["eid"] as const) : []),
  ...(desk && hasPoints ? (["point"] as const) : []),
  ...(paper ? (["paper"] as const) : []),
];
