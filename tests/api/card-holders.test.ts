/** Whose a card is: taken, given, handed back; on whose list it then stands; and that it is no lock. */
import { afterAll, beforeAll, expect } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf } from "../../infra/local/issuer/tokens.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { ASKS_FOR_NONE, decideStage, enterPhase, fillCard, openCall, propose } from "../kit/proposals.ts";
import { hiddenFields } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { faultsOfPage } from "../pages/tags.ts";

const { test } = inTurn();

type Who = readonly [role: Role, n: number];
const EWA: Who = ["verifier", 0];
const PAWEL: Who = ["verifier", 1];
const ANNA: Who = ["coordinator", 0];
const TOMASZ: Who = ["coordinator", 1];
const [JOANNA, MAREK, OLGA]: Who[] = [
  ["unit", 0],
  ["unit", 1],
  ["unit", 2],
];

let place: Place;
let cycleId: string;
const ids: string[] = [];
beforeAll(async () => {
  place = await openPlace();
  cycleId = await openCall(place, ASKS_FOR_NONE);
  for (const name of ["ola", "adam", "iza"]) {
    const author = { name, email: `${name}@example.com`, isNamePublic: true };
    ids.push((await propose(place, cycleId, { title: `Ławki: ${name}`, author })).id);
  }
}, 60_000);
afterAll(() => place.close());

const personOf = ([role, n]: Who): string => {
  const { username } = DEMO_STAFF.filter((one) => one.role === role)[n] ?? { username: "" };
  return subjectOf({ username });
};
const sent = async ([role, n]: Who, path: string, body: object = {}) =>
  place.call(`POST ${path}`, { token: await place.staff(role, n), body });
const got = async ([role, n]: Who, path: string) =>
  place.call(`GET ${path}`, { token: await place.staff(role, n) });
const cookieOf = async ([role, n]: Who) => ({ cookie: `staff=${await place.staff(role, n)}` });
const told = ({ status, body }: { readonly status: number; readonly body: { readonly code?: string } }) => [
  status,
  body.code,
];
const card = (n: number, stage = "formal"): string =>
  `/v1/staff/cycles/${cycleId}/projects/${ids[n]}/${stage}-check`;
const pageOf = (n: number): string => `/urzad/wnioski/${cycleId}/${ids[n]}/ocena-formalna`;
/** On whose list the work of a proposal stands. */
const isOn = async (who: Who, whose: string, n: number): Promise<boolean> =>
  (await got(who, `/v1/staff/work?whose=${whose}&limit=100`)).body.items.some(({ link }: { link: string }) =>
    link.includes(ids[n] ?? "-"),
  );

test("nobody takes a card before its phase", async () => {
  expect(told(await sent(EWA, `${card(0)}/taking`))).toEqual([409, "cycle/wrong-phase"]);
  await enterPhase(place, cycleId, "formal-review");
});

test("a card that is taken stands on one list and on nobody's no more, however often it is taken", async () => {
  expect([await isOn(EWA, "nobody", 0), await isOn(PAWEL, "mine", 0)]).toEqual([true, true]);
  const taken = await sent(EWA, `${card(0)}/taking`);
  expect(taken.body).toMatchObject({ state: "assigned", heldBy: "Ewa Sikora" });
  const again = await sent(EWA, `${card(0)}/taking`);
  expect([again.status, again.body.version]).toEqual([200, taken.body.version]);
  expect([await isOn(EWA, "taken", 0), await isOn(EWA, "mine", 0)]).toEqual([true, true]);
  for (const [who, whose] of [
    [EWA, "nobody"],
    [PAWEL, "nobody"],
    [PAWEL, "mine"],
    [PAWEL, "taken"],
  ] as const)
    expect(await isOn(who, whose, 0), whose).toBe(false);
  // The stage of forms is filled in by those who check them.
  expect(told(await sent(ANNA, `${card(0)}/taking`))).toEqual([403, "identity/role"]);
});

