import { afterAll, beforeAll, expect } from "vitest";
import { localMoment } from "../../shared/domain/local-moment.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { endOfDay, instant, plusWorkingDays } from "../../shared/domain/time.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  acceptCard,
  cardBody,
  enterPhase,
  fillCard,
  gatherSupport,
  letterAbout,
  NOTE,
  officeCookie,
  openCall,
  propose,
  publish,
} from "../kit/proposals.ts";
import { today } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

let place: Place;
let cycleId: string;
const NAMES = ["ola", "adam", "iza", "marek"];
const proposals = new Map<string, { readonly id: string; readonly number: string; readonly path: string }>();
beforeAll(async () => {
  place = await openPlace();
  const may = { isRequired: false };
  const ruleSet = {
    ...(ASKS_FOR_TWO.ruleSet as RuleSet),
    proposalForm: {
      fields: { description: { isRequired: true }, why: may, place: may, point: may, costLines: may },
    },
  };
  cycleId = await openCall(place, { ...ASKS_FOR_TWO, ruleSet });
  for (const name of NAMES)
    proposals.set(
      name,
      await propose(place, cycleId, {
        title: `Ławki przy szkole: ${name}`,
        author: { name, email: mailOf(name), isNamePublic: true },
      }),
    );
  for (const name of ["ola", "adam"]) await gatherSupport(place, cycleId, of(name).id);
}, 60_000);
afterAll(() => place.close());

const mailOf = (name: string): string => `${name}@example.com`;

const of = (name: string) => {
  const found = proposals.get(name);
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};

const at = (name: string): [string, string] => [cycleId, of(name).id];
const pathOf = (name: string): string => `/v1/staff/cycles/${cycleId}/projects/${of(name).id}/formal-check`;
const pageOf = (name: string): string => `/urzad/wnioski/${cycleId}/${of(name).id}/ocena-formalna`;
const card = async (name: string) =>
  (await place.call(`GET ${pathOf(name)}`, { token: await place.staff("auditor") })).body;
const asked = async (role: Role, n: number, path: string, body: object = {}) =>
  place.call(`POST ${path}`, { token: await place.staff(role, n), body });

/** All that a resident can read of the edition's proposals. */
const readByAll = async (): Promise<string> => {
  const paths = [
    `/v1/cycles/${cycleId}/projects`,
    `/v1/cycles/${cycleId}/projects.csv`,
    `/v1/cycles/${cycleId}/projects?q=szkole`,
    `/v1/cycles/${cycleId}/lists`,
    `/projekty?cycle=${cycleId}`,
    ...NAMES.flatMap((name) => [
      `/v1/cycles/${cycleId}/projects/${of(name).id}`,
      `/projekty/${cycleId}/${of(name).id}`,
      of(name).path,
    ]),
  ];
  const texts = await Promise.all(paths.map(async (path) => (await place.call(`GET ${path}`)).text));
  // Each form has a key of its own, and each way to a copy is sealed anew.
  return texts.join("\n").replaceAll(/name="key" value="[^"]*"|\/kopia\/[^"]*/g, "");
};

test("outside its phase no card is filled in, by whichever door", async () => {
  const refused = await fillCard(place, at("ola"), "accepted");
  expect([refused.status, refused.body.code]).toEqual([409, "cycle/wrong-phase"]);
  const page = await place.call(`GET ${pageOf("ola")}`, { headers: await officeCookie(place, "verifier") });
  expect(page.text).toContain("To jest możliwe na etapie: ocena formalna.");
  expect(page.text).not.toContain("Zapisz kartę");
});

test("a card says every criterion of the edition, and what the system knows already", async () => {
  await enterPhase(place, cycleId, "formal-review");
  const verdicts = async (name: string): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      (await card(name)).criteria.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
    );
  expect(await verdicts("ola")).toEqual({
    deadline: "met",
    complete: null,
    supporters: "met",
    cost: "met",
    place: null,
    twice: "met",
  });
  expect((await verdicts("iza")).supporters).toBeNull();
  const page = await place.call(`GET ${pageOf("iza")}`, { headers: await officeCookie(place, "verifier") });
  expect(page.text).toContain("System nie potwierdza tego kryterium.");
  expect(faultsOfPage(page.text)).toEqual([]);
});

