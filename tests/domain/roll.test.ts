import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EMPTY_SHARD,
  findIn,
  packRoll,
  type RollEntry,
  type RollShard,
  shardOf,
  shardsFor,
} from "../../shared/domain/voting/roll.ts";

const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });

const rolls = fc.uniqueArray(
  fc.record({ id: bytes16, proof: bytes16, district: fc.nat(255) }, { noNullPrototype: true }),
  { maxLength: 40, selector: ({ id }) => Buffer.from(id).toString("hex") },
);

const find = (shards: readonly RollShard[], { id, proof }: Pick<RollEntry, "id" | "proof">) =>
  findIn(shards[shardOf(id, shards.length)] ?? EMPTY_SHARD, id, proof ?? "proved")?.district;

/** Many people, spread as keyed hashes are. */
const crowd = (count: number): RollEntry[] =>
  Array.from({ length: count }, (_, n) => {
    const bytes = new Uint8Array(32);
    let state = n + 1;
    for (let at = 0; at < 32; at++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[at] = state >>> 24;
    }
    return { id: bytes.subarray(0, 16), proof: bytes.subarray(16), district: n % 22 };
  });

describe("the packed roll", () => {
  test("finds everybody who is on it, in their own district", () => {
    fc.assert(
      fc.property(rolls, (roll) => {
        const shards = packRoll(roll);
        for (const entry of roll) expect(find(shards, entry)).toBe(entry.district);
      }),
    );
  });

  test("finds nobody else, and nobody by half of what must be typed", () => {
    fc.assert(
      fc.property(rolls, fc.nat(31), fc.integer({ min: 1, max: 255 }), (roll, place, flip) => {
        const shards = packRoll(roll);
        for (const { id, proof } of roll) {
          const typed = new Uint8Array([...id, ...proof]);
          typed[place] = (typed[place] ?? 0) ^ flip;
          const other = { id: typed.subarray(0, 16), proof: typed.subarray(16) };
          const isKnown = roll.find(
            (entry) =>
              Buffer.compare(entry.id, other.id) === 0 && Buffer.compare(entry.proof, other.proof) === 0,
          );
          expect(find(shards, other)).toBe(isKnown?.district);
        }
      }),
    );
  });

  test("is the same, byte for byte, in whatever order the file came", () => {
    fc.assert(
      fc.property(
        rolls.chain((roll) =>
          fc.tuple(fc.constant(roll), fc.shuffledSubarray(roll, { minLength: roll.length })),
        ),
        ([roll, shuffled]) => {
          expect(packRoll(shuffled)).toEqual(packRoll(roll));
        },
      ),
    );
  });

  test("keeps 33 bytes of a person and nothing more", () => {
    fc.assert(
      fc.property(rolls, (roll) => {
        const packed = packRoll(roll).reduce(
          (total, shard) => total + shard.entries.length + shard.others.length,
          0,
        );
        expect(packed).toBe(33 * roll.length);
      }),
    );
  });

  test("of 20 000 people is spread evenly, so that every look-up reads as little", () => {
    const roll = crowd(20_000);
    const shards = packRoll(roll);
    expect(shards).toHaveLength(100);
    expect(Math.max(...shards.map(({ entries }) => entries.length / 33))).toBeLessThan(300);
    expect(roll.every((entry) => find(shards, entry) === entry.district)).toBe(true);
  });

  test("leads from a further entry of a person to the first, and tells neither by half of what must be typed", () => {
    fc.assert(
      fc.property(rolls, (roll) => {
        const furthers = roll.map(({ id, proof, district }) => ({
          id: id.map((byte) => byte ^ 0xff),
          proof: proof.map((byte) => byte ^ 0xff),
          district,
          person: id,
        }));
        const own = new Set(roll.map(({ id }) => Buffer.from(id).toString("hex")));
        fc.pre(furthers.every(({ id }) => !own.has(Buffer.from(id).toString("hex"))));
        const shards = packRoll([...roll, ...furthers]);
        for (const { id, proof, district, person } of furthers) {
          const shard = shards[shardOf(id, shards.length)] ?? EMPTY_SHARD;
          expect(findIn(shard, id, proof)).toEqual({ person, district });
          expect(findIn(shard, id, "proved")).toEqual({ person, district });
          expect(findIn(shard, id, proof.toReversed().with(0, (proof.at(-1) ?? 0) ^ 1))).toBeUndefined();
        }
        for (const entry of roll) expect(find(shards, entry)).toBe(entry.district);
      }),
    );
  });

  test("without a proof is found by who has shown a document, and by no text that anybody types", () => {
    const id = new Uint8Array(16).fill(7);
    const [shard = EMPTY_SHARD] = packRoll([{ id, district: 3 }]);
    expect(findIn(shard, id, "proved")).toEqual({ person: id, district: 3 });
    expect(findIn(shard, id, new Uint8Array(16).fill(1))).toBeUndefined();
  });

  test("of nobody is one empty shard", () => {
    expect([shardsFor(0), shardsFor(200), shardsFor(201)]).toEqual([1, 1, 2]);
    expect(find(packRoll([]), { id: new Uint8Array(16), proof: new Uint8Array(16) })).toBeUndefined();
  });
});
