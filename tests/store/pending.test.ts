import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Deed } from "../../shared/acts/audited.ts";
import { propose } from "../../shared/acts/propose.ts";
import { settle } from "../../shared/acts/settle.ts";
import type { TakesTwo, Word } from "../../shared/acts/takes-two.ts";
import type { CycleId, PendingId } from "../../shared/domain/ids.ts";
import { checkSettling, PENDING, type PendingAct, PendingState } from "../../shared/domain/office/pending.ts";
import { Refused } from "../../shared/domain/result.ts";
import { epochSeconds, instant, milliseconds, plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { keys } from "../../shared/store/keys.ts";
import { chanceOf, seed } from "../kit/chance.ts";
import { AT, newCycleId, openTables, type Tables, trace } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const DAY_SECONDS = 86_400;
const chance = chanceOf(seed, "pending");
const bytes = () => Uint8Array.from({ length: 16 }, () => chance.below(256));
const deps = () => ({ store: tables.store }) as Deps;

/** A request of somebody of the office, so many seconds after the first. */
const deedOf = (id: string, seconds = 0): Deed => ({
  actor: { kind: "staff", id, name: id.toUpperCase(), roles: ["coordinator"] },
  route: {
    key: "POST /v1/staff/pending/{pendingId}/acceptance",
    fn: "voting",
    who: { by: "anyone" },
  } as never,
  receivedAt: plusSeconds(AT, seconds),
  newId: (prefix) => idFrom(prefix, bytes()),
});

/** An act that leaves a trace of each time it was done. */
const traced = (): TakesTwo<"move-cycle"> & { readonly done: () => Promise<number> } => {
  const name = `done-${idFrom("aud", bytes())}`;
  let runs = 0;
  return {
    names: {
      propose: "postTransition",
      accept: "postTransitionAcceptance",
      refuse: "postPendingRefusal",
      withdraw: "postTransitionWithdrawal",
    },
    facts: ({ proposal: { from, to } }) => ({ from, to }),
    run: async () => [trace(name, runs++)],
    done: async () => (await tables.store.table.query(`AUDIT#${name}`, Any)).items.length,
  };
};
const Any = z.looseObject({});

const propositionOf = (cycleId: CycleId, reason: string) => ({
  kind: "move-cycle" as const,
  proposal: { cycleId, edition: "XII", from: "voting" as const, to: "sealed" as const, reason },
});

const codeOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return "ok";
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
};

const current = async (id: PendingId): Promise<PendingAct<"move-cycle">> =>
  (await tables.store.pending.get(id)) as PendingAct<"move-cycle">;

const PEOPLE = ["anna", "bogdan", "celina"];
const word = fc.record({
  who: fc.constantFrom(...PEOPLE),
  how: fc.constantFrom<Word>("accept", "refuse", "withdraw"),
  /** Which of the proposals so far it is about. */
  about: fc.nat(3),
  /** How often it is sent at once: an answer may be lost. */
  times: fc.integer({ min: 1, max: 3 }),
});
const proposing = fc.record({ who: fc.constantFrom(...PEOPLE), reason: fc.constantFrom("A", "B") });
/** What people do at the same moment. */
const round = fc.record({
  proposed: fc.option(proposing, { nil: undefined }),
  words: fc.array(word, { maxLength: 4 }),
});
const rounds = fc.array(round, { minLength: 1, maxLength: 4 });
type Round = typeof round extends fc.Arbitrary<infer One> ? One : never;

const begun = (who: string): Round => ({ proposed: { who, reason: "A" }, words: [] });
const said = (who: string, how: Word, about = 0): Round => ({
  proposed: undefined,
  words: [{ who, how, about, times: 1 }],
});
/** Chance alone leaves one of the ways out now and then. */
const EVERY_WAY: Round[][] = [
  [begun("anna"), said("anna", "withdraw")],
  [begun("anna"), said("anna", "accept"), said("bogdan", "accept"), said("celina", "refuse")],
  [begun("anna"), begun("bogdan"), said("celina", "refuse", 1)],
];

