import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import {
  dayOf,
  instant,
  localInstant,
  milliseconds,
  plusSeconds,
  plusWorkingDays,
} from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { openTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { enterProjects } from "../kit/projects.ts";
import {
  ASKS_FOR_TWO,
  acceptCard,
  enterPhase,
  fillCard,
  gatherSupport,
  openCall,
  propose,
  publish,
} from "../kit/proposals.ts";
import { importRoll } from "../kit/roll.ts";
import { hiddenFields, stepVisitor } from "../kit/staff-visitor.ts";
import { watchWire } from "../kit/wire.ts";
import { faultsOfPage } from "../pages/tags.ts";
import { callMeeting } from "./meeting-parts.ts";

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place?.close());

/** Half past seven in the morning of the next working day, on the city's clocks. */
const nextMorning = (now: number): number =>
  milliseconds(localInstant(`${plusWorkingDays(dayOf(instant(now)), 1)}T07:30`));

const workOf = async (role: Role, n = 0, query = ""): Promise<{ items: Record<string, string>[] }> => {
  const { status, body } = await place.call(`GET /v1/staff/work${query}`, {
    token: await place.staff(role, n),
  });
  expect(status).toBe(200);
  return body;
};

describe("what an edition needs of people", () => {
  test("is on the desk of those who can do it, and gone when it is done", async () => {
    const token = await place.staff("coordinator");
    const at = (hours: number) => new Date(place.clock.now() + hours * 3_600_000).toISOString();
    const opensAt = at(48);
    const { body: cycle } = await place.call("POST /v1/staff/cycles", {
      token,
      key: true,
      body: {
        name: "Budżet obywatelski",
        ruleSet: "katowice-xii",
        calendar: [{ name: "voting", startsAt: opensAt, endsAt: at(72) }],
        pools: [{ id: "M", amountGrosze: 100_000 }],
      },
    });
    const cycleId: CycleId = cycle.id;
    await enterProjects(place, cycleId, [{ pool: "M", title: "Plac zabaw", costGrosze: 1000 }]);
    await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, {
      token,
      body: { to: "ballot-frozen", reason: "Lista jest gotowa" },
    });
    await place.settle();
    const [waits, ...others] = (await workOf("commission")).items;
    expect(others).toEqual([]);
    expect(waits).toMatchObject({
      kind: "clear-way",
      owner: { kind: "queue", id: "cycle" },
      dueAt: opensAt,
      waitsFor: "me",
      link: `/urzad/edycje/${cycleId}/spis`,
    });
    expect((await workOf("coordinator")).items).toEqual([waits]);
    expect((await workOf("commission", 0, "?whose=due")).items).toEqual([waits]);
    for (const whose of ["overdue", "second", "unit"])
      expect((await workOf("commission", 0, `?whose=${whose}`)).items, whose).toEqual([]);
    expect((await workOf("editor")).items).toEqual([]);

    await importRoll(place, cycleId, "pesel;mothers_maiden_name;district\n44051401359;Nowak;L13\n");
    await place.settle();
    expect((await workOf("commission")).items).toMatchObject([{ link: `/urzad/edycje/${cycleId}/klucze` }]);
    await place.clock.moveTo((now) => now + 49 * 3_600_000);
    expect((await workOf("commission", 0, "?whose=overdue")).items).toMatchObject([{ id: cycleId }]);
    await place.call(`POST /v1/staff/cycles/${cycleId}/transitions`, {
      token,
      body: { to: "cancelled", reason: "Nie będzie głosowania" },
    });
    await place.settle();
    expect((await workOf("commission")).items).toEqual([]);
  });

  test("the second signature waits for anybody but the first who signed", async () => {
    const vote = await openTestVote(place, {
      pools: { M: { amountZloty: 1000, costsZloty: [100] } },
      voters: 1,
    });
    const { cycleId } = vote;
    await place.clock.moveTo((now) => now + 2 * 3_600_000 + 61_000);
    await place.settle();
    expect((await workOf("commission")).items).toMatchObject([
      { link: `/urzad/edycje/${cycleId}/klucz-do-liczenia` },
    ]);
    const token = await place.staff("commission");
    await place.call(`POST /v1/staff/cycles/${cycleId}/count-key`, {
      token,
      body: { privateKey: vote.privateKey },
    });
    await place.settle();
    const link = `/urzad/edycje/${cycleId}/podpis`;
    expect((await workOf("commission", 1)).items).toMatchObject([{ link, waitsFor: "me" }]);
    const { body } = await place.call(`GET /v1/staff/cycles/${cycleId}`, { token });
    await place.call(`POST /v1/staff/cycles/${cycleId}/sign-offs`, {
      token,
      body: { digest: body.count.digest },
    });
    await place.settle();
    expect((await workOf("commission", 0)).items).toEqual([]);
    expect((await workOf("commission", 0, "?whose=second")).items).toMatchObject([
      { link, waitsFor: "second" },
    ]);
    expect((await workOf("commission", 1)).items).toMatchObject([{ link, waitsFor: "me" }]);
    expect((await workOf("commission", 1, "?whose=second")).items).toMatchObject([{ link, waitsFor: "me" }]);

    // The next working morning: one letter to the second person, with a link, and none to the first.
    await place.clock.moveTo(nextMorning);
    const today = dayOf(instant(place.clock.now()));
    await place.clock.moveTo((now) => now + 60_000);
    const lettersTo = (who: string) =>
      place.letters().filter(({ to, at }) => to === `${who}@urzad.example` && dayOf(at) === today);
    expect(lettersTo("zofia.kania")).toEqual([]);
    const [letter, ...more] = lettersTo("andrzej.puchacz");
    expect(more).toEqual([]);
    expect(letter?.text).toContain(`${place.url}${link}`);
    expect(letter?.text).toContain("podpisz wynik");

    const home = await stepVisitor(place).signIn("commission", 1);
    expect(home.text).toContain("podpisz wynik");
    expect(home.text).toContain(`href="${link}"`);
    expect(faultsOfPage(home.text)).toEqual([]);
    const mine = await stepVisitor(place).signIn("commission", 0);
    expect(mine.text).not.toContain("podpisz wynik");
  });
});

