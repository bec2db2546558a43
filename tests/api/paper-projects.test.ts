import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
});
