import { z } from "zod";
import { type Cycle, isLocked } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { isSameMailbox } from "../mailbox.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { Instant } from "../time.ts";
import { acceptedIn, type CoAuthor } from "./co-authors.ts";
import type { Project } from "./project.ts";

export const MergingState = z
  .enum(["none", "asked", "agreed", "refused", "lapsed", "taken-back", "merged"])
  .meta({ id: "MergingState" });
export type MergingState = z.infer<typeof MergingState>;

type MergingEvent = "propose" | "agree" | "refuse" | "lapse" | "take-back" | "confirm";

/** The moves of a merging. One refusal, or the end of its time, ends it with nothing changed; another can be proposed then. */
export const MERGING_STAGES: Lifecycle<MergingState, MergingEvent> = {
  none: { propose: "asked" },
  asked: { agree: "agreed", refuse: "refused", lapse: "lapsed", "take-back": "taken-back" },
  agreed: { confirm: "merged", "take-back": "taken-back" },
  refused: { propose: "asked" },
  lapsed: { propose: "asked" },
  "taken-back": { propose: "asked" },
  merged: {},
};

/** Each proposal of it, with what its authors said. */
const Part = z.object({
  id: ProjectId,
  number: z.string(),
  answer: z.enum(["accept", "decline"]).optional(),
  answeredAt: Instant.optional(),
});

/** Proposals that are to become one, as their authors are asked: the first stays, with this text, and the others go into it. */
export const Merging = z.object({
  cycleId: CycleId,
  into: ProjectId,
  parts: z.array(Part).min(2).max(3),
  title: z.string(),
  description: z.string(),
  until: Instant,
  state: MergingState.exclude(["none", "lapsed"]),
  /** Who of the office proposed it; nobody of it where the author of the one that stays did. */
  proposedBy: z.string(),
  proposedByName: z.string(),
  /** How often the author of the one that stays has asked; that this one is theirs. */
  asks: z.int().default(0),
  byAuthor: z.boolean().default(false),
  /** Which one it is, of those that were proposed for this proposal. */
  round: z.int().min(1),
  version: z.int(),
});
export type Merging = z.infer<typeof Merging>;

/** So often an author asks others, whoever they are: nobody is written to over and over. */
export const MOST_ASKS = 3;
/** So many days the other author has for an answer. */
export const ASK_DAYS = 14;

/** Where it stands now: nobody has to come by for its time to be over. */
export const stateOf = (merging: Merging | undefined, now: Instant): MergingState => {
  if (!merging) return "none";
  return merging.state === "asked" && now >= merging.until ? "lapsed" : merging.state;
};

/** Whether a proposal is one that the office still checks. */
export const isMergeable = ({ status }: Pick<Project, "status">): boolean =>
  status === "submitted" || status === "formally-accepted";

/** What can still become one: proposals of one pool that the office checks, while the ballot is not frozen. */
export const checkMergeable = (cycle: Cycle, projects: readonly Project[]): Result<void> => {
  if (isLocked(cycle)) return refused(refusal("cycle/locked", { phase: cycle.phase }));
  const [into, ...others] = projects;
  const gone = projects.find((one) => !isMergeable(one));
  if (gone) return refused(refusal("project/state", { status: gone.status }));
  return others.every(({ pool, status }) => pool === into?.pool && status === into.status)
    ? ok(undefined)
    : refused(refusal("merging/unlike", {}));
};

/** Who stands behind what remains: its own, and the authors of what goes into it with those who stood behind them. */
export const joinedAuthors = (
  into: Project,
  others: readonly Project[],
  {
    at,
    isTold,
    idOf,
  }: {
    readonly at: Instant;
    readonly isTold: boolean;
    readonly idOf: (one: Project) => CoAuthor["id"];
  },
): CoAuthor[] => {
  const coming = others.flatMap((one): CoAuthor[] => {
    const { author } = one;
    const own = author && {
      id: idOf(one),
      ...{ name: author.name, email: author.email, postal: author.postal, language: author.language },
      ...{ isNamePublic: author.isNamePublic, isTold, since: at },
      state: "accepted" as const,
    };
    return [...(own ? [own] : []), ...acceptedIn(one)];
  });
  let joined: readonly CoAuthor[] = into.coAuthors ?? [];
  for (const one of coming) {
    const isThey = (other: { readonly email?: string | undefined } | undefined) =>
      isSameMailbox(other?.email, one.email);
    if ([into.author, ...acceptedIn({ coAuthors: joined })].some(isThey)) continue;
    // Whoever was invited and comes with another proposal has answered by that.
    const invited = joined.find((other) => other.state === "invited" && isThey(other));
    joined = invited
      ? joined.map((other) => (other === invited ? { ...one, id: other.id } : other))
      : [...joined, one];
  }
  return [...joined];
};