test("a proposal waits for its check, then for the decision about the ballot, by the calendar as it is; then for nobody", async () => {
  const cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id } = await propose(place, cycleId);
  const calendarEnd = async (phase: string): Promise<string> =>
    (await place.call(`GET /v1/cycles/${cycleId}`)).body.calendar.find(
      ({ name }: { name: string }) => name === phase,
    ).endsAt;
  const link = `/urzad/wnioski/${cycleId}/${id}`;
  const toCheck = { id, kind: "check-proposal", owner: { kind: "queue", id: "verifier" }, link };
  expect((await workOf("verifier")).items).toMatchObject([
    { ...toCheck, dueAt: await calendarEnd("formal-review") },
  ]);
  expect((await workOf("coordinator")).items.filter(({ kind }) => kind === "check-proposal")).toEqual([]);

  const { headers } = await place.call(`GET /v1/staff/cycles/${cycleId}`, {
    token: await place.staff("coordinator"),
  });
  const endsAt = plusSeconds(await calendarEnd("formal-review"), -43_200);
  const moved = await place.call(`PATCH /v1/staff/cycles/${cycleId}/calendar`, {
    token: await place.staff("coordinator"),
    body: { name: "formal-review", endsAt, reason: "Mało wniosków" },
    headers: { "if-match": headers.get("etag") ?? "" },
  });
  expect(moved.status).toBe(200);
  expect(await calendarEnd("formal-review")).toBe(endsAt);
  await place.settle();
  expect((await workOf("verifier")).items).toMatchObject([
    { ...toCheck, dueAt: await calendarEnd("formal-review") },
  ]);

  await gatherSupport(place, cycleId, id);
  await enterPhase(place, cycleId, "formal-review");
  expect((await fillCard(place, [cycleId, id], "accepted")).status).toBe(202);
  const toAccept = { owner: { kind: "queue", id: "checks" }, link: `${link}/ocena-formalna` };
  expect((await workOf("verifier")).items).toEqual([]);
  expect((await workOf("coordinator")).items).toContainEqual(
    expect.objectContaining({ ...toAccept, waitsFor: "me" }),
  );
  await acceptCard(place, [cycleId, id]);
  expect((await workOf("verifier")).items).toEqual([]);
  await publish(place, cycleId, "formal");
  const toAdmit = (await workOf("coordinator")).items.filter(({ id: of }) => of === id);
  expect(toAdmit).toMatchObject([{ kind: "admit-proposal", link, dueAt: await calendarEnd("merit-review") }]);
  await enterPhase(place, cycleId, "merit-review");
  await fillCard(place, [cycleId, id], "rejected", { stage: "merit" });
  await acceptCard(place, [cycleId, id], { stage: "merit" });
  expect((await workOf("coordinator")).items.filter(({ id: of }) => of === id)).toEqual([]);
});

