import { z } from "zod";
import { BallotChecks } from "./ballot/checks.ts";
import { Bucket } from "./bucket.ts";
import { canonicalDigest } from "./canonical.ts";
import { Retention } from "./cycle/retention.ts";
import { District } from "./district.ts";
import { ofKind } from "./kind.ts";
import { localised } from "./localised.ts";
import { CapRule } from "./pool/cap.ts";
import { eachKind, forKind, NEAR_FIRST, PoolKind } from "./pool/kinds.ts";
import { RollOver } from "./pool/roll-over.ts";
import { SupporterRule } from "./pool/supporters.ts";
import { Procedure } from "./procedure/criteria.ts";
import { EditionLabel } from "./project/number-scheme.ts";
import { ProposalForm } from "./project/proposal-form.ts";
import { areApart, Slug } from "./slug.ts";
import { CountingRule, Threshold } from "./tally/rule.ts";
import { line } from "./text.ts";
import { BallotForm } from "./voting/ballot-form.ts";
import { factsOf, IdentityPolicy } from "./voting/identity-policy.ts";
import { PaperRule } from "./voting/paper.ts";

/** A pool that every cycle of the edition has. Its money is the cycle's own. That of a district bears the district's id. */
export const RuleSetPool = z.strictObject({
  id: Slug,
  kind: PoolKind,
  name: localised(line(120)),
  /** The districts of an area, whose residents vote on it. */
  districts: z.array(District).min(1).max(60).optional(),
});
export type RuleSetPool = z.infer<typeof RuleSetPool>;

/** What a proposal may be about, by the city's own list. */
export const Category = z.strictObject({ id: Slug, name: localised(line(80)) });
export type Category = z.infer<typeof Category>;

/** What is wrong with pools, each fault with its place in the list; nothing when they hold together. */
const faultsOf = (pools: readonly RuleSetPool[]): { readonly index: number; readonly message: string }[] => {
  const districts = new Set(pools.flatMap(({ id, kind }) => (kind === "district" ? [id] : [])));
  return pools.flatMap(({ kind, districts: covered }, index) => {
    if ((kind === "area") !== (covered !== undefined))
      return [{ index, message: "an area names its districts, and no other pool does" }];
    const known = covered?.every((id) => districts.has(id)) && new Set(covered).size === covered.length;
    return covered && !known ? [{ index, message: "an area is made of districts, each of them once" }] : [];
  });
};

