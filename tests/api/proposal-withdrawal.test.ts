import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countInputs } from "../../shared/acts/count-inputs.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { countTestVote, openTestVote, signAndPublish, type TestVote, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_TWO, decideStage, enterPhase, gatherSupport, openCall, propose } from "../kit/proposals.ts";
import { editionOf } from "../workflows/edition.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

describe("a project taken out after the vote", () => {
  let one: TestVote;
  let winner: string;
  let second: string;
  const withdraw = async () => editionOf(place, one).withdraw(winner);

  it("stays in the vote while it lasts", async () => {
    one = await openTestVote(place, {
      pools: {
        M: { amountZloty: 300, costsZloty: [100] },
        L13: { amountZloty: 3000, costsZloty: [1500, 1200] },
      },
      voters: 17,
    });
    // Holds are whole seconds long: the vote may open up to one after its time.
    await place.clock.moveTo((now) => now + 2000);
    [winner = "", second = ""] = one.projects.L13 ?? [];
    const refused = await withdraw();
    expect([refused.status, refused.body.code]).toEqual([409, "cycle/wrong-phase"]);
    for (let n = 0; n < 17; n++)
      await vote(place, one.cycleId, n, [{ pool: "L13", points: { [winner]: 3 } }]);
  }, 60_000);

  it("leaves the count, which is done again, and says why in the results", async () => {
    const counted = await countTestVote(place, one);
    const before = counted.count.digest;
    const out = await withdraw();
    expect(out.body).toMatchObject({ kind: "withdraw-project", state: "accepted" });
    const { body: shown } = await place.call(`GET /v1/cycles/${one.cycleId}/projects/${winner}`);
    expect(shown).toMatchObject({ status: "withdrawn", withdrawnAfterFreeze: true });
    expect((await withdraw()).body.code).toBe("project/state");
    const { hasTakenOut, ...asOfBefore } = await cycleOf(one.cycleId as CycleId, place.deps);
    expect([hasTakenOut, Object.keys((await countInputs(asOfBefore, place.deps)).exclusions)]).toEqual([
      true,
      [winner],
    ]);
    await place.settle();
    const again = await place.call(`GET /v1/staff/cycles/${one.cycleId}`, {
      token: await place.staff("commission"),
    });
    expect(again.body.count.digest).not.toBe(before);
    await signAndPublish(place, one.cycleId, again.body.count.digest);
    const { body } = await place.call(`GET /v1/cycles/${one.cycleId}/results`);
    const pool = body.pools.find(({ id }: { id: string }) => id === "L13");
    expect(pool.selected).not.toContain(winner);
    const line = pool.projects.find(({ id }: { id: string }) => id === winner);
    expect(JSON.stringify(line)).toContain("Miasto buduje tu parking");
    expect(pool.projects.map(({ id }: { id: string }) => id)).toContain(second);
  }, 60_000);
});

describe("an author's withdrawal", () => {
  it("is taken until the list is frozen, and not after", async () => {
    const cycleId = await openCall(place, ASKS_FOR_TWO);
    const [early, late] = [await propose(place, cycleId), await propose(place, cycleId, { title: "Drugi" })];
    const byApi = await place.call(`POST /v1/cycles/${cycleId}/proposals/${early.id}/withdrawal`, {
      body: { proof: early.path.split("/").at(-1) },
    });
    expect(byApi.body).toMatchObject({ status: "withdrawn", number: early.number });

    const citywide = await propose(place, cycleId, { pool: "M" });
    for (const { id } of [late, citywide]) await gatherSupport(place, cycleId, id);
    await enterPhase(place, cycleId, "formal-review");
    await decideStage(place, cycleId, { [late.id]: "accepted", [citywide.id]: "accepted" });
    await enterPhase(place, cycleId, "merit-review");
    await decideStage(place, cycleId, { [late.id]: "accepted", [citywide.id]: "accepted" }, "merit");
    const cycle = await place.call(`GET /v1/cycles/${cycleId}`);
    await place.clock.moveTo(Date.parse(cycle.body.calendar[2].endsAt) + 2000);
    await place.settle();
    expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.phase).toBe("ballot-frozen");
    const frozen = await place.call(`POST ${late.path}/wycofaj`, { form: {} });
    expect(frozen.status).toBe(409);
    const atDesk = await place.call(
      `POST /v1/staff/cycles/${cycleId}/projects/${late.id}/wishes/withdrawal`,
      {
        token: await place.staff("clerk"),
        body: { arrivedBy: "desk", arrivedAt: new Date(place.clock.now()).toISOString() },
      },
    );
    expect([atDesk.status, atDesk.body.code]).toEqual([409, "cycle/locked"]);
    expect((await place.call(`GET ${late.path}`)).text).not.toContain("/wycofaj");
  }, 60_000);
});
