import { z } from "zod";
import { entryOf } from "../cycle/calendar.ts";
import { type Cycle, PoolId, poolOf } from "../cycle/cycle.ts";
import { isBefore } from "../cycle/phases.ts";
import { retentionClocks } from "../cycle/retention.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { Language } from "../languages.ts";
import { Grosze } from "../money.ts";
import { notValid, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import type { RuleSet } from "../rule-set.ts";
import { Slug } from "../slug.ts";
import { calledName, Email, line, paragraphs, title } from "../text.ts";
import { Instant } from "../time.ts";
import { Details, sumOf } from "./details.ts";
import { Location } from "./location.ts";

const Author = z.strictObject({
  name: calledName(120),
  email: Email,
  isNamePublic: z.boolean(),
  /** What an author declares, where the edition asks for it. */
  livesHere: z.boolean().optional(),
  isMinor: z.boolean().optional(),
  /** Who looks after a minor. */
  guardian: calledName(120).optional(),
});

/** What a resident fills in. Titles are short from now on; those of old editions go up to 256 characters. */
export const NewProposal = z
  .strictObject({
    pool: PoolId,
    title: title(120),
    description: paragraphs(4000),
    place: line(300).optional(),
    /** One of the edition's categories, where it has them. */
    category: Slug.optional(),
    location: Location.optional(),
    estimatedCostGrosze: Grosze.min(1)
      .optional()
      .meta({ description: "Where `details.costLines` are given it is their sum, whatever is said here" }),
    details: Details.optional(),
    author: Author,
  })
  .meta({ id: "NewProposal" });
export type NewProposal = z.infer<typeof NewProposal>;

/** A proposal with what it costs, as a number. */
export const Proposal = NewProposal.extend({ estimatedCostGrosze: Grosze.min(1) });
export type Proposal = z.infer<typeof Proposal>;

/** The estimate is the sum of the lines where there are lines, whatever else is said; it is never typed twice. */
export const withEstimate = ({ estimatedCostGrosze: said, ...proposal }: NewProposal): Result<Proposal> => {
  const lines = proposal.details?.costLines;
  const estimatedCostGrosze = lines ? sumOf(lines) : said;
  return estimatedCostGrosze
    ? ok({ ...proposal, estimatedCostGrosze })
    : refused(notValid([{ pointer: "/estimatedCostGrosze", rule: "required" }]));
};

/** A proposal whose address nobody has proved yet: it has no number, no page and no place in any list, and goes by itself. */
export const Unconfirmed = z.object({
  id: ProjectId,
  cycleId: CycleId,
  proposal: Proposal,
  language: Language,
  submittedAt: Instant,
  /** Seconds since 1970: until then the author can confirm. */
  expiresAtSeconds: z.int(),
  fingerprint: z.string(),
});
export type Unconfirmed = z.infer<typeof Unconfirmed>;

/** Whether the call takes proposals at a moment. The phase is the truth; the end is kept to the millisecond by the gateway's clock. */
export const takesProposals = (cycle: Pick<Cycle, "phase" | "calendar">, at: Instant): boolean => {
  const endsAt = entryOf(cycle.calendar, "submission")?.endsAt;
  return cycle.phase === "submission" && (endsAt === undefined || at < endsAt);
};

/** Whether whoever stands behind a proposal of a call that is closed finds it again by their mailbox: as long as the edition knows its authors. */
export const isFoundAgain = (cycle: Cycle, at: Instant): boolean =>
  !isBefore(cycle.phase, "submission") &&
  !takesProposals(cycle, at) &&
  retentionClocks(cycle, { publishedAt: undefined, destroyed: [] }, at).every(
    ({ what, state }) => what !== "authors" || state !== "due",
  );

export const checkCall = (cycle: Pick<Cycle, "phase" | "calendar">, at: Instant): Result<void> => {
  if (takesProposals(cycle, at)) return ok(undefined);
  const call = entryOf(cycle.calendar, "submission");
  // In the moment of its opening the step that opens it may not have run yet: it has not ended then.
  const isAhead = call && (at < call.startsAt || cycle.phase === "draft");
  const opensAt = isAhead ? call.startsAt : null;
  return refused(refusal("project/call-closed", { opensAt, closesAt: call?.endsAt ?? null }));
};

/** One of the edition's own categories, or none. */
export const checkCategory = (
  { categories = [] }: Pick<RuleSet, "categories">,
  category: string | undefined,
  pointer: string,
): Result<void> => {
  if (category === undefined || categories.some(({ id }) => id === category)) return ok(undefined);
  const limit = categories.map(({ id }) => id).join(", ");
  return refused(notValid([{ pointer, rule: "choice", limit }]));
};

/** A cost within the cap of one of the cycle's pools; pointers name the fields of the request. */
export const checkCost = (
  cycle: Pick<Cycle, "pools">,
  poolId: string,
  cost: { readonly grosze: Grosze; readonly pointer: string },
): Result<void> => {
  const pool = poolOf(cycle, poolId);
  if (!pool) {
    const limit = cycle.pools.map(({ id }) => id).join(", ");
    return refused(notValid([{ pointer: "/pool", rule: "choice", limit }]));
  }
  return cost.grosze > pool.capGrosze
    ? refused(refusal("project/over-cap", { capGrosze: pool.capGrosze }, cost.pointer))
    : ok(undefined);
};
