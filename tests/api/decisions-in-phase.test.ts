import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { existing } from "../../shared/domain/result.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_NONE,
  ASKS_FOR_TWO,
  acceptCard,
  cardBody,
  decideStage,
  enterPhase,
  fillCard,
  gatherSupport,
  officeCookie,
  openCall,
  propose,
  publish,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const stateOf = async (id: string): Promise<{ status: string; version: number }> => {
  const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${id}`, {
    token: await place.staff("auditor"),
  });
  return { status: body.status, version: body.version };
};

const phaseNow = async (): Promise<string> => (await place.call(`GET /v1/cycles/${cycleId}`)).body.phase;

test("no phase leaves a proposal behind, and the publication opens the phase whose day has come", async () => {
  cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  await gatherSupport(place, cycleId, id);
  await enterPhase(place, cycleId, "formal-review");
  // Its time is over, and a proposal without a decision keeps it open: the check is made in its phase all the same.
  await enterPhase(place, cycleId, "merit-review");
  expect(await phaseNow()).toBe("formal-review");
  const go = async () =>
    place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, {
      token: await place.staff("coordinator"),
      body: { to: "merit-review", reason: "Dalej" },
    });
  expect((await go()).body.code).toBe("cycle/blocked");
  await fillCard(place, [cycleId, id], "accepted");
  await acceptCard(place, [cycleId, id]);
  // A verdict that nobody has published decides nothing.
  expect((await go()).body.code).toBe("cycle/blocked");
  await publish(place, cycleId, "formal");
  expect(await phaseNow()).toBe("merit-review");
  expect((await fillCard(place, [cycleId, id], "accepted")).status).toBe(409);
  expect((await fillCard(place, [cycleId, id], "accepted", { stage: "merit" })).status).toBe(202);
});

test("merits are not judged while proposals are checked formally: neither door takes it, and nobody is written to", async () => {
  cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  await gatherSupport(place, cycleId, id);
  await enterPhase(place, cycleId, "formal-review");
  const early = await fillCard(place, [cycleId, id], "accepted", { stage: "merit" }).catch(() => undefined);
  // Before its formal check has been published a proposal has no card of merits.
  expect(early?.status ?? 404).toBe(404);
  await decideStage(place, cycleId, { [id]: "accepted" });
  const before = await stateOf(id);
  const letters = place.letters().length;
  const refused = await fillCard(place, [cycleId, id], "accepted", { stage: "merit" });
  expect([refused.status, refused.body.code]).toEqual([409, "cycle/wrong-phase"]);
  const headers = await officeCookie(place, "coordinator");
  const shown = await place.call(`GET /urzad/wnioski/${cycleId}/${id}/ocena-merytoryczna`, { headers });
  expect(shown.text).toContain("To jest możliwe na etapie: ocena merytoryczna");
  expect(shown.text).not.toContain("Zapisz kartę");
  expect(faultsOfPage(shown.text)).toEqual([]);
  await place.settle();
  expect([await stateOf(id), place.letters().length]).toEqual([before, letters]);
});

/** A card that would end well, by someone who reads this language. */
const waveThrough = async (id: string, language: string) => {
  const path = `/v1/staff/cycles/${cycleId}/projects/${id}/formal-check`;
  return place.call(`POST ${path}`, {
    token: await place.staff("verifier"),
    body: await cardBody(place, path, "accepted"),
    headers: { "accept-language": language },
  });
};

test("with fewer supporters than the edition asks for a formal check cannot end well, and says how many of how many", async () => {
  cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  await gatherSupport(place, cycleId, id, 1);
  await enterPhase(place, cycleId, "formal-review");
  const before = await stateOf(id);
  for (const language of LANGUAGES) {
    const refused = await waveThrough(id, language);
    expect([refused.status, refused.body.code]).toEqual([422, "project/supporters"]);
    expect(refused.body.errors).toMatchObject([{ pointer: "/result" }]);
    expect(refused.body.detail).toMatch(/1\D+2/);
  }
  expect(await stateOf(id)).toEqual(before);
  await gatherSupport(place, cycleId, id, 1);
  expect((await waveThrough(id, "pl")).status).toBe(202);
});

test("where it is not known how many supporters are needed, none are enough; a rejection with reasons is possible", async () => {
  cycleId = await openCall(place);
  const { id } = await propose(place, cycleId);
  const { cycles } = place.deps.store;
  const cycle = await cycles.get(cycleId as never);
  if (!cycle) throw new Error("no cycle");
  // As editions are that were opened before residents were kept with them.
  const pools = cycle.pools.map(({ residents: _, ...pool }) => pool);
  expect((await cycles.change(cycle, { pools })).ok).toBe(true);
  await enterPhase(place, cycleId, "formal-review");
  const project = await place.call(`GET /v1/cycles/${cycleId}/projects/${id}`);
  expect(project.body.supportersNeeded).toBeNull();
  for (const language of LANGUAGES) {
    const refused = await waveThrough(id, language);
    expect([refused.status, refused.body.code]).toEqual([422, "project/supporters"]);
  }
  expect(
    (await place.call("GET /urzad/wnioski", { headers: await officeCookie(place, "verifier") })).status,
  ).toBe(200);
  expect((await fillCard(place, [cycleId, id], "rejected")).status).toBe(202);
});

test("a paper that came in time and is keyed after its stage is checked all the same, and added to its list", async () => {
  cycleId = await openCall(place, ASKS_FOR_NONE);
  const { id } = await propose(place, cycleId);
  const arrivedAt = new Date(place.clock.now()).toISOString();
  const key = async (title: string) =>
    place.call(`POST /v1/staff/cycles/${cycleId}/paper-proposals`, {
      token: await place.staff("clerk"),
      key: newKey(),
      body: {
        ...{ pool: "L13", title, description: "Na rowery.", estimatedCostGrosze: 1_200_000 },
        author: { name: "Józefa Kot", email: "jozefa@example.com", isNamePublic: false },
        ...{ arrivedAt, arrivedBy: "desk" },
      },
    });
  await enterPhase(place, cycleId, "formal-review");
  await decideStage(place, cycleId, { [id]: "accepted" });
  await enterPhase(place, cycleId, "merit-review");
  expect(await phaseNow()).toBe("merit-review");
  const paper = await key("Stojaki");
  expect([paper.status, paper.body.status]).toEqual([201, "submitted"]);
  await decideStage(place, cycleId, { [paper.body.id]: "rejected" });
  expect((await stateOf(paper.body.id)).status).toBe("rejected");

  const list = (version: number, format: string) =>
    place.call(`GET /v1/cycles/${cycleId}/lists/formal/${version}.${format}`);
  const rowsOf = async (version: number): Promise<string[]> =>
    (await list(version, "json")).body.pools.flatMap(({ projects }: { projects: { title: string }[] }) =>
      projects.map(({ title }) => title),
    );
  expect(await rowsOf(1)).toEqual(["Ławki i źródełko w parku"]);
  expect(await rowsOf(2)).toEqual(["Ławki i źródełko w parku", "Stojaki"]);
  const changes = (await list(2, "html")).text;
  expect(changes).toContain("dopisano");
  expect(changes).not.toContain("usunięto");

  // Whoever knows the seed of the order could choose what is keyed: then it is too late.
  const { cycles } = place.deps.store;
  const cycle = existing(await cycles.get(cycleId as CycleId));
  expect((await cycles.change(cycle, { orderSeed: "ziarno" })).ok).toBe(true);
  const after = await key("Huśtawki");
  expect([after.status, after.body.code]).toEqual([409, "cycle/locked"]);
});
