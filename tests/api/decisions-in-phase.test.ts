import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { DECIDED_IN, type Decision } from "../../shared/domain/project/decision.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  enterPhase,
  gatherSupport,
  officeCookie,
  openCall,
  propose,
} from "../kit/proposals.ts";
import { faultsOfPage } from "../pages/tags.ts";

let place: Place;
let cycleId: string;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const REASONS = "Brak listy poparcia";
const DECISIONS = {
  "formal-check": {
    role: "verifier",
    form: "ocena-formalna",
    bodies: [{ result: "accepted" }, { result: "rejected", reasons: REASONS }],
  },
  admission: {
    role: "coordinator",
    form: "dopuszczenie",
    bodies: [
      { result: "admitted", costGrosze: 100_000 },
      { result: "not-admitted", reasons: REASONS },
    ],
  },
} as const satisfies Record<Decision, object>;

const decide = async (decision: Decision, id: string, body: object, language = "pl") =>
  place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id}/${decision}`, {
    token: await place.staff(DECISIONS[decision].role),
    body,
    headers: { "accept-language": language },
  });

const decideByForm = async (decision: Decision, id: string, form: Readonly<Record<string, string>>) =>
  place.call(`POST /urzad/wnioski/${cycleId}/${id}/${DECISIONS[decision].form}`, {
    headers: await officeCookie(place, DECISIONS[decision].role),
    form: { reasons: "", ...(decision === "admission" && { cost: "1000" }), ...form },
  });

const caseOf = async (id: string, decision: Decision, prefix = "") =>
  place.call(`GET ${prefix}/urzad/wnioski/${cycleId}/${id}`, {
    headers: await officeCookie(place, DECISIONS[decision].role),
  });

const stateOf = async (id: string): Promise<{ status: string; version: number }> => {
  const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}/projects/${id}`, {
    token: await place.staff("auditor"),
  });
  return { status: body.status, version: body.version };
};

const phaseNow = async (): Promise<string> => (await place.call(`GET /v1/cycles/${cycleId}`)).body.phase;

/** Neither door takes the decision, the page offers none of its buttons, and nobody is written to. */
const expectClosed = async (decision: Decision, id: string): Promise<void> => {
  await place.told();
  const before = await stateOf(id);
  const letters = place.letters().length;
  for (const body of DECISIONS[decision].bodies) {
    const refused = await decide(decision, id, body);
    expect([refused.status, refused.body.code]).toEqual([409, "cycle/wrong-phase"]);
  }
  for (const { result } of DECISIONS[decision].bodies) {
    const posted = await decideByForm(decision, id, { result, reasons: REASONS });
    expect(posted.status).toBe(409);
    expect(posted.text).toContain("Teraz trwa etap:");
    expect(faultsOfPage(posted.text)).toEqual([]);
  }
  const shown = await caseOf(id, decision);
  expect(shown.text).not.toContain(DECISIONS[decision].form);
  expect(faultsOfPage(shown.text)).toEqual([]);
  await place.settle();
  expect([await stateOf(id), place.letters().length]).toEqual([before, letters]);
};

test("a formal check and an admission are decided each in its own phase, and no phase leaves a proposal behind", async () => {
  cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  await gatherSupport(place, cycleId, id);
  await expectClosed("formal-check", id);
  const early = await caseOf(id, "formal-check");
  expect(early.text).toContain("To jest możliwe na etapie: ocena formalna.");
  expect((await caseOf(id, "formal-check", "/en")).text).toContain("formal check");

  await enterPhase(place, cycleId, "formal-review");
  expect(DECIDED_IN["formal-check"]).toContain(await phaseNow());
  // Its time is over, and a proposal without a decision keeps it open: the check is made in its phase all the same.
  await enterPhase(place, cycleId, "merit-review");
  expect(await phaseNow()).toBe("formal-review");
  const blocked = await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, {
    token: await place.staff("coordinator"),
    body: { to: "merit-review", reason: "Dalej" },
  });
  expect(blocked.body.code).toBe("cycle/blocked");
  expect((await decide("formal-check", id, { result: "accepted" })).status).toBe(200);
  await place.settle();
  // The last decision opens the phase whose day has come.
  expect(await phaseNow()).toBe("merit-review");
  expect((await decide("formal-check", id, { result: "accepted" })).body.code).toBe("cycle/wrong-phase");
  expect((await caseOf(id, "admission")).text).toContain("dopuszczenie");
  expect((await decide("admission", id, { result: "admitted", costGrosze: 100_000 })).status).toBe(200);
});

test("an admission is not decided while proposals are checked formally", async () => {
  cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  await gatherSupport(place, cycleId, id);
  await enterPhase(place, cycleId, "formal-review");
  expect((await decide("formal-check", id, { result: "accepted" })).status).toBe(200);
  await expectClosed("admission", id);
});

test("with fewer supporters than the edition asks for a formal check cannot end well; the page says how many of how many", async () => {
  cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  await gatherSupport(place, cycleId, id, 1);
  await enterPhase(place, cycleId, "formal-review");
  const before = await stateOf(id);

  for (const language of LANGUAGES) {
    const refused = await decide("formal-check", id, { result: "accepted" }, language);
    expect([refused.status, refused.body.code]).toEqual([422, "project/supporters"]);
    expect(refused.body.errors).toMatchObject([{ pointer: "/result" }]);
    expect(refused.body.detail).toMatch(/1\D+2/);
  }
  const posted = await decideByForm("formal-check", id, { result: "accepted" });
  expect(posted.status).toBe(422);
  expect(faultsOfPage(posted.text)).toEqual([]);
  for (const prefix of ["", "/en"]) {
    const shown = await caseOf(id, "formal-check", prefix);
    expect(shown.text).toMatch(/1 (?:z|of) 2/);
    expect(shown.text).not.toContain('value="accepted"');
    expect(shown.text).toContain('value="rejected"');
    expect(faultsOfPage(shown.text)).toEqual([]);
  }
  expect(await stateOf(id)).toEqual(before);

  await gatherSupport(place, cycleId, id, 1);
  expect((await caseOf(id, "formal-check")).text).toContain('value="accepted"');
  expect((await decide("formal-check", id, { result: "accepted" })).status).toBe(200);
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
    const refused = await decide("formal-check", id, { result: "accepted" }, language);
    expect([refused.status, refused.body.code]).toEqual([422, "project/supporters"]);
  }
  const shown = await caseOf(id, "formal-check");
  expect(shown.text).toContain("Nie wiadomo, ilu osób poparcia potrzeba");
  expect(shown.text).not.toContain('value="accepted"');
  expect(
    (await place.call("GET /urzad/wnioski", { headers: await officeCookie(place, "verifier") })).status,
  ).toBe(200);
  const rejected = await decide("formal-check", id, { result: "rejected", reasons: REASONS });
  expect([rejected.status, rejected.body.status]).toEqual([200, "rejected"]);
});
