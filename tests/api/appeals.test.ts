import { afterAll, beforeAll, expect } from "vitest";
import type { Role } from "../../shared/domain/office/roles.ts";
import { endOfDay, type Instant, plusSeconds, plusWorkingDays } from "../../shared/domain/time.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import {
  ASKS_FOR_TWO,
  acceptCard,
  decideStage,
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
let until: Instant;
const TURNED_DOWN = ["iza", "marek", "adam", "ewa"];
const proposals = new Map<string, { readonly id: string; readonly number: string; readonly path: string }>();

const mailOf = (name: string): string => `${name}@example.com`;
const of = (name: string) => {
  const found = proposals.get(name);
  if (!found) throw new Error(`nothing of ${name}`);
  return found;
};
const proofOf = (name: string): string => of(name).path.split("/").at(-1) ?? "";

const doorOf = (name: string): string => `/v1/cycles/${cycleId}/proposals/${of(name).id}/appeals`;
const deskOf = (name: string): string => `/v1/staff/cycles/${cycleId}/projects/${of(name).id}`;
const pageOf = (name: string): string => `/urzad/wnioski/${cycleId}/${of(name).id}/odwolanie`;
const asked = async (role: Role, n: number, path: string, body: object = {}) =>
  place.call(`POST ${path}`, { token: await place.staff(role, n), body });
const appealOf = async (name: string) =>
  (await place.call(`GET ${deskOf(name)}/appeals`, { token: await place.staff("auditor") })).body;
const statusOf = async (name: string): Promise<string> =>
  (await place.call(`GET /v1/cycles/${cycleId}/projects/${of(name).id}`)).body.status;

/** What the first criterion that a clerk may call for is named: the kit's card fails on it. */
const CRITERION = "complete";
const appeal = (name: string, more: object = {}) => ({
  stage: "formal",
  points: [{ criterion: CRITERION, text: `Lista była w kopercie: ${name}` }],
  proof: proofOf(name),
  ...more,
});
const decision = (verdict: "upheld" | "dismissed") => ({
  verdict,
  answers: [{ criterion: CRITERION, text: `Sprawdziliśmy kopertę: ${verdict}` }],
});

const readByAll = async (): Promise<string> => {
  const pages = TURNED_DOWN.flatMap((name) => [
    `/projekty/${cycleId}/${of(name).id}`,
    `/v1/cycles/${cycleId}/projects/${of(name).id}`,
    of(name).path,
  ]);
  const texts = [];
  for (const path of [...pages, `/v1/cycles/${cycleId}/projects`, `/v1/cycles/${cycleId}/lists`])
    texts.push((await place.call(`GET ${path}`)).text.replace(/\/kopia\/[^"]+/g, ""));
  return texts.join("\n");
};

beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_TWO);
  for (const name of ["ola", ...TURNED_DOWN])
    proposals.set(
      name,
      await propose(place, cycleId, {
        title: `Ławki przy szkole: ${name}`,
        author: { name, email: mailOf(name), isNamePublic: true },
      }),
    );
  await gatherSupport(place, cycleId, of("ola").id);
  await enterPhase(place, cycleId, "formal-review");
}, 60_000);
afterAll(() => place.close());

test("before a verdict is public there is nothing to appeal against, though its card is decided", async () => {
  await fillCard(place, [cycleId, of("iza").id], "rejected");
  await acceptCard(place, [cycleId, of("iza").id]);
  const early = await place.call(`POST ${doorOf("iza")}`, { body: appeal("iza") });
  expect([early.status, early.body.code]).toEqual([409, "appeal/nothing"]);
  expect((await place.call(`GET ${of("iza").path}/odwolanie`)).status).toBe(404);
  expect((await place.call(`GET ${of("iza").path}`)).text).not.toContain("Złóż odwołanie");
});

test("the letter that turns a proposal down says until when one can appeal, and its page has the form", async () => {
  const rejected = Object.fromEntries(
    ["marek", "adam", "ewa"].map((name) => [of(name).id, "rejected" as const]),
  );
  await decideStage(place, cycleId, { [of("ola").id]: "accepted", ...rejected });
  until = endOfDay(plusWorkingDays(today(place), 3));
  const letter = await letterAbout(place, mailOf("iza"), /odrzucony formalnie$/);
  expect(letter?.text).toMatch(/Odwołanie możesz złożyć do .*23:59/);
  expect((await place.call(`GET ${of("iza").path}`)).text).toMatch(/Odwołanie możesz złożyć do .*23:59/);
  expect((await appealOf("iza")).until).toBe(until);
  const form = await place.call(`GET ${of("iza").path}/odwolanie`);
  expect(form.text).toContain(NOTE);
  expect(form.text).toContain(of("iza").number);
  expect(form.text).toContain(`value="${CRITERION}"`);
  expect(faultsOfPage(form.text)).toEqual([]);
  expect((await place.call(`GET ${of("ola").path}/odwolanie`)).status).toBe(404);
});