test("a card is refused with every fault where it stands, and its form keeps what was typed", async () => {
  const body = await cardBody(place, pathOf("iza"), "rejected", { note: "" });
  const silent = await asked("verifier", 0, pathOf("iza"), body);
  expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, "/criteria/1/note"]);
  const unbacked = await asked(
    "verifier",
    0,
    pathOf("iza"),
    await cardBody(place, pathOf("iza"), "accepted"),
  );
  expect([unbacked.status, unbacked.body.code]).toEqual([422, "project/supporters"]);
  const form = {
    "criteria-0-id": "deadline",
    "criteria-0-verdict": "met",
    "criteria-0-note": "",
    "criteria-1-id": "complete",
    "criteria-1-verdict": "not-met",
    "criteria-1-note": "",
    result: "rejected",
    reasons: "Pisane ręką",
    version: "0",
  };
  const headers = await officeCookie(place, "verifier");
  const shown = await place.call(`POST ${pageOf("iza")}`, { headers, form });
  expect(shown.status).toBe(422);
  expect(shown.text).toContain("Pisane ręką");
  expect(faultsOfPage(shown.text)).toEqual([]);
  expect((await card("iza")).state).toBe("assigned");
});

test("a verdict takes two people, and nobody else learns of it before its publication", async () => {
  const before = await readByAll();
  await place.told();
  const letters = place.letters().length;
  expect((await fillCard(place, at("ola"), "accepted")).body).toMatchObject({ state: "to-accept" });
  expect((await fillCard(place, at("iza"), "rejected")).status).toBe(202);
  const own = await acceptCard(place, at("iza"), { n: 0 });
  expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
  const back = await asked("coordinator", 0, `${pathOf("iza")}/refusal`, { reason: "Sprawdź podpisy" });
  expect(back.body).toMatchObject({ state: "assigned", returned: "Sprawdź podpisy" });
  expect((await fillCard(place, at("iza"), "rejected", { n: 1 })).status).toBe(202);
  expect((await acceptCard(place, at("iza"), { n: 0 })).body.state).toBe("accepted");
  expect((await acceptCard(place, at("ola"))).body.state).toBe("accepted");
  await place.settle();
  expect(place.letters().length).toBe(letters);
  expect(await readByAll()).toBe(before);
});

