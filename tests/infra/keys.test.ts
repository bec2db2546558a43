import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readShare, type Share, writeShare } from "../../infra/keys/share-text.ts";
import { base32, CROCKFORD } from "../../shared/domain/base32.ts";
import { seal } from "../../shared/platform/seal.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { openTestVote } from "../kit/city.ts";
import { openCommand } from "../kit/commands.ts";
import { bringKeys } from "../kit/commission-keys.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";

let folder: string;
let command: ReturnType<typeof openCommand>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rynek-keys-"));
  command = openCommand("keys", { cwd: folder });
});
afterAll(() => {
  command?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as its user does. */
const keys = (...words: string[]) => command.run(words);

const publicOf = (dir: string) => JSON.parse(readFileSync(join(folder, dir, "public.json"), "utf8"));

describe("a key in shares", () => {
  beforeAll(async () => {
    const made = await keys("create", "city", "--shares", "2-of-3");
    expect([made.code, made.err]).toEqual([0, ""]);
    expect(made.out).toMatch(/^ballots {2}([0-9a-f]{4} ?){8}$/m);
  });

  test("is nowhere whole: a folder a key, a file a share, for its owner alone", () => {
    expect(readdirSync(join(folder, "city")).sort()).toEqual(["ballots", "links", "public.json"]);
    for (const purpose of ["ballots", "links"]) {
      const names = readdirSync(join(folder, "city", purpose));
      expect(names.sort()).toEqual(["share-1-of-3.txt", "share-2-of-3.txt", "share-3-of-3.txt"]);
      for (const name of names) expect(statSync(join(folder, "city", purpose, name)).mode & 0o77).toBe(0);
    }
    const { ballots, links } = publicOf("city");
    expect(ballots).not.toBe(links);
  });

  test("is rehearsed: each pair of holders opens it, nobody alone does", async () => {
    const { code, out } = await keys("rehearse", "city");
    expect(code).toBe(0);
    expect(out).toContain("ballots  2 of 3 shares: opened by 1+2, 1+3, 2+3");
    expect(out).toContain("links    2 of 3 shares: opened by 1+2, 1+3, 2+3");
    expect(out).toMatch(/KEYS OK\n$/);
  });

  test("survives the loss of a share, and not of two", async () => {
    await keys("create", "loss", "--shares", "3-of-5", "--only", "ballots");
    rmSync(join(folder, "loss/ballots/share-1-of-5.txt"));
    rmSync(join(folder, "loss/ballots/share-4-of-5.txt"));
    const left = await keys("rehearse", "loss");
    expect([left.code, left.out]).toEqual([
      0,
      expect.stringContaining("opened by 2+3+5; fewer open nothing"),
    ]);
    expect(left.out).toContain("2 not here");
    rmSync(join(folder, "loss/ballots/share-2-of-5.txt"));
    const gone = await keys("rehearse", "loss");
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining("3 shares are needed; there are 2")]);
  });

  const link = async (...paths: string[]) => {
    const binding = { purpose: "link", cycleId: "cyc_0000000000000000" } as const;
    const sealed = seal(publicOf("city").links, binding, new TextEncoder().encode("ballot-of-somebody"));
    const text = base32(sealed).toLowerCase();
    return keys("link", ...paths, "--cycle", "cyc_0000000000000000", "--sealed", text);
  };

  test("opens a link without a network, from whichever shares come", async () => {
    for (const [one, other] of [
      [1, 2],
      [3, 1],
      [2, 3],
    ])
      expect(
        await link(`city/links/share-${one}-of-3.txt`, `city/links/share-${other}-of-3.txt`),
      ).toMatchObject({ code: 0, out: "ballot-of-somebody\n" });
  });

  test("opens a link that came as a file, as the page of the case saves it", async () => {
    const binding = { purpose: "link", cycleId: "cyc_0000000000000000" } as const;
    const sealed = seal(publicOf("city").links, binding, new TextEncoder().encode("of-somebody-else"));
    writeFileSync(join(folder, "case.txt"), `${binding.cycleId} ${base32(sealed).toLowerCase()}\n`);
    const shares = [1, 2].map((one) => `city/links/share-${one}-of-3.txt`);
    expect(await keys("link", ...shares, "--file", "case.txt")).toMatchObject({
      code: 0,
      out: "of-somebody-else\n",
    });
  });

  test("does not open with one share, twice the same, or one of another key; each is named", async () => {
    await keys("create", "other", "--shares", "2-of-3");
    const refused = async (...paths: string[]) => (await link(...paths)).err;
    expect(await refused("city/links/share-1-of-3.txt")).toContain("2 different shares are needed");
    writeFileSync(join(folder, "share-copy.txt"), readFileSync(join(folder, "city/links/share-1-of-3.txt")));
    expect(await refused("city/links/share-1-of-3.txt", "share-copy.txt")).toContain("there are 1");
    expect(await refused("city/links/share-1-of-3.txt", "other/links/share-2-of-3.txt")).toContain(
      "share-2-of-3.txt is of another key",
    );
    expect(await refused("city/links/share-1-of-3.txt", "city/ballots/share-2-of-3.txt")).toContain(
      "is of the ballots key, and the links key is wanted",
    );
    expect(await refused("other/links")).toContain("does not open this link");
  });
});

