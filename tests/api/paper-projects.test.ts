import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import { enterProjects as takesTwo } from "../../shared/acts/enter-projects.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterProjects, type PaperProject, proposeProjects } from "../kit/projects.ts";

let place: Place;
const open = async (): Promise<string> => {
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet obywatelski",
      ruleSet: "katowice-xii",
      calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
      pools: [
        { id: "M", amountGrosze: 300_000_000 },
        { id: "L13", amountGrosze: 60_000_000 },
      ],
    },
  });
  return made.body.id;
};
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const benches = (number: string, more: Partial<PaperProject> = {}): PaperProject => ({
  pool: "L13",
  title: "Ławki",
  costGrosze: 100,
  number,
  ...more,
});
const idsOf = async (cycleId: string) => {
  const found: [string, string][] = [];
  let cursor = "";
  do {
    const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}/projects?limit=100${cursor}`, {
      token: await place.staff("coordinator"),
    });
    for (const { number, id } of body.items) found.push([number, id]);
    cursor = body.next ? `&cursor=${encodeURIComponent(body.next)}` : "";
  } while (cursor);
  return found;
};

describe("projects decided on paper", () => {
  test("are on nobody's ballot until another person accepts them; then the list has their ids by number", async () => {
    const cycleId = await open();
    const path = `POST /v1/staff/cycles/${cycleId}/projects`;
    const proposed = await proposeProjects(place, cycleId, [benches("L13/40/XII"), benches("L13/07/XII")]);
    expect([proposed.status, Object.keys(proposed.body).toSorted()]).toEqual([202, ["pendingId", "until"]]);
    expect(await idsOf(cycleId)).toEqual([]);
    const own = await place.call(`${path}/acceptance`, { token: await place.staff("coordinator") });
    expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
    expect(await idsOf(cycleId)).toEqual([]);
    const done = await place.call(`${path}/acceptance`, { token: await place.staff("commission") });
    expect([done.status, done.body.state, done.body.pendingId]).toEqual([
      200,
      "accepted",
      proposed.body.pendingId,
    ]);
    expect((await idsOf(cycleId)).map(([number]) => number)).toEqual(["L13/07/XII", "L13/40/XII"]);
    const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects`);
    expect(body.items[0]).toMatchObject({ title: "Ławki", costGrosze: 100, status: "on-ballot" });
    const none = await place.call(`${path}/acceptance`, { token: await place.staff("commission") });
    expect(none.status).toBe(404);
  });

  test("are turned down with a reason, and a list that waits is not replaced", async () => {
    const cycleId = await open();
    expect((await proposeProjects(place, cycleId, [benches("L13/01/XII")])).status).toBe(202);
    const other = await proposeProjects(place, cycleId, [benches("L13/02/XII")]);
    expect([other.status, other.body.code]).toEqual([409, "pending/waits"]);
    const refused = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/refusal`, {
      token: await place.staff("coordinator", 1),
      body: { reason: "To nie ten protokół" },
    });
    expect([refused.status, refused.body.state]).toEqual([200, "refused"]);
    expect(await idsOf(cycleId)).toEqual([]);
    expect((await proposeProjects(place, cycleId, [benches("L13/02/XII")])).status).toBe(202);
  });

  test("are an edition's whole list at once, however long, or none of it", async () => {
    const cycleId = await open();
    const many = Array.from({ length: 130 }, (_, n) => ({
      pool: n % 2 ? "M" : "L13",
      title: `Projekt ${n}`,
      costGrosze: 100 + n,
    }));
    const ids = await enterProjects(place, cycleId, many);
    expect(new Set(ids).size).toBe(130);
    expect(await idsOf(cycleId)).toHaveLength(130);
    const faults: [readonly PaperProject[], string, string][] = [
      [[benches("L13/01/XII")], "project/number-taken", "/projects/0/number"],
      [[benches("L13/90/XII"), benches("L13/90/XII")], "request/not-valid", "/projects/1/number"],
      [[benches("L13/90/XII"), benches("M/90/XII")], "request/not-valid", "/projects/1/number"],
      [[benches("L13/90/XI")], "request/not-valid", "/projects/0/number"],
      [[benches("numer")], "request/not-valid", "/projects/0/number"],
      [[benches("L99/90/XII", { pool: "L99" })], "request/not-valid", "/projects/0/pool"],
      [[benches("L13/90/XII", { costGrosze: 999_999_999_99 })], "project/over-cap", "/projects/0/costGrosze"],
    ];
    for (const [projects, code, pointer] of faults) {
      const { body } = await proposeProjects(place, cycleId, projects);
      expect([body.code, JSON.stringify(body).includes(pointer)]).toEqual([code, true]);
    }
    expect(await idsOf(cycleId)).toHaveLength(130);
  });

  const LONG = Array.from({ length: 130 }, (_, n) => ({
    pool: n % 2 ? "M" : "L13",
    title: `Projekt ${n}`,
    costGrosze: 100 + n,
  }));

  test("are accepted from the first of them on: nobody takes back a list of which some are there", async () => {
    const cycleId = await open();
    const { pendingId } = (await proposeProjects(place, cycleId, LONG)).body;
    const accepting = place.call(`POST /v1/staff/cycles/${cycleId}/projects/acceptance`, {
      token: await place.staff("commission"),
    });
    await expect
      .poll(async () => (await idsOf(cycleId)).length, { interval: 1, timeout: 60_000 })
      .toBeGreaterThan(0);
    const token = await place.staff("coordinator");
    const back = await place.call(`POST /v1/staff/pending/${pendingId}/withdrawal`, { token });
    expect([back.status, back.body.code]).toEqual([409, "pending/settled"]);
    expect((await accepting).body.state).toBe("accepted");
    expect(await idsOf(cycleId)).toHaveLength(130);
  });

  /** A list whose acceptance ended with its process, after the first of several transactions. */
  const brokenOff = async (cycleId: string) => {
    const id = cycleId as CycleId;
    const { deps } = place;
    await proposeProjects(place, cycleId, LONG);
    const act = await deps.store.pending.standing(id, "enter-projects", "");
    const [, somebody] = DEMO_STAFF.filter(({ role }) => role === "commission");
    if (!act || !somebody) throw new Error("nothing to accept");
    const at = new Date(place.clock.now()).toISOString() as typeof act.at;
    const actor = {
      kind: "staff",
      id: subjectOf(somebody),
      name: somebody.name,
      roles: [somebody.role],
    } as const;
    const by = { actor, receivedAt: at, route: { name: "postProjectsAcceptance" }, newId: () => "aud_x" };
    const settled = { by: subjectOf(somebody), byName: somebody.name, at };
    const begin = await takesTwo.run(act, by as never, deps);
    if (typeof begin !== "function") throw new Error("written at once");
    const settling = await deps.store.pending.settle(act, "accept", settled, { keepsPlace: true });
    expect((await begin(settling)).ok).toBe(true);
    expect(await idsOf(cycleId)).toHaveLength(22);
    return act.id;
  };

  test("are finished where their acceptance was broken off: by the same word again, or before anything else", async () => {
    const [one, two] = [await open(), await open()];
    const pendingId = await brokenOff(one);
    const again = await place.call(`POST /v1/staff/pending/${pendingId}/acceptance`, {
      token: await place.staff("commission", 1),
    });
    expect([again.status, again.body.state]).toEqual([200, "accepted"]);
    expect(await idsOf(one)).toHaveLength(130);
    await brokenOff(two);
    expect((await proposeProjects(place, two, [benches("L13/90/XII")])).status).toBe(202);
    expect(await idsOf(two)).toHaveLength(130);
  });

  test("are all on the list that is frozen, where their acceptance was broken off", async () => {
    const cycleId = await open();
    await brokenOff(cycleId);
    const token = await place.staff("coordinator");
    const body = { to: "ballot-frozen", reason: "Lista jest gotowa" };
    expect((await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, { token, body })).status).toBe(
      202,
    );
    await place.settle();
    expect((await place.deps.store.cycles.get(cycleId as CycleId))?.phase).toBe("ballot-frozen");
    const list = await place.deps.store.ballotLists.get(cycleId as CycleId);
    expect(list?.pools.flatMap(({ projects }) => projects)).toHaveLength(130);
  });
});