describe("of what two people do, in whatever order and however often they send it,", () => {
  test("each proposal is settled once, by the one word that came through, and done once if another person accepted it", async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const cycleId = newCycleId();
        const act = traced();
        const made: PendingAct[] = [];
        for (const { proposed, words } of all) {
          const seen = await Promise.all(made.map(({ id }) => current(id)));
          const asked = words.flatMap(({ who, how, about, times }) => {
            const one = seen[about];
            return one
              ? Array.from({ length: times }, () =>
                  codeOf(settle(act, { act: one, how, by: deedOf(who), reason: "bo tak" }, deps())),
                )
              : [];
          });
          const others = proposed
            ? [
                propose(
                  act,
                  { ...propositionOf(cycleId, proposed.reason), by: deedOf(proposed.who) },
                  deps(),
                ).then(
                  (one) => void (made.some(({ id }) => id === one.id) || made.push(one)),
                  (error) => expect(error).toBeInstanceOf(Refused),
                ),
              ]
            : [];
          for (const code of await Promise.all(asked)) outcomes.add(code);
          await Promise.all(others);
        }
        const ended = await Promise.all(made.map(({ id }) => current(id)));
        for (const { state, by, settled } of ended) {
          outcomes.add(state);
          if (state === "accepted" || state === "refused") expect(settled?.by).not.toBe(by);
          if (state === "withdrawn") expect(settled?.by).toBe(by);
          if (state === "proposed" || state === "replaced") expect(settled).toBeUndefined();
        }
        expect(await act.done()).toBe(ended.filter(({ state }) => state === "accepted").length);
        // At most one stands, and it alone is in its place and on the desk.
        const standing = ended.filter(({ state }) => state === "proposed").map(({ id }) => id);
        expect((await tables.store.pending.on(cycleId, ["move-cycle"])).map(({ id }) => id)).toEqual(
          standing,
        );
        const waiting: string[] = [];
        for await (const { id, about } of await tables.store.work.of(["queue#cycle"]))
          if ("cycleId" in about && about.cycleId === cycleId) waiting.push(id);
        expect(waiting).toEqual(standing);
        const { items } = await tables.store.audit.list(cycleId);
        const settledBy = ended.filter(({ settled }) => settled !== undefined);
        expect(items.length).toBe(made.length + settledBy.length);
      }),
      { seed, numRuns: 60, examples: EVERY_WAY.map((one): [Round[]] => [one]) },
    );
    // Every way was gone, or the property says nothing.
    for (const way of [
      "accepted",
      "refused",
      "withdrawn",
      "replaced",
      "identity/same-person",
      "pending/settled",
    ])
      expect(outcomes, way).toContain(way);
  });
});

test("what lapsed is settled by nobody, to the millisecond; a retry of what was accepted in time finds it", async () => {
  for (const [afterMs, expected] of [
    [-1, "ok"],
    [0, "pending/lapsed"],
  ] as const) {
    const act = traced();
    const one = await propose(act, { ...propositionOf(newCycleId(), "A"), by: deedOf("anna") }, deps());
    expect(one.until).toBe(plusSeconds(AT, DAY_SECONDS));
    const receivedAt = instant(milliseconds(one.until) + afterMs);
    const accepted = () =>
      codeOf(settle(act, { act: one, how: "accept", by: { ...deedOf("bogdan"), receivedAt } }, deps()));
    expect(await accepted()).toBe(expected);
    const later = {
      act: await current(one.id),
      how: "accept",
      by: deedOf("bogdan", 2 * DAY_SECONDS),
    } as const;
    expect(await codeOf(settle(act, later, deps()))).toBe(expected);
    expect(await act.done()).toBe(expected === "ok" ? 1 : 0);
  }
});

