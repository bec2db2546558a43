import { afterAll, beforeAll, expect } from "vitest";
import { pointDaysOf } from "../../shared/acts/point-days.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { workOfDay } from "../../shared/domain/office/edition-work.ts";
import { accept } from "../../shared/domain/result.ts";
import { keys } from "../../shared/store/keys.ts";
import { create, put } from "../../shared/store/write.ts";
import { countTestVote, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { today } from "../kit/time.ts";
import { visitor } from "../kit/visitor.ts";
import { cardOf, clerksOf, openVoteWithPoints, POINTS } from "../kit/voting-points.ts";

const { test } = inTurn();

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let sections: { pool: string; points: Record<string, number> }[];
let day: string;
beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
  sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 1 } }];
  day = today(place);
  const batch = await clerks.register(2);
  for (const n of [0, 1, 2]) await helped(n);
  for (const [number, card] of [
    [1, cardOf(10, sections)],
    [2, { rejection: "blank" }],
  ] as const)
    for (const by of [0, 1]) await clerks.key(by, batch, number, card);
  await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
});
afterAll(() => place?.close());

const helped = async (n: number): Promise<void> => {
  const met = await clerks.identify(n);
  expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
};

test("a day outside the vote is not signed, nor one whose cards two people have not agreed on", async () => {
  const signDay = async (other: string) =>
    place.call(`POST /v1/staff/cycles/${city.cycleId}/voting-points/urzad/days/${other}/signatures`, {
      token: await place.staff("clerk"),
      body: { receipts: 0, cards: 0 },
    });
  for (const other of ["2020-01-01", "2040-01-01"]) {
    const { status, body } = await signDay(other);
    expect([status, body.code]).toEqual([422, "point/not-its-day"]);
  }
  const batch = await clerks.clerk(0, "POST /paper-batches", {
    key: true,
    body: { point: "urzad", cards: 4, receivedOn: day },
  });
  const early = await signDay(day);
  expect([early.status, early.body.code, early.body.detail]).toEqual([
    409,
    "point/unsettled",
    "Na zgodę dwóch osób czekają karty: 4. Potem podpisz dzień.",
  ]);
  await clerks.correct(batch.body.id, 0, "Pomyłka");
  // Somebody who was let in and has not voted is waited for by nobody.
  await clerks.identify(6, { point: "urzad" });
  expect((await signDay(day)).status).toBe(200);
});

const at = () => `/v1/staff/cycles/${city.cycleId}/voting-points/biblioteka-5/days/${day}`;

const sign = async (role: "clerk" | "commission", body: object, n = 0) =>
  place.call(`POST ${at()}/signatures`, { token: await place.staff(role, n), body });

test("numbers that changed after the clerk's signature are not signed by the commission", async () => {
  const path = `/v1/staff/cycles/${city.cycleId}/voting-points/urzad/days/${day}`;
  const token = await place.staff("commission");
  await clerks.identify(7, { point: "urzad" });
  const { status, body } = await place.call(`POST ${path}/signatures`, { token, body: {} });
  expect([status, body.code]).toEqual([412, "request/changed-since"]);
  expect((await place.call(`GET ${path}`, { token })).body.signatures).toHaveLength(1);
});

test("a day is signed by a clerk with what was counted, explaining a difference, and then by the commission", async () => {
  expect((await sign("commission", {})).body.code).toBe("point/unsigned");
  const wrong = await sign("clerk", { receipts: 4, cards: 2 });
  expect([wrong.status, wrong.body.code, wrong.body.errors?.[0]?.pointer ?? "/explanation"]).toEqual([
    422,
    "point/unexplained",
    "/explanation",
  ]);
  const notTheirs = await sign("commission", { receipts: 3, cards: 2 });
  expect([notTheirs.status, notTheirs.body.detail]).toEqual([
    403,
    "To może zrobić tylko rola: punkt obsługi.",
  ]);
  const first = await sign("clerk", {
    receipts: 4,
    cards: 2,
    explanation: "Jedno potwierdzenie wydrukowano dwa razy",
  });
  expect([first.status, first.body.signatures]).toEqual([200, [{ name: "Barbara Słowik" }]]);
  expect(first.body.figures).toMatchObject({ cast: 3, cards: 2, accepted: 1, rejected: 1, left: 0 });
  expect((await sign("clerk", {}, 1)).status).toBe(403);
  for (const _ of [1, 2]) {
    const second = await sign("commission", {});
    expect([second.status, second.body.signatures.length]).toEqual([200, 2]);
  }
});

test("numbers that changed after a signature are told of, and signed anew", async () => {
  await helped(3);
  const { body } = await place.call(`GET ${at()}`, { token: await place.staff("auditor") });
  expect([body.isCurrent, body.figures.cast]).toEqual([false, 4]);
  expect((await sign("commission", {})).status).toBe(412);
  expect((await sign("clerk", { receipts: 4, cards: 2 }, 1)).body.signatures).toEqual([
    { name: "Adam Jaskółka" },
  ]);
});

