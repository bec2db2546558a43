import { afterAll, beforeAll, expect, test } from "vitest";
import { handOverCountKey } from "../../functions/cycles/count-key.ts";
import { routes } from "../../functions/routes.ts";
import { actOn } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { openTestVote, peselOf, type TestVote, type VoteParts } from "../kit/city.ts";
import { leaveCountKey, lyingCountKey } from "../kit/count-key.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { castByApi } from "../kit/voting-city.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

const PARTS: VoteParts = { pools: { L13: { amountZloty: 600, costsZloty: [300] } }, voters: 3 };

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const lying = (cycleId: string) => lyingCountKey(cycleId, place.deps);

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
  const refused = await editionOf(place, one).handOver();
  expect([refused.status, refused.body.code]).toEqual([409, "cycle/blocked"]);
  expect(await lying(one.cycleId)).toBeUndefined();
});

/** Hands the key over while somebody changes the cycle each time that it is on its way; answers under which names it was. */
const handOverAgainst = async (one: TestVote, change: (cycle: Cycle) => Promise<unknown>) => {
  const { vault } = place.deps;
  const by = {
    actor: { kind: "staff", id: "x", name: "Zofia Kania", roles: ["commission"] },
    receivedAt: instant(place.clock.now()),
    newId: <P extends string>(prefix: P) => `${prefix}_0000000000000000` as const,
    route: routes.postCountKey,
  } as const;
  const names: Pick<Cycle, "id" | "countKeyId">[] = [];
  const overtaken: Deps = {
    ...place.deps,
    vault: {
      ...vault,
      handOverCountKey: async (name, key) => {
        names.push(name);
        await vault.handOverCountKey(name, key);
        await change(await seenBy(one));
      },
    },
  };
  const handed = actOn(
    one.cycleId as CycleId,
    (cycle) => handOverCountKey({ by, cycle, privateKey: one.privateKey }, overtaken),
    overtaken,
  );
  return { names, outcome: await handed.catch((error: unknown) => error) };
};

test("nor when the edition is called off while the key is on its way", async () => {
  const one = await openTestVote(place, PARTS);
  await seal(one);
  const { store, vault } = place.deps;
  const { names, outcome } = await handOverAgainst(one, async (cycle) =>
    accept(await store.cycles.change(cycle, { phase: "cancelled" })),
  );
  expect(outcome).toMatchObject({ refusal: { code: "cycle/wrong-phase" } });
  expect(await Promise.all(names.map(vault.countKey))).toEqual([undefined]);
});

test("a key that is looked for while it is on its way comes once more, under another name, and nothing is left under the first", async () => {
  const one = await openTestVote(place, PARTS);
  await seal(one);
  const { store, vault } = place.deps;
  let times = 0;
  const { names, outcome } = await handOverAgainst(one, async (cycle) => {
    // What the count does that finds none.
    if (times++ === 0) accept(await store.cycles.change(cycle, {}, [], ["countKeyGivenAt", "countKeyId"]));
  });
  expect(outcome).toBeUndefined();
  expect(await Promise.all(names.map(vault.countKey))).toEqual([undefined, one.privateKey]);
  await place.settle();
  expect([(await seenBy(one)).phase, await lying(one.cycleId)]).toEqual(["counting", undefined]);
});

test("a key that comes twice takes the place of the first, whose name AWS would refuse", async () => {
  const one = await openTestVote(place, PARTS);
  await seal(one);
  const { vault } = place.deps;
  await leaveCountKey(one.cycleId, one.privateKey, place.deps);
  const first = await seenBy(one);
  const { names } = await handOverAgainst(one, async () => {});
  expect(await Promise.all([first, ...names].map(vault.countKey))).toEqual([undefined, one.privateKey]);
  await expect(vault.handOverCountKey(first, one.privateKey)).rejects.toThrow("being removed");
});

test("the box of an edition that is called off is not opened, and a key that a try left behind is dropped", async () => {
  const one = await openTestVote(place, PARTS);
  await seal(one);
  await leaveCountKey(one.cycleId, one.privateKey, place.deps);
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
