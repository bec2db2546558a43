import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { foldedSurname } from "../../shared/domain/voting/pesel.ts";
import { findInShard } from "../../shared/domain/voting/roll.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { peselOf, rollOf } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";

let place: Place;
let token: string;
let cycleId: CycleId;

const NEW = {
  name: "Budżet",
  ruleSet: "katowice-xii",
  calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
  pools: [{ id: "L13", amountGrosze: 100_000 }],
};

beforeAll(async () => {
  place = await openPlace();
  token = await place.staff("coordinator");
  cycleId = (await place.call("POST /v1/staff/cycles", { token, key: true, body: NEW })).body.id;
});
afterAll(() => place?.close());

const send = async (body: Uint8Array<ArrayBuffer>, media = "application/gzip") => {
  const reply = await fetch(`${place.url}/v1/staff/cycles/${cycleId}/roll`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": media },
    body,
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
};

const seen = async () => (await place.call(`GET /v1/staff/cycles/${cycleId}`, { token })).body;

const isOnRoll = async (n: number): Promise<boolean> => {
  const { store, vault } = place.deps;
  const cycle = await store.cycles.get(cycleId);
  if (!cycle?.roll) return false;
  const hashed = await voterKeysOf(vault, cycle.id);
  const id = hashed.entryId(peselOf(n));
  return (
    findInShard(
      await store.roll.shard(cycle.id, cycle.roll, id),
      id,
      hashed.proof(peselOf(n), foldedSurname("nowak-łoś")),
    ) !== undefined
  );
};

describe("a voter roll", () => {
  test("comes compressed, when it is large", async () => {
    const { status, body } = await send(Uint8Array.from(gzipSync(rollOf(300))));
    expect([status, body.entries]).toEqual([200, 300]);
    expect(await isOnRoll(299)).toBe(true);
  });

  test("that does not unfold, or unfolds to more than is taken, is refused", async () => {
    const before = (await seen()).roll;
    expect((await send(Uint8Array.from(Buffer.from("no gzip at all")))).status).toBe(400);
    expect((await send(Uint8Array.from(gzipSync(Buffer.alloc(17_000_000, "1"))))).status).toBe(413);
    expect((await send(Uint8Array.from(gzipSync(rollOf(3))), "application/zip")).status).toBe(415);
    expect((await seen()).roll).toEqual(before);
  });

  test("of whichever import comes last is in force whole, however many come at once", async () => {
    const sizes = [40, 80, 120, 160];
    const outcomes = await Promise.all(
      sizes.map((size) => place.call(`POST /v1/staff/cycles/${cycleId}/roll`, { token, body: rollOf(size) })),
    );
    const versions = outcomes.filter(({ status }) => status === 200).map(({ body }) => body.version);
    expect(new Set(versions).size).toBe(versions.length);
    const { roll } = await seen();
    expect(sizes).toContain(roll.entries);
    for (const n of [0, 39, 79, 119, 159]) expect(await isOnRoll(n)).toBe(n < roll.entries);
  });
});

describe("the commission's public keys", () => {
  const nothing = "A".repeat(43);

  test("are ones that ballots can be sealed to, two of them", async () => {
    const { publicKey } = await createKeyPair();
    const commission = await place.staff("commission");
    const put = (keys: object) =>
      place.call(`PUT /v1/staff/cycles/${cycleId}/keys`, { token: commission, body: keys });
    const faults = async (keys: object) => {
      const { status, body } = await put(keys);
      return [status, body.errors?.map(({ pointer }: { pointer: string }) => pointer)];
    };
    expect(await faults({ ballots: nothing, links: publicKey })).toEqual([422, ["/ballots"]]);
    expect(await faults({ ballots: publicKey, links: nothing })).toEqual([422, ["/links"]]);
    expect((await put({ ballots: publicKey, links: publicKey })).status).toBe(400);
    expect((await seen()).keys ?? null).toBeNull();
    const links = (await createKeyPair()).publicKey;
    expect((await put({ ballots: publicKey, links })).status).toBe(200);
  });

  test("are looked at when an edition is opened with them, too", async () => {
    const { publicKey } = await createKeyPair();
    const keys = { ballots: nothing, links: publicKey };
    const { status, body } = await place.call("POST /v1/staff/cycles", {
      token,
      key: true,
      body: { ...NEW, keys },
    });
    expect([status, body.errors[0].pointer]).toEqual([422, "/keys/ballots"]);
  });
});