test("the same that is proposed again after its time is a proposal of its own, and takes the place of the one that lapsed", async () => {
  const act = traced();
  const what = propositionOf(newCycleId(), "A");
  const proposed = (seconds: number) => propose(act, { ...what, by: deedOf("anna", seconds) }, deps());
  const one = await proposed(0);
  expect((await proposed(DAY_SECONDS - 1)).id).toBe(one.id);
  const two = await proposed(DAY_SECONDS);
  expect([two.id === one.id, two.until]).toEqual([false, plusSeconds(AT, 2 * DAY_SECONDS)]);
  const { pending } = tables.store;
  expect((await pending.standing(what.proposal.cycleId, "move-cycle", ""))?.id).toBe(two.id);
  expect((await current(one.id)).state).toBe("replaced");
  // Whoever still lapses the first one leaves the place to the second.
  for (const write of await pending.lapse(one))
    expect((await tables.store.table.write([write])).ok).toBe(false);
  expect((await pending.standing(what.proposal.cycleId, "move-cycle", ""))?.id).toBe(two.id);
});

test("an act is found for ninety days after its time, by whoever sends again, and then goes", async () => {
  const one = await propose(traced(), { ...propositionOf(newCycleId(), "A"), by: deedOf("anna") }, deps());
  const stored = await tables.store.table.get(keys.pending(one.id), Any);
  expect(stored?.expiresAtSeconds).toBe(epochSeconds(plusSeconds(one.until, 90 * DAY_SECONDS)));
});

test("what cannot be any more is refused, and the proposal stands", async () => {
  const act = traced();
  const one = await propose(act, { ...propositionOf(newCycleId(), "A"), by: deedOf("anna") }, deps());
  const blocked: TakesTwo<"move-cycle"> = {
    ...act,
    run: async () => {
      throw new Refused({ code: "cycle/locked", facts: { phase: "sealed" } });
    },
  };
  const asked = { act: one, how: "accept", by: deedOf("bogdan") } as const;
  expect(await codeOf(settle(blocked, asked, deps()))).toBe("cycle/locked");
  expect((await current(one.id)).state).toBe("proposed");
  expect(await codeOf(settle(act, asked, deps()))).toBe("ok");
});

test("whoever is slower is told that it is settled, though what they accept can no longer be done", async () => {
  const act = traced();
  const one = await propose(act, { ...propositionOf(newCycleId(), "A"), by: deedOf("anna") }, deps());
  const slow = (who: string): TakesTwo<"move-cycle"> => ({
    ...act,
    run: async () => {
      await settle(act, { act: one, how: "accept", by: deedOf(who) }, deps());
      throw new Refused({ code: "cycle/locked", facts: { phase: "sealed" } });
    },
  });
  const asked = { act: one, how: "accept", by: deedOf("bogdan") } as const;
  expect(await codeOf(settle(slow("celina"), asked, deps()))).toBe("pending/settled");
  const two = await propose(act, { ...propositionOf(newCycleId(), "A"), by: deedOf("anna") }, deps());
  const same = { ...asked, act: two };
  const other: TakesTwo<"move-cycle"> = {
    ...act,
    run: async () => {
      await settle(act, same, deps());
      throw new Refused({ code: "cycle/locked", facts: { phase: "sealed" } });
    },
  };
  expect(await codeOf(settle(other, same, deps()))).toBe("ok");
  expect(await act.done()).toBe(2);
});

test("the table of moves leads out of a standing proposal alone, and no word settles any other", () => {
  for (const state of PendingState.options) {
    const isStanding = state === "proposed";
    expect(Object.keys(PENDING[state]).length).toBe(isStanding ? 6 : 0);
    const act = { state, by: "anna", until: plusSeconds(AT, 1) };
    const may = (how: Word, me: string) => checkSettling(act, how, { me, now: AT }) === undefined;
    expect([may("accept", "bogdan"), may("refuse", "bogdan"), may("withdraw", "anna")]).toEqual([
      isStanding,
      isStanding,
      isStanding,
    ]);
    expect([may("accept", "anna"), may("refuse", "anna"), may("withdraw", "bogdan")]).toEqual([
      false,
      false,
      false,
    ]);
  }
});
