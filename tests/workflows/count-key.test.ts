import { afterAll, beforeAll, expect, test } from "vitest";
import { handOverCountKey } from "../../functions/cycles/count-key.ts";
import { routes } from "../../functions/routes.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { openTestVote, peselOf, type TestVote, type VoteParts } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { castByApi } from "../kit/voting-city.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

const PARTS: VoteParts = { pools: { L13: { amountZloty: 600, costsZloty: [300] } }, voters: 3 };

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const lying = (cycleId: string) => place.deps.vault.countKey(cycleId as CycleId);

const seal = async (one: TestVote) => {
  await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
  expect((await editionOf(place, one).seen()).phase).toBe("sealed");
};

const seenBy = async (one: TestVote) => {
  const cycle = await place.deps.store.cycles.get(one.cycleId as CycleId);
  if (!cycle) throw new Error("no cycle");
  return cycle;
};

test("the commission's key lies nowhere while anything else keeps the count from beginning", async () => {
  const one = await openTestVote(place, PARTS);
  const filed = await place.call(`POST /v1/cycles/${one.cycleId}/statements`, {
    key: newKey(),
    body: {
      firstName: "Zofia",
      surname: "Przybylska",
      pesel: peselOf(100),
      mothersMaidenName: "Nowak-Łoś",
      address: "ul. Mariacka 5/7",
      district: "L13",
      email: "new@example.com",
      declarations: [true, true],
    },
  });
  expect(filed.status).toBeLessThan(300);
  await seal(one);
  // From a try that was overtaken.
  await place.deps.vault.handOverCountKey(one.cycleId as CycleId, one.privateKey);
  const refused = await editionOf(place, one).handOver();
  expect([refused.status, refused.body.code]).toEqual([409, "cycle/blocked"]);
  expect(await lying(one.cycleId)).toBeUndefined();
});

test("nor when the edition is called off while the key is on its way", async () => {
  const one = await openTestVote(place, PARTS);
  await seal(one);
  const cycle = await seenBy(one);
  const { vault, store } = place.deps;
  const by = {
    actor: { kind: "staff", id: "x", name: "Zofia Kania", roles: ["commission"] },
    receivedAt: instant(place.clock.now()),
    newId: <P extends string>(prefix: P) => `${prefix}_0000000000000000` as const,
    route: routes.postCountKey,
  } as const;
  const overtaken = {
    ...place.deps,
    vault: {
      ...vault,
      handOverCountKey: async (id: CycleId, key: string) => {
        await vault.handOverCountKey(id, key);
        accept(await store.cycles.change(cycle, { phase: "cancelled" }));
      },
    },
  };
  await expect(handOverCountKey({ by, cycle, privateKey: one.privateKey }, overtaken)).rejects.toThrow(
    Refused,
  );
  expect(await lying(one.cycleId)).toBeUndefined();
});

test("the box of an edition that is called off is not opened, and a key that a try left behind is dropped", async () => {
  const one = await openTestVote(place, PARTS);
  await seal(one);
  await place.deps.vault.handOverCountKey(one.cycleId as CycleId, one.privateKey);
  const at = instant(place.clock.now());
  const requested = { to: "cancelled", reason: "Powódź", by: "Zofia Kania, Jan Kos", at } as const;
  accept(await place.deps.store.cycles.change(await seenBy(one), { requested }));
  const opened = await editionOf(place, one).step("workflow", "open", { phase: "counting" });
  expect(opened).toMatchObject({ state: "opened", phase: "cancelled", work: "none" });
  expect([(await seenBy(one)).phase, await lying(one.cycleId)]).toEqual(["cancelled", undefined]);
});

test("a receipt of an edition that was cancelled after its close never says that the ballot was counted", async () => {
  const one = await openTestVote(place, PARTS);
  await place.clock.moveTo((now) => now + 2000);
  const sections = [{ pool: "L13", points: { [String(one.projects.L13?.[0])]: 3 } }];
  const { receipt } = (await castByApi(place, one.cycleId, 0, sections)).body;
  const state = async () =>
    (await place.call(`GET /v1/cycles/${one.cycleId}/receipts/${receipt}`)).body.state;
  await seal(one);
  await editionOf(place, one).askByTwo("cancelled");
  await place.settle();
  expect([(await seenBy(one)).phase, await state()]).toEqual(["cancelled", "stored"]);
});
