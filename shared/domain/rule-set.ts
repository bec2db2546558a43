import { z } from "zod";
import { Bucket } from "./bucket.ts";
import { canonicalDigest } from "./canonical.ts";
import { Retention } from "./cycle/retention.ts";
import { ofKind } from "./kind.ts";
import { localised } from "./localised.ts";
import { CapRule } from "./pool/cap.ts";
import { RollOver } from "./pool/roll-over.ts";
import { SupporterRule } from "./pool/supporters.ts";
import { EditionLabel } from "./project/number-scheme.ts";
import { CountingRule, Threshold } from "./tally/rule.ts";
import { line } from "./text.ts";
import { BallotForm } from "./voting/ballot-form.ts";
import { factsOf, IdentityPolicy } from "./voting/identity-policy.ts";
import { PaperRule } from "./voting/paper.ts";

const PoolKind = z.enum(["citywide", "district"]);
type PoolKind = z.infer<typeof PoolKind>;

const eachKind = <S extends z.ZodType>(schema: S) => z.strictObject({ citywide: schema, district: schema });

/** A pool that every cycle of the edition has. Its money is the cycle's own. */
export const RuleSetPool = z.strictObject({
  id: z.string().regex(/^(M|L([1-9]|[1-9]\d))$/),
  kind: PoolKind,
  name: localised(line(120)),
});
export type RuleSetPool = z.infer<typeof RuleSetPool>;

/** Limits on identifying a voter. Lifetimes in seconds. */
export const VoterCodes = z.strictObject({
  digits: z.int().min(4).max(10),
  /** Tries to identify or to enter a code, and how fast they come back. A full house on one address still has to get through. */
  tries: z.strictObject({
    /** With the data of one person, from one network. From everywhere together four times as many. */
    person: Bucket,
    /** From one connection: a household, a library, a care home. */
    address: Bucket,
    /** From its neighbourhood: an IPv4 /24, an IPv6 /48. */
    network: Bucket,
    contact: Bucket.optional().meta({
      deprecated: true,
      description: "Of rule sets made before `codesPerContact` alone said it. Nothing reads it.",
    }),
  }),
  /** Codes to one contact in the whole vote, for one person little more than half of them: sent ones alone, else a stranger could use up anybody's. */
  codesPerContact: z.int().min(1).max(1000),
  triesPerCode: z.int().min(1),
  codeSeconds: ofKind<"seconds">()(z.int().min(60).max(86_400)),
  /** From a right code to the ballot. The same code serves again within its own time: no session lives longer than both together. */
  sessionSeconds: ofKind<"seconds">()(z.int().min(300).max(86_400)),
});
export type VoterCodes = z.infer<typeof VoterCodes>;

/** Everything in which editions and cities differ, as data. A cycle keeps the name, the version and the digest. */
export const RuleSet = z
  .strictObject({
    name: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.int().min(1),
    city: z.strictObject({ name: line(80), country: line(80) }),
    edition: z.strictObject({
      numeral: EditionLabel,
      voteYear: z.int().min(1990).max(2200),
    }),
    /** What the rules rest on: where each was published, or how it was found where it was not. */
    sources: z.array(z.strictObject({ on: line(80), says: line(600), from: line(600) })).max(60),
    pools: z
      .array(RuleSetPool)
      .min(1)
      .max(60)
      .refine((pools) => new Set(pools.map(({ id }) => id)).size === pools.length, {
        message: "pools have ids of their own",
      }),
    supporters: eachKind(SupporterRule),
    caps: eachKind(CapRule),
    ballot: eachKind(BallotForm),
    identity: IdentityPolicy,
    voterCodes: VoterCodes,
    /** Without it the edition takes no paper cards. */
    paper: PaperRule.optional(),
    /** Below this age a guardian votes with the child. */
    guardianBelowAge: z.int().min(0).max(18),
    thresholds: eachKind(Threshold.nullable()),
    counting: CountingRule.omit({ threshold: true }),
    rollOver: RollOver,
    /** Pools are counted in this order, those of one kind as they are listed: what an earlier one funds or leaves counts in later ones. */
    poolOrder: z.enum(["districts-first", "citywide-first"]),
    /** Working days to appeal, from the day after a result of verification is published. */
    appeals: z.strictObject({ workingDays: z.int().min(1).max(60) }),
    /** For how many days personal data is kept. */
    retention: Retention.optional(),
  })
  .refine(({ rollOver, poolOrder }) => rollOver !== "citywide-now" || poolOrder === "districts-first", {
    path: ["poolOrder"],
    message: "money of districts goes to a citywide pool that is counted after them",
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

export const kindOf = ({ name, pools }: RuleSet, pool: string): PoolKind => {
  const known = pools.find(({ id }) => id === pool);
  if (!known) throw new Error(`${name} has no pool ${pool}`);
  return known.kind;
};

/** Those of the pools of a cycle that are counted before one of them. */
export const poolsBefore = (
  ruleSet: Pick<RuleSet, "pools" | "poolOrder">,
  pools: readonly string[],
  pool: string,
): string[] => {
  const first = ruleSet.poolOrder === "districts-first" ? "district" : "citywide";
  const inOrder = ruleSet.pools
    .toSorted((one, other) => Number(other.kind === first) - Number(one.kind === first))
    .map(({ id }) => id);
  return inOrder.slice(0, inOrder.indexOf(pool)).filter((id) => pools.includes(id));
};

/** How the section of one pool is filled in. */
export const formOf = (ruleSet: RuleSet, pool: string): BallotForm => ruleSet.ballot[kindOf(ruleSet, pool)];

/** The rule by which one kind of pool is counted. */
export const countingRule = ({ counting, thresholds }: RuleSet, kind: PoolKind): CountingRule => ({
  ...counting,
  threshold: thresholds[kind],
});

/** Changes with every letter of a rule set: what a cycle was opened under can be proved later. */
export const ruleSetDigest = (ruleSet: RuleSet): string => canonicalDigest(ruleSet);
