import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { childPeselOf, openTestVote, peselOf, rollOf, type TestVote, tokenOf, vote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { codeFor } from "../kit/voting-city.ts";
import { editionOf, HOUR_MS } from "./edition.ts";
import { type Item, keptOf, kindsOf, storedNow } from "./kinds.ts";

const { describe, test } = inTurn();

const VOTERS = 4;
const CONNECTION = { "x-forwarded-for": "203.0.113.77" };
/** What nobody may find any more: people, where they are, and what is said of them. */
const CANARIES =
  /Przybylska|Mariacka|Nowak|Skowronek|Sikorka|@example\.com|203\.0\.113|głosował za sąsiada|mieszka u siostry/i;

let place: Place;
let one: TestVote;
let before: Item[];

/** From identity to the token, with what the form says besides. */
const enter = async (pesel: string, more: object = {}) => {
  const path = `/v1/cycles/${one.cycleId}/voter-sessions`;
  const identity = { pesel, mothersMaidenName: "nowak łoś", email: `v${pesel}@example.com` };
  const { body } = await place.call(`POST ${path}`, { headers: CONNECTION, body: identity });
  const code = await codeFor(place, body.session);
  return place.call(`POST ${path}/${body.session}/code`, { headers: CONNECTION, body: { code, ...more } });
};

const state = async (n: number): Promise<string> => {
  const filed = await place.call(`POST /v1/cycles/${one.cycleId}/statements`, {
    key: newKey(),
    body: {
      firstName: "Zofia",
      surname: "Przybylska",
      pesel: peselOf(n),
      mothersMaidenName: "Nowak-Łoś",
      address: "ul. Mariacka 5/7",
      district: "L13",
      email: `new-${n}@example.com`,
      declarations: [true, true],
    },
  });
  return filed.body.statement;
};

const asStaff = async (role: "clerk" | "commission", route: string, body: object, n = 0) =>
  place.call(`POST /v1/staff/cycles/${one.cycleId}/${route}`, { token: await place.staff(role, n), body });

const advance = async (days: number) => {
  const moved = await place.call("PUT /local/clock", { body: { advance: `P${days}D` } });
  expect(moved.status).toBe(200);
};

const report = async () =>
  (await place.call(`GET /v1/staff/cycles/${one.cycleId}/retention`, { token: await place.staff("auditor") }))
    .body.clocks;

const states = async () =>
  Object.fromEntries(
    (await report()).map((clock: { what: string; state: string }) => [clock.what, clock.state]),
  );

beforeAll(async () => {
  place = await openPlace();
  one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300] } },
    voters: VOTERS,
    roll: `${rollOf(VOTERS)}${childPeselOf(1)};Nowak-Łoś;L13\n`,
    prepare: async ({ cycleId }) => {
      const at = instant(place.clock.now());
      for (const [n, isNamePublic] of [true, false].entries())
        accept(
          await place.deps.store.projects.enrol({
            project: {
              id: `prj_000000000000000${n}` as ProjectId,
              cycleId: cycleId as CycleId,
              pool: "L13",
              title: "Ławka",
              description: "",
              estimatedCostGrosze: 10_000,
              costGrosze: 10_000,
              status: "on-ballot",
              withdrawnAfterFreeze: false,
              author: {
                name: isNamePublic ? "Jan Jawny" : "Ewa Sikorka",
                email: "author@example.com",
                isNamePublic,
                language: "pl",
              },
              supporters: 0,
              history: [],
              version: 1,
              submittedAt: at,
              fingerprint: "",
            },
            numberOf: (sequence) => `L13/0${sequence}/XII`,
            also: async () => [],
          }),
        );
    },
  });
  const [project = ""] = one.projects.L13 ?? [];
  const supporter = { name: "Adam Skowronek", at: instant(place.clock.now()) };
  accept(
    await place.deps.store.table.write([
      put({ key: keys.support(project as ProjectId, "sup_0000000000000000"), item: supporter }),
      put({ key: keys.supporter(project as ProjectId, "person"), item: { line: "sup_0000000000000000" } }),
    ]),
  );
  expect((await vote(place, one.cycleId, 0, [{ pool: "L13", points: { [project]: 1 } }])).status).toBe(201);
  await tokenOf(place, one.cycleId, 1);
  expect((await enter(peselOf(2))).status).toBe(200);
  expect((await enter(childPeselOf(1), { guardian: true })).status).toBe(200);
  const [added, rejected] = [await state(100), await state(101)];
  await state(102);
  for (const n of [0, 1]) await asStaff("clerk", `statements/${added}/decision`, { result: "accepted" }, n);
  await asStaff("clerk", `statements/${rejected}/decision`, {
    result: "rejected",
    reason: "mieszka u siostry",
  });
  await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
  const note = "głosował za sąsiada";
  const voided = await asStaff("commission", "voids", { pesel: peselOf(0), reason: "proven-misuse", note });
  expect(voided.status).toBe(200);
  before = await storedNow(place);
  await editionOf(place, one).askByTwo("cancelled");
  await place.settle();
});
afterAll(() => place?.close());