describe("a share on paper", () => {
  const of = (chance: ReturnType<typeof chanceOf>): Share => ({
    purpose: chance.below(2) === 0 ? "ballots" : "links",
    needed: 2,
    made: 3,
    number: 1 + chance.below(3),
    keyPrint: Buffer.from(Array.from({ length: 8 }, () => chance.below(256))).toString("hex"),
    bytes: Uint8Array.from({ length: 33 }, () => chance.below(256)),
  });

  test("is read as it was written, in small letters, with letters that look alike", () => {
    const chance = chanceOf(seed);
    for (let n = 0; n < runs(50); n++) {
      const share = of(chance);
      const text = writeShare(share, "0000");
      const typed = text.replace(
        /^(\d {3})(.*)$/gm,
        (_, head: string, code: string) =>
          `${head}${code.replaceAll("1", "l").replaceAll("0", "o").replaceAll(" ", "").toLowerCase()}`,
      );
      expect([seed, readShare(text)]).toEqual([seed, share]);
      expect([seed, readShare(typed)]).toEqual([seed, share]);
    }
  });

  test("with any wrong character names its line; lines of two shares, or in another order, are found out", () => {
    const chance = chanceOf(seed + 1);
    for (let n = 0; n < runs(50); n++) {
      const lines = writeShare(of(chance), "0000").split("\n");
      const line = 1 + chance.below(5);
      const row = lines.findIndex((text) => text.startsWith(`${line} `));
      const code = lines[row] ?? "";
      const at = 4 + chance.below(code.length - 4);
      const now = code[at] ?? "";
      if (now === " ") continue;
      const wrong = CROCKFORD[(CROCKFORD.indexOf(now) + 1 + chance.below(31)) % 32];
      const spoilt = lines.with(row, `${code.slice(0, at)}${wrong}${code.slice(at + 1)}`).join("\n");
      expect(() => readShare(spoilt), `${seed}: ${spoilt}`).toThrow(`line ${line} has a wrong`);
    }
    const [one, other] = [writeShare(of(chance), "0000"), writeShare(of(chance), "0000")].map((text) =>
      text.split("\n"),
    ) as [string[], string[]];
    const fifth = one.findIndex((text) => text.startsWith("5 "));
    expect(() => readShare(one.with(fifth, other[fifth] ?? "").join("\n"))).toThrow("do not belong together");
    expect(() => readShare(one.toSpliced(fifth, 1).join("\n"))).toThrow("line 5 is missing");
    expect(() => readShare(one.with(fifth, "5   ABCD").join("\n"))).toThrow("line 5 has a wrong");
  });
});

describe("two groups of holders", () => {
  test("make a key each, and the city gets both; one key for both purposes is refused", async () => {
    await keys("create", "count-group", "--shares", "2-of-3", "--only", "ballots");
    await keys("create", "link-group", "--shares", "2-of-2", "--only", "links");
    const joined = await keys("join", "count-group", "link-group");
    expect(JSON.parse(joined.out)).toEqual({ ...publicOf("count-group"), ...publicOf("link-group") });
    writeFileSync(
      join(folder, "link-group/public.json"),
      JSON.stringify({ links: publicOf("count-group").ballots }),
    );
    expect((await keys("join", "count-group", "link-group")).err).toContain("one and the same");
    expect((await keys("join", "count-group")).err).toContain("one ballot key and one link key");
  });
});

test("keys are never written over, and a quorum that is none is refused", async () => {
  await keys("create", "once");
  const before = readFileSync(join(folder, "once/ballots.private.json"), "utf8");
  expect(await keys("create", "once", "--shares", "2-of-3")).toMatchObject({ code: 1 });
  expect(readFileSync(join(folder, "once/ballots.private.json"), "utf8")).toBe(before);
  expect((await keys("rehearse", "once")).out).toContain("one holder");
  for (const shares of ["1-of-3", "4-of-3", "2-of-10", "two"])
    expect((await keys("create", "never", "--shares", shares)).err).toContain("write 2-of-3");
  writeFileSync(
    join(folder, "once/ballots.private.json"),
    // In its middle: some bits of the first and the last byte mean nothing to X25519.
    before.replace(/"privateKey": ".{9}/, (text) => `${text.slice(0, -1)}${text.endsWith("A") ? "B" : "A"}`),
  );
  expect((await keys("rehearse", "once")).err).toContain("its halves do not fit");
});

describe("the count", () => {
  let place: Place;
  /** A key of the city, whose holders prove it as they do. */
  const inShares = (purpose: "ballots" | "links") => ({
    publicKey: publicOf("city")[purpose],
    prove: async (challenge: string) => {
      const alone = await keys("prove", `city/${purpose}/share-1-of-3.txt`, challenge);
      expect([alone.code, alone.err]).toEqual([1, expect.stringContaining("2 different shares are needed")]);
      const other = await keys("prove", "other", challenge);
      expect([other.code, other.err]).toEqual([1, expect.stringContaining("made for another key")]);
      const { code, out } = await keys("prove", "city", challenge);
      expect(code).toBe(0);
      return out.trim();
    },
  });
  afterAll(() => place?.close());

  test("takes the key that two of three holders bring together, and not that of another edition", async () => {
    place = await openPlace();
    const vote = await openTestVote(place, {
      pools: { L13: { amountZloty: 600, costsZloty: [300] } },
      voters: 5,
      prepare: ({ cycleId }) =>
        bringKeys(place, cycleId, { ballots: inShares("ballots"), links: inShares("links") }),
    });
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    const to = ["--url", place.url, "--cycle", vote.cycleId, "--token", await place.staff("commission")];
    const wrong = await keys("open", "other", ...to);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("key")]);
    const [one, three] = [1, 3].map((n) => `city/ballots/share-${n}-of-3.txt`) as [string, string];
    const alone = await keys("open", one, ...to);
    expect(alone.err).toContain("2 different shares are needed; there are 1");
    const opened = await keys("open", three, one, ...to);
    expect([opened.code, opened.err]).toEqual([0, ""]);
    await place.settle();
    const { phase, count } = await editionOf(place, vote).seen();
    expect([phase, count.ballots]).toEqual(["counting", 0]);
  });
});
