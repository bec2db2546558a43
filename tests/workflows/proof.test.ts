import { spawn } from "node:child_process";
import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect } from "vitest";
import { signingKey } from "../../shared/platform/signing.ts";
import { countTestVote, openTestVote, type Sections, signAndPublish, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { castByApi } from "../kit/voting-city.ts";
import { expectWhole } from "../pages/whole.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

const { describe, test } = inTurn();

let place: Place;
let one: TestVote;
let sections: Sections;
let folder: string;
let key: string;
const receipts: string[] = [];

/** More than one block of 256 leaves. */
const IN_BULK = 300;

beforeAll(async () => {
  place = await openPlace();
  one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300, 250] } },
    voters: IN_BULK + 10,
  });
  sections = [{ pool: "L13", points: { [String(one.projects.L13?.[0])]: 3 } }];
  await place.clock.moveTo((now) => now + 2000);
  for (let n = 0; n < 4; n++) receipts.push((await castByApi(place, one.cycleId, n, sections)).body.receipt);
  await editionOf(place, one).fillBox(sections, IN_BULK);
  key = (await place.call("GET /v1/signing-key")).body.publicKey;
  folder = mkdtempSync(join(tmpdir(), "rynek-receipts-"));
  const [, script = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/receipts.md", "utf8")) ?? [];
  writeFileSync(join(folder, "check.mjs"), script);
});
afterAll(async () => {
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const at = (receipt: string): string => `/v1/cycles/${one.cycleId}/receipts/${receipt}`;
const checkpoint = () => place.call(`GET /v1/cycles/${one.cycleId}/checkpoint`);

/** What the few lines of docs/receipts.md say. */
const saidByScript = (receipt: string, of = key): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, "check.mjs"), `${place.url}${at(receipt)}`, of]);
    let said = "";
    for (const out of [child.stdout, child.stderr]) out.on("data", (chunk) => (said += chunk));
    child.on("close", () => resolve(said.trim()));
  });

describe("the proof that a vote was counted", () => {
  let sealed: string;

  test("is not there while the vote is on: the ballot is in the box, and nothing is signed", async () => {
    expect((await place.call(`GET ${at(String(receipts[0]))}`)).body).toEqual({
      state: "stored",
      proof: null,
    });
    expect((await checkpoint()).status).toBe(404);
    expect(await saidByScript(String(receipts[0]))).toBe("the box is not sealed yet");
  });

  test("is there as soon as the box is sealed, before the commission's key, for every receipt", async () => {
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    expect((await editionOf(place, one).seen()).phase).toBe("sealed");
    sealed = (await checkpoint()).text;
    expect(sealed).toContain(`/v1/cycles/${one.cycleId}\n${IN_BULK + receipts.length}\n`);
    const places = new Set<number>();
    for (const receipt of receipts) {
      const { body } = await place.call(`GET ${at(receipt)}`);
      expect(body).toMatchObject({ state: "stored", proof: { size: 304, checkpoint: sealed } });
      places.add(body.proof.index);
      expect(await saidByScript(receipt)).toBe(`ballot ${body.proof.index + 1} of 304, signed by the city`);
    }
    expect(places.size).toBe(receipts.length);
    const stranger = signingKey(createSecretKey(randomBytes(32)));
    expect(await saidByScript(String(receipts[0]), stranger)).toBe("not signed with this key");
    const mistyped = await place.call(`GET ${at("0".repeat(36))}`);
    expect([mistyped.status, mistyped.body.code]).toEqual([404, "receipt/unknown"]);
  });

  test("is shown to whoever types the receipt, in words for each state", async () => {
    const seen = await visitor(place).post("/sprawdz-glos", { receipt: String(receipts[1]) });
    expect(seen.text).toContain("Głos jest w zamkniętej urnie");
    expect(seen.text).toContain(" z 304");
    expectWhole(seen, "pl");
  });

  test("stays the same through count and publication, and is in the package", async () => {
    const { count } = await countTestVote(place, one);
    expect(count).toMatchObject({ markers: 304, ballots: 304 });
    await signAndPublish(place, one.cycleId, count.digest);
    expect((await checkpoint()).text).toBe(sealed);
    const { body } = await place.call(`GET ${at(String(receipts[2]))}`);
    expect(body.state).toBe("counted");
    expect(await saidByScript(String(receipts[2]))).toContain("of 304, signed by the city");
    const reply = await fetch(`${place.url}/v1/cycles/${one.cycleId}/results/package.zip`);
    const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text("checkpoint.txt")).toBe(sealed);
    expect(text("leaves.txt").split("\n")[body.proof.index]).toBe(body.proof.leaf);
    const seen = await visitor(place).post("/en/sprawdz-glos", { receipt: String(receipts[2]) });
    expect(seen.text).toContain("The vote is counted");
    expect(seen.text).toContain(sealed.split("\n")[2]);
    expectWhole(seen, "en");
  });
});