test("ten who countersign in one moment leave one second signature", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => sign("commission", {}, n % 2)));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
  const { body } = await place.call(`GET ${at()}`, { token: await place.staff("commission") });
  expect(body.signatures).toHaveLength(2);
});

test("what two people signed stands while the ledger says the same, whoever counts anew, also in one moment", async () => {
  const again = await sign("clerk", { receipts: 4, cards: 2 });
  expect([again.status, again.body.signatures.length]).toEqual([200, 2]);
  const other = { receipts: 0, cards: 2, explanation: "Nikt nie głosował" };
  const anew = await sign("clerk", other);
  expect([anew.status, anew.body.code]).toEqual([409, "point/signed"]);

  // As it would write who read before the second signature.
  const { votingPoints } = place.deps.store;
  const [cycleId, point] = [city.cycleId as CycleId, "biblioteka-5"];
  const before = await votingPoints.day(cycleId, point, day);
  if (!before) throw new Error("The day was signed");
  const signed = { ...before, counted: other, signatures: before.signatures.slice(0, 1) };
  const audit = create({ key: { pk: "LATE", sk: "LATE" }, item: {} });
  const work = workOfDay(
    { point: { id: point, name: "Filia nr 5" }, day: before.day },
    { id: cycleId, edition: "XII", calendar: [] },
  );
  for (const outdated of [undefined, { ...before.figures, cast: 3 }])
    expect(
      await votingPoints.signDay(cycleId, { signed, outdated, work, clerks: [], batches: [] }, audit),
    ).toMatchObject({
      refusal: { code: "point/signed" },
    });
  expect(await votingPoints.day(cycleId, point, day)).toEqual(before);
});

test("the page of a day takes the count, shows the difference, and is signed by two people without scripts", async () => {
  const browserOf = async (role: "clerk" | "commission") => {
    const signedIn = stepVisitor(place);
    await signedIn.signIn(role);
    const browser = visitor(place);
    for (const [name, value] of signedIn.jar) browser.cookies.set(name, value);
    return browser;
  };
  await helped(4);
  const path = `/urzad/punkty/${city.cycleId}/biblioteka-5/dzien/${day}`;
  const clerk = await browserOf("clerk");
  const page = await clerk.open(path);
  expect(page.text).toContain("Po podpisie liczby się zmieniły");
  expect((await clerk.send(page, path, { receipts: "dużo", cards: "2" })).status).toBe(422);
  const unexplained = await clerk.send(page, path, { receipts: "6", cards: "2" });
  expect([unexplained.status, unexplained.text.includes("Różnica: potwierdzenia 1, karty 0.")]).toEqual([
    422,
    true,
  ]);
  const signed = await clerk.send(unexplained, path, { receipts: "6", explanation: "Wydruk próbny" });
  expect([signed.path, signed.text.includes("Wydruk próbny")]).toEqual([path, true]);
  const commission = await browserOf("commission");
  const countersigned = await commission.send(await commission.open(path), path);
  const days = async () => pointDaysOf(city.cycleId as CycleId, place.deps);
  expect(countersigned.text).toContain("Dzień podpisały dwie osoby.");
  expect((await clerk.open(path)).text).not.toContain('name="receipts"');
  const anew = await clerk.send(signed, path, { receipts: "7", explanation: "Inaczej" });
  expect([anew.status, anew.text.includes("Dzień podpisały już dwie osoby")]).toEqual([409, true]);
  expect(await days()).toEqual({ worked: 1, unsigned: [] });
  await helped(5);
  expect(await days()).toEqual({ worked: 1, unsigned: [{ point: "biblioteka-5", name: "Filia nr 5", day }] });
});

test("the count finds out when a point recorded another number of ballots than there are markers, and publishes nothing; no point is added any more", async () => {
  const shift = keys.shift(city.cycleId as CycleId, "urzad", day, "nobody");
  const item = { point: "urzad", day, clerk: "nobody", clerkName: "Nikt", looked: 1, cast: 1, filledIn: 0 };
  accept(await place.deps.store.table.write([put({ key: shift, item })]));
  await place.clock.moveTo((now) => now + 4 * 24 * 3_600_000);
  await place.settle();
  const counted = await countTestVote(place, city);
  expect(counted.count).toMatchObject({ markers: 7, ballots: 7 });
  expect(JSON.stringify(counted.blockers)).toContain("counts-differ");
  const added = await place.call(`PUT /v1/staff/cycles/${city.cycleId}/voting-points`, {
    token: await place.staff("coordinator"),
    body: { points: [...POINTS, { ...POINTS[0], id: "szkola", name: "Szkoła" }] },
  });
  expect([added.status, added.body.code]).toEqual([409, "cycle/locked"]);
});
