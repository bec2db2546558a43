import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blocksOf,
  blocksText,
  foundLeaves,
  inclusionOf,
  linesOf,
  listOfLeaves,
  mergedLists,
  placeOf,
  readBlocks,
  rootOfBlocks,
  sizeOfList,
} from "../../shared/domain/proof/leaf-list.ts";
import { type Hash, leafHash, pathOf, rootFrom, rootOf } from "../../shared/domain/proof/merkle.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const sha256 = (...parts: Uint8Array[]): Hash => createHash("sha256").update(Buffer.concat(parts)).digest();

/** RFC 9162, 2.1.1 and 2.1.3.1, word for word: the list is cut at the largest power of two below its length. */
const cut = (n: number): number => {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
};
const texts = (n: number): Uint8Array[] =>
  Array.from({ length: n }, (_, index) => Buffer.from(`leaf ${index}`));

/** Over the leaves of `texts` from one to before another; each part of the list is worked out once. */
const known = new Map<string, Hash>();
const plainRoot = (from: number, to: number): Hash => {
  const part = `${from}-${to}`;
  const root = known.get(part) ?? plainlyRoot(from, to);
  known.set(part, root);
  return root;
};
const plainlyRoot = (from: number, to: number): Hash => {
  if (from === to) return sha256();
  if (to - from === 1) return sha256(Uint8Array.of(0), Buffer.from(`leaf ${from}`));
  const k = from + cut(to - from);
  return sha256(Uint8Array.of(1), plainRoot(from, k), plainRoot(k, to));
};
const plainPath = (m: number, from: number, to: number): Hash[] => {
  if (to - from === 1) return [];
  const k = from + cut(to - from);
  return m < k ? [...plainPath(m, from, k), plainRoot(k, to)] : [...plainPath(m, k, to), plainRoot(from, k)];
};

describe("the tree over leaves", () => {
  /** The inputs and roots with which Certificate Transparency's own logs are tested. */
  test("has the roots of the published examples", () => {
    const inputs = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ].map((input) => leafHash(Buffer.from(input, "hex")));
    expect(hex(rootOf([]))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(inputs.map((_, index) => hex(rootOf(inputs.slice(0, index + 1))))).toEqual([
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]);
  });

  test("is the one of RFC 9162 for every size up to 300, and each path leads to its root", () => {
    for (let size = 1; size <= 300; size++) {
      const hashes = texts(size).map(leafHash);
      const root = hex(plainRoot(0, size));
      expect(hex(rootOf(hashes)), `${size} leaves`).toBe(root);
      for (const index of new Set(
        [0, 1, size >> 1, size - 2, size - 1].filter((at) => at >= 0 && at < size),
      )) {
        const path = pathOf(hashes, index);
        expect(path.map(hex), `leaf ${index} of ${size}`).toEqual(plainPath(index, 0, size).map(hex));
        expect(hex(rootFrom(hashes[index] as Hash, { index, size, path }) as Hash)).toBe(root);
      }
    }
  });

  test("is not reached with another leaf, another place, another size or another path", () => {
    const wrongs = fc.constantFrom("leaf", "index", "size", "node", "shorter", "longer");
    const trees = fc
      .integer({ min: 2, max: 70 })
      .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));
    fc.assert(
      fc.property(trees, wrongs, fc.nat(), ({ size, index }, wrong, which) => {
        const hashes = texts(size).map(leafHash);
        const path = pathOf(hashes, index);
        const other = leafHash("another");
        const at = which % path.length;
        const forged = {
          leaf: { index, size, path },
          index: { index: (index + 1 + (which % (size - 1))) % size, size, path },
          // The depth of the leaf in a tree twice as large is another one.
          size: { index, size: 2 * size, path },
          node: { index, size, path: path.with(at, other) },
          shorter: { index, size, path: path.slice(0, -1) },
          longer: { index, size, path: [...path, other] },
        }[wrong];
        const leaf = wrong === "leaf" ? other : (hashes[index] as Hash);
        const reached = rootFrom(leaf, forged);
        expect(reached && hex(reached)).not.toBe(hex(rootOf(hashes)));
      }),
      { numRuns: 500 },
    );
    expect(rootFrom(leafHash("leaf"), { index: 1, size: 1, path: [] })).toBeUndefined();
    expect(rootFrom(leafHash("leaf"), { index: 0, size: 0, path: [] })).toBeUndefined();
  });
});

