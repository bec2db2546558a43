import { z } from "zod";
import { Cycle } from "../domain/cycle/cycle.ts";
import { Phase } from "../domain/cycle/phases.ts";
import { type CycleId, isProbe } from "../domain/ids.ts";
import { OF_PHASE } from "../domain/office/pending.ts";
import type { Work } from "../domain/office/work.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { RuleSet } from "../domain/rule-set.ts";
import { type Instant, plusSeconds } from "../domain/time.ts";
import { asText } from "./as-text.ts";
import { openGates } from "./gates.ts";
import { type Key, keys } from "./keys.ts";
import { openPending } from "./pending.ts";
import { LISTING } from "./project-lines.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { type Attributes, create, update, type Write } from "./write.ts";

/** What the state machine waits on: a token that wakes it, for one phase. */
export const Hold = z.object({
  token: z.string(),
  phase: Phase,
  until: z.enum(["opening", "ending"]),
  /** When it wakes by itself, so that the reconciler knows a hold that was lost. */
  wakesAt: z.string(),
  /** Digest of the calendar by which the office's work of this edition was last dated. */
  datedBy: z.string().optional(),
});
export type Hold = z.infer<typeof Hold>;

/** A cycle as it lies in the table. */
export const StoredCycle = Cycle.extend({ ruleSet: asText(RuleSet) }).refine(
  ({ id, probe = false }) => isProbe(id) === probe,
  { path: ["probe"] },
);

/** The one place that leaves the canary's votes out: they lie where no list of cycles looks. */
const keyOf = (id: CycleId): Key => (isProbe(id) ? keys.probe(id) : keys.cycle(id));

/** What is written of a cycle: its rules as text. */
export const stored = ({ ruleSet, ...rest }: Partial<Cycle>): Attributes => ({
  ...rest,
  ...(ruleSet && { ruleSet: JSON.stringify(ruleSet) }),
});

const changedSince = (met: Attributes | undefined): Refusal =>
  met === undefined
    ? refusal("thing/not-found", {})
    : refusal("request/changed-since", { version: Number(met.version) });

/** How long a cycle in its vote may be remembered. */
const KNOWN_SECONDS = 5;

/** What was asked for or proposed in one phase and means nothing in the next. */
const MOVES = ["requested", "proposedMove"] as const;

/** A change of a cycle as it was read, to be written with whatever must happen in the same moment. */
const changing = (cycle: Cycle, set: Partial<Cycle>, remove: readonly (keyof Cycle)[] = []): Write =>
  update({
    key: keyOf(cycle.id),
    set: { ...stored(set), version: cycle.version + 1 },
    remove,
    when: {
      text: "#version = :version AND #phase = :phase",
      values: { version: cycle.version, phase: cycle.phase },
    },
    otherwise: changedSince,
  });

