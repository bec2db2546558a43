import { z } from "zod";
import { standingOn } from "../../shared/acts/cycle/standing.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { Calendar, entryOf } from "../../shared/domain/cycle/calendar.ts";
import {
  type Cycle,
  Extension,
  isLocked,
  Pool,
  RequestedMove,
  Residents,
} from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { PoolKind } from "../../shared/domain/pool/kinds.ts";
import { ProposalForm, proposalFormOf } from "../../shared/domain/project/proposal-form.ts";
import { Difference } from "../../shared/domain/results/differences.ts";
import { Category, kindOf, RuleSet } from "../../shared/domain/rule-set.ts";
import { EditionGroup } from "../../shared/domain/tally/exclusion-group.ts";
import { Instant } from "../../shared/domain/time.ts";
import { IdentityPolicy } from "../../shared/domain/voting/identity-policy.ts";
import { openWays } from "../../shared/domain/voting/identity-terms.ts";
import type { Deps } from "../../shared/platform/deps.ts";

/** A pool, with its kind: who votes on it, everybody or the residents of its districts. */
const PublicPool = Pool.extend({ kind: PoolKind }).meta({ id: "PublicPool" });

/** A cycle as everybody sees it. `opensAt` and `closesAt` are those of the vote. */
export const PublicCycle = z
  .object({
    id: CycleId,
    name: z.string(),
    edition: z.string(),
    phase: Phase,
    opensAt: Instant.nullable(),
    closesAt: Instant.nullable(),
    calendar: Calendar,
    /** Later ends that the vote was given, the latest last, each with its reason. */
    extensions: z.array(Extension),
    /** The end that two people set to the vote before its time, with the reason. */
    earlyEnd: Extension.nullable(),
    /** With the form of the ballot, which says what a section of `POST …/ballots` may hold. */
    ruleSet: z.object({
      name: z.string(),
      version: z.int(),
      digest: z.string(),
      ballot: RuleSet.shape.ballot,
      /** What projects may be about, by id and with names; empty where the edition has no list of it. */
      categories: z.array(Category),
      /** What a proposal of the edition has to say and may say: fields, limits, the city's own words for them. */
      proposalForm: ProposalForm,
    }),
    pools: z.array(PublicPool),
    /** Residents of each district on the day the edition opened: supporters and turnout go by them. Null where it was opened without. */
    residents: Residents.nullable(),
    /** Projects, by id, that cannot all be carried out. */
    exclusionGroups: z.array(EditionGroup),
    /** SHA-256 of the seed that settles ties, where the edition committed itself to one at its opening: whoever is shown the seed checks it. */
    lotCommitment: z.string().nullable(),
    /** The same of the seed from which the order of the ballot is drawn; and that seed, from the freeze on. */
    orderCommitment: z.string().nullable(),
    orderSeed: z.string().nullable(),
    /** How residents show who they are: what is asked for, why, on what basis, and when it is deleted. */
    identity: IdentityPolicy,
  })
  .meta({ id: "Cycle" });
export type PublicCycle = z.infer<typeof PublicCycle>;

export const publicCycle = (cycle: Cycle, { eid }: Pick<Deps, "eid">): PublicCycle => {
  const voting = entryOf(cycle.calendar, "voting");
  const { id, name, edition, phase, calendar, pools, exclusionGroups, ruleSet, ruleSetDigest } = cycle;
  return {
    id,
    name,
    edition,
    phase,
    opensAt: voting?.startsAt ?? null,
    closesAt: voting?.endsAt ?? null,
    calendar,
    extensions: cycle.extensions ?? [],
    earlyEnd: cycle.earlyEnd ?? null,
    ruleSet: {
      name: ruleSet.name,
      version: ruleSet.version,
      digest: ruleSetDigest,
      ballot: ruleSet.ballot,
      categories: ruleSet.categories ?? [],
      proposalForm: proposalFormOf(ruleSet),
    },
    pools: pools.map((pool) => ({ ...pool, kind: kindOf(ruleSet, pool.id) })),
    residents: cycle.residents ?? null,
    exclusionGroups,
    lotCommitment: cycle.lotCommitment ?? null,
    orderCommitment: cycle.orderCommitment ?? null,
    orderSeed: (isLocked(cycle) ? cycle.orderSeed : undefined) ?? null,
    // What this deployment does not have is not open.
    identity: eid ? openWays(ruleSet) : { ...openWays(ruleSet), eid: null },
  };
};

