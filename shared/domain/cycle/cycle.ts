import { z } from "zod";
import { District, ResidentCount } from "../district.ts";
import { VoteId } from "../ids.ts";
import { inNameOrder } from "../in-name-order.ts";
import { Version } from "../kind.ts";
import { Grosze } from "../money.ts";
import { EditionLabel } from "../project/number-scheme.ts";
import { districtsOfPool, RuleSet } from "../rule-set.ts";
import { Slug } from "../slug.ts";
import { EditionGroup } from "../tally/exclusion-group.ts";
import { line } from "../text.ts";
import { Instant } from "../time.ts";
import { type People, sumOf } from "../voting/turnout.ts";
import { Calendar } from "./calendar.ts";
import { Phase } from "./phases.ts";

/** A pool by its id in the rule set, which says what kind it is. */
export const PoolId = Slug;
export type PoolId = z.infer<typeof PoolId>;

/** What a pool is made of. */
export const PoolParts = z.strictObject({
  base: Grosze.optional(),
  population: Grosze.optional(),
  rollOver: Grosze.optional(),
});

/** The money of one contest, and what it is made of; the cap is the most that one project may cost. */
export const Pool = z
  .strictObject({
    id: PoolId,
    name: z.string(),
    /** Residents of the pool's area on the day the edition opened: its districts together, or the office's own number. Editions opened before it was kept have none. */
    residents: z.int().positive().optional(),
    amountGrosze: Grosze,
    parts: PoolParts,
    capGrosze: Grosze,
  })
  .meta({ id: "Pool" });
export type Pool = z.infer<typeof Pool>;

/** Residents by district on the day the edition opened. Editions opened before it was kept have none, nor those that lack one district's number. */
export const Residents = z.record(District, ResidentCount).overwrite(inNameOrder);
export type Residents = z.infer<typeof Residents>;

/** All residents of some districts; undefined where one of them has no number. */
export const residentsIn = (residents: Residents, districts: readonly string[]): number | undefined =>
  districts.every((id) => Object.hasOwn(residents, id))
    ? districts.reduce((sum, id) => sum + (residents[id] ?? 0), 0)
    : undefined;

/** What the commission has a key for: ballots are sealed to one, the link from marker to ballot to the other. */
export const KeyPurpose = z.enum(["ballots", "links"]);
export type KeyPurpose = z.infer<typeof KeyPurpose>;

export const PublicKey = z.string().regex(/^[\w-]{43}$/);

/** A public key, and the member of the commission who proved to have the private one. */
const BroughtKey = z.object({ publicKey: PublicKey, by: z.string() });

/** The public halves of the commission's keys: ballots are sealed to one, the link from marker to ballot to the other. */
export const CommissionKeys = z
  .strictObject({
    ballots: PublicKey,
    links: PublicKey,
  })
  .meta({
    id: "CommissionKeys",
    description: "X25519 public keys in base64url, as `npm run keys -- create` writes them",
  });
export type CommissionKeys = z.infer<typeof CommissionKeys>;

/** The roll that is in force: which import, how it is spread, and what it was made of. */
const RollVersion = z.object({
  version: z.int().positive(),
  /** Where its shards are: no two imports share a place, not even two at once. */
  importId: z.string(),
  shards: z.int().positive(),
  entries: z.int().positive(),
  perDistrict: z.record(z.string(), z.int()).overwrite(inNameOrder),
  importedAt: Instant,
  importedBy: z.string().optional(),
  /** SHA-256 over the packed entries: the same file, imported again, has the same. */
  digest: z.string().optional(),
  /** How many statements were added since the first import, and how many people each district has more (or fewer) by them. */
  additions: z.int().min(0).optional(),
  added: z.record(z.string(), z.int()).overwrite(inNameOrder).optional(),
});
type RollVersion = z.infer<typeof RollVersion>;

/** How many may vote, by district: the import and what was added to it. */
export const eligibleOf = (
  roll: Pick<RollVersion, "perDistrict" | "added"> | undefined,
): Record<string, number> => {
  const eligible = { ...roll?.perDistrict };
  for (const [district, count] of Object.entries(roll?.added ?? {}))
    eligible[district] = (eligible[district] ?? 0) + count;
  return eligible;
};

