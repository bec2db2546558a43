import { z } from "zod";
import { canonicalDigest } from "./canonical.ts";
import { CapRule } from "./pool/cap.ts";
import { RollOver } from "./pool/roll-over.ts";
import { SupporterRule } from "./pool/supporters.ts";
import { CountingRule, Threshold } from "./tally/rule.ts";
import { BallotForm } from "./voting/ballot-form.ts";
import { factsOf, IdentityPolicy } from "./voting/identity-policy.ts";

const PoolKind = z.enum(["citywide", "district"]);
type PoolKind = z.infer<typeof PoolKind>;

const eachKind = <S extends z.ZodType>(schema: S) => z.strictObject({ citywide: schema, district: schema });

/** A pool that every cycle of the edition has. Its money is the cycle's own. */
export const RuleSetPool = z.strictObject({
  id: z.string().regex(/^(M|L([1-9]|[1-9]\d))$/),
  kind: PoolKind,
  name: z.strictObject({ pl: z.string(), en: z.string() }),
});
export type RuleSetPool = z.infer<typeof RuleSetPool>;

/** Limits on identifying a voter. Lifetimes in seconds. */
export const VoterCodes = z.strictObject({
  digits: z.int().min(4).max(10),
  /** Attempts in one hour to identify with one PESEL number, whoever makes them. */
  identityTriesPerHour: z.int().min(1),
  /** Codes that one address, or one phone number, gets in an edition. */
  codesPerContact: z.int().min(1),
  triesPerCode: z.int().min(1),
  codeSeconds: z.int().min(60).max(86_400),
  sessionSeconds: z.int().min(300).max(86_400),
});
export type VoterCodes = z.infer<typeof VoterCodes>;

/** Everything in which editions and cities differ, as data. A cycle keeps the name, the version and the digest. */
export const RuleSet = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.int().min(1),
    city: z.strictObject({ name: z.string(), country: z.string() }),
    edition: z.strictObject({ numeral: z.string().regex(/^[IVXL]+$/), voteYear: z.int() }),
    /** What the rules rest on: where each was published, or how it was found where it was not. */
    sources: z.array(z.strictObject({ on: z.string(), says: z.string(), from: z.string() })),
    pools: z.array(RuleSetPool).min(1),
    supporters: eachKind(SupporterRule),
    caps: eachKind(CapRule),
    ballot: BallotForm,
    identity: IdentityPolicy,
    voterCodes: VoterCodes,
    /** Below this age a guardian votes with the child. */
    guardianBelowAge: z.int().min(0),
    thresholds: eachKind(Threshold.nullable()),
    counting: CountingRule.omit({ threshold: true }),
    rollOver: RollOver,
    /** Working days to appeal, from the day after a result of verification is published. */
    appeals: z.strictObject({ workingDays: z.int().min(1) }),
  })
  .refine(
    ({ guardianBelowAge, identity }) => guardianBelowAge === 0 || factsOf(identity.roll).includes("pesel"),
    {
      path: ["guardianBelowAge"],
      error: "an age is read off the PESEL number, and this edition does not ask for it",
    },
  )
  .meta({ id: "RuleSet" });
export type RuleSet = z.infer<typeof RuleSet>;

/** The rule by which one kind of pool is counted. */
export const countingRule = ({ counting, thresholds }: RuleSet, kind: PoolKind): CountingRule => ({
  ...counting,
  threshold: thresholds[kind],
});

/** Changes with every letter of a rule set: what a cycle was opened under can be proved later. */
export const ruleSetDigest = (ruleSet: RuleSet): string => canonicalDigest(ruleSet);
