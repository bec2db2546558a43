import { createPublicKey, createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdictOn } from "../../infra/verify/checks.ts";
import { Wrong } from "../../infra/verify/must.ts";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { fingerprint } from "../../shared/domain/fingerprint.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { chanceOf, seed } from "../kit/chance.ts";
import { countTestVote, openTestVote, signAndPublish, type TestVote } from "../kit/city.ts";
import { openCommand } from "../kit/commands.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";
import { type Files, forgerOf, isSpace, text, write } from "./forger.ts";

let place: Place;
let one: TestVote;
let folder: string;
let forger: ReturnType<typeof forgerOf>;
let key: string;

beforeAll(async () => {
  const xii = RULE_SETS.get("katowice-xii");
  if (!xii) throw new Error("no rule set");
  place = await openPlace();
  one = await openTestVote(place, {
    pools: {
      M: { amountZloty: 3000, costsZloty: [2000, 1500, 900] },
      L13: { amountZloty: 600, costsZloty: [300, 250, 100, 90] },
    },
    voters: 200,
    paper: { registeredWithinDays: 0 },
    ruleSet: { ...xii, guardianBelowAge: 0 },
  });
  const [m = [], l = []] = [one.projects.M, one.projects.L13];
  const edition = editionOf(place, one);
  const vote = (pool: string, points: Record<string, number>) => ({ pool, points });
  await edition.fillBox([vote("M", { [String(m[0])]: 3 }), vote("L13", { [String(l[0])]: 3 })], 70);
  await edition.fillBox(
    [vote("M", { [String(m[1])]: 2, [String(m[2])]: 1 }), vote("L13", { [String(l[1])]: 3 })],
    60,
  );
  await edition.fillBox([vote("L13", { [String(l[2])]: 2, [String(l[3])]: 1 })], 30);
  // Paper cards could be registered until the end of the day.
  await place.clock.moveTo((now) => now + 24 * HOUR_MS);
  const { count } = await countTestVote(place, one);
  await signAndPublish(place, one.cycleId, count.digest);
  const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
  const zip = new Uint8Array(await reply.arrayBuffer());
  forger = forgerOf(zip);
  key = (await place.call("GET /v1/signing-key")).body.publicKey;
  folder = mkdtempSync(join(tmpdir(), "rynek-verify-"));
  writeFileSync(join(folder, "package.zip"), zip);
  writeFileSync(join(folder, "key.txt"), `${key}\n`);
});
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const verdict = (files: Files, given: string | null = fingerprint(key)) =>
  verdictOn(files, given ?? undefined, () => undefined);

describe("a published package", () => {
  test("is verified with the city's key, and consistent without", async () => {
    expect(await verdict(forger.original())).toBe("VERIFIED");
    expect(await verdict(forger.original(), null)).toMatch(/^CONSISTENT \(signer not checked\)/);
    expect(await verdict(forger.original(), null)).toContain(fingerprint(key));
  });

  test("is checked with the key, its fingerprint, or a file that holds it", async () => {
    const jwk = { kty: "OKP", crv: "Ed25519", x: key };
    const pem = createPublicKey({ key: jwk, format: "jwk" }).export({ type: "spki", format: "pem" });
    writeFileSync(join(folder, "key.pem"), pem);
    for (const given of [key, fingerprint(key), join(folder, "key.txt"), join(folder, "key.pem")])
      expect(await verdict(forger.original(), given)).toBe("VERIFIED");
    writeFileSync(join(folder, "other.pem"), String(pem).replace("MCow", "MCox"));
    for (const [given, reason] of [
      [join(folder, "other.pem"), /holds no Ed25519 public key/],
      [key.slice(1), /is neither a fingerprint/],
      [key.toLowerCase(), /signed with another key/],
    ] as const)
      await expect(verdict(forger.original(), given)).rejects.toThrow(reason);
  });

  test("is checked by the command: from a zip, by a key file or a fingerprint", async () => {
    const command = openCommand("verify");
    const run = async (...words: string[]) => {
      const { code, out, err } = await command.run(words);
      return { status: code, said: out.trim(), stderr: err };
    };
    const file = join(folder, "package.zip");
    expect(await run(file, "--key", join(folder, "key.txt"))).toMatchObject({ status: 0, said: "VERIFIED" });
    expect((await run(file)).said).toMatch(/^CONSISTENT/);
    const stranger = await run(file, "--key", fingerprint("another key"));
    expect([stranger.status, stranger.said]).toEqual([1, ""]);
    expect(stranger.stderr).toContain("signed with another key");
    expect((await run(join(folder, "nothing.zip"))).status).toBe(1);
    expect((await run()).status).toBe(1);
    command.close();
  });

  test("is signed with the key whose fingerprint the city's address tells: SHA-256 of its text, cut to 32 digits", async () => {
    const { body } = await place.call("GET /v1/signing-key");
    const digits = sha256Hex(new TextEncoder().encode(key)).slice(0, 32);
    expect(body.fingerprint.replaceAll(" ", "")).toBe(digits);
    expect(await verdict(forger.original(), body.fingerprint)).toBe("VERIFIED");
  });

  test("says the first thing that is wrong, wherever a byte is changed or a file is missing", async () => {
    const chance = chanceOf(seed);
    const names = [...forger.original().keys()];
    for (let n = 0; n < 100; n++) {
      const files = forger.original();
      const name = chance.one(names);
      const bytes = Uint8Array.from(files.get(name) as Uint8Array);
      const at = chance.below(bytes.length);
      const was = bytes[at] as number;
      bytes[at] = (was + chance.between(1, 255)) % 256;
      if (n % 10 === 9) files.delete(name);
      else files.set(name, bytes);
      if (name === "signature.json" && [was, bytes[at]].every(isSpace)) continue;
      await expect(verdict(files), `${name} at ${at}`).rejects.toThrow(Wrong);
    }
  });
});

