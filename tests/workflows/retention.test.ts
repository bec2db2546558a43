import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import type { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { countTestVote, openTestVote, signAndPublish, type TestVote, tokenOf, vote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { expectWhole } from "../pages/whole.ts";
import { editionOf } from "./edition.ts";

const { describe, test } = inTurn();

const DAY_MS = 86_400_000;
/** Authors get messages until the edition is closed. */
const NOT_CLOSED = { authors: "not-started" };

let place: Place;
let published: TestVote;
let open: TestVote;
let receipt: string;

const pools = { L13: { amountZloty: 600, costsZloty: [300, 250] } };

beforeAll(async () => {
  place = await openPlace();
  open = await openTestVote(place, { pools, voters: 3 });
  const staying = editionOf(place, open);
  const later = instant(place.clock.now() + 250 * DAY_MS);
  await staying.propose(later);
  expect((await staying.acceptExtension(later)).status).toBe(200);
  published = await openTestVote(place, { pools, voters: 5 });
  const project = String(published.projects.L13?.[0]);
  for (const n of [0, 1, 2]) {
    const cast = await vote(place, published.cycleId, n, [{ pool: "L13", points: { [project]: 1 } }]);
    receipt = cast.body.receipt;
  }
  // One has a code and never votes: session and address stay behind.
  await tokenOf(place, published.cycleId, 3);
  accept(
    await place.deps.store.table.write([
      put({
        key: keys.support(project as ProjectId, "sup_0000000000000000"),
        item: { name: "Jan Kowalski", at: instant(place.clock.now()) },
      }),
    ]),
  );
  const { count } = await countTestVote(place, published);
  await signAndPublish(place, published.cycleId, count.digest);
});
afterAll(() => place?.close());

const advance = (days: number) => place.call("PUT /local/clock", { body: { advance: `P${days}D` } });

const report = async ({ cycleId }: TestVote, query = "") =>
  (
    await place.call(`GET /v1/staff/cycles/${cycleId}/retention${query}`, {
      token: await place.staff("auditor"),
    })
  ).body;

const states = async (one: TestVote, query = "") =>
  Object.fromEntries(
    (await report(one, query)).clocks.map(({ what, state }: { what: string; state: string }) => [
      what,
      state,
    ]),
  );

const secretOf = ({ cycleId }: TestVote) => place.deps.vault.cycleKey(cycleId as CycleId, "voter");

/** What is stored of a vote, by kind. */
const stored = async ({ cycleId }: TestVote) => {
  const { table } = place.deps.store;
  const id = cycleId as CycleId;
  const anything = z.looseObject({});
  const count = async (name: "main" | "ballots", prefix: string) =>
    (await table.scan(name, prefix, anything)).length;
  return {
    ballots: await count("ballots", keys.ballot(id, "").pk),
    markers: await count("main", keys.marker(id, "").pk),
    roll: await count("main", `ROLL#${id}`),
    contacts: await count("main", keys.voterContact(id, "").pk),
    sessions: (
      await table.scan("main", keys.voterSession("").pk, z.looseObject({ cycleId: z.string() }))
    ).filter((session) => session.cycleId === id).length,
  };
};

describe("the personal data of an edition", () => {
  test("is kept for its days; a dry run says what would be due then, and destroys nothing", async () => {
    expect(await states(published)).toEqual({ ...NOT_CLOSED, voters: "running", supporters: "running" });
    const later = instant(place.clock.now() + 100 * DAY_MS);
    expect(await states(published, `?at=${later}`)).toEqual({
      ...NOT_CLOSED,
      voters: "due",
      supporters: "due",
    });
    expect(await states(open, `?at=${later}`)).toEqual({
      ...NOT_CLOSED,
      voters: "not-started",
      supporters: "due",
    });
    expect((await advance(88)).status).toBe(200);
    expect(await states(published)).toEqual({ ...NOT_CLOSED, voters: "running", supporters: "running" });
    await secretOf(published);
    expect(await stored(published)).toEqual({ ballots: 3, markers: 3, roll: 1, contacts: 1, sessions: 1 });
  });

  test("is destroyed by the sweep when its time is over: the key and what is left, never a ballot or a marker", async () => {
    expect((await advance(3)).status).toBe(200);
    expect(await states(published)).toEqual({
      ...NOT_CLOSED,
      voters: "destroyed",
      supporters: "destroyed",
    });
    await expect(secretOf(published)).rejects.toThrow("no secret");
    expect(await stored(published)).toEqual({ ballots: 3, markers: 3, roll: 1, contacts: 0, sessions: 0 });
    const [project] = published.projects.L13 ?? [];
    const { pk } = keys.support(project as ProjectId, "");
    expect((await place.deps.store.table.query(pk, z.unknown())).items).toEqual([]);

    // What the edition has shown it goes on showing.
    expect((await editionOf(place, published).results()).body.turnout.voters).toBe(3);
    const found = await place.call(`GET /v1/cycles/${published.cycleId}/receipts/${receipt}`);
    expect(found.body.state).toBe("counted");
    const late = await place.call(`POST /v1/cycles/${published.cycleId}/voter-sessions`, {
      body: { pesel: "90010112342", mothersMaidenName: "Nowak", email: "late@example.com" },
    });
    expect(late.status).toBeLessThan(500);
  });

  test("is told to staff: what was destroyed and when, and what stays", async () => {
    const { clocks, stays } = await report(published);
    expect(clocks[0].destroyed).toMatchObject({
      what: "voters",
      removed: { voterContact: 1, voterSession: 1 },
      shredded: { marker: 3 },
    });
    expect(stays.length).toBeGreaterThan(2);
    const auditor = stepVisitor(place);
    await auditor.signIn("auditor");
    const at = `/urzad/edycje/${published.cycleId}`;
    const page = await auditor.go(`GET ${at}/dane`);
    expect(page.text).toContain("Zniszczono: ");
    expect(page.text).toContain("usunięte adresy: 1");
    expectWhole({ ...page, path: `${at}/dane`, wire: "" }, "pl");
    expect((await auditor.go(`GET /en${at}/dane`)).text).toContain("Destroyed: ");
    const log = await auditor.go(`GET ${at}/dziennik`);
    expect(log.text).toContain("Zniszczono klucz do danych głosujących");
    expect((await auditor.go(`GET ${at}`)).text).toContain(`href="${at}/dane"`);
  });

  test("of a vote that is not published stays as it is, and what was done once is not done again", async () => {
    await secretOf(open);
    expect((await states(open)).voters).toBe("not-started");
    const before = await report(published);
    await advance(30);
    expect((await report(published)).clocks).toEqual(before.clocks);
    await secretOf(open);
  });

  test("of authors has its time once the edition is closed, and not before", async () => {
    const edition = editionOf(place, published);
    for (const phase of ["implementation", "closed"]) {
      expect((await states(published)).authors).toBe("not-started");
      await edition.ask(phase);
      await place.settle();
      expect((await edition.seen()).phase).toBe(phase);
    }
    await advance(89);
    expect((await states(published)).authors).toBe("running");
    await advance(2);
    expect((await states(published)).authors).toBe("destroyed");
  });
});
