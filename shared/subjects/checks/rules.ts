import { z } from "zod";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { MEASURE } from "../../domain/languages.ts";
import { Grosze } from "../../domain/money.ts";
import { Answer, CardResult, Verdict, Verified, verifiedCost } from "../../domain/procedure/card.ts";
import { criteriaOf, procedureOf } from "../../domain/procedure/criteria.ts";
import { AppealState, CardState, CheckStage } from "../../domain/procedure/stages.ts";
import type { Project } from "../../domain/project/project.ts";
import type { ProjectStatus } from "../../domain/project/stages.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { Slug } from "../../domain/slug.ts";
import { Instant } from "../../domain/time.ts";

/** Who of the office did something: their id at the identity provider, and their name then. */
const Signed = z.object({ by: z.string(), byName: z.string(), at: Instant });

/** Who works on a card now: they took it, or were given it. It is a hint and no lock: whoever may decide, decides. */
const Held = Signed.extend({ givenBy: z.string().optional() });
export type Held = z.infer<typeof Held>;

/** What an author changed in answer to a call: each field as it was and as it is. */
const Change = z.object({ field: z.string(), before: z.string(), after: z.string() });

/** A call to the author to put something right, and their answer. */
const CallToCorrect = z.object({
  at: Instant,
  until: Instant,
  reasons: z.string(),
  answeredAt: Instant.optional(),
  answeredBy: z.enum(["author", "clerk"]).optional(),
  message: z.string().optional(),
  changes: z.array(Change).optional(),
});

/** The card of one stage of one proposal. Nothing of it is public before its list is. */
export const Card = z.object({
  cycleId: CycleId,
  projectId: ProjectId,
  stage: CheckStage,
  state: CardState,
  /** Of the criteria by which it was filled in. */
  procedure: z.int(),
  answers: z.array(Answer).default([]),
  result: CardResult.optional(),
  reasons: z.string().optional(),
  /** Of the check of merits. */
  verified: Verified.optional(),
  held: Held.optional(),
  filled: Signed.optional(),
  accepted: Signed.optional(),
  /** Why it was given back, until it is filled in anew. */
  returned: Signed.extend({ reason: z.string() }).optional(),
  calls: z.array(CallToCorrect).default([]),
  /** Everybody who filled it in, accepted it or gave it back: who decides about an appeal is none of them. */
  hands: z.array(Signed).default([]),
  version: z.int(),
});
export type Card = z.infer<typeof Card>;

/**
 * When each stage is worked on, and the status in which proposals wait for it. What the office finds late (a paper that came in time and was keyed
 * afterwards) is checked in the phases after too: without it no later phase opens, and nobody would have a right to it any more.
 */
export const STAGES = {
  formal: { phases: ["formal-review"], late: ["merit-review", "appeals"], waits: "submitted" },
  merit: { phases: ["merit-review", "appeals"], late: [], waits: "formally-accepted" },
} as const satisfies Readonly<
  Record<
    CheckStage,
    { readonly phases: readonly Phase[]; readonly late: readonly Phase[]; readonly waits: ProjectStatus }
  >
>;

/** Whether a stage is worked on now, also for what was found late. */
export const checkStage = (stage: CheckStage, { phase }: Pick<Cycle, "phase">): Result<void> => {
  const { phases: needed, late } = STAGES[stage];
  const open: readonly Phase[] = [...needed, ...late];
  return open.includes(phase) ? ok(undefined) : refused(refusal("cycle/wrong-phase", { phase, needed }));
};

/** A card that nobody has begun. */
export const newCard = (
  { cycleId, id: projectId }: Pick<Project, "cycleId" | "id">,
  stage: CheckStage,
  { ruleSet }: Pick<Cycle, "ruleSet">,
): Card => ({
  cycleId,
  projectId,
  stage,
  state: "assigned",
  procedure: procedureOf(ruleSet).version,
  answers: [],
  calls: [],
  hands: [],
  version: 0,
});

/** Everybody who had a say, each once, the last time counting. */
export const withHand = <H extends { readonly by: string }>(hands: readonly H[], hand: H): H[] => [
  ...hands.filter(({ by }) => by !== hand.by),
  hand,
];

/** A card as the office's API has it: every criterion of the stage, answered or not. */
export const CheckCard = z
  .object({
    projectId: ProjectId,
    stage: CheckStage,
    state: CardState,
    criteria: z.array(
      z.object({
        id: Slug,
        title: z.string(),
        correctable: z.boolean(),
        verdict: Verdict.nullable(),
        reason: Slug.nullable(),
        note: z.string().nullable(),
      }),
    ),
    result: CardResult.nullable(),
    reasons: z.string().nullable(),
    verified: z
      .object({
        costGrosze: Grosze,
        costLines: z.array(z.object({ name: z.string(), costGrosze: Grosze })),
        holder: z.string().nullable(),
        years: z.int(),
      })
      .nullable()
      .meta({ description: "Of the check of merits" }),
    heldBy: z.string().nullable().meta({ description: "Who works on it now" }),
    filledBy: z.string().nullable(),
    acceptedBy: z.string().nullable(),
    returned: z.string().nullable().meta({ description: "Why it was given back" }),
    calls: z.array(CallToCorrect),
    version: z.int(),
  })
  .meta({ id: "CheckCard" });

export const shownCard = (
  { answers, held, filled, accepted, returned, projectId, stage, state, ...card }: Card,
  known: readonly Answer[],
  { ruleSet }: Pick<Cycle, "ruleSet">,
): z.infer<typeof CheckCard> => ({
  projectId,
  stage,
  state,
  criteria: criteriaOf(ruleSet, stage).map(({ id, title, correctable }) => {
    const answer = [...answers, ...known].find((one) => one.id === id);
    return {
      id,
      title: title[MEASURE],
      correctable,
      verdict: answer?.verdict ?? null,
      reason: answer?.reason ?? null,
      note: answer?.note ?? null,
    };
  }),
  result: card.result ?? null,
  reasons: card.reasons ?? null,
  verified: card.verified?.costLines
    ? {
        costGrosze: verifiedCost(card.verified),
        costLines: card.verified.costLines,
        holder: card.verified.holder ?? null,
        years: card.verified.years ?? 1,
      }
    : null,
  heldBy: held?.byName ?? null,
  filledBy: filled?.byName ?? null,
  acceptedBy: accepted?.byName ?? null,
  returned: returned?.reason ?? null,
  calls: card.calls,
  version: card.version,
});

/** Where what a list waits for stands: cards, or appeals. */
export const ListedState = z.enum([...CardState.options, ...AppealState.options]);
export type ListedState = z.infer<typeof ListedState>;

/** How many cards or appeals stand where; `assigned` are cards that nobody has begun. */
export type Counts = { readonly [S in ListedState]?: number };

export const countsOf = (states: readonly ListedState[]): Counts => {
  const counts: { [S in ListedState]?: number } = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};
