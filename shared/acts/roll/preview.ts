import { sha256Hex } from "../../domain/canonical.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import type { FileFault } from "../../domain/import/scan.ts";
import { inNameOrder } from "../../domain/in-name-order.ts";
import { ISSUES_TOLD } from "../../domain/refusals.ts";
import {
  peopleIn,
  type Settled,
  type Spread,
  type StagedEntry,
  settleBucket,
  shardsOfBucket,
} from "../../domain/voting/roll-parts.ts";
import type { Noted, RollPreview } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import type { BucketDone, PartDone, Plan } from "../../store/roll-imports.ts";

/** Shards of the roll before that are held at once. */
const SHARDS_AT_ONCE = 200;

/** Who stood in a bucket of the roll in force when the import was begun. */
const before = async (
  { id, roll }: Pick<Cycle, "id" | "roll">,
  { bucket, buckets }: { readonly bucket: number; readonly buckets: number },
  { store }: Pick<Deps, "store">,
) => {
  if (!roll) return [];
  const wanted = shardsOfBucket(roll.shards, bucket, buckets);
  const people: { id: Uint8Array; district: number }[] = [];
  for (let at = 0; at < wanted.length; at += SHARDS_AT_ONCE)
    people.push(
      ...peopleIn(await store.roll.shardsAt(id, roll.importId, wanted.slice(at, at + SHARDS_AT_ONCE))),
    );
  return people;
};

/** Compares one bucket of an import with the roll in force, and writes its shards where nobody reads them yet. */
export const compareBucket = async (
  cycle: Cycle,
  importId: string,
  at: Spread & { readonly bucket: number },
  staged: readonly StagedEntry[],
  deps: Pick<Deps, "store">,
): Promise<{ readonly done: BucketDone } & Pick<Settled, "twice" | "ambiguous">> => {
  const settled: Settled = settleBucket(
    staged,
    at,
    await before(cycle, at, deps),
    (index) => cycle.ruleSet.pools[index]?.id ?? "",
  );
  const { shards, twice, ambiguous, ...counts } = settled;
  await deps.store.roll.writeShards(cycle.id, importId, shards);
  const digest = sha256Hex(Buffer.concat(shards.flatMap(({ entries, others }) => [entries, others])));
  const faults = twice.length + ambiguous.length;
  return { done: { ...counts, bucket: at.bucket, twice: faults, digest }, twice, ambiguous };
};

interface Found {
  readonly plan: Plan | undefined;
  readonly failed: FileFault | undefined;
  readonly parts: readonly Omit<PartDone, "part">[];
  readonly buckets: readonly BucketDone[];
  readonly noted: readonly Noted[];
}

const sum = <T>(of: readonly T[], count: (one: T) => number): number =>
  of.reduce((all, one) => all + count(one), 0);

/** Of each column of the roll, the one of the file: its header, or its place from 1. */
const columnsTold = ({ header, places }: Plan): Record<string, string> =>
  Object.fromEntries(
    Object.entries(places).map(([column, place]) => [column, header?.[place] || String(place + 1)]),
  );

/** What an import would do, from what its parts and buckets have found. */
export const previewOf = (
  cycle: Pick<Cycle, "roll">,
  { plan, failed, parts, buckets, noted }: Found,
): RollPreview => {
  const perDistrict: Record<string, number> = {};
  for (const bucket of buckets)
    for (const [district, count] of Object.entries(bucket.perDistrict))
      perDistrict[district] = (perDistrict[district] ?? 0) + count;
  const rows = sum(parts, (part) => part.rows);
  const none: FileFault | undefined = rows === 0 ? { says: "no-rows" } : undefined;
  const wrong = failed ?? parts.find((part) => part.failed)?.failed ?? none;
  const inOrder = buckets.toSorted((one, other) => one.bucket - other.bucket);
  return {
    rows,
    added: sum(buckets, ({ added }) => added),
    gone: sum(buckets, ({ gone }) => gone),
    moved: sum(buckets, ({ moved }) => moved),
    cannotProve: sum(parts, ({ cannotProve }) => cannotProve),
    faults: sum(parts, ({ faults }) => faults) + sum(buckets, ({ twice }) => twice),
    repaired: sum(parts, ({ repaired }) => repaired),
    ...(plan && { encoding: plan.encoding, delimiter: plan.delimiter }),
    columns: plan ? columnsTold(plan) : {},
    noted: noted.slice(0, ISSUES_TOLD),
    ...(wrong && { failed: wrong as NonNullable<RollPreview["failed"]> }),
    ...(cycle.roll && { over: cycle.roll.importId }),
    before: cycle.roll?.entries ?? 0,
    people: sum(buckets, ({ people }) => people),
    shards: plan?.shards ?? 0,
    perDistrict: inNameOrder(perDistrict),
    digest: sha256Hex(inOrder.map(({ digest }) => digest).join("")),
  };
};