test.each([
  ["nothing said", { points: [] }, 422, "/points/0/text"],
  ["a criterion that was met", { points: [{ criterion: "cost", text: "Nie" }] }, 422, "/points/0/criterion"],
  [
    "a criterion twice",
    { points: [1, 2].map((n) => ({ criterion: CRITERION, text: `${n}` })) },
    422,
    "/points/1/criterion",
  ],
  [
    "a text that is too long",
    { points: [{ criterion: CRITERION, text: "a".repeat(4001) }] },
    422,
    "/points/0/text",
  ],
  ["the stage that did not turn it down", { stage: "merit" }, 409, undefined],
  ["another's link", { proof: "0".repeat(26) }, 404, undefined],
])("an appeal with %s is refused", async (_, more, status, pointer) => {
  const { body, status: got } = await place.call(`POST ${doorOf("marek")}`, { body: appeal("marek", more) });
  expect([got, body.errors?.[0].pointer]).toEqual([status, pointer]);
});

test("an appeal is filed once, on the page, by the API or by a clerk, under the next number of the register", async () => {
  const empty = await place.call(`POST ${of("iza").path}/odwolanie`, {
    form: { stage: "formal", "points-0-criterion": CRITERION, "points-0-text": " " },
  });
  expect(empty.status).toBe(422);
  expect(faultsOfPage(empty.text)).toEqual([]);
  const form = { stage: "formal", "points-0-criterion": CRITERION, "points-0-text": "Lista była w kopercie" };
  expect((await place.call(`POST ${of("iza").path}/odwolanie`, { form })).status).toBe(303);
  const letter = await letterAbout(place, mailOf("iza"), /przyjęliśmy odwołanie$/);
  const { mark, state } = await appealOf("iza");
  expect(letter?.text).toContain(mark);
  expect(state).toBe("filed");
  expect((await place.call(`POST ${of("iza").path}/odwolanie`, { form })).status).toBe(303);

  const both = await Promise.all(
    [1, 2].map(() => place.call(`POST ${doorOf("marek")}`, { body: appeal("marek") })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe("appeal/filed");

  const arrivedAt = new Date(place.clock.now() - 60_000).toISOString();
  const { proof: _, ...paper } = appeal("adam", { arrivedBy: "desk", arrivedAt });
  const entered = await asked("clerk", 0, `${deskOf("adam")}/appeals`, paper);
  expect(entered.status).toBe(200);
  expect(entered.body).toMatchObject({ state: "filed", filedAt: arrivedAt });
  const again = await asked("clerk", 0, `${deskOf("adam")}/appeals`, paper);
  expect([again.status, again.body.code]).toEqual([409, "act/wrong-state"]);
  expect((await place.call(`GET /projekty/${cycleId}/${of("marek").id}`)).text).toContain(
    "Odwołanie złożone",
  );
  const numbers = await Promise.all(
    ["iza", "marek", "adam"].map(async (name) => (await appealOf(name)).mark),
  );
  expect(new Set(numbers).size).toBe(3);
});

test("the list after appeals waits until no appeal can come any more", async () => {
  const path = `/v1/staff/cycles/${cycleId}/publications`;
  const early = await asked("coordinator", 0, path, { list: "appeals" });
  expect([early.status, early.body.code]).toEqual([409, "list/not-ready"]);
});

test("late by a second is late; what came in time may be keyed afterwards", async () => {
  await place.clock.moveTo((now) => Math.max(now, Date.parse(until)));
  await place.settle();
  const late = await place.call(`POST ${doorOf("ewa")}`, { body: appeal("ewa") });
  expect([late.status, late.body.code]).toEqual([409, "appeal/over"]);
  expect(late.body.detail).toMatch(/do: .*23:59/);
  expect((await place.call(`GET ${of("ewa").path}/odwolanie`)).status).toBe(409);
  expect((await place.call(`GET ${of("ewa").path}`)).text).not.toContain("Złóż odwołanie");
  const { proof: _, ...paper } = appeal("ewa", { arrivedBy: "email" });
  const desk = `${deskOf("ewa")}/appeals`;
  const over = await asked("clerk", 0, desk, { ...paper, arrivedAt: until });
  expect([over.status, over.body.code]).toEqual([409, "appeal/over"]);
  // No appeal comes before there is something to appeal against: a slip of the hand.
  const before = await asked("clerk", 0, desk, { ...paper, arrivedAt: plusSeconds(until, -60 * 86_400) });
  expect([before.status, before.body.errors?.[0].pointer]).toEqual([422, "/arrivedAt"]);
  const page = await place.call(`GET ${pageOf("ewa")}`, { headers: await officeCookie(place, "verifier") });
  expect(faultsOfPage(page.text)).toEqual([]);
  const inTime = await asked("clerk", 0, desk, { ...paper, arrivedAt: plusSeconds(until, -1) });
  expect(inTime.status).toBe(200);
});

test.each<[Role, number, number, string | undefined]>([
  ["verifier", 0, 403, "appeal/decided-before"],
  ["verifier", 1, 403, "appeal/decided-before"],
  ["clerk", 0, 403, undefined],
  ["commission", 0, 403, undefined],
  ["editor", 0, 403, undefined],
  ["auditor", 0, 403, undefined],
  ["admin", 0, 403, undefined],
])("%s %s does not decide an appeal", async (role, n, status, code) => {
  const { body, status: got } = await asked(role, n, `${deskOf("iza")}/appeal-decision`, decision("upheld"));
  expect(got).toBe(status);
  if (code) expect(body.code).toBe(code);
  expect((await appealOf("iza")).state).toBe("filed");
});

test("two who had no part in the check decide; nobody else learns of it", async () => {
  const before = await readByAll();
  await place.told();
  const letters = place.letters().length;
  const at = (name: string) => `${deskOf(name)}/appeal-decision`;
  const silent = await asked("coordinator", 0, at("iza"), { verdict: "upheld", answers: [] });
  expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, "/answers/0/text"]);
  const page = await place.call(`GET ${pageOf("iza")}`, {
    headers: await officeCookie(place, "coordinator"),
  });
  expect(page.text).toContain("Lista była w kopercie");
  expect(faultsOfPage(page.text)).toEqual([]);

  const both = await Promise.all(
    [0, 1].map((n) => asked("coordinator", n, at("iza"), decision("dismissed"))),
  );
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  const decidedBy = both.findIndex(({ status }) => status === 200);
  const own = await asked("coordinator", decidedBy, `${at("iza")}/acceptance`);
  expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
  const filler = await asked("verifier", 0, `${at("iza")}/acceptance`);
  expect([filler.status, filler.body.code]).toEqual([403, "appeal/decided-before"]);
  const back = await asked("coordinator", 1 - decidedBy, `${at("iza")}/refusal`, {
    reason: "Zajrzyj do koperty",
  });
  expect(back.body).toMatchObject({ state: "filed", returned: "Zajrzyj do koperty" });

  for (const [name, verdict] of [
    ["iza", "upheld"],
    ["marek", "dismissed"],
    ["adam", "dismissed"],
    ["ewa", "upheld"],
  ] as const) {
    expect((await asked("coordinator", 0, at(name), decision(verdict))).body.state).toBe("to-accept");
    expect((await asked("coordinator", 1, `${at(name)}/acceptance`)).body.state).toBe("accepted");
  }
  await place.settle();
  expect(place.letters().length).toBe(letters);
  expect(await readByAll()).toBe(before);
});

