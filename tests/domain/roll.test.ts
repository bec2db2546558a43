import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findInShard,
  packRoll,
  type RollEntry,
  shardOf,
  shardsFor,
} from "../../shared/domain/voting/roll.ts";

const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });

const rolls = fc.uniqueArray(
  fc.record({ id: bytes16, proof: bytes16, district: fc.nat(255) }, { noNullPrototype: true }),
  { maxLength: 40, selector: ({ id }) => Buffer.from(id).toString("hex") },
);

const find = (shards: readonly Uint8Array[], { id, proof }: Pick<RollEntry, "id" | "proof">) =>
  findInShard(shards[shardOf(id, shards.length)] ?? new Uint8Array(), id, proof);

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
        const packed = packRoll(roll).reduce((total, shard) => total + shard.length, 0);
        expect(packed).toBe(33 * roll.length);
      }),
    );
  });

  test("of 20 000 people is spread evenly, so that every look-up reads as little", () => {
    const roll = crowd(20_000);
    const shards = packRoll(roll);
    expect(shards).toHaveLength(100);
    expect(Math.max(...shards.map(({ length }) => length / 33))).toBeLessThan(300);
    expect(roll.every((entry) => find(shards, entry) === entry.district)).toBe(true);
  });

  test("of nobody is one empty shard", () => {
    expect([shardsFor(0), shardsFor(200), shardsFor(201)]).toEqual([1, 1, 2]);
    expect(find(packRoll([]), { id: new Uint8Array(16), proof: new Uint8Array(16) })).toBeUndefined();
  });
});
