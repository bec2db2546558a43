import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { KNOWN_MS } from "../../shared/platform/secret-names.ts";
import { peselOf, type TestVote, tokenOf } from "../kit/city.ts";
import { openCommand } from "../kit/commands.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { openCall, propose } from "../kit/proposals.ts";
import { openVoteWithPoints } from "../kit/voting-points.ts";

const LONG = 120_000;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const { test } = inTurn();

let folder: string;
let place: Place;
let command: ReturnType<typeof openCommand>;
let vote: TestVote;
/** When the secrets were exchanged. */
let exchangedAt: number;

const rotate = async (...args: string[]) => {
  const { code, out, err } = await command.run(args);
  return { said: code === 0 ? out : err, status: code };
};

const secretFile = (name: string): string => readFileSync(join(folder, "secrets", name), "utf8");
const toMinute = (minutes: number) => place.clock.moveTo(exchangedAt + minutes * MINUTE_MS);

/** The exchange is so many days old: its moments go back in the files, since each day that the clock goes on is one of the whole city's work. */
const toDay = async (days: number) => {
  const backMs = exchangedAt + days * DAY_MS - place.clock.now();
  const earlier = (at: string) => new Date(Date.parse(at) - backMs).toISOString();
  for (const name of ["sessions", "codes", "links"]) {
    const { current, previous } = JSON.parse(secretFile(name));
    const aged = {
      current: { ...current, from: earlier(current.from) },
      previous: { ...previous, until: earlier(previous.until) },
    };
    writeFileSync(join(folder, "secrets", name), JSON.stringify(aged));
  }
  exchangedAt -= backMs;
  await place.clock.moveTo((now) => now + KNOWN_MS + 1000);
};

const cast = (token: string, key: string) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
    token,
    key,
    body: { sections: [{ pool: "M", points: { [vote.projects.M?.[0] ?? ""]: 3 } }] },
  });

/** The n-th voter asks for a code; brings back how it is entered. */
const askCode = async (n: number) => {
  const email = `voter-${n}@example.com`;
  const sessions = `/v1/cycles/${vote.cycleId}/voter-sessions`;
  const { body } = await place.call(`POST ${sessions}`, {
    body: { pesel: peselOf(n), mothersMaidenName: "nowak łoś", email },
  });
  const code = /\b\d{6}\b/.exec((await place.letterTo(email))?.subject ?? "")?.[0] ?? "";
  return () => place.call(`POST ${sessions}/${body.session}/code`, { body: { code } });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-rotation-"));
  command = openCommand("rotate", { env: { ...process.env, RYNEK_DATA_DIR: folder } });
  place = await openPlace({ folder });
  vote = await openVoteWithPoints(place, 6);
  await place.clock.moveTo((now) => now + 2000);
}, LONG);
afterAll(async () => {
  command?.close();
  await place?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe("a secret that is exchanged", () => {
  const keys = { before: newKey(), after: newKey() };
  let link: string;
  let tokens: { before: string; after: string };
  let receipts: { before: string; after: string };

  test(
    "lets through what was made with the one before: a session, a code, a link",
    async () => {
      link = (await propose(place, await openCall(place))).path;
      const { publicKey } = (await place.call("GET /v1/signing-key")).body;
      exchangedAt = place.clock.now();
      expect(await rotate("sessions", "codes", "links")).toMatchObject({ status: 0 });

      // Everybody reads the new ones before anything is made with them.
      await toMinute(9);
      const enterCode = await askCode(1);
      const before = await tokenOf(place, vote.cycleId, 0);
      await toMinute(11);
      expect((await enterCode()).status).toBe(200);
      const first = await cast(before, keys.before);
      expect(first.status).toBe(201);
      const after = await tokenOf(place, vote.cycleId, 2);
      const second = await cast(after, keys.after);
      expect(second.status).toBe(201);
      tokens = { before, after };
      receipts = { before: first.body.receipt, after: second.body.receipt };
      expect((await place.call(`GET ${link}`)).status).toBe(200);
      expect((await place.call("GET /v1/signing-key")).body.publicKey).toBe(publicKey);
    },
    LONG,
  );

  test("is another one, of which only the newest two are known; names are never exchanged", async () => {
    const { current, previous } = JSON.parse(secretFile("sessions"));
    expect(current.value).not.toBe(previous.value);
    expect(await rotate("sessions")).toMatchObject({
      status: 1,
      said: expect.stringContaining("is taken until"),
    });
    expect(await rotate("names")).toMatchObject({
      status: 1,
      said: expect.stringContaining("never exchanged"),
    });
    expect(await rotate("everything")).toMatchObject({
      status: 1,
      said: expect.stringContaining("no secret"),
    });
    expect(JSON.parse(secretFile("sessions")).current).toEqual(current);
  });

  test(
    "lets nothing of the one before through when the overlap is over",
    async () => {
      const again = async (which: "before" | "after") => {
        const { status, body } = await cast(tokens[which], keys[which]);
        return body.receipt === receipts[which] ? "the same receipt" : status;
      };
      // The sessions themselves have ended by then.
      await toMinute(2 * 1440);
      await toDay(34);
      expect([await again("before"), await again("after")]).toEqual(["the same receipt", "the same receipt"]);
      await toDay(36);
      expect([await again("before"), await again("after")]).toEqual([401, "the same receipt"]);
      expect((await place.call(`GET ${link}`)).status).toBe(200);
      await toDay(91);
      expect((await place.call(`GET ${link}`)).status).toBe(404);
    },
    LONG,
  );

  test(
    "that has leaked ends at once, and a signing key is another one",
    async () => {
      const { publicKey } = (await place.call("GET /v1/signing-key")).body;
      expect(await rotate("sessions", "signing", "--leaked")).toMatchObject({ status: 0 });
      await place.clock.moveTo((now) => now + 6 * MINUTE_MS);
      expect((await cast(tokens.after, keys.after)).status).toBe(401);
      const { body } = await place.call("GET /v1/signing-key");
      expect(body.publicKey).not.toBe(publicKey);
      // The people are those that they were: whoever has voted has voted.
      expect((await place.call(`GET /v1/cycles/${vote.cycleId}/receipts/${receipts.before}`)).status).toBe(
        200,
      );
    },
    LONG,
  );
});