/** Residents of the districts that have a list in an edition: of those who live elsewhere nobody can vote. */
export const residentsWithList = ({
  ruleSet,
  pools,
  residents,
}: Pick<Cycle, "ruleSet" | "pools" | "residents">): Cycle["residents"] => {
  const districts = new Set(pools.flatMap(({ id }) => districtsOfPool(ruleSet, id)));
  return residents && Object.fromEntries(Object.entries(residents).filter(([id]) => districts.has(id)));
};

/** The people of whom the voters of a whole edition are the turnout. */
export const peopleOf = (cycle: Cycle): People => {
  const residents = residentsWithList(cycle);
  return { eligible: sumOf(eligibleOf(cycle.roll)), ...(residents && { residents: sumOf(residents) }) };
};

export const RequestedMove = z.object({ to: Phase, reason: z.string(), by: z.string(), at: Instant });

/** A proposed move as it was kept before proposals were acts of their own; it is taken over when it is next looked for. */
const ProposedMove = RequestedMove.extend({ name: z.string() });

/** The same of a later end of the open vote. */
const ProposedExtension = z.object({
  endsAt: Instant,
  reason: z.string(),
  by: z.string(),
  name: z.string(),
  at: Instant,
});

/** Another end of the vote than it had, as it is published. */
export const Extension = z
  .object({ before: Instant, endsAt: Instant, reason: z.string(), at: Instant })
  .meta({ id: "Extension" });

/** A budget cycle: one edition with its rules, money, calendar and phase. What happens to it is decided from this record alone. */
export const Cycle = z.object({
  id: VoteId,
  /** A vote of the canary: in no list, and of nobody. Its id says so too. */
  probe: z.literal(true).optional(),
  name: line(120),
  edition: EditionLabel,
  phase: Phase,
  version: Version,
  calendar: Calendar,
  pools: z.array(Pool).min(1).max(60),
  residents: Residents.optional(),
  ruleSet: RuleSet,
  ruleSetDigest: z.string(),
  /** There once both keys are brought. */
  keys: CommissionKeys.optional(),
  brought: z.object({ ballots: BroughtKey, links: BroughtKey }).partial().optional(),
  /** Projects that cannot all be carried out, named before the vote. */
  exclusionGroups: z.array(EditionGroup).max(100).default([]),
  /** Whether the count leaves a project out that was taken out after the freeze. Of editions of releases before, nobody knows without looking. */
  hasTakenOut: z.boolean().optional(),
  /** SHA-256 of a seed that the commission keeps until the count; then the lot among equals is drawn from it. */
  lotCommitment: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** SHA-256 of the seed from which the order of the ballot is drawn; and the seed, once it is known. */
  orderCommitment: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  orderSeed: z.string().optional(),
  /** How its projects are listed and found; editions of releases before are listed anew. */
  listing: z.int().optional(),
  roll: RollVersion.optional(),
  /** When the commission handed the private key over for the count. */
  countKeyGivenAt: Instant.optional(),
  /** Under which name it lies: each hand-over has one of its own. */
  countKeyId: z.string().optional(),
  /** With the end that an open vote was given for it, once every gate has it. */
  requested: RequestedMove.extend({ endsAt: Instant.optional() }).optional(),
  proposedMove: ProposedMove.optional(),
  extension: ProposedExtension.optional(),
  extensions: z.array(Extension).optional(),
  /** The end that two people set to the vote before its time. */
  earlyEnd: Extension.optional(),
  createdAt: Instant,
  /** When it was closed or cancelled: what personal data is left has its end from then on. */
  endedAt: Instant.optional(),
  fingerprint: z.string(),
});
export type Cycle = z.infer<typeof Cycle>;

export const poolOf = (cycle: Pick<Cycle, "pools">, id: string): Pool | undefined =>
  cycle.pools.find((pool) => pool.id === id);

/** Rules, money and keys are locked from the opening of the vote on. */
export const isLocked = ({ phase }: Pick<Cycle, "phase">): boolean =>
  !["draft", "submission", "formal-review", "merit-review", "appeals"].includes(phase);

/** Whether no proposal comes in any more: the list is frozen, or the seed of its order is known, by which a place in it could be chosen. */
export const takesNoMore = (cycle: Pick<Cycle, "phase" | "orderSeed">): boolean =>
  isLocked(cycle) || cycle.orderSeed !== undefined;
