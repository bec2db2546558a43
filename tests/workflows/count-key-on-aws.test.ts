import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { secretsManager } from "../../shared/platform/secrets-manager.ts";
import { openVault } from "../../shared/platform/vault.ts";
import { keys } from "../../shared/store/keys.ts";
import { put, remove } from "../../shared/store/write.ts";
import { openTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openSecretKeeper } from "../kit/secret-keeper.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

let keeper: Awaited<ReturnType<typeof openSecretKeeper>>;
let place: Place;
beforeAll(async () => {
  keeper = await openSecretKeeper();
  place = await openPlace();
});
afterAll(async () => {
  await place?.close();
  keeper?.close();
});

const vault = () => openVault(secretsManager("rynek-dev", {}, keeper.config));

test("a key that is being deleted is no key; its name is not taken again, and that is an accident; another name is", async () => {
  const [first, second] = ["a", "b"].map((countKeyId) => ({ id: "cyc_1" as CycleId, countKeyId }));
  if (!first || !second) throw new Error("no names");
  expect(await vault().countKey(first)).toBeUndefined();
  await vault().handOverCountKey(first, "key");
  // Handed over twice, the first stays.
  await vault().handOverCountKey(first, "another");
  expect(await vault().countKey(first)).toBe("key");
  await vault().dropCountKey(first);
  expect(await vault().countKey(first)).toBeUndefined();
  // A run that was cut off drops it again.
  await vault().dropCountKey(first);
  await expect(vault().handOverCountKey(first, "key")).rejects.toThrow("already scheduled for deletion");
  await vault().handOverCountKey(second, "key");
  expect(await vault().countKey(second)).toBe("key");
});

test("a count after the key was dropped is made on AWS too: each time it is handed over under a name of its own", async () => {
  const { handOverCountKey, countKey, dropCountKey } = vault();
  Object.assign(place.deps.vault, { handOverCountKey, countKey, dropCountKey });
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300, 250] } },
    voters: 4,
  });
  await place.clock.moveTo((now) => now + 2000);
  const edition = editionOf(place, one);
  await edition.fillBox([{ pool: "L13", points: { [String(one.projects.L13?.[0])]: 3 } }], 3);
  await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
  const { table } = place.deps.store;
  const Marker = z.looseObject({ pk: z.string(), sk: z.string() });
  const [marker] = await table.scan("main", keys.marker(edition.id, "").pk, Marker);
  if (!marker) throw new Error("nobody has voted");
  accept(await table.write([remove({ key: { pk: marker.pk, sk: marker.sk } })]));

  keeper.asked.length = 0;
  const count = async () => {
    expect((await edition.handOver()).status).toBe(202);
    await place.settle();
    await place.clock.moveTo((now) => now + 60_000);
    return (await place.deps.store.counts.get(edition.id))?.differences.map(({ what }) => what);
  };
  expect(await count()).toEqual(["markers", "district"]);
  expect([...keeper.held.keys()].filter((name) => name.includes(edition.id))).toEqual([]);
  accept(await table.write([put({ key: marker, item: marker })]));
  expect(await count()).toEqual([]);
  expect([...keeper.held.keys()].filter((name) => name.includes(edition.id))).toEqual([]);

  const made = keeper.asked.filter((one) => one.startsWith("CreateSecret"));
  expect([made.length, new Set(made).size]).toEqual([2, 2]);
});
