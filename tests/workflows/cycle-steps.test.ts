import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { holderOf } from "../../infra/keys/prove.ts";
import { localMachineArn } from "../../infra/local/states/arns.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { GATES, keys } from "../../shared/store/keys.ts";
import { openTestVote, rollOf, vote } from "../kit/city.ts";
import { bringKeys } from "../kit/commission-keys.ts";
import { leaveCountKey, lyingCountKey } from "../kit/count-key.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterProjects } from "../kit/projects.ts";
import { importRoll } from "../kit/roll.ts";
import { identityOf } from "../kit/voting-city.ts";
import { type Edition, editionOf, HOUR_MS } from "./edition.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const POOLS = { L13: { amountZloty: 1500, costsZloty: [800, 400] } };

const openVote = async () => {
  const one = await openTestVote(place, { pools: POOLS, voters: 2 });
  // Holds are whole seconds long: the vote may open up to one after its time.
  await place.clock.moveTo((now) => now + 2000);
  return { one, edition: editionOf(place, one) };
};

const phaseOf = async (edition: Edition) => (await edition.seen()).phase;

const at = (ms: number) => new Date(ms).toISOString();

/** A cycle of one pool with this calendar, and nothing in it yet. */
const openDraft = async (calendar: object[]) => {
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet",
      ruleSet: "katowice-xii",
      calendar,
      pools: [{ id: "L13", amountGrosze: 150_000 }],
    },
  });
  await place.settle();
  return editionOf(place, { cycleId: made.body.id, privateKey: "" });
};

test("a vote that is extended closes at its new end, whoever else moved it in the same moment", async () => {
  const { one, edition } = await openVote();
  const [project = ""] = one.projects.L13 ?? [];
  const { opensAt, closesAt } = await edition.seen();
  const end = Date.parse(closesAt);

  const anew = await edition.move({ name: "voting", startsAt: at(Date.parse(opensAt) + 1000) });
  expect([anew.status, anew.body.code]).toEqual([409, "cycle/locked"]);
  const past = await edition.move({ name: "voting", endsAt: opensAt });
  expect([past.status, past.body.code]).toEqual([422, "cycle/calendar"]);

  const alone = await edition.move({ name: "voting", endsAt: at(end + HOUR_MS) });
  expect([alone.status, alone.body.code]).toEqual([409, "voting/end-needs-two"]);
  const sooner = await edition.move({ name: "voting", endsAt: at(end - HOUR_MS) });
  expect([sooner.status, sooner.body.code]).toEqual([409, "voting/end-needs-two"]);
  await edition.propose(at(end + HOUR_MS));
  const outcomes = await Promise.all([
    edition.acceptExtension(at(end + HOUR_MS)),
    edition.propose(at(end + 2 * HOUR_MS), 1),
    edition.ask("sealed", 1),
  ]);
  expect(outcomes.filter(({ status }) => status < 300).length).toBeGreaterThan(0);
  expect(await phaseOf(edition)).toBe("voting");
  const promised = (await edition.seen()).closesAt;
  for (let gate = 0; gate < GATES; gate++) {
    const Window = z.object({ closeAtMs: z.number() });
    const window = await place.deps.store.table.get(keys.gate(edition.id, gate), Window);
    expect(at(window?.closeAtMs ?? 0)).toBe(promised);
  }

  if (promised !== at(end + HOUR_MS)) {
    await edition.propose(at(end + HOUR_MS));
    expect((await edition.acceptExtension(at(end + HOUR_MS))).body.closesAt).toBe(at(end + HOUR_MS));
  }
  await place.clock.moveTo(end + 120_000);
  expect(await phaseOf(edition)).toBe("voting");
  const late = await vote(place, one.cycleId, 0, [{ pool: "L13", points: { [project]: 3 } }]);
  expect(late.status).toBe(201);

  await place.clock.moveTo(end + HOUR_MS + 20_000);
  expect(await phaseOf(edition)).toBe("voting");
  const reopened = await edition.propose(at(end + 3 * HOUR_MS));
  expect([reopened.status, reopened.body.code]).toEqual([409, "voting/closed"]);
  expect(reopened.body.detail).toContain("Głosowanie skończyło się");
  await place.clock.moveTo(end + HOUR_MS + 63_000);
  expect(await phaseOf(edition)).toBe("sealed");
  const tooLate = await place.call(`POST /v1/cycles/${one.cycleId}/voter-sessions`, { body: identityOf(1) });
  expect([tooLate.status, tooLate.body.code]).toEqual([409, "voting/closed"]);
  await edition.askByTwo("cancelled");
});