test("of two who take a card at once one has it, and the other is told", async () => {
  const both = await Promise.all([sent(EWA, `${card(1)}/taking`), sent(PAWEL, `${card(1)}/taking`)]);
  const statuses = both.map(({ status }) => status).toSorted();
  const { heldBy } = (await got(EWA, card(1))).body;
  // Either they met, or the later of them took it over.
  expect([
    [200, 200],
    [200, 412],
  ]).toContainEqual(statuses);
  expect(both.filter(({ status, body }) => status === 200 && body.heldBy === heldBy).length).toBe(1);
});

test("a coordinator gives a card to who may do its next step, and those who stand in have it too", async () => {
  const wrong = await sent(ANNA, `${card(0)}/giving`, { person: personOf(ANNA) });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/person"]);
  expect((await sent(PAWEL, `${card(0)}/giving`, { person: personOf(PAWEL) })).status).toBe(403);
  const given = await sent(ANNA, `${card(0)}/giving`, { person: personOf(PAWEL) });
  expect(given.body.heldBy).toBe("Paweł Dudek");
  expect(await isOn(EWA, "taken", 0)).toBe(false);
  expect(told(await sent(EWA, `${card(0)}/release`))).toEqual([403, "check/held"]);
  const person = `/v1/staff/people/${personOf(PAWEL)}`;
  const admin = await place.staff("admin");
  const { version } = (await place.call(`GET ${person}`, { token: admin })).body;
  const day = today(place);
  const away = (standIn: string | null, at: number) =>
    place.call(`PATCH ${person}`, {
      token: admin,
      headers: { "if-match": `"v${at}"` },
      body: { absence: { from: day, to: day, standIn } },
    });
  expect((await away(null, version)).status).toBe(200);
  expect(await isOn(["admin", 0], "unit", 0)).toBe(true);
  expect((await away(personOf(EWA), version + 1)).status).toBe(200);
  expect([await isOn(["admin", 0], "unit", 0), await isOn(EWA, "taken", 0)]).toEqual([false, true]);
  const page = await place.call(`GET ${pageOf(0)}`, { headers: await cookieOf(ANNA) });
  expect(page.text).toContain("Pracuje nad kartą: Paweł Dudek");
  expect(page.text).toContain("Dziś zastępuje: Ewa Sikora.");
  expect(page.text).toMatch(/Paweł Dudek \(nieobecność do [^;]*; zastępuje: Ewa Sikora\)/);
  expect(faultsOfPage(page.text)).toEqual([]);
  const queue = await place.call(`GET /urzad/wnioski?cycle=${cycleId}&held=nobody`, {
    headers: await cookieOf(ANNA),
  });
  expect([queue.text.includes("Ławki: ola"), queue.text.includes("Ławki: iza")]).toEqual([false, true]);
});

test("by the form a card is taken and handed back, and the page offers what would change something", async () => {
  const headers = await cookieOf(EWA);
  const press = async (act: string) => {
    const { text } = await place.call(`GET ${pageOf(2)}`, { headers });
    const action = `${pageOf(2)}/${act}`;
    return place.call(`POST ${action}`, { headers, form: hiddenFields(text, action) });
  };
  const offered = async () => {
    const { text } = await place.call(`GET ${pageOf(2)}`, { headers });
    return ["podjecie", "przydzial", "oddanie"].map((act) => text.includes(`action="${pageOf(2)}/${act}"`));
  };
  expect(await offered()).toEqual([true, false, false]);
  expect((await press("podjecie")).status).toBe(303);
  expect(await offered()).toEqual([false, false, true]);
  expect((await press("oddanie")).status).toBe(303);
  expect([await offered(), await isOn(PAWEL, "nobody", 2)]).toEqual([[true, false, false], true]);
});