interface ForgedPool {
  id: string;
  budgetGrosze: number;
  selected: string[];
  projects: [{ costGrosze: number; title: string }];
}
type Pools = { pools: ForgedPool[] };
const l13 = ({ pools }: Pools) => pools.find(({ id }) => id === "L13") as ForgedPool;

describe("a package that was forged and signed anew is not even consistent", () => {
  test.each<[string, RegExp, () => Files]>([
    [
      "a vote more for a project",
      /choices.json has 161 ballots/,
      () =>
        forger.edited("pools/L13.choices.json", (choices: { count: number }[]) => {
          (choices[0] as { count: number }).count += 1;
        }),
    ],
    [
      "points moved within a ballot",
      /other votes than the ballots give/,
      () =>
        forger.edited("pools/L13.choices.json", (choices: { choices: [string, number][] }[]) => {
          const [first, second] = choices.find((one) => one.choices.length === 2)?.choices ?? [];
          if (first && second) [first[1], second[1]] = [second[1], first[1]];
        }),
    ],
    [
      "another winner",
      /the recount funds/,
      () =>
        forger.edited("results.json", (results: Pools) => {
          l13(results).selected.reverse();
        }),
    ],
    [
      "a cheaper project",
      /spends another sum|is not the tally/,
      () =>
        forger.edited("results.json", (results: Pools) => {
          l13(results).projects[0].costGrosze -= 100;
        }),
    ],
    [
      "more money",
      /is not the tally|the recount|another sum/,
      () =>
        forger.edited("results.json", (results: Pools) => {
          l13(results).budgetGrosze += 50_000;
        }),
    ],
    [
      "another title",
      /L13.pb is not the file/,
      () =>
        forger.edited("results.json", (results: Pools) => {
          l13(results).projects[0].title = "Parking";
        }),
    ],
    [
      "a lower minimum",
      /is not the rule set/,
      () =>
        forger.edited("rule-set.json", (rules: { thresholds: { district: { minimum: number } } }) => {
          rules.thresholds.district.minimum = 1;
        }),
    ],
    [
      "a winner taken out by decision",
      /the recount funds/,
      () =>
        forger.edited("decisions.json", (decisions: { exclusions: Record<string, unknown> }) => {
          decisions.exclusions[String(one.projects.L13?.[0])] = { why: "withdrawn", reason: "x" };
        }),
    ],
    [
      "a leaf less",
      /not the list that was signed/,
      () => {
        const files = forger.original();
        write(files, "leaves.txt", text(files, "leaves.txt").split("\n").slice(1).join("\n"));
        return files;
      },
    ],
    [
      "a leaf twice",
      /out of order/,
      () => {
        const files = forger.original();
        const lines = text(files, "leaves.txt").split("\n");
        write(files, "leaves.txt", [lines[0], ...lines].join("\n"));
        return files;
      },
    ],
    [
      "a checkpoint of another vote",
      /checkpoint.txt is of another vote/,
      () => forger.withCheckpoint(({ text }) => text.replace(one.cycleId, "cyc_0000000000000000")),
    ],
    [
      "a checkpoint of another number of ballots",
      /checkpoint.txt is of 161 ballots, leaves.txt has 160/,
      () => forger.withCheckpoint(({ text }) => text.replace("\n160\n", "\n161\n")),
    ],
    [
      "a checkpoint of other leaves",
      /checkpoint.txt is not of this leaves.txt/,
      () =>
        forger.withCheckpoint(({ text, root }) => text.replace(root, Buffer.alloc(32).toString("base64"))),
    ],
    [
      "a checkpoint that is none",
      /checkpoint.txt is no checkpoint/,
      () => forger.withCheckpoint(({ text }) => `${text}more\n`),
    ],
    [
      "a checkpoint signed with another key",
      /checkpoint.txt is not signed with the key of the package/,
      () => forger.withCheckpoint(({ text }) => text, createSecretKey(randomBytes(32))),
    ],
    [
      "other votes in the .pb file",
      /L13.pb is not the file/,
      () => {
        const files = forger.original();
        write(files, "pools/L13.pb", text(files, "pools/L13.pb").replace(/,?3\n/, "2\n"));
        return files;
      },
    ],
    [
      "one signature",
      /not signed by two/,
      () =>
        forger.edited("results.json", (results: { signOffs: unknown[] }) => {
          results.signOffs.pop();
        }),
    ],
    [
      "turnout that was made up",
      /results.json 170 voters/,
      () =>
        forger.edited("results.json", (results: { turnout: { voters: number } }) => {
          results.turnout.voters += 10;
        }),
    ],
    [
      "a pool with more ballots than voters",
      /M: 999 ballots of 160 voters/,
      () =>
        forger.edited("results.json", (results: { pools: { id: string; ballots: number }[] }) => {
          for (const pool of results.pools) if (pool.id === "M") pool.ballots = 999;
        }),
    ],
    [
      "money left in pools spent where the rules keep it",
      /money left in pools/,
      () =>
        forger.edited("results.json", (results: { leftOver: unknown }) => {
          results.leftOver = { policy: "best-of-all", amountGrosze: 100, funded: [], leftGrosze: 100 };
        }),
    ],
    [
      "a signature made after publication",
      /after publication/,
      () =>
        forger.edited("results.json", (results: { signOffs: { at: string }[] }) => {
          (results.signOffs[0] as { at: string }).at = "2099-01-01T00:00:00.000Z";
        }),
    ],
    [
      "a signature made before the vote ended",
      /before the vote ended/,
      () =>
        forger.edited(
          "results.json",
          (results: { signOffs: { at: string }[]; voting: { startsAt: string } }) => {
            (results.signOffs[1] as { at: string }).at = results.voting.startsAt;
          },
        ),
    ],
    [
      "another name of a pool",
      /rule-set.json calls L13 /,
      () =>
        forger.edited("results.json", (results: { pools: { id: string; name: string }[] }) => {
          for (const pool of results.pools) if (pool.id === "L13") pool.name = "Marsa";
        }),
    ],
    [
      "fewer lists than ballots",
      /80 lists of 160 ballots/,
      () =>
        forger.edited("results.json", (results: { pools: { ballots: number }[] }) => {
          for (const pool of results.pools) pool.ballots = 40;
        }),
    ],
    [
      "a file that packages do not have",
      /evil.html is no file of this package/,
      () =>
        forger
          .edited("manifest.json", (manifest: { files: Record<string, string> }) => {
            manifest.files["evil.html"] = "";
          })
          .set("evil.html", Uint8Array.of(1)),
    ],
    [
      "an empty list of void ballots",
      /voids.json is no file of this package/,
      () =>
        forger
          .edited("manifest.json", (manifest: { files: Record<string, string> }) => {
            manifest.files["voids.json"] = "";
          })
          .set("voids.json", new TextEncoder().encode("[]")),
    ],
    [
      "a checkpoint of a vote elsewhere",
      /checkpoint.txt is of another vote/,
      () => forger.withCheckpoint(({ text }) => text.replace("/v1/", "/elsewhere/v1/")),
    ],
    [
      "a sum in a project's line",
      /is not the tally/,
      () =>
        forger.edited("pools/L13.tally.json", (tally: { lines: { balanceBeforeGrosze: number }[] }) => {
          (tally.lines[1] as { balanceBeforeGrosze: number }).balanceBeforeGrosze += 100;
        }),
    ],
  ])("with %s", async (_, reason, forge) => {
    await expect(verdict(forger.resigned(forge()), null)).rejects.toThrow(reason);
    await expect(verdict(forger.resigned(forger.original()))).rejects.toThrow(/another key/);
  });
});