test("a vote that staff end is shut at once and sealed a minute later, however often they ask", async () => {
  const { one, edition } = await openVote();
  const skipped = await edition.ask("counting");
  expect([skipped.status, skipped.body.code]).toEqual([409, "cycle/move-not-allowed"]);
  expect((await edition.ask("sealed")).status).toBe(202);
  const accepted = await Promise.all([1, 1, 1].map((n) => edition.agree("sealed", n)));
  expect(accepted.map(({ status }) => status)).toEqual([202, 202, 202]);
  await place.settle();
  const closing = await edition.seen();
  expect([closing.phase, Date.parse(closing.closesAt) <= place.clock.now() + 5000]).toEqual(["voting", true]);
  await place.clock.moveTo((now) => Math.max(now, Date.parse(closing.closesAt)));
  expect(await place.deps.store.cycles.sealedGates(edition.id)).toBe(0);
  await place.clock.moveTo((now) => now + 67_000);
  const sealed = await edition.seen();
  expect([sealed.phase, sealed.requested, sealed.blockers]).toEqual([
    "sealed",
    null,
    [{ what: "needs-count-key" }],
  ]);
  expect(await place.deps.store.cycles.sealedGates(edition.id)).toBe(GATES);
  // An urn may still be called off, and then nothing is left of a key that was handed over for it.
  await leaveCountKey(edition.id, one.privateKey, place.deps);
  expect((await edition.askByTwo("cancelled")).status).toBe(202);
  await place.settle();
  expect(await phaseOf(edition)).toBe("cancelled");
  expect(await lyingCountKey(edition.id, place.deps)).toBeUndefined();
  expect((await edition.handOver()).status).toBe(409);
  expect(await lyingCountKey(edition.id, place.deps)).toBeUndefined();
});

test("a vote that is called off is shut and sealed like one that is ended, and takes no ballot after", async () => {
  const { edition } = await openVote();
  expect((await edition.askByTwo("cancelled")).status).toBe(202);
  await place.settle();
  await place.clock.moveTo((now) => now + 67_000);
  expect(await phaseOf(edition)).toBe("cancelled");
  expect(await place.deps.store.cycles.sealedGates(edition.id)).toBe(GATES);
});

test("a vote that staff end is shut at the gates too, when the step that ends it is cut off in between", async () => {
  const { edition } = await openVote();
  const { store } = place.deps;
  const cycle = await store.cycles.get(edition.id);
  if (!cycle) throw new Error("no cycle");
  const [entry] = cycle.calendar.filter(({ name }) => name === "voting");
  if (!entry) throw new Error("no vote");
  const endsAt = instant(place.clock.now());
  accept(await store.cycles.change(cycle, { calendar: [{ ...entry, endsAt }] }));
  expect(await edition.step("workflow", "close", { phase: "voting" })).toMatchObject({ state: "early" });
  const gate = await store.table.get(keys.gate(edition.id, 0), z.object({ closeAtMs: z.number() }));
  expect(gate?.closeAtMs).toBe(Date.parse(endsAt));
  await edition.askByTwo("cancelled");
});

test("a state machine that is started again finds its place and hurries nothing", async () => {
  const { edition } = await openVote();
  const { store, machine } = place.deps;
  const state = async () => {
    const { items } = await store.audit.list(edition.id);
    return { cycle: await store.cycles.get(edition.id), audits: items.length };
  };
  const before = await state();
  expect(await edition.step("workflow", "plan")).toMatchObject({ done: false, phase: "voting" });
  expect(await edition.step("workflow", "open", { phase: "voting" })).toMatchObject({
    state: "opened",
    work: "none",
  });
  expect(await edition.step("workflow", "close", { phase: "ballot-frozen" })).toMatchObject({
    state: "closed",
  });
  expect(await edition.step("workflow", "close", { phase: "voting" })).toMatchObject({ state: "early" });
  for (const n of [1, 2]) await machine.start(edition.id, `${edition.id}-again-${n}`);
  await place.settle();
  expect(await state()).toEqual(before);

  // Called off in the middle, it is shut and sealed like any other vote.
  expect((await edition.askByTwo("cancelled")).status).toBe(202);
  await place.settle();
  expect(await phaseOf(edition)).toBe("voting");
  await place.clock.moveTo((now) => now + 67_000);
  expect(await phaseOf(edition)).toBe("cancelled");
  expect(await store.cycles.sealedGates(edition.id)).toBe(GATES);
  expect((await edition.ask("sealed")).body.code).toBe("cycle/move-not-allowed");
  expect(await edition.step("workflow", "plan")).toEqual({ done: true, phase: "cancelled", seconds: 0 });
});