test("with the publication every outcome is public at one moment, and upheld means back in the procedure", async () => {
  await publish(place, cycleId, "appeals");
  expect(await Promise.all(TURNED_DOWN.map(statusOf))).toEqual([
    "formally-accepted",
    "rejected",
    "rejected",
    "formally-accepted",
  ]);
  const shown = (await place.call(`GET /projekty/${cycleId}/${of("marek").id}`)).text;
  expect(shown).toContain("nieuwzględnione");
  expect(shown).toContain("Sprawdziliśmy kopertę: dismissed");
  const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects/${of("iza").id}`);
  expect(body.reason ?? null).toBeNull();
  expect(await letterAbout(place, mailOf("iza"), /odwołanie uwzględnione$/)).toBeDefined();
  const dismissed = await letterAbout(place, mailOf("marek"), /odwołanie nieuwzględnione$/);
  expect(dismissed?.text).toContain("Sprawdziliśmy kopertę: dismissed");
  expect((await appealOf("marek")).state).toBe("published");

  const { items } = (await place.call(`GET /v1/cycles/${cycleId}/lists`)).body;
  const list = items.find((one: { list: string }) => one.list === "appeals");
  const csv = (await place.call(`GET ${list.files.csv}`)).text;
  expect(csv).toMatch(new RegExp(`${of("iza").number}[^\\n]*upheld[^\\n]*formal`));
  const page = await place.call(`GET /listy/${cycleId}/appeals/1`);
  expect(page.text).toContain("nieuwzględnione");
  expect(faultsOfPage(page.text)).toEqual([]);
});

test("a dismissed appeal is final, and is not published again", async () => {
  const again = await place.call(`POST ${doorOf("marek")}`, { body: appeal("marek") });
  expect(again.status).toBe(409);
  const anew = await asked("coordinator", 0, `${deskOf("marek")}/appeal-decision`, decision("upheld"));
  expect([anew.status, anew.body.code]).toEqual([409, "act/wrong-state"]);
  await expect(publish(place, cycleId, "appeals")).rejects.toThrow(/not-ready/);
});