test("everything that is stored is of one kind, and goes by its own time where its kind says so", () => {
  for (const item of before) {
    const { ttl, clock } = keptOf(item);
    if (ttl !== undefined && !clock) expect(item.expiresAtSeconds, item.pk).toBeGreaterThan(0);
  }
  expect(JSON.stringify(before)).toMatch(CANARIES);
  const kinds = new Set(before.flatMap(kindsOf));
  for (const kind of ["crowd", "guardian", "bucket", "statementData"] as const)
    expect(kinds.has(kind), kind).toBe(true);
});

describe("an edition that is cancelled before anything is published", () => {
  test("keeps personal data for its days from then on", async () => {
    expect((await editionOf(place, one).seen()).phase).toBe("cancelled");
    await advance(88);
    expect(await states()).toEqual({ voters: "running", supporters: "running", authors: "running" });
    await place.deps.vault.cycleKey(one.cycleId as CycleId, "voter");
  });

  test("then loses the key and all that tells of people, and says how much of each kind it was", async () => {
    await advance(4);
    expect(await states()).toEqual({ voters: "destroyed", supporters: "destroyed", authors: "destroyed" });
    await expect(place.deps.vault.cycleKey(one.cycleId as CycleId, "voter")).rejects.toThrow("no secret");
    const [voters, supporters, authors] = await report();
    expect(voters.destroyed.removed).toMatchObject({ statement: 3, guardian: 1, voidCase: 1 });
    expect(Object.keys(voters.destroyed.removed)).toHaveLength(8);
    for (const kind of ["statementData", "bucket", "crowd"])
      expect(voters.destroyed.removed[kind], kind).toBeGreaterThan(0);
    expect(voters.destroyed.shredded).toEqual({
      rollShard: 1,
      rollStaged: 0,
      rollAddition: 1,
      marker: 1,
      card: 0,
    });
    expect(supporters.destroyed.removed).toEqual({ support: 1, supporter: 1 });
    expect(authors.destroyed.removed).toEqual({
      project: 2,
      attachments: 0,
      projectEdit: 0,
      twin: 0,
      authored: 0,
      lateProposal: 0,
      printedLetter: 0,
    });
  });

  test("leaves nobody in any table, but for the author who wanted to be named", async () => {
    const left = await storedNow(place);
    const telling = left.filter((item) => CANARIES.test(JSON.stringify(item)));
    expect(telling.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
    const { items } = await place.deps.store.projects.list(one.cycleId as CycleId);
    expect(items.map(({ author }) => author?.name).filter(Boolean)).toEqual(["Jan Jawny"]);
    for (const kind of ["STATEMENT#", "GUARDIAN#", "CROWDS#", "BUCKET#cyc", "VOTER-"])
      expect(
        left.filter(({ pk, sk }) => pk.startsWith(kind) || sk.startsWith(kind)),
        kind,
      ).toEqual([]);
  });

  test("goes on answering, and a ballot is never removed", async () => {
    const ballots = await place.deps.store.table.scan(
      "ballots",
      keys.ballot(one.cycleId as CycleId, "").pk,
      z.looseObject({}),
    );
    expect(ballots).toHaveLength(1);
    const auditor = await place.staff("auditor");
    for (const path of ["", "/dane", "/dziennik"]) {
      const page = await place.call(`GET /urzad/edycje/${one.cycleId}${path}`, {
        headers: { cookie: `staff=${auditor}` },
      });
      expect(page.status, path).toBe(200);
    }
    const commission = { token: await place.staff("commission") };
    for (const list of ["voids", "statements"])
      expect((await place.call(`GET /v1/staff/cycles/${one.cycleId}/${list}`, commission)).status).toBe(200);
    const late = await place.call(`POST /v1/cycles/${one.cycleId}/voter-sessions`, {
      body: { pesel: peselOf(0), mothersMaidenName: "Nowak", email: "late@example.com" },
    });
    expect(late.status).toBeLessThan(500);
  });
});
