import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proofOf } from "../../infra/keys/prove.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import { foldedName } from "../../shared/domain/folded.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { findIn } from "../../shared/domain/voting/roll.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { peselOf, rollOf } from "../kit/city.ts";
import { bringKey } from "../kit/commission-keys.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { proposeRoll } from "../kit/roll.ts";

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

const acceptRoll = async () =>
  place.call(`POST /v1/staff/cycles/${cycleId}/roll/acceptance`, {
    token: await place.staff("coordinator", 1),
  });

const isOnRoll = async (n: number): Promise<boolean> => {
  const { store, vault } = place.deps;
  const cycle = await store.cycles.get(cycleId);
  if (!cycle?.roll) return false;
  const hashed = await voterKeysOf(vault, cycle.id);
  const id = hashed.entryId(peselOf(n));
  return (
    findIn(
      await store.roll.shard(cycle.id, cycle.roll, id),
      id,
      hashed.proof(peselOf(n), foldedName("nowak-łoś")),
    ) !== undefined
  );
};

describe("a voter roll", () => {
  test("comes compressed, when it is large", async () => {
    const { status, body } = await send(Uint8Array.from(gzipSync(rollOf(300))));
    expect([status, body.people]).toEqual([202, 300]);
    expect(await isOnRoll(299)).toBe(false);
    await acceptRoll();
    expect(await isOnRoll(299)).toBe(true);
  });

  test("that does not unfold, or unfolds to more than is taken, is refused", async () => {
    const before = (await seen()).roll;
    expect((await send(Uint8Array.from(Buffer.from("no gzip at all")))).status).toBe(400);
    expect((await send(Uint8Array.from(gzipSync(Buffer.alloc(17_000_000, "1"))))).status).toBe(413);
    expect((await send(Uint8Array.from(gzipSync(rollOf(3))), "application/zip")).status).toBe(415);
    expect((await seen()).roll).toEqual(before);
  });

  test("of whichever proposal came last is in force whole, however many come at once", async () => {
    const sizes = [40, 80, 120, 160];
    await Promise.all(sizes.map((size) => proposeRoll(place, cycleId, rollOf(size))));
    const before = (await seen()).roll;
    const words = await Promise.all([acceptRoll(), acceptRoll()]);
    expect(words.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    const { roll } = await seen();
    expect(roll.version).toBe(before.version + 1);
    expect(sizes).toContain(roll.entries);
    for (const n of [0, 39, 79, 119, 159]) expect(await isOnRoll(n)).toBe(n < roll.entries);
  });
});

describe("the commission's public keys", () => {
  const path = () => `POST /v1/staff/cycles/${cycleId}/keys`;
  const as = async (n: number, route: string, body?: object) =>
    place.call(`${path()}/${route}`, { token: await place.staff("commission", n), ...(body && { body }) });

  test("are brought with a proof of the private half, which is of one member, edition and key", async () => {
    const [pair, other] = [createKeyPair(), createKeyPair()];
    const { publicKey } = pair;
    const nothing = await as(0, "ballots/challenge", { publicKey: "A".repeat(43) });
    expect([nothing.status, nothing.body.errors[0].pointer]).toEqual([422, "/publicKey"]);
    const { body } = await as(0, "ballots/challenge", { publicKey });
    const proof = await proofOf(body.challenge, pair.privateKey);
    await expect(proofOf(body.challenge, other.privateKey)).rejects.toThrow();
    for (const [n, purpose, key, said] of [
      [0, "ballots", publicKey, "zgadnij"],
      [1, "ballots", publicKey, proof],
      [0, "links", publicKey, proof],
      [0, "ballots", other.publicKey, proof],
    ] as const) {
      const refused = await as(n, purpose, { publicKey: key, proof: said });
      expect([refused.status, refused.body.code]).toEqual([422, "key/not-proved"]);
    }
    const brought = await as(0, "ballots", { publicKey, proof });
    expect([brought.status, Object.keys(brought.body).toSorted()]).toEqual([202, ["pendingId", "until"]]);
    expect((await seen()).keys).toBeNull();
    expect((await as(0, "ballots/acceptance")).body.code).toBe("identity/same-person");
    expect((await as(1, "ballots/refusal", { reason: "Inny odcisk" })).body.state).toBe("refused");
    expect((await seen()).keys).toBeNull();
  });

  test("are two, and whoever brings one does not bring the other", async () => {
    const [ballots, links] = [createKeyPair(), createKeyPair()];
    expect((await bringKey(place, cycleId, "ballots", ballots, 0)).status).toBe(202);
    // Neither while it waits, nor once it is accepted.
    expect((await bringKey(place, cycleId, "links", links, 0)).body.code).toBe("identity/same-person");
    expect((await as(1, "ballots/acceptance")).body.state).toBe("accepted");
    expect((await bringKey(place, cycleId, "links", links, 0)).body.code).toBe("identity/same-person");
    expect((await seen()).keys).toEqual({ ballots: ballots.publicKey, links: null });
    const same = await bringKey(place, cycleId, "links", ballots, 1);
    expect(same.body.errors[0].pointer).toBe("/publicKey");
    expect((await bringKey(place, cycleId, "links", links, 1)).status).toBe(202);
    expect((await as(0, "links/acceptance")).body.state).toBe("accepted");
    expect((await seen()).keys).toEqual({ ballots: ballots.publicKey, links: links.publicKey });
  });

  test("do not come with a new edition", async () => {
    const keys = { ballots: "A".repeat(43), links: "B".repeat(43) };
    const { status } = await place.call("POST /v1/staff/cycles", {
      token,
      key: true,
      body: { ...NEW, keys },
    });
    expect(status).toBe(400);
  });
});