/** Where blocks begin and end, and the end of the list; of the others in the short form one in seven. */
const chance = chanceOf(seed);
const isTried = (index: number, count: number): boolean =>
  runs(1) > 1 || [0, 1, 255].includes(index % 256) || index >= count - 3 || chance.happens(1 / 7);

describe("a list of leaves in blocks", () => {
  const leavesOf = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => {
      const digest = createHash("sha256").update(String(index)).digest("hex");
      return `${digest.slice(0, 20)} ${digest.slice(0, 52)}`;
    }).sort();

  test.each([0, 1, 2, 255, 256, 257, 511, 512, 513, 1000, 2049])(
    "proves leaves of %i from their own block alone, and no other",
    (count) => {
      const leaves = leavesOf(count);
      const file = leaves.map((leaf) => `${leaf}\n`).join("");
      const blocks = readBlocks(blocksText(blocksOf(listOfLeaves(leaves))));
      const root = hex(rootOf(leaves.map(leafHash)));
      expect(hex(rootOfBlocks(blocks))).toBe(root);
      const prove = (leaf: string) => {
        const place = placeOf(blocks, leaf.slice(0, 20));
        const lines = place ? linesOf(file.slice(place.start, place.end)) : [];
        const index = lines.indexOf(leaf);
        return place && index >= 0 ? inclusionOf(index, lines, place, { blocks, size: count }) : undefined;
      };
      for (const [index, leaf] of leaves.entries()) {
        if (!isTried(index, count)) continue;
        const proof = prove(leaf);
        expect(proof?.index).toBe(index);
        expect(proof && hex(rootFrom(leafHash(leaf), proof) as Hash)).toBe(root);
        expect(prove(`${leaf.slice(0, -1)}${leaf.endsWith("0") ? "1" : "0"}`)).toBeUndefined();
      }
      for (const stranger of ["0", "8", "z"])
        expect(prove(`${stranger.repeat(20)} ${"0".repeat(52)}`)).toBeUndefined();
    },
  );

  test("takes nothing but leaves", () => {
    const [leaf = ""] = leavesOf(1);
    expect(() => blocksOf(listOfLeaves([leaf.replace(" ", "-")]))).toThrow("no leaf");
    expect(() => blocksOf(listOfLeaves([leaf, "a leaf that is none"]))).toThrow("within a leaf");
  });

  test("is the same, in however many lists its leaves came", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }), (count, parts) => {
        const leaves = leavesOf(count);
        const lists = Array.from({ length: parts }, (_, part) =>
          listOfLeaves(leaves.filter((_, index) => (index * 7 + (index >> 3)) % parts === part).toReversed()),
        );
        const merged = mergedLists(lists);
        expect(new TextDecoder().decode(merged)).toBe(leaves.map((leaf) => `${leaf}\n`).join(""));
        expect(sizeOfList(merged)).toBe(count);
      }),
      { numRuns: 60 },
    );
    expect(mergedLists([]).length).toBe(0);
  });

  test("is held against what is found, in however many lists", () => {
    const drawn = fc.tuple(
      fc.uniqueArray(fc.nat(400)),
      fc.uniqueArray(fc.nat(400)),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(drawn, ([signed, there, parts]) => {
        const all = leavesOf(401);
        const leavesAt = (places: readonly number[]) =>
          listOfLeaves(places.map((place) => all[place] as string));
        const found = foundLeaves(leavesAt(signed));
        for (let part = 0; part < parts; part++)
          found.add(leavesAt(there.filter((_, index) => index % parts === part)));
        expect(found.outcome()).toEqual({
          listed: signed.length,
          missing: signed.filter((place) => !there.includes(place)).length,
          added: there.filter((place) => !signed.includes(place)).length,
          found: there.length,
        });
      }),
      { numRuns: 100 },
    );
  });
});