/** Limits on identifying a voter. Lifetimes in seconds. */
export const VoterCodes = z.strictObject({
  digits: z.int().min(4).max(10),
  /** Wrong proofs of who somebody is, and how fast they are forgotten. A full house on one address still has to get through. */
  tries: z.strictObject({
    /** Of one person, from one network. From everywhere together four times as many. */
    person: Bucket,
    /** From one connection, of anybody: a household, a library, a care home. */
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
      /** What the edition is called: `XII`, `2027`. */
      numeral: EditionLabel,
      /** The same as a number, for `.pb` files; without it they say none. */
      number: z.int().positive().optional(),
      voteYear: z.int().min(1990).max(2200),
    }),
    /** What the rules rest on: where each was published, or how it was found where it was not. */
    sources: z.array(z.strictObject({ on: line(80), says: line(600), from: line(600) })).max(60),
    pools: z
      .array(RuleSetPool)
      .min(1)
      .max(60)
      .refine((pools) => areApart(pools.map(({ id }) => id)), { message: "pools have ids of their own" })
      .refine((pools) => pools.some(({ kind }) => kind === "district"), {
        message: "residents live in districts: one at least",
      })
      .superRefine((pools, context) => {
        for (const { index, message } of faultsOf(pools))
          context.addIssue({ code: "custom", path: [index, "districts"], message });
      }),
    /** What proposals may be about: an author says one, or none. Without it nobody is asked. */
    categories: z
      .array(Category)
      .min(1)
      .max(40)
      .refine((categories) => areApart(categories.map(({ id }) => id)), {
        message: "categories have ids of their own",
      })
      .optional(),
    /** What an author is asked; without it, what most editions ask. */
    proposalForm: ProposalForm.optional(),
    supporters: eachKind(SupporterRule),
    /** What who supports on line is known by beside the mailbox; a paper list always has both. Without it the mailbox alone. */
    supportBy: z.literal("name-and-address").optional(),
    caps: eachKind(CapRule),
    ballot: eachKind(BallotForm),
    /** In which order projects stand on the ballot: by their numbers, or drawn from a seed whose digest is published when the edition opens. Without it by number. */
    ballotOrder: z.enum(["number", "drawn"]).optional(),
    /** What is looked at before the list is frozen. */
    ballotChecks: BallotChecks.optional(),
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
    /** By what proposals are checked. Without it by what the Act itself asks. */
    procedure: Procedure.optional(),
    /** What a proposal by post has to have done by the end of the call: arrived, which goes without saying, or been posted by its post mark. */
    postCounts: z.enum(["arrived", "posted"]).optional(),
    /** For how many days personal data is kept. */
    retention: Retention.optional(),
  })
  .refine(({ rollOver, poolOrder }) => rollOver !== "citywide-now" || poolOrder === "districts-first", {
    path: ["poolOrder"],
    message: "money of districts goes to a citywide pool that is counted after them",
  })
  .refine(
    ({ rollOver, pools }) =>
      rollOver !== "citywide-now" || pools.filter(({ kind }) => kind === "citywide").length === 1,
    { path: ["rollOver"], message: "money that is left goes to one citywide pool" },
  )
  .superRefine(({ pools, supporters, caps, ballot, thresholds }, context) => {
    if (!pools.some(({ kind }) => kind === "area")) return;
    for (const [name, rules] of Object.entries({ supporters, caps, ballot, thresholds }))
      if (rules.area === undefined)
        context.addIssue({ code: "custom", path: [name, "area"], message: "an edition with areas says it" });
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

export const kindOf = ({ name, pools }: Pick<RuleSet, "name" | "pools">, pool: string): PoolKind => {
  const known = pools.find(({ id }) => id === pool);
  if (!known) throw new Error(`${name} has no pool ${pool}`);
  return known.kind;
};

/** The districts of the city, as the edition's pools. */
export const districtsIn = ({ pools }: Pick<RuleSet, "pools">): RuleSetPool[] =>
  pools.filter(({ kind }) => kind === "district");

/** Whether a resident of a district votes on a pool. */
const isVotedOn = ({ id, kind, districts }: RuleSetPool, district: string): boolean =>
  kind === "citywide" || id === district || (districts?.includes(district) ?? false);

/** The pools that a resident of a district votes on. */
export const poolsOfDistrict = ({ pools }: Pick<RuleSet, "pools">, district: string): string[] =>
  pools.filter((pool) => isVotedOn(pool, district)).map(({ id }) => id);

/** The districts whose residents vote on a pool. */
export const districtsOfPool = ({ pools }: Pick<RuleSet, "pools">, id: string): string[] => {
  const pool = pools.find((one) => one.id === id);
  return districtsIn({ pools }).flatMap((district) =>
    pool && isVotedOn(pool, district.id) ? [district.id] : [],
  );
};

const byDistance =
  ({ pools }: Pick<RuleSet, "pools">) =>
  (one: string, other: string): number => {
    const far = (id: string): number =>
      NEAR_FIRST.indexOf(pools.find((pool) => pool.id === id)?.kind ?? "citywide");
    return far(one) - far(other);
  };

/** Pools from the own district's outwards; those of one kind stay as they were. */
export const nearFirst = (ruleSet: Pick<RuleSet, "pools">, ids: readonly string[]): string[] =>
  ids.toSorted(byDistance(ruleSet));

/** The list nearest to a district among these pools: its own, else that of an area which it is in. */
export const nearestPool = (
  ruleSet: Pick<RuleSet, "name" | "pools">,
  pools: readonly string[],
  district: string,
): string | undefined =>
  nearFirst(ruleSet, poolsOfDistrict(ruleSet, district)).find(
    (id) => pools.includes(id) && kindOf(ruleSet, id) !== "citywide",
  );

/** Those of the pools of a cycle that are counted before one of them. */
export const poolsBefore = (
  ruleSet: Pick<RuleSet, "pools" | "poolOrder">,
  pools: readonly string[],
  pool: string,
): string[] => {
  const order = byDistance(ruleSet);
  const inOrder = ruleSet.pools
    .map(({ id }) => id)
    .toSorted(ruleSet.poolOrder === "districts-first" ? order : (one, other) => order(other, one));
  return inOrder.slice(0, inOrder.indexOf(pool)).filter((id) => pools.includes(id));
};

/** How the section of one pool is filled in. */
export const formOf = (ruleSet: RuleSet, pool: string): BallotForm =>
  forKind(ruleSet.ballot, kindOf(ruleSet, pool));

/** The rule by which one kind of pool is counted. */
export const countingRule = ({ counting, thresholds }: RuleSet, kind: PoolKind): CountingRule => ({
  ...counting,
  threshold: forKind(thresholds, kind),
});

/** Changes with every letter of a rule set: what a cycle was opened under can be proved later. */
export const ruleSetDigest = (ruleSet: RuleSet): string => canonicalDigest(ruleSet);
