import { afterAll, beforeAll, expect } from "vitest";
import { functionNames, tableGrantsOf } from "../../infra/aws/functions.ts";
import { isGranted } from "../../infra/aws/table-grants.ts";
import type { ProjectId } from "../../shared/domain/ids.ts";
import { keys } from "../../shared/store/keys.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_TWO, enterPhase, letterAbout, openCall, pathInLetter, propose } from "../kit/proposals.ts";
import { staffVisitor } from "../kit/staff-visitor.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { describe, test: it } = inTurn();

let place: Place;
let cycleId: string;
let project: string;
let clerk: string;
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_TWO);
  project = (await propose(place, cycleId)).id;
  clerk = await place.staff("clerk");
});
afterAll(() => place.close());

const lists = (id = project) => `/v1/staff/cycles/${cycleId}/projects/${id}/supporters`;

/** A line of a paper list, as the n-th of a sheet. */
const enter = (row: number, line: object, key = newKey()) =>
  place.call(`POST ${lists()}`, { token: clerk, key, body: { sheet: "1", row, ...line } });

const onLine = async (name: string, address: string, email: string) => {
  const path = `POST /v1/cycles/${cycleId}/proposals/${project}/supports`;
  const asked = await place.call(path, { body: { name, address, email } });
  expect(asked.status).toBe(202);
  return place.call(`POST ${pathInLetter(await letterAbout(place, email, /poparcie/))}`, { form: {} });
};

const shown = async () => (await place.call(`GET /v1/cycles/${cycleId}/projects/${project}`)).body;
const read = (why = "check") => place.call(`GET ${lists()}?why=${why}`, { token: clerk });
const journal = async () => {
  const token = await place.staff("auditor");
  return (await place.call(`GET /v1/staff/audit?subject=${project}&limit=200`, { token })).body.items;
};

describe("the list of supporters", () => {
  it("counts a person once, who signs on line and on paper, however either is written", async () => {
    expect((await onLine("Łucja Dąb-Nowak", "ul. Mariacka 5 m. 7", "lucja-d@example.com")).status).toBe(200);
    const twice = await enter(1, { name: "DĄB NOWAK ŁUCJA", address: "Mariacka 5/7" });
    expect([twice.status, twice.body.struck]).toEqual([201, "duplicate"]);
    const other = await enter(2, { name: "Jan Dąb-Nowak", address: "Mariacka 5/7" });
    expect([other.status, other.body.struck]).toEqual([201, null]);
    const later = await onLine("Jan Dąb Nowak", "Mariacka 5 lok. 7", "jan-d@example.com");
    expect(later.text).toContain("już policzone");
    expect(await shown()).toMatchObject({ supporters: 2, supportersNeeded: 2 });
  });

  it("takes a line once, however often the request is sent", async () => {
    const key = newKey();
    const line = { name: "Adam Ósmy", address: "Rynek 1" };
    const [first, again] = [await enter(3, line, key), await enter(3, line, key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect((await shown()).supporters).toBe(3);
  });

  it("loses who is struck, with the reason, and has them back when they are restored", async () => {
    const { items } = (await read()).body;
    const { id } = items.find(({ name }: { name: string }) => name === "Adam Ósmy");
    const token = await place.staff("verifier");
    const strike = { reason: "not-resident", note: "Nie ma w rejestrze" };
    const struck = await place.call(`POST ${lists()}/${id}/strike`, { token, body: strike });
    expect(struck.body).toMatchObject({ struck: "not-resident", note: "Nie ma w rejestrze" });
    expect((await shown()).supporters).toBe(2);
    const twice = await place.call(`POST ${lists()}/${id}/strike`, { token, body: strike });
    expect(twice.status).toBe(409);
    expect((await place.call(`POST ${lists()}/${id}/restoration`, { token })).status).toBe(200);
    expect((await shown()).supporters).toBe(3);
  });

  it("restores nobody who counts by another line", async () => {
    const duplicate = (await read()).body.items.find(({ struck }: { struck: string }) => struck);
    const restored = await place.call(`POST ${lists()}/${duplicate.id}/restoration`, { token: clerk });
    expect([restored.status, restored.body.type]).toEqual([
      409,
      expect.stringContaining("project/already-supported"),
    ]);
    expect((await shown()).supporters).toBe(3);
  });

  it("is read for a purpose that the journal keeps, and by nobody without one", async () => {
    expect((await place.call(`GET ${lists()}`, { token: clerk })).status).toBe(400);
    expect((await read("complaint")).body.items).toHaveLength(4);
    expect((await journal())[0]).toMatchObject({
      act: "getSupporters",
      facts: { why: "complaint", read: 4 },
    });
    expect((await place.call(`GET ${lists()}?why=check`)).status).toBe(401);
  });

  it("has its pages at the office, without a name before it is said what for", async () => {
    const { cookies } = await staffVisitor(place, "verifier");
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const page = async (path: string) => {
      const one = await place.call(`GET ${path}`, { headers });
      expect([path, one.status]).toEqual([path, 200]);
      expect(faultsOfPage(one.text)).toEqual([]);
      return one.text;
    };
    const path = `/urzad/poparcie/${cycleId}/${project}`;
    const list = await page(path);
    expect(list).toContain("Liczy się osób: 3. Potrzeba: 2.");
    expect(list).not.toContain("Ósmy");
    const lines = await page(`${path}/lista?why=check`);
    expect(lines).toContain("Adam Ósmy");
    expect(lines).toContain("arkusz 1, pozycja 1");
    const line = /href="([^"]*\/sup_[^"]*)"/.exec(lines)?.[1] ?? "";
    expect(await page(line)).toContain("Skreśl");
    expect(await page(`/urzad/wnioski/${cycleId}/${project}`)).not.toContain("Ósmy");
  });

  it("is out of reach of every function but that of its own doors, and the one that destroys it", () => {
    const key = keys.support(project as ProjectId, "sup_0000000000000000");
    const readers = functionNames.filter((name) =>
      ["GetItem", "Query", "BatchGetItem"].some((action) =>
        isGranted(tableGrantsOf(name), { table: "main", action, key }),
      ),
    );
    expect(readers).toEqual(["supporters", "workflow"]);
    const scanning = functionNames.filter((name) =>
      isGranted(tableGrantsOf(name), { table: "main", action: "Scan" }),
    );
    expect(scanning).toEqual(["workflow", "count"]);
  });

  it("decides the formal check: one short is refused, with what is needed", async () => {
    await enterPhase(place, cycleId, "formal-review");
    const token = await place.staff("verifier");
    const { items } = (await read()).body;
    const valid = items.filter(({ struck }: { struck: string | null }) => struck === null);
    for (const { id } of valid.slice(1))
      await place.call(`POST ${lists()}/${id}/strike`, { token, body: { reason: "no-signature" } });
    const check = () =>
      place.call(`POST /v1/staff/cycles/${cycleId}/projects/${project}/formal-check`, {
        token,
        body: { result: "accepted" },
      });
    const short = await check();
    expect([short.status, short.body.type]).toEqual([422, expect.stringContaining("project/supporters")]);
    await place.call(`POST ${lists()}/${valid[1].id}/restoration`, { token });
    expect((await check()).status).toBe(200);
    const late = await enter(9, { name: "Ewa Późna", address: "Rynek 2" });
    expect([late.status, late.body.type]).toEqual([409, expect.stringContaining("act/wrong-state")]);
  });
});
