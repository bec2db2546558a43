import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CycleId, VoidId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import type { VoidCase } from "../../shared/domain/voting/void.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { AT, aCycle, openTables, type Tables } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const ID = "vod_0000000000000000" as VoidId;
const [ANNA, JAN] = ["anna", "jan"];
const [ONE, OTHER] = ["1".repeat(20), "2".repeat(20)];

const said = (by: string) => ({ by, name: by, at: AT });

/** A case that Anna proposed and Jan accepted, of an edition with two ballots in the box. */
const accepted = async () => {
  const cycle = aCycle({ phase: "sealed" });
  const { table, store } = tables;
  const made: VoidCase = {
    ...{ id: ID, state: "proposed", reason: "court-order", note: "", district: "L13" },
    ...{ proposed: said(ANNA), link: new Uint8Array(8) },
  };
  const ballots = [ONE, OTHER].map((ballot) =>
    put({ table: "ballots", key: keys.ballot(cycle.id, ballot), item: { sealed: new Uint8Array(8) } }),
  );
  for (const write of [
    ...ballots,
    await store.voids.propose(cycle, made),
    await store.voids.accept(cycle, ID, said(JAN)),
  ])
    accept(await table.write([write]));
  return {
    name: async (by: string, ballot: string) =>
      (await table.write([await store.voids.name(cycle, ID, { by, ballot })])).ok,
    settle: async (by: string, ballot: string) =>
      (await table.write(await store.voids.settle(cycle, ID, { by, ballot }))).ok,
    decline: async () =>
      (await table.write([await store.voids.decline(cycle, ID, { ...said(JAN), why: "Brak dowodu" })])).ok,
    seen: async () => await store.voids.get(cycle.id as CycleId, ID),
  };
};

describe("a case that two people name the ballot of", () => {
  test("is settled by the other person alone, on the very ballot that was named first", async () => {
    const { name, settle, seen } = await accepted();
    expect(await settle(JAN, ONE)).toBe(false);
    expect(await name(ANNA, ONE)).toBe(true);
    expect([await settle(ANNA, ONE), await settle("celina", ONE), await settle(JAN, OTHER)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([await name(JAN, OTHER), await name(ANNA, OTHER)]).toEqual([false, true]);
    expect([await settle(JAN, ONE), await settle(JAN, OTHER)]).toEqual([false, true]);
    expect(await seen()).toMatchObject({ state: "voided", ballot: OTHER });
    expect(await seen()).not.toHaveProperty("link");
  });

  test("is settled once when both settle at once, and never on what the first has named anew", async () => {
    for (let round = 0; round < 12; round++) {
      const { name, settle, seen } = await accepted();
      await name(ANNA, ONE);
      const [renamed, ...settled] = await Promise.all([
        name(ANNA, OTHER),
        settle(JAN, ONE),
        settle(JAN, OTHER),
        settle(ANNA, OTHER),
      ]);
      expect(settled.filter(Boolean).length).toBeLessThanOrEqual(1);
      const { state, ballot } = (await seen()) ?? {};
      // Whichever came first: what is void is what both have named last.
      const [onOne, onOther] = settled;
      if (onOne) expect([state, ballot, renamed]).toEqual(["voided", ONE, false]);
      else if (onOther) expect([state, ballot, renamed]).toEqual(["voided", OTHER, true]);
      else expect([state, ballot]).toEqual(["accepted", undefined]);
    }
  });
});

test("a case that is closed without a change keeps nothing that leads to a ballot", async () => {
  const { name, decline, seen } = await accepted();
  expect(await name(ANNA, ONE)).toBe(true);
  expect(await decline()).toBe(true);
  const { link, named, ...left } = (await seen()) ?? {};
  expect([link, named, left]).toMatchObject([undefined, undefined, { state: "declined" }]);
});