test("a card that somebody has is still filled in by another, and comes back to them when it is given back", async () => {
  await sent(PAWEL, `${card(2)}/taking`);
  const filled = await fillCard(place, [cycleId, ids[2] ?? ""], "accepted", { n: 0 });
  expect([filled.status, filled.body.heldBy]).toEqual([202, null]);
  // Who filled it in takes no acceptance of it; a coordinator does.
  expect(told(await sent(EWA, `${card(2)}/taking`))).toEqual([403, "identity/same-person"]);
  expect((await sent(ANNA, `${card(2)}/taking`)).body.heldBy).toBe("Anna Wrona");
  expect([await isOn(TOMASZ, "mine", 2), await isOn(ANNA, "taken", 2)]).toEqual([false, true]);
  const back = await sent(TOMASZ, `${card(2)}/refusal`, { reason: "Sprawdź jeszcze raz" });
  expect([back.body.state, back.body.heldBy]).toEqual(["assigned", "Ewa Sikora"]);
  expect(await isOn(EWA, "taken", 2)).toBe(true);
});

test("work in hand is due when the calendar says, also after a date has moved", async () => {
  const { body } = await place.call(`GET /v1/cycles/${cycleId}`);
  const entry = body.calendar.find(({ name }: { name: string }) => name === "formal-review");
  const due = async () =>
    (await got(EWA, "/v1/staff/work?whose=taken")).body.items.find(({ link }: { link: string }) =>
      link.includes(ids[2] ?? "-"),
    ).dueAt;
  expect(await due()).toBe(entry.endsAt);
  const endsAt = new Date(Date.parse(entry.endsAt) - 3_600_000).toISOString();
  const version = (await got(ANNA, `/v1/staff/cycles/${cycleId}`)).body.version;
  const changed = await place.call(`PATCH /v1/staff/cycles/${cycleId}/calendar`, {
    token: await place.staff("coordinator"),
    headers: { "if-match": `"v${version}"` },
    body: { name: "formal-review", endsAt, reason: "Przesunięcie" },
  });
  expect(changed.status, changed.text).toBe(200);
  await place.settle();
  expect(Date.parse(await due())).toBe(Date.parse(endsAt));
});

test("an opinion is given within its unit, and handed back to it", async () => {
  for (const n of [0, 1, 2]) await sent(ANNA, `${card(n)}/release`);
  await decideStage(place, cycleId, Object.fromEntries(ids.map((id) => [id, "accepted" as const])));
  await enterPhase(place, cycleId, "merit-review");
  const all = `/v1/staff/cycles/${cycleId}/projects/${ids[0]}/opinions`;
  await sent(ANNA, all, { units: ["zielen"] });
  const one = `${all}/zielen`;
  const wrong = await sent(JOANNA as Who, `${one}/assignment`, { person: personOf(EWA) });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, "/person"]);
  // The head of the unit above gives it; so does whoever asked.
  const given = await sent(JOANNA as Who, `${one}/assignment`, { person: personOf(MAREK as Who) });
  expect(given.body).toMatchObject({ state: "writing", writtenBy: "Marek Zięba" });
  expect([await isOn(MAREK as Who, "taken", 0), await isOn(OLGA as Who, "nobody", 0)]).toEqual([true, false]);
  expect(told(await sent(OLGA as Who, `${one}/release`))).toEqual([403, "check/held"]);
  expect((await sent(MAREK as Who, `${one}/release`)).body).toMatchObject({
    state: "asked",
    writtenBy: null,
  });
  expect(await isOn(OLGA as Who, "nobody", 0)).toBe(true);
  const anew = await sent(ANNA, `${one}/assignment`, { person: personOf(OLGA as Who) });
  expect(anew.body.writtenBy).toBe("Olga Sasanka");
  const journal = await got(["auditor", 0], `/v1/staff/audit?subject=${ids[0]}&limit=100`);
  expect(journal.text).toContain("postOpinionAssignment");
});

test("with an edition that is called off, cards and opinions wait for nobody", async () => {
  await sent(ANNA, `/v1/staff/cycles/${cycleId}/projects/${ids[1]}/merit-check/taking`);
  expect(await isOn(ANNA, "taken", 1)).toBe(true);
  const path = `/v1/staff/cycles/${cycleId}/transitions`;
  const done = await sent(ANNA, path, { to: "cancelled", reason: "Nie będzie głosowania" });
  expect(done.status, done.text).toBeLessThan(300);
  await place.settle();
  expect([await isOn(ANNA, "taken", 1), await isOn(OLGA as Who, "taken", 0)]).toEqual([false, false]);
});