test("a phase does not open while something is missing: it says what, and opens once it is there", async () => {
  const start = place.clock.now();
  const edition = await openDraft([
    { name: "merit-review", startsAt: at(start - 1000), endsAt: at(start + HOUR_MS) },
    { name: "voting", startsAt: at(start + 2 * HOUR_MS), endsAt: at(start + 50 * HOUR_MS) },
  ]);
  expect(await phaseOf(edition)).toBe("merit-review");
  const refused = await edition.ask("ballot-frozen");
  expect([refused.status, refused.body.code]).toEqual([409, "cycle/blocked"]);
  await place.clock.moveTo(start + 3 * HOUR_MS);
  expect((await edition.seen()).blockers).toEqual([{ what: "no-projects" }]);
  await enterProjects(place, edition.id, [{ pool: "L13", title: "Ławki", costGrosze: 100 }]);
  // Nobody has to wake it: it looks again within the hour.
  await place.clock.moveTo((now) => now + 2 * HOUR_MS);
  const frozen = await edition.seen();
  expect([frozen.phase, frozen.blockers]).toEqual([
    "ballot-frozen",
    [{ what: "no-roll" }, { what: "no-ballot-key" }],
  ]);
  await importRoll(place, edition.id, rollOf(3));
  expect((await edition.seen()).blockers).toEqual([{ what: "no-ballot-key" }]);
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  await bringKeys(place, edition.id, { ballots: holderOf(ballots), links: holderOf(links) });
  await place.clock.moveTo((now) => now + 2 * HOUR_MS);
  expect(await phaseOf(edition)).toBe("voting");
  await edition.askByTwo("cancelled");
});

describe("an edition whose state machine is lost", () => {
  const stop = async (edition: Edition) => {
    const list = (
      await place.states.handle("AWSStepFunctions.ListExecutions", {
        stateMachineArn: localMachineArn("cycle"),
        statusFilter: "RUNNING",
      })
    ).body as { executions?: { executionArn: string; name: string }[] };
    const own = (list.executions ?? []).filter(({ name }) => name.startsWith(edition.id));
    for (const { executionArn } of own)
      await place.states.handle("AWSStepFunctions.StopExecution", { executionArn });
    return own.length;
  };

  test("is taken up again by the sweep, ten minutes after it should have moved, though nothing changed", async () => {
    const start = place.clock.now();
    const edition = await openDraft([
      { name: "submission", startsAt: at(start + HOUR_MS), endsAt: at(start + 90 * HOUR_MS) },
      { name: "voting", startsAt: at(start + 91 * HOUR_MS), endsAt: at(start + 92 * HOUR_MS) },
    ]);
    expect(await stop(edition)).toBe(1);
    await place.clock.moveTo(start + HOUR_MS + 300_000);
    expect(await phaseOf(edition)).toBe("draft");
    await place.clock.moveTo(start + HOUR_MS + 660_000);
    await place.settle();
    expect(await phaseOf(edition)).toBe("submission");
    // Swept again it is left alone.
    await place.settle();
    expect(await stop(edition)).toBe(1);
  });

  test("is taken up again by whoever changes something about it", async () => {
    const start = place.clock.now();
    const edition = await openDraft([
      { name: "submission", startsAt: at(start + HOUR_MS), endsAt: at(start + 90 * HOUR_MS) },
      { name: "voting", startsAt: at(start + 91 * HOUR_MS), endsAt: at(start + 92 * HOUR_MS) },
    ]);
    expect(await stop(edition)).toBe(1);
    expect((await edition.ask("submission")).status).toBe(202);
    await place.settle();
    expect(await phaseOf(edition)).toBe("submission");
    expect(await stop(edition)).toBe(1);
  });
});
