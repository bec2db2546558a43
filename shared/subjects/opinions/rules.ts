import { z } from "zod";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../domain/ids.ts";
import { MEASURE } from "../../domain/languages.ts";
import { Grosze } from "../../domain/money.ts";
import { UnitId } from "../../domain/office/directory.ts";
import { Answer, Verdict, VerifiedLine, verifiedCost } from "../../domain/procedure/card.ts";
import { criteriaOf } from "../../domain/procedure/criteria.ts";
import { OpinionVerdict } from "../../domain/procedure/opinion.ts";
import { OpinionState } from "../../domain/procedure/stages.ts";
import { Slug } from "../../domain/slug.ts";
import { Instant } from "../../domain/time.ts";

/** Who of the office did something: their id at the identity provider, and their name then. */
export const Signed = z.object({ by: z.string(), byName: z.string(), at: Instant });
export type Signed = z.infer<typeof Signed>;

/** Of a unit, its name too: a directory changes. */
const Named = z.object({ unit: UnitId, unitName: z.string() });

/** The opinion on the merits of one proposal that one unit was asked for. Nothing of it is public. */
export const Opinion = z.object({
  ...Named.shape,
  cycleId: CycleId,
  projectId: ProjectId,
  state: OpinionState,
  asked: Signed,
  /** Until when, exclusive, the unit has time. */
  until: Instant,
  /** What whoever asks wants to know. */
  note: z.string().optional(),
  /** The unit that handed it on, and why. */
  from: Named.extend({ reason: z.string() }).optional(),
  /** Who of the unit took it up. */
  writer: Signed.extend({ givenBy: z.string().optional() }).optional(),
  answers: z.array(Answer).default([]),
  costLines: z.array(VerifiedLine).optional(),
  upkeepGrosze: Grosze.optional(),
  holder: z.string().optional(),
  years: z.literal([1, 2]).optional(),
  verdict: OpinionVerdict.optional(),
  reasons: z.string().optional(),
  filled: Signed.optional(),
  accepted: Signed.optional(),
  /** Why it was given back within the unit, until it is filled in anew. */
  returned: Signed.extend({ reason: z.string() }).optional(),
  /** Why it was handed on, sent back, or taken back by whoever asked. */
  left: Signed.extend({ reason: z.string(), to: z.string().optional() }).optional(),
  /** Everybody who ever had a say in it. */
  hands: z.array(Signed).default([]),
  version: z.int(),
});
export type Opinion = z.infer<typeof Opinion>;

/** What was given and accepted. */
export const isGiven = ({ state }: Opinion): boolean => state === "accepted";

/** An opinion as the office's API has it: every criterion of the check of merits, judged or not. */
export const StaffOpinion = z
  .object({
    projectId: ProjectId,
    unit: UnitId,
    unitName: z.string(),
    state: OpinionState,
    until: Instant,
    askedBy: z.string(),
    note: z.string().nullable(),
    handedOnBy: Named.extend({ reason: z.string() }).nullable(),
    criteria: z.array(
      z.object({
        id: Slug,
        title: z.string(),
        verdict: Verdict.nullable(),
        reason: Slug.nullable(),
        note: z.string().nullable(),
      }),
    ),
    costLines: z.array(VerifiedLine),
    costGrosze: Grosze.nullable(),
    upkeepGrosze: Grosze.nullable(),
    holder: z.string().nullable(),
    years: z.int().nullable(),
    verdict: OpinionVerdict.nullable(),
    reasons: z.string().nullable(),
    writtenBy: z.string().nullable().meta({ description: "Who took it up" }),
    filledBy: z.string().nullable(),
    acceptedBy: z.string().nullable(),
    returned: z.string().nullable().meta({ description: "Why it was given back within the unit" }),
    left: z
      .object({ reason: z.string(), by: z.string(), to: z.string().nullable() })
      .nullable()
      .meta({ description: "Why it was handed on, sent back or taken back" }),
    version: z.int(),
  })
  .meta({ id: "StaffOpinion" });

/** The opinions about a proposal, and whom the edition would ask. */
export const CaseOpinions = z
  .object({
    projectId: ProjectId,
    state: z.enum(["open", "settled"]),
    proposed: z
      .array(UnitId)
      .meta({ description: "Units that the edition's rules name and nobody asked yet" }),
    opinions: z.array(StaffOpinion),
  })
  .meta({ id: "CaseOpinions" });

export const shownOpinion = (
  opinion: Opinion,
  { ruleSet }: Pick<Cycle, "ruleSet">,
): z.infer<typeof StaffOpinion> => {
  const { costLines, left } = opinion;
  return {
    projectId: opinion.projectId,
    unit: opinion.unit,
    unitName: opinion.unitName,
    state: opinion.state,
    until: opinion.until,
    askedBy: opinion.asked.byName,
    note: opinion.note ?? null,
    handedOnBy: opinion.from ?? null,
    criteria: criteriaOf(ruleSet, "merit").map(({ id, title }) => {
      const answer = opinion.answers.find((one) => one.id === id);
      return {
        id,
        title: title[MEASURE],
        verdict: answer?.verdict ?? null,
        reason: answer?.reason ?? null,
        note: answer?.note ?? null,
      };
    }),
    costLines: costLines ?? [],
    costGrosze: costLines ? verifiedCost({ costLines }) : null,
    upkeepGrosze: opinion.upkeepGrosze ?? null,
    holder: opinion.holder ?? null,
    years: opinion.years ?? null,
    verdict: opinion.verdict ?? null,
    reasons: opinion.reasons ?? null,
    writtenBy: opinion.writer?.byName ?? null,
    filledBy: opinion.filled?.byName ?? null,
    acceptedBy: opinion.accepted?.byName ?? null,
    returned: opinion.returned?.reason ?? null,
    left: left ? { reason: left.reason, by: left.byName, to: left.to ?? null } : null,
    version: opinion.version,
  };
};