test("of two who fill in a card at once one does, and the other is told", async () => {
  const answers = await Promise.all([0, 1].map((n) => fillCard(place, at("adam"), "accepted", { n })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([202, expect.any(Number)]);
  const late = answers.find(({ status }) => status !== 202);
  expect([409, 412]).toContain(late?.status);
  await asked("coordinator", 0, `${pathOf("adam")}/refusal`, { reason: "Od nowa" });
});

test("a call to correct leaves for its author at once; the answer is shown as a difference", async () => {
  const called = await fillCard(place, at("adam"), "to-correct", { note: "Brakuje kosztorysu." });
  expect([called.status, called.body.state]).toEqual([200, "called"]);
  const letter = await letterAbout(place, mailOf("adam"), /wezwanie do uzupełnienia$/);
  expect(letter?.text).toContain("Brakuje kosztorysu.");
  const path = of("adam").path;
  const own = await place.call(`GET ${path}`);
  expect(own.text).toContain("Uzupełnij wniosek");
  // Whoever has to put something right is not told to wait.
  expect(own.text).not.toContain("Co teraz");
  const shown = await place.call(`GET ${path}/popraw`);
  expect(shown.text).toContain("Brakuje kosztorysu.");
  // Once the answer is sent, no file can follow it.
  expect(shown.text).toContain(`href="${path}/zalaczniki"`);
  expect(faultsOfPage(shown.text)).toEqual([]);

  const proof = path.split("/").at(-1);
  const door = `POST /v1/cycles/${cycleId}/proposals/${of("adam").id}/corrections`;
  const nobody = await place.call(door, { body: { proof: "0".repeat(26), changes: {} } });
  expect(nobody.status).toBe(404);
  const nothing = await place.call(door, { body: { proof, changes: {} } });
  expect([nothing.status, nothing.body.errors[0].pointer]).toEqual([422, "/changes"]);
  // What is put right is held to what a proposal is held to.
  const gdansk = await place.call(door, {
    body: { proof, changes: { location: { lat: 54.35, lon: 18.64 } } },
  });
  expect([gdansk.status, gdansk.body.code]).toEqual([422, "project/elsewhere"]);
  const unasked = await place.call(door, {
    body: { proof, changes: { details: { summary: "Krótko" } } },
  });
  expect([unasked.status, unasked.body.errors?.[0].pointer]).toEqual([400, "/changes/details/summary"]);
  const sent = await place.call(`POST ${path}/popraw`, {
    form: {
      title: "Huśtawki przy szkole",
      description: "Dwie.",
      place: "",
      why: "Dzieci nie mają gdzie się bawić.",
      "lines-0-name": "Huśtawka",
      "lines-0-quantity": "2",
      "lines-0-unit": "szt.",
      "lines-0-price": "16 000",
      message: "Już jest",
    },
  });
  expect(sent.status).toBe(303);
  expect((await place.call(`GET ${path}`)).text).toContain("Mamy Twoje poprawki");
  expect(await card("adam")).toMatchObject({ state: "answered", calls: [{ message: "Już jest" }] });
  const page = await place.call(`GET ${pageOf("adam")}`, { headers: await officeCookie(place, "verifier") });
  expect(page.text).toMatch(new RegExp(`Podobne projekty i ich wyniki[\\s\\S]*${of("ola").number}`));
  expect(page.text).toMatch(/<del>Ławki przy szkole: adam<\/del>[\s\S]*<ins>Huśtawki przy szkole<\/ins>/);
  const twice = await place.call(door, { body: { proof, changes: { title: "Znów" } } });
  expect([twice.status, twice.body.code]).toEqual([409, "project/no-call"]);
  const found = async (q: string): Promise<number> =>
    (await place.call(`GET /v1/cycles/${cycleId}/projects?q=${encodeURIComponent(q)}`)).body.items.length;
  expect([await found("huśtawki"), await found("ławki")]).toEqual([1, 3]);
  expect((await place.call(`GET /v1/cycles/${cycleId}/projects/${of("adam").id}`)).body.status).toBe(
    "submitted",
  );
});

test("who is called and does not answer is reminded, and then judged as it is", async () => {
  const day = today(place);
  const called = await fillCard(place, at("marek"), "to-correct");
  const { until } = called.body.calls[0];
  expect(until).toBe(endOfDay(plusWorkingDays(day, 7)));
  await place.clock.moveTo((now) => Math.max(now, Date.parse(until) - 86_400_000));
  await place.settle();
  expect(await letterAbout(place, mailOf("marek"), /kończy się czas/)).toBeDefined();
  expect((await card("marek")).state).toBe("called");
  await place.clock.moveTo((now) => Math.max(now, Date.parse(until) + 1000));
  await place.settle();
  expect((await card("marek")).state).toBe("unanswered");
  const proof = of("marek").path.split("/").at(-1);
  const late = await place.call(`POST /v1/cycles/${cycleId}/proposals/${of("marek").id}/corrections`, {
    body: { proof, changes: { title: "Za późno" } },
  });
  expect(late.status).toBe(409);
  const keyed = (arrivedAt: string) =>
    asked("clerk", 0, `/v1/staff/cycles/${cycleId}/projects/${of("marek").id}/corrections`, {
      changes: {},
      message: "Nie mam więcej pieniędzy.",
      arrivedAt,
    });
  const tooLate = await keyed(until);
  expect([tooLate.status, tooLate.body.code]).toEqual([409, "project/call-over"]);
  const ahead = await keyed("2999-01-01T00:00:00.000Z");
  expect([ahead.status, ahead.body.errors[0].pointer]).toEqual([422, "/arrivedAt"]);
  const again = await fillCard(place, at("marek"), "to-correct");
  expect([again.status, again.body.code]).toEqual([409, "act/wrong-state"]);
  expect((await fillCard(place, at("marek"), "rejected")).status).toBe(202);
});

test("what came on paper before the end of the call counts, though a clerk keys it afterwards", async () => {
  const called = await card("marek");
  await asked("verifier", 1, `${pathOf("marek")}/refusal`, { reason: "Przyszła odpowiedź" });
  expect((await fillCard(place, at("marek"), "to-correct")).status).toBe(200);
  const { until } = (await card("marek")).calls.at(-1);
  expect(called.calls).toHaveLength(1);
  await place.clock.moveTo((now) => Math.max(now, Date.parse(until) + 1000));
  await place.settle();
  const headers = await officeCookie(place, "verifier");
  const path = `/urzad/wnioski/${cycleId}/${of("marek").id}`;
  expect((await place.call(`GET ${path}`, { headers })).text).toContain(`${path}/uzupelnienie`);
  const page = await place.call(`GET ${path}/uzupelnienie`, { headers });
  expect(faultsOfPage(page.text)).toEqual([]);
  const form = { title: "Ławki", description: "Trzy ławki.", estimate: "900", arrivedAt: "1 czerwca 2020" };
  const more = await place.call(`POST ${path}/uzupelnienie`, { headers, form: { ...form, act: "more" } });
  expect(more.status).toBe(422);
  const early = await place.call(`POST ${path}/uzupelnienie`, { headers, form });
  expect(early.status).toBe(422);
  const arrivedAt = instant(Date.parse(until) - 3_600_000);
  const sent = await place.call(`POST ${path}/uzupelnienie`, {
    headers,
    form: { ...form, title: "", arrivedAt },
  });
  expect([sent.status, faultsOfPage(sent.text)]).toEqual([422, []]);
  expect(sent.text).toContain(`value="${localMoment(arrivedAt)}"`);
  expect(
    (await place.call(`POST ${path}/uzupelnienie`, { headers, form: { ...form, arrivedAt } })).status,
  ).toBe(303);
  expect(await card("marek")).toMatchObject({ state: "answered" });
  expect((await card("marek")).calls.at(-1)).toMatchObject({ answeredAt: arrivedAt, answeredBy: "clerk" });
  expect((await fillCard(place, at("marek"), "rejected")).status).toBe(202);
});

test("a list is published once every card of it is accepted, and not before", async () => {
  const path = `/v1/staff/cycles/${cycleId}/publications`;
  const early = await asked("coordinator", 0, path, { list: "formal" });
  expect([early.status, early.body.code]).toEqual([409, "list/not-ready"]);
  const { items } = (await place.call(`GET ${path}`, { token: await place.staff("coordinator") })).body;
  expect(items[0].counts).toEqual({ accepted: 2, answered: 1, "to-accept": 1 });
  const page = await place.call(`GET /urzad/publikacje/${cycleId}`, {
    headers: await officeCookie(place, "coordinator"),
  });
  expect(page.text).toContain(of("marek").number);
  expect(faultsOfPage(page.text)).toEqual([]);
  expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.phase).toBe("formal-review");
  await acceptCard(place, at("marek"));
  await fillCard(place, at("adam"), "accepted");
  await acceptCard(place, at("adam"));
});

test("with its acceptance everybody reads it in one moment, and its projects and letters follow", async () => {
  const path = `/v1/staff/cycles/${cycleId}/publications`;
  expect((await asked("coordinator", 0, path, { list: "formal" })).status).toBe(202);
  const own = await asked("coordinator", 0, `${path}/acceptance`);
  expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
  expect((await asked("commission", 0, `${path}/acceptance`)).body.state).toBe("accepted");
  const statusOf = async (name: string): Promise<string> =>
    (await place.call(`GET /v1/cycles/${cycleId}/projects/${of(name).id}`)).body.status;
  expect(await Promise.all(NAMES.map(statusOf))).toEqual([
    "formally-accepted",
    "formally-accepted",
    "rejected",
    "rejected",
  ]);
  await place.settle();
  const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects/${of("iza").id}`);
  expect(body.reason).toContain(NOTE);
  const listed = await place.call(`GET /v1/cycles/${cycleId}/projects?status=rejected`);
  expect(listed.body.items).toHaveLength(2);
  for (const [name, subject] of [
    ["ola", /przeszedł ocenę formalną$/],
    ["iza", /odrzucony formalnie$/],
  ] as const)
    expect(await letterAbout(place, mailOf(name), subject)).toBeDefined();
  expect((await card("iza")).state).toBe("published");
});

test("the list is there as every document of the office is, with a reason beside each refusal", async () => {
  const { items } = (await place.call(`GET /v1/cycles/${cycleId}/lists`)).body;
  expect(items[0]).toMatchObject({ list: "formal", version: 1 });
  const csv = (await place.call(`GET ${items[0].files.csv}`)).text;
  expect(csv).toMatch(new RegExp(`${of("iza").number}[^\\n]*${NOTE}[^\\n]*rejected`));
  const page = await place.call(`GET /listy/${cycleId}/formal/1`);
  expect(faultsOfPage(page.text)).toEqual([]);
});

test("what is published is not published again, and opens the next phase", async () => {
  await expect(publish(place, cycleId, "formal")).rejects.toThrow(/wrong-phase|not-ready/);
  expect((await place.call(`GET /v1/cycles/${cycleId}`)).body.phase).toBe("merit-review");
});
