/** The canary votes as anybody would, in a vote that nobody sees; and what it needs opens nobody else's. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../infra/doctor/finding.ts";
import { machineFindings } from "../../infra/doctor/machine.ts";
import { OVERLAP_MS, type Probe, probeAt } from "../../shared/acts/probe.ts";
import { codeOf, codesOf, probeCodeOf, sessionHashOf } from "../../shared/acts/voter-keys.ts";
import { CycleId, isProbe, probeId, VoteId } from "../../shared/domain/ids.ts";
import { NOBODYS_ADDRESS } from "../../shared/domain/mailbox.ts";
import { checkBallot } from "../../shared/domain/voting/ballot.ts";
import { PROBE_VOTERS, probeBallot, probeLists, probeRules } from "../../shared/domain/voting/probe.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { openVault } from "../../shared/platform/vault.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";

const DAY_MS = 86_400_000;
const HASH = "0123456789abcdefghjkmnpqrs";
const ID = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => idFrom("cyc", bytes));
const LATE = "2027-01-01T00:00:00.000Z";

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const canary = async () => (await place.call("POST /local/canary")).body;

const present = async (): Promise<Probe> => {
  const { deps } = place;
  const probe = await probeAt(deps.system.now(), deps.site.city, deps.vault);
  if (!probe) throw new Error("no probe");
  return probe;
};

const identify = async (n: number, more: Readonly<Record<string, string>> = {}) => {
  const { id, factsOf } = await present();
  const body = { ...factsOf(n), email: NOBODYS_ADDRESS, ...more };
  return place.call(`POST /v1/cycles/${id}/voter-sessions`, { body });
};

test("it is let in, casts a ballot and finds its receipt, time after time", async () => {
  for (let vote = 0; vote < 3; vote++) expect(await canary()).toMatchObject({ taken: true });
  const [record, ...others] = await place.deps.store.probes.list();
  expect(others).toEqual([]);
  expect(record).toMatchObject({ id: (await present()).id, probe: true, phase: "voting" });
  expect(place.meter.sums().get("canary")).toMatchObject({ Kept: 3 });
});

test("its codes and letters go to nobody's address, whatever is typed, and clutter no mailbox", async () => {
  await canary();
  expect((await identify(290, { email: "resident@example.com" })).status).toBe(202);
  const { id } = await present();
  await place.settle();
  expect(place.letters()).toEqual([]);
  expect((await place.deps.store.probes.list()).map((one) => one.id)).toEqual([id]);
});

describe("its codes", () => {
  const vaultOf = (...names: string[]) =>
    openVault({
      read: async (name) =>
        names.includes(name) ? Buffer.alloc(32, name.length).toString("base64") : undefined,
      create: async () => undefined,
      remove: async () => undefined,
    });

  test("no cycle that is opened is ever taken for one of its votes", () => {
    fc.assert(
      fc.property(ID, (id) => {
        expect(isProbe(id)).toBe(false);
        expect(CycleId.safeParse(id).success).toBe(true);
        const own = probeId(id.slice("cyc_".length));
        expect(isProbe(own)).toBe(true);
        expect(CycleId.safeParse(own).success).toBe(false);
        expect(VoteId.safeParse(own).success).toBe(true);
      }),
    );
  });

  test("whoever has its secret knows no code of anybody else's vote", async () => {
    await fc.assert(
      fc.asyncProperty(ID, async (cycleId) => {
        const session = { cycleId, sessionHash: HASH, codeExpiresAt: LATE };
        const { current } = await vaultOf("codes").codes("codes");
        expect(await codesOf(vaultOf("codes"), session, 6)).toEqual([codeOf(current, session, 6)]);
        await expect(codesOf(vaultOf("canary"), session, 6)).rejects.toThrow('no secret "codes"');
      }),
    );
  });

  test("the secret of everybody's codes opens none of its votes", async () => {
    const session = { cycleId: probeId("0123456789abcdef"), sessionHash: HASH, codeExpiresAt: LATE };
    const { current } = await vaultOf("canary").canary("codes");
    expect(await codesOf(vaultOf("canary"), session, 6)).toEqual([probeCodeOf(current, HASH, 6)]);
    await expect(codesOf(vaultOf("codes"), session, 6)).rejects.toThrow('no secret "canary"');
  });

  test("a code as of everybody's sessions is wrong at its door", async () => {
    const { id } = await present();
    const { body } = await identify(291);
    const sessionHash = sessionHashOf(body.session);
    const { codeExpiresAt = "" } = (await place.deps.store.voterSessions.get(sessionHash)) ?? {};
    const { current } = await place.deps.vault.codes("codes");
    const entered = await place.call(`POST /v1/cycles/${id}/voter-sessions/${body.session}/code`, {
      body: { code: codeOf(current, { sessionHash, codeExpiresAt }, 6) },
    });
    expect(entered).toMatchObject({ status: 422, body: { code: "voting/code" } });
  });
});

test("wrong proofs of a made-up voter are counted as anybody's, and the canary goes on", async () => {
  const { rules } = await present();
  const wrong = () => identify(292, { ...(rules.identity && { mothersMaidenName: "Obca" }) });
  let refused: number | undefined;
  // Everybody's guesses of one person, and two more with one contact: then there is an end.
  for (let n = 0; refused === undefined && n <= 4 * rules.voterCodes.tries.person.burst + 2; n++) {
    const { status } = await wrong();
    if (status !== 202) refused = status;
  }
  expect([422, 429]).toContain(refused);
  expect(await canary()).toMatchObject({ taken: true });
});

test("every rule set that is shipped has a ballot that it can cast", () => {
  for (const shipped of RULE_SETS.values()) {
    const rules = probeRules(shipped);
    const lists = probeLists(rules, (pool, n) => `${pool}-${n}`);
    expect(checkBallot({ pools: lists }, probeBallot(lists)), shipped.name).toMatchObject({ ok: true });
  }
});

test("its voters are as many as there are five minutes in a day, and no two the same", async () => {
  const { factsOf } = await present();
  const people = Array.from({ length: PROBE_VOTERS }, (_, n) => factsOf(n).pesel);
  expect(PROBE_VOTERS).toBeGreaterThan(DAY_MS / 300_000);
  expect(new Set(people).size).toBe(PROBE_VOTERS);
});

describe("each night", () => {
  const openAt = () => place.invoke("workflow", { task: "open-probe" });
  const sweep = () => place.invoke("workflow", { sweep: true });

  test("a new one takes the place of the old, whose secret is destroyed", async () => {
    const house = await openPlace();
    try {
      const now = () => house.deps.system.now();
      const at = async () => (await probeAt(now(), house.deps.site.city, house.deps.vault)) as Probe;
      const ids = async () => (await house.deps.store.probes.list()).map(({ id }) => id).sort();
      await house.invoke("workflow", { task: "open-probe" });
      const old = await at();
      expect(await ids()).toEqual([old.id]);
      const change = Date.parse(old.endsAt) - OVERLAP_MS;

      // Shortly before the change of days the next one is there beside it.
      await house.clock.moveTo(change - 60_000);
      await house.invoke("workflow", { task: "open-probe" });
      expect(await ids()).toHaveLength(2);
      expect((await house.call("POST /local/canary")).body).toMatchObject({ taken: true });

      await house.clock.moveTo(change + 1000);
      const next = await at();
      expect(next.id).not.toBe(old.id);
      expect((await house.call("POST /local/canary")).body).toMatchObject({ taken: true });

      await house.clock.moveTo(change + OVERLAP_MS + 1000);
      await house.invoke("workflow", { sweep: true });
      expect(await ids()).toEqual([next.id]);
      await expect(house.deps.vault.cycleKey(old.id, "roll")).rejects.toThrow("no secret");
      const late = await house.call(`POST /v1/cycles/${old.id}/voter-sessions`, {
        body: { ...old.factsOf(1), email: NOBODYS_ADDRESS },
      });
      expect(late.status).toBe(404);
    } finally {
      await house.close();
    }
  });

  test("what was cut off is gone on with, whether it began or ended", async () => {
    const house = await openPlace();
    try {
      const { store, vault, site, system } = house.deps;
      await house.invoke("workflow", { task: "open-probe" });
      const [made] = await store.probes.list();
      if (!made) throw new Error("no probe");
      const probe = (await probeAt(system.now(), site.city, vault)) as Probe;
      // As if the run had died right after the record, and another after the secret.
      await store.cycles.change(made, { phase: "draft" }, [], ["roll"]);
      expect((await house.call("POST /local/canary")).body).toMatchObject({ taken: true });

      await vault.destroyCycleSecret(probe.id);
      await house.clock.moveTo(Date.parse(probe.endsAt) + 1000);
      await house.invoke("workflow", { sweep: true });
      expect(await store.probes.list()).toEqual([]);
    } finally {
      await house.close();
    }
  });

  test("done again it finds what is there", async () => {
    await openAt();
    const before = await place.deps.store.probes.list();
    await Promise.all([openAt(), openAt(), sweep()]);
    expect(await place.deps.store.probes.list()).toEqual(before);
  });
});

test("a fault is told in a line, and noted as broken", async () => {
  const house = await openPlace();
  try {
    // Nobody has opened its vote.
    expect(await house.invoke("canary", { task: "vote" })).toMatchObject({
      taken: false,
      fault: "identity: 404 thing/not-found, not 202",
    });
    expect(house.meter.sums().get("canary")).toMatchObject({ Broken: 1 });
  } finally {
    await house.close();
  }
});

test("nobody who is staff can make one, or touch it", async () => {
  await canary();
  const { id } = await present();
  const token = await place.staff("coordinator");
  const made = await place.call("POST /v1/staff/cycles", { token, key: newKey(), body: { probe: true } });
  expect(made.status).toBe(400);
  expect(made.text).toContain("/probe");
  for (const row of [
    `GET /v1/cycles/${id}`,
    `GET /v1/staff/cycles/${id}/retention`,
    `POST /v1/staff/cycles/${id}/transitions`,
  ])
    expect(
      (
        await place.call(row, {
          token,
          key: newKey(),
          body: row.startsWith("POST") ? { to: "cancelled", reason: "bo tak" } : undefined,
        })
      ).status,
      row,
    ).toBe(404);
});

describe("npm run doctor", () => {
  /** What it says of the canary in the house whose data lies in a folder. */
  const saidOf = async (url: string): Promise<Finding> => {
    const folder = mkdtempSync(join(tmpdir(), "rynek-canary-"));
    writeFileSync(join(folder, "local.json"), JSON.stringify({ url, pid: process.pid }));
    try {
      for await (const finding of machineFindings(folder, 0))
        if (/^The canary/.test(finding.what)) return finding;
      throw new Error("not a word of the canary");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  test("lets it vote once in the house that runs, and says so in a line", async () => {
    const { state, what } = await saidOf(place.url);
    expect([state, what]).toEqual([
      "ok",
      expect.stringMatching(/^The canary voted at http.+, from its code to its receipt, in \d+ ms$/),
    ]);
  });

  test("says what it met where nobody can vote, and what to do", async () => {
    const house = await openPlace();
    try {
      await house.invoke("workflow", { task: "open-probe" });
      const [probe] = await house.deps.store.probes.list();
      await house.deps.store.cycles.sealGates(probe?.id ?? "cyc_");
      expect(await saidOf(house.url)).toMatchObject({
        state: "fault",
        what: expect.stringMatching(/could not vote.+ballot: \d+ voting\/closed, not 201/),
        todo: expect.stringContaining("house.log"),
      });
    } finally {
      await house.close();
    }
  });
});
