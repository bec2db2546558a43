import { z } from "zod";
import { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { Difference } from "../domain/results/differences.ts";
import { LeftOver, LeftOverTie } from "../domain/tally/left-over.ts";
import { Tally } from "../domain/tally/tally.ts";
import { Draw } from "../domain/tally/ties/lot.ts";
import { Instant } from "../domain/time.ts";
import { VoidBallots } from "../domain/voting/void.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, update, type Write } from "./write.ts";

const SignOff = z.object({ by: z.string(), name: z.string(), at: Instant, digest: z.string() });
type SignOff = z.infer<typeof SignOff>;

/** One count of a cycle: what was collected from the sealed ballot box, and where its tallies stand. */
export const Count = z.object({
  cycleId: CycleId,
  run: z.string(),
  /** Markers and ballots found. */
  markers: z.int(),
  ballots: z.int(),
  /** What does not hold between markers, ballots and leaves. While there is any of it, nothing is published. */
  differences: z.array(Difference),
  /** How often the box was opened, this count with it. */
  openings: z.int().optional(),
  /** Ballots that were opened and counted, and those that the commission left out. Together they are all. */
  counted: z.int().optional(),
  voids: VoidBallots.default([]),
  /** SHA-256 over the sorted list of leaves. */
  leavesDigest: z.string(),
  perDistrict: z.record(z.string(), z.int()),
  /** Votes that children cast with a guardian, by day. */
  guardians: z.record(z.string(), z.int()).optional(),
  /** Digest of the draws and exclusions that the tallies were made with. */
  inputs: z.string().optional(),
  /** Digest over all tallies, once every pool is counted. */
  digest: z.string().optional(),
  undecidedPools: z.array(z.string()).default([]),
  /** Pools on which the two counters do not agree. While there are any, nothing is published. */
  disputedPools: z.array(z.string()).default([]),
  /** What the money left in pools was used for in this edition, where its rules use it. */
  leftOver: LeftOver.nullable().default(null),
  leftOverTies: z.array(LeftOverTie).default([]),
  signOffs: z.array(SignOff).default([]),
});
export type Count = z.infer<typeof Count>;

export const StoredDraw = z.object({ pool: z.string(), draws: z.array(Draw), seed: z.string().optional() });
export type StoredDraw = z.infer<typeof StoredDraw>;

/** A tally, the digest of the draws and exclusions that it was made with, and whether the second counter says the same. */
const StoredTally = z.object({ tally: Tally, inputs: z.string(), agrees: z.boolean() });

export const openCounts = (table: Table) => ({
  get: (cycleId: CycleId): Promise<Count | undefined> => table.get(keys.count(cycleId), Count),

  /** Notes what was collected, in place of a count in which something differed alone; the same run again changes nothing. */
  collected: async (count: Count): Promise<Result<Count>> => {
    const outcome = await table.write([
      put({
        key: keys.count(count.cycleId),
        item: count,
        when: { text: "attribute_not_exists(#pk) OR size(#differences) > :none", values: { none: 0 } },
        otherwise: () => refusal("request/key-reused", {}),
      }),
    ]);
    if (outcome.ok) return ok(count);
    const made = await table.get(keys.count(count.cycleId), Count);
    return made?.run === count.run ? ok(made) : outcome;
  },

  saveTally: (
    cycleId: CycleId,
    { run, pool, ...counted }: { readonly run: string; readonly pool: string } & z.infer<typeof StoredTally>,
  ): Promise<Result<void>> => table.write([put({ key: keys.tally(cycleId, run, pool), item: counted })]),

  counted: (cycleId: CycleId, run: string, pool: string): Promise<z.infer<typeof StoredTally> | undefined> =>
    table.get(keys.tally(cycleId, run, pool), StoredTally),

  tally: async (cycleId: CycleId, run: string, pool: string): Promise<Tally | undefined> =>
    (await table.get(keys.tally(cycleId, run, pool), StoredTally))?.tally,

  /** Every pool is counted. Another digest than before takes the sign-offs off: nobody has signed this result. */
  attest: (
    count: Count,
    {
      digest,
      ...counted
    }: Required<
      Pick<Count, "digest" | "inputs" | "undecidedPools" | "disputedPools" | "leftOver" | "leftOverTies">
    >,
  ): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.count(count.cycleId),
        set: { digest, ...counted, ...(count.digest === digest ? {} : { signOffs: [] }) },
        when: { text: "#run = :run", values: { run: count.run } },
      }),
    ]),

  /** One more signature under this very digest, from somebody who has not signed yet. */
  signOff: (count: Count, signOff: SignOff, audit: Write): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.count(count.cycleId),
        append: { signOffs: [signOff] },
        when: {
          text: "#digest = :digest AND size(#signOffs) = :signed",
          values: { digest: signOff.digest, signed: count.signOffs.length },
        },
        otherwise: () => refusal("request/changed-since", { version: 0 }),
      }),
      audit,
    ]),

  /** What settles ties, of every pool that has any of it. */
  draws: async (cycleId: CycleId): Promise<StoredDraw[]> => {
    const { pk } = keys.draw(cycleId, "");
    return (await table.query(pk, StoredDraw, { prefix: "DRAW#", consistent: true })).items;
  },
  /** Goes with a change of the cycle, so that no draw slips in beside the publication of a result without it. */
  keepDraw: (cycleId: CycleId, draw: StoredDraw): Write =>
    put({ key: keys.draw(cycleId, draw.pool), item: draw }),
});