/** Cycles, their holds and gates. Every change is from one version to the next. */
export const openCycles = (table: Table) => {
  const voting = new Map<
    CycleId,
    { readonly reading: Promise<Cycle | undefined>; readonly readAt: Instant }
  >();
  const pending = openPending(table);
  return {
    get: (cycleId: CycleId): Promise<Cycle | undefined> => table.get(keyOf(cycleId), StoredCycle),

    /**
     * A cycle whose vote is on, as it was at most five seconds ago: its rules and keys are locked, and what is open is for the gates to say.
     * A cycle in any other phase is read afresh.
     */
    duringVote: async (cycleId: CycleId, now: Instant): Promise<Cycle | undefined> => {
      const known = voting.get(cycleId);
      if (known && known.readAt <= now && now < plusSeconds(known.readAt, KNOWN_SECONDS))
        return await known.reading;
      const reading = table.get(keyOf(cycleId), StoredCycle);
      voting.set(cycleId, { reading, readAt: now });
      const forget = (): void => {
        if (voting.get(cycleId)?.reading === reading) voting.delete(cycleId);
      };
      reading.then((cycle) => cycle?.phase === "voting" || forget(), forget);
      return await reading;
    },

    /** A cycle, and all of them, as everybody is shown them: as they were at most a second ago. */
    shown: (cycleId: CycleId): Promise<Cycle | undefined> =>
      table.remember(keyOf(cycleId), () => table.get(keyOf(cycleId), StoredCycle)),
    allShown: (): Promise<readonly Cycle[]> =>
      table.remember({ pk: "CYCLES" }, async () => (await table.query("CYCLES", StoredCycle)).items),

    list: async (page: { after?: string; limit?: number } = {}) => table.query("CYCLES", StoredCycle, page),

    /** Creates a cycle once: the same creation again finds its first self; another under the same id is refused. */
    create: async (cycle: Cycle, audit: Write): Promise<Result<Cycle>> => {
      const write = create({
        key: keys.cycle(cycle.id),
        item: { ...stored(cycle), listing: LISTING },
        otherwise: () => refusal("request/key-reused", {}),
      });
      const outcome = await table.write([write, audit]);
      if (outcome.ok) return ok(cycle);
      const made = await table.get(keyOf(cycle.id), StoredCycle);
      return made?.fingerprint === cycle.fingerprint ? ok(made) : outcome;
    },

    /** A change of a cycle as it was read, and what it is by then. */
    change: async (
      cycle: Cycle,
      set: Partial<Cycle>,
      also: readonly Write[] = [],
      remove: readonly (keyof Cycle)[] = [],
    ): Promise<Result<Cycle>> => {
      const next: Cycle = { ...cycle, ...set, version: cycle.version + 1 };
      for (const name of remove) delete next[name];
      const outcome = await table.write([changing(cycle, set, remove), ...also]);
      return outcome.ok ? ok(next) : outcome;
    },

    changing,

    /** Enters a phase, from the one it was read in; a move that was asked for is thereby made, and what was proposed in the one before lapses. */
    enter: async (
      cycle: Cycle,
      phase: Phase,
      set: Partial<Cycle>,
      also: readonly Write[],
    ): Promise<Result<Cycle>> => {
      const ended = await pending.on(cycle.id, OF_PHASE);
      const outcome = await openCycles(table).change(
        cycle,
        { ...set, phase },
        [...also, ...ended.flatMap(pending.lapse)],
        MOVES.filter((name) => cycle[name] !== undefined),
      );
      if (outcome.ok) return outcome;
      const now = await table.get(keyOf(cycle.id), StoredCycle);
      return now?.phase === phase ? ok(now) : outcome;
    },

    /** Its projects are listed and found as this release does it. */
    listed: (cycleId: CycleId): Promise<Result<void>> =>
      table.write([
        update({
          key: keyOf(cycleId),
          set: { listing: LISTING },
          when: { text: "attribute_exists(#pk)" },
        }),
      ]),

    hold: (cycleId: CycleId): Promise<Hold | undefined> => table.get(keys.hold(cycleId), Hold),
    /** The hold of each of these, in their order. */
    holds: (cycleIds: readonly CycleId[]): Promise<(Hold | undefined)[]> =>
      table.all(cycleIds.map(keys.hold), Hold, { unreadable: "skip" }),
    /** In the place of the one before, of which it keeps what dated the work. */
    setHold: (cycleId: CycleId, hold: Omit<Hold, "datedBy">): Promise<Result<Hold>> =>
      table.changed(update({ key: keys.hold(cycleId), set: hold, remove: WAITS_NO_MORE }), Hold),
    setDatedBy: (cycleId: CycleId, datedBy: string): Promise<Result<void>> =>
      table.write([
        update({ key: keys.hold(cycleId), set: { datedBy }, when: { text: "attribute_exists(#pk)" } }),
      ]),

    /** What people have to do before the hold can end. It stands on the hold, and goes with the next one. */
    askFor: (cycleId: CycleId, work: Work): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.hold(cycleId),
          set: waits(work),
          when: { text: "attribute_exists(#pk)" },
        }),
      ]),

    ...openGates(table),
  };
};