test("the card of a proposal that its author takes back waits for nobody", async () => {
  const cycleId = await openCall(place, ASKS_FOR_TWO);
  const { id, path } = await propose(place, cycleId);
  await enterPhase(place, cycleId, "formal-review");
  await fillCard(place, [cycleId, id], "rejected");
  const link = `/urzad/wnioski/${cycleId}/${id}/ocena-formalna`;
  const waiting = async () => (await workOf("coordinator")).items.filter((one) => one.link === link);
  expect(await waiting()).toHaveLength(1);
  expect((await place.call(`POST ${path}/wycofaj`, { form: {} })).status).toBe(303);
  expect(await waiting()).toEqual([]);
});

test("a question that is none is refused", async () => {
  const token = await place.staff("clerk");
  expect((await place.call("GET /v1/staff/work?whose=all", { token })).status).toBe(400);
  expect((await place.call("GET /v1/staff/work?cursor=***", { token })).status).toBe(400);
});

test("nothing comes after a place beyond the end of a list", async () => {
  const token = await place.staff("coordinator");
  for (const whose of ["mine", "unit", "due", "overdue", "second"])
    for (const beyond of ["zzz", "9", "9999-99-99", "łódź"]) {
      const cursor = Buffer.from(beyond).toString("base64url");
      const { status, body } = await place.call(`GET /v1/staff/work?whose=${whose}&cursor=${cursor}`, {
        token,
      });
      expect([whose, beyond, status, body.items]).toEqual([whose, beyond, 200, []]);
    }
});

test("after a form of the office the next page says once what was saved and what happens next, in its language", async () => {
  const { body: meeting } = await callMeeting(place);
  for (const [prefix, saved] of [
    ["", "Zmiany spotkania są zapisane."],
    ["/en", "The changes of the meeting are saved."],
  ] as const) {
    const browser = stepVisitor(place);
    await browser.signIn("editor");
    const path = `${prefix}/urzad/spotkania/${meeting.id}`;
    const form = hiddenFields((await browser.go(`GET ${path}/zmiana`)).text, `${path}/zmiana`);
    const kept = await browser.go(`POST ${path}/zmiana`, {
      form: {
        ...form,
        title: "Spacer",
        startsAt: "2098-06-10T17:00",
        endsAt: "2098-06-10T19:00",
        "place-name": "Szkoła",
        "place-address": "ul. Marcinkowskiego 17",
        accessibility: "",
        agenda: "",
        district: "L3",
        capacity: "20",
        signupClosesAt: "",
      },
    });
    expect(kept.status).toBe(303);
    expect(kept.headers.getSetCookie().join()).toMatch(
      /^flash=postOfficeMeetingEdit; Path=\/; Max-Age=60; HttpOnly/,
    );
    const next = await browser.go(`GET ${browser.locationOf(kept)}`);
    expect(next.text).toContain(saved);
    expect(faultsOfPage(next.text)).toEqual([]);
    expect((await browser.go(`GET ${path}`)).text).not.toContain(saved);
  }
  const forged = await place.call("GET /urzad", {
    headers: { cookie: `staff=${await place.staff("editor")}; flash=<b>constructor</b>` },
  });
  expect(forged.status).toBe(200);
  expect(forged.text).not.toContain('role="status"');
});

test("the letters of a morning read each owner's work once, however many share it", async () => {
  const { directory } = place.deps.store;
  const wire = watchWire(place);
  const readsOfMorning = async (): Promise<number> => {
    wire.take();
    await place.clock.moveTo(nextMorning);
    const calls = wire.take();
    expect(calls.some(({ isWrite, keys: [key = ""] }) => isWrite && key.startsWith("MORNING#"))).toBe(true);
    return calls.filter(({ index }) => index === "work").length;
  };
  await readsOfMorning();
  const few = await readsOfMorning();
  const [someone] = (await directory.staff()).filter(({ unit, mail }) => unit !== null && mail !== null);
  if (!someone) throw new Error("nobody works in a unit");
  await place.deps.store.table.fill(
    Array.from({ length: 30 }, (_, n) => ({
      key: keys.person(`more-${n}`),
      item: { ...someone, id: `more-${n}`, mail: `more-${n}@urzad.example` },
    })),
  );
  // Each has one owner of their own, themselves.
  expect(await readsOfMorning()).toBeLessThanOrEqual(few + 30);
});
