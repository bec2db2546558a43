import { z } from "zod";
import { Instant } from "../time.ts";

/** What a list that is to be frozen cannot have. */
export const FAULTS = ["no-verified-cost", "over-pool", "over-cap"] as const;

/** What may be a slip, and may be right: a person says which. */
const HINTS = [
  "thousands",
  "elsewhere",
  "no-point",
  "same-place",
  "near",
  "same-title",
  "number-gap",
] as const;

export const FindingName = z.enum([...FAULTS, ...HINTS]).meta({ id: "BallotFindingName" });
export type FindingName = z.infer<typeof FindingName>;

/** What a person said of a hint: it is right so, and why. */
export const Settled = z.object({
  id: z.string(),
  what: FindingName,
  /** Its projects, by their numbers. */
  numbers: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  byName: z.string(),
  at: Instant,
});
export type Settled = z.infer<typeof Settled>;

/** What was found, as far as a sentence needs it. */
export interface FindingFacts {
  readonly grosze?: number;
  /** What the cost is told beside: the pool's money, its cap, the estimate, the middle of the pool. */
  readonly besideGrosze?: number;
  readonly beside?: "estimate" | "middle";
  readonly metres?: number;
  readonly pool?: string;
  /** Where the point is; null outside the city. */
  readonly district?: string | null;
  readonly numbers?: readonly string[];
}

interface Concerned {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface Finding {
  readonly what: FindingName;
  /** The same as long as the same is found of the same projects: what changes is a new finding. */
  readonly id: string;
  readonly projects: readonly Concerned[];
  readonly facts: FindingFacts;
  /** Who said that it is right so. */
  readonly settled?: Settled | undefined;
}

export const isFault = ({ what }: Pick<Finding, "what">): boolean =>
  (FAULTS as readonly string[]).includes(what);

/** Hints that nobody has said anything of. */
export const openHints = (findings: readonly Finding[]): Finding[] =>
  findings.filter((one) => !isFault(one) && one.settled === undefined);