const L1 = (voters: number, eligible: number) => ({ turnout: { perDistrict: { L1: { voters, eligible } } } });
const L13 = (voters: number, eligible: number) => ({
  turnout: { perDistrict: { L13: { voters, eligible } } },
});

describe("a package whose numbers contradict each other is not even consistent", () => {
  test.each<[string, RegExp, Parameters<typeof forger.resultsWith>[0]]>([
    ["more paper cards than ballots", /900 paper .* 160 ballots/, { paper: { cards: 900, accepted: 900 } }],
    ["paper cards that do not add up", /7 paper cards/, { paper: { cards: 7, rejected: { late: 2 } } }],
    ["fewer paper cards than none", /paper\/rejected/, { paper: { rejected: { late: -1, blank: 1 } } }],
    ["no paper cards where the rules take them", /paper cards/, { paper: undefined }],
    ["children where nobody needs a guardian", /guardian/, { turnout: { withGuardian: 9 } }],
    ["more voters than people on the roll", /more voters than people/, L13(160, 150)],
    ["a district of more voters than there are", /add up to too many/, L13(170, 200)],
    ["a district of a handful of voters", /L1 has too few voters to be told/, L1(3, 10)],
    [
      "a place that is no district",
      /has no district M/,
      { turnout: { perDistrict: { M: { voters: 9, eligible: 9 } } } },
    ],
    ["voters that no district has", /151 voters .* of at most 89/, L13(9, 40)],
    [
      "a district whose people are the voters of others",
      /more voters than people/,
      { turnout: { perDistrict: { L13: { voters: 156, eligible: 198 } } } },
    ],
  ])("with %s", async (_, reason, patch) => {
    const forged = forger.resigned(forger.resultsWith(patch));
    await expect(verdict(forged, null)).rejects.toThrow(reason);
  });
});