/** A cycle as staff see it: what is next, what blocks it, and where the count stands. */
export const StaffCycle = PublicCycle.extend({
  version: z.int(),
  next: Phase.nullable(),
  blockers: z.array(
    z.object({
      what: z.string(),
      pools: z.array(z.string()).optional(),
      count: z.int().optional(),
      projects: z.array(z.string()).optional(),
      differences: z.array(Difference).optional(),
    }),
  ),
  requested: RequestedMove.nullable(),
  /** A move that waits for a second person. */
  proposedMove: RequestedMove.omit({ by: true }).extend({ name: z.string() }).nullable(),
  /** A later end of the vote that waits for a second person. */
  extension: z.object({ endsAt: Instant, reason: z.string(), name: z.string(), at: Instant }).nullable(),
  roll: z
    .object({
      version: z.int(),
      entries: z.int(),
      perDistrict: z.record(z.string(), z.int()),
      importedAt: Instant,
      importedBy: z.string().optional(),
      digest: z.string().optional(),
      /** Statements that were added since, and how many new people by them, by district. */
      additions: z.int().optional(),
      added: z.record(z.string(), z.int()).optional(),
    })
    .nullable(),
  keys: z
    .object({ ballots: z.string().nullable(), links: z.string().nullable() })
    .nullable()
    .meta({ description: "Those that two members of the commission have agreed on" }),
  count: z
    .object({
      run: z.string(),
      markers: z.int(),
      ballots: z.int(),
      /** Ballots that the commission left out of the count. */
      voided: z.int(),
      digest: z.string().nullable(),
      undecidedPools: z.array(z.string()),
      /** Votes cast with a guardian, by day. */
      guardians: z.record(z.string(), z.int()),
      signOffs: z.array(z.object({ name: z.string(), at: Instant })),
    })
    .nullable(),
}).meta({ id: "StaffCycle" });
export type StaffCycle = z.infer<typeof StaffCycle>;

const keysOf = ({ keys, brought }: Pick<Cycle, "keys" | "brought">) => {
  const [ballots, links] = [
    keys?.ballots ?? brought?.ballots?.publicKey ?? null,
    keys?.links ?? brought?.links?.publicKey ?? null,
  ];
  return ballots === null && links === null ? null : { ballots, links };
};

export const staffCycle = async (cycle: Cycle, deps: Deps): Promise<StaffCycle> => {
  const next = nextPhase(cycle) ?? null;
  const count = await deps.store.counts.get(cycle.id);
  const { move, extension } = await standingOn(cycle, deps.system.now(), deps);
  return {
    ...publicCycle(cycle, deps),
    version: cycle.version,
    next,
    blockers:
      next === null
        ? []
        : [...(await readiness(cycle, next, deps))].map((blocker) => ({
            ...blocker,
            pools: blocker.pools && [...blocker.pools],
            projects: blocker.projects && [...blocker.projects],
            differences: blocker.differences && [...blocker.differences],
          })),
    requested: cycle.requested ?? null,
    proposedMove: move ? { ...move.proposal, name: move.byName, at: move.at } : null,
    extension: extension ? { ...extension.proposal, name: extension.byName, at: extension.at } : null,
    roll: cycle.roll ?? null,
    keys: keysOf(cycle),
    count: count
      ? {
          run: count.run,
          markers: count.markers,
          ballots: count.ballots,
          voided: count.voids.length,
          digest: count.digest ?? null,
          undecidedPools: count.undecidedPools,
          guardians: count.guardians ?? {},
          signOffs: count.signOffs.map(({ name, at }) => ({ name, at })),
        }
      : null,
  };
};
