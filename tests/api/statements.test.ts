import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { lyingCountKey } from "../kit/count-key.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { codeFor } from "../kit/voting-city.ts";

const { describe, test } = inTurn();

let place: Place;
let vote: TestVote;
let clerk: string;
let commission: string;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 5,
  });
  clerk = await place.staff("clerk");
  commission = await place.staff("commission");
});
afterAll(() => place?.close());

const statementOf = (n: number, more: object = {}) => ({
  firstName: "Zofia",
  surname: "Przybylska",
  pesel: peselOf(n),
  mothersMaidenName: "Nowak-Łoś",
  address: "ul. Mariacka 5/7",
  district: "L13",
  email: `new-${n}@example.com`,
  declarations: [true, true],
  ...more,
});

const at = (rest = "") => `/v1/staff/cycles/${vote.cycleId}/statements${rest}`;

const file = (body: object, key = newKey()) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/statements`, { body, key });

const decide = (id: string, body: object, token = clerk) =>
  place.call(`POST ${at(`/${id}/decision`)}`, { token, body });

/** What was filed online needs two people. */
const acceptByTwo = async (id: string) => {
  const first = await decide(id, { result: "accepted" });
  expect([first.status, first.body.state]).toEqual([200, "awaiting-second"]);
  return decide(id, { result: "accepted" }, commission);
};

const identify = (n: number, mothersMaidenName = "Nowak-Łoś") =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, {
    body: { pesel: peselOf(n), mothersMaidenName, email: `v${n}@example.com` },
  });

/** What a right code gives to who identifies so. */
const enter = async (n: number, name?: string) => {
  const { body } = await identify(n, name);
  return place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${body.session}/code`, {
    body: { code: await codeFor(place, body.session) },
  });
};

const isLetIn = async (n: number, name?: string): Promise<boolean> => (await enter(n, name)).status === 200;

const stored = async (): Promise<string> => {
  const all: unknown[] = [];
  for (const pk of [`CYCLE#${vote.cycleId}`, `STATEMENT#${vote.cycleId}`, `ROLL-ADDED#${vote.cycleId}`])
    await place.deps.store.table.scanPages("main", pk, z.looseObject({}), (page) => {
      all.push(...page);
    });
  return JSON.stringify(all);
};

describe("a resident who is not on the roll", () => {
  test("states that they live in the city, is added, is told, and votes like others", async () => {
    expect(await isLetIn(100)).toBe(false);
    const filed = await file(statementOf(100));
    expect(filed.status).toBe(202);
    const id: string = filed.body.statement;
    const { body: one } = await place.call(`GET ${at(`/${id}`)}`, { token: clerk });
    expect(one.person).toMatchObject({ email: "new-100@example.com", facts: { surname: "Przybylska" } });
    expect(one.roll).toEqual({ isListed: false, differs: [] });
    expect((await decide(id, { result: "accepted" })).body).toMatchObject({
      state: "awaiting-second",
      addition: null,
    });
    const letter = await place.letterTo("new-100@example.com");
    expect([letter?.subject, await isLetIn(100)]).toEqual(["Mamy Twoje oświadczenie", false]);
    const own = await decide(id, { result: "accepted" });
    expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
    expect((await decide(id, { result: "accepted" }, commission)).body).toMatchObject({
      state: "accepted",
      addition: 1,
    });
    const { items } = await place.deps.store.audit.list(vote.cycleId, { limit: 2 });
    expect(items.map(({ facts }) => facts.result)).toEqual(["accepted", "awaiting-second"]);
    expect(items[0]?.by).not.toBe(items[1]?.by);
    expect((await place.letterTo("new-100@example.com"))?.subject).toContain("oświadczenie jest przyjęte");
    expect(await isLetIn(100)).toBe(true);
    expect(await isLetIn(100, "Kowalska")).toBe(false);
    const { roll } = (await place.call(`GET /v1/staff/cycles/${vote.cycleId}`, { token: commission })).body;
    expect(roll).toMatchObject({ version: 1, entries: 5, additions: 1, added: { L13: 1 } });
  });

  test("is rejected with a reason that they read", async () => {
    const { body } = await file(statementOf(101));
    const id: string = body.statement;
    expect((await decide(id, { result: "rejected" })).status).toBe(422);
    expect((await decide(id, { result: "rejected", reason: "Nie mieszka w mieście" })).status).toBe(200);
    expect((await place.letterTo("new-101@example.com"))?.text).toContain("Nie mieszka w mieście");
    expect(await isLetIn(101)).toBe(false);
  });

  test("is rejected by the second person, whatever the first one thought", async () => {
    const { body } = await file(statementOf(110));
    await decide(body.statement, { result: "accepted" });
    const rejected = await decide(body.statement, { result: "rejected", reason: "Inny adres" }, commission);
    expect(rejected.body).toMatchObject({ state: "rejected", reason: "Inny adres" });
    expect((await place.letterTo("new-110@example.com"))?.text).toContain("Inny adres");
  });

  test("is added when two people accept at the same moment", async () => {
    const { body } = await file(statementOf(111));
    const outcomes = await Promise.all(
      [clerk, commission].map((token) => decide(body.statement, { result: "accepted" }, token)),
    );
    expect(outcomes.map(({ body: { state } }) => state).sort()).toEqual(["accepted", "awaiting-second"]);
  });

  test("is decided once, whatever comes second or at the same time", async () => {
    const { body } = await file(statementOf(102));
    await decide(body.statement, { result: "accepted" }, await place.staff("clerk", 1));
    const outcomes = await Promise.all([
      decide(body.statement, { result: "accepted" }),
      decide(body.statement, { result: "rejected", reason: "nie" }, commission),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = await decide(body.statement, { result: "accepted" });
    expect([again.status, again.body.code]).toEqual([409, "statement/decided"]);
  });
});

test("the answer is the same for who is on the roll, who is not, and who has filed before; the same request is one statement", async () => {
  const key = newKey();
  const [stranger, known, again] = [
    await file(statementOf(103), key),
    await file(statementOf(1)),
    await file(statementOf(103), key),
  ];
  expect([stranger.status, Object.keys(stranger.body)]).toEqual([known.status, Object.keys(known.body)]);
  expect(again.body).toEqual(stranger.body);
  await decide(known.body.statement, { result: "rejected", reason: "Jest w spisie" });
  await decide(stranger.body.statement, { result: "rejected", reason: "nie" });
});

test("an accepted statement of somebody on the roll makes no second voter of them", async () => {
  const { body } = await file(statementOf(2, { mothersMaidenName: "Wiśniewska" }));
  const before = (await place.deps.store.cycles.get(vote.cycleId as CycleId))?.roll;
  expect((await acceptByTwo(body.statement)).status).toBe(200);
  const after = (await place.deps.store.cycles.get(vote.cycleId as CycleId))?.roll;
  expect([after?.added, after?.additions]).toEqual([before?.added, (before?.additions ?? 0) + 1]);
  const { body: confirmed } = await enter(2, "Wiśniewska");
  const cast = await place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
    token: confirmed.token,
    key: newKey(),
    body: { sections: [{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 3 } }] },
  });
  expect(cast.status).toBe(201);
  expect((await enter(2, "Wiśniewska")).body.voted).toBe(true);
});

test("what a statement says of the person is in no table in clear, and is gone 30 days after the decision", async () => {
  const { body } = await file(statementOf(104));
  const text = await stored();
  for (const secret of [peselOf(104), "Przybylska", "Mariacka", "Nowak-Łoś"])
    expect(text).not.toContain(secret);
  await decide(body.statement, { result: "rejected", reason: "nie" });
  const one = await place.deps.store.statements.data(
    vote.cycleId as CycleId,
    body.statement,
    new Date(place.clock.now() + 31 * 86_400_000).toISOString(),
  );
  expect(one).toEqual([]);
});

test("whoever states things about somebody uses up nothing of theirs", async () => {
  const named = [];
  for (let n = 0; n < 7; n++) named.push(await file(statementOf(120, { email: `of-120-${n}@example.com` })));
  const own = await file(statementOf(120));
  expect([...named, own].map(({ status }) => status)).toEqual(Array(8).fill(202));
  for (const { body } of [...named, own]) await decide(body.statement, { result: "rejected", reason: "nie" });
});

test("a network uses up its own statements with an address, and it takes four to use up all", async () => {
  const of = (n: number) => statementOf(301 + n, { email: "family@example.com" });
  const from = async (ip: string) => {
    const answers = [];
    for (let n = 0; n < 7; n++)
      answers.push(
        await place.call(`POST /v1/cycles/${vote.cycleId}/statements`, {
          headers: { "x-forwarded-for": ip },
          body: of(n),
          key: newKey(),
        }),
      );
    for (const { body, status } of answers)
      if (status === 202) await decide(body.statement, { result: "rejected", reason: "nie" });
    return answers.map(({ status }) => status);
  };
  const ips = [0, 1, 2, 3, 4].map((n) => `198.18.${n}.1`);
  const seen = [];
  for (const ip of ips) seen.push(await from(ip));
  const full = [...Array(6).fill(202), 429];
  expect(seen).toEqual([full, full, full, full, Array(7).fill(429)]);
});

test("one connection files ten statements at once and no more; its neighbours do, and the desk from anywhere", async () => {
  const from = (ip: string, n: number) =>
    place.call(`POST /v1/cycles/${vote.cycleId}/statements`, {
      headers: { "x-forwarded-for": ip },
      body: statementOf(n),
      key: newKey(),
    });
  const many = [];
  for (let n = 0; n < 14; n++) many.push(await from("198.51.100.9", 200 + n));
  expect(many.map(({ status }) => status)).toEqual([...Array(10).fill(202), ...Array(4).fill(429)]);
  expect(Number(many.at(-1)?.headers.get("retry-after"))).toBeLessThanOrEqual(600);
  // Who was turned away with the connection has lost nothing, and a neighbour on its network is heard.
  const elsewhere = await from("198.51.100.10", 213);
  const atDesk = await place.call(`POST ${at()}`, {
    token: commission,
    key: true,
    headers: { "x-forwarded-for": "198.51.100.9" },
    body: statementOf(214),
  });
  expect([elsewhere.status, atDesk.status]).toEqual([202, 202]);
  for (const { body, status } of [...many, elsewhere, atDesk])
    if (status === 202) await decide(body.statement, { result: "rejected", reason: "nie" });
});

test("whoever takes a statement in at the desk does not decide it, and both leave a record", async () => {
  const { body, status } = await place.call(`POST ${at()}`, {
    token: clerk,
    key: true,
    body: statementOf(105),
  });
  expect(status).toBe(202);
  const own = await decide(body.statement, { result: "accepted" });
  expect([own.status, own.body.code]).toEqual([403, "identity/same-person"]);
  expect((await decide(body.statement, { result: "accepted" }, commission)).status).toBe(200);
  const { items } = await place.deps.store.audit.list(vote.cycleId, { limit: 2 });
  const names = DEMO_STAFF.map(({ role, name }) => [role, name]);
  expect(items.map(({ act }) => act)).toEqual(["postStatementDecision", "postStaffStatement"]);
  expect(names).toContainEqual(["commission", items[0]?.byName]);
});

test("whose first acceptance is taken back waits for a decision as before; who stood behind it may decide then", async () => {
  const waiting = async () => {
    const { body } = await place.call("GET /v1/staff/work", { token: commission });
    return body.items.map(({ kind }: { kind: string }) => kind);
  };
  const online = (await file(statementOf(112))).body.statement;
  expect(await waiting()).toContain("decide-statement");
  await decide(online, { result: "accepted" });
  const [act] = await place.deps.store.pending.on(vote.cycleId as CycleId, ["add-to-roll"]);
  expect(await waiting()).not.toContain("decide-statement");
  const taken = await place.call(`POST /v1/staff/pending/${act?.id}/withdrawal`, { token: clerk });
  expect(taken.status).toBe(200);
  expect(await waiting()).toContain("decide-statement");
  expect((await place.call(`GET ${at(`/${online}`)}`, { token: clerk })).body.state).toBe("filed");
  expect((await decide(online, { result: "accepted" }, commission)).body.state).toBe("awaiting-second");
  expect((await decide(online, { result: "accepted" })).body.state).toBe("accepted");
  expect(await isLetIn(112)).toBe(true);
});

test("a statement that lacks something names each field", async () => {
  const { status, body } = await file({
    ...statementOf(106, { district: "L1 x", declarations: [true, false] }),
    surname: "12",
  });
  expect(status).toBe(422);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain("/district");
  const nowhere = await file(statementOf(106, { district: "L30" }));
  expect(nowhere.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/district"]);
  const lacking = await file(statementOf(106, { declarations: [true, false] }));
  expect(lacking.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/declarations/1"]);
});

test("on the pages: filed by the resident, listed and decided at the desk", async () => {
  const browser = visitor(place);
  const path = `/glosuj/${vote.cycleId}/oswiadczenie`;
  const form = await browser.open(path);
  const { declarations: _ticks, ...fields } = statementOf(107);
  const unticked = await browser.send(form, path, fields);
  expect([unticked.status, unticked.text.includes("Zaznacz to oświadczenie")]).toEqual([422, true]);
  const filed = await browser.send(unticked, path, {
    ...fields,
    "declarations-0": "yes",
    "declarations-1": "yes",
  });
  const id = /stm_[0-9a-z]{16}/.exec(filed.text)?.[0] ?? "";
  expect(filed.text).toContain("new-107@example.com");

  const office = (route: string, form?: Record<string, string>, token = clerk) =>
    place.call(route, {
      headers: { cookie: `staff=${token}`, ...(form && { origin: place.url }) },
      ...(form && { form }),
    });
  expect((await office("GET /urzad")).text).toContain("/urzad/oswiadczenia");
  expect((await office("GET /urzad/oswiadczenia")).text).toContain(id);
  const one = `/urzad/oswiadczenia/${vote.cycleId}/${id}`;
  expect((await office(`GET ${one}`)).text).toContain("Przybylska");
  const noReason = await office(`POST ${one}`, { result: "rejected" });
  expect([noReason.status, noReason.text.includes("Wpisz powód odrzucenia")]).toEqual([422, true]);
  expect(noReason.text).not.toContain("nieobowiązkowe");
  expect(noReason.text).toContain("Przyjmij: potwierdzi to druga osoba");
  expect((await office(`POST ${one}`, { result: "accepted" })).status).toBe(303);
  expect((await office("GET /urzad/oswiadczenia")).text).toContain("czeka na drugą osobę");
  const mine = (await office(`GET ${one}`)).text;
  expect([mine.includes("Rozpatrzy je inna osoba"), mine.includes("Zapisz decyzję")]).toEqual([true, false]);
  const twice = await office(`POST ${one}`, { result: "accepted" });
  expect([twice.status, twice.text.includes("muszą wykonać dwie różne osoby")]).toEqual([409, true]);
  const byOther = (route: string) => office(route, { result: "accepted" }, commission);
  expect((await byOther(`POST ${one}`)).status).toBe(303);
  expect(await isLetIn(107)).toBe(true);
  const roll = await place.call(`GET /urzad/edycje/${vote.cycleId}/spis`, {
    headers: { cookie: `staff=${await place.staff("coordinator")}` },
  });
  expect(roll.text).toContain("dopisków: ");
});

test("the lists come in pages: at the desk what waits is first, and each statement is on one page", async () => {
  const [first, second] = [await file(statementOf(112)), await file(statementOf(113))];
  await decide(first.body.statement, { result: "accepted" });
  const cookie = `staff=${clerk}`;
  const seen: string[] = [];
  let path: string | undefined = "/urzad/oswiadczenia?limit=4";
  while (path !== undefined) {
    const { text } = await place.call(`GET ${path}`, { headers: { cookie } });
    const ids = [...text.matchAll(/>(stm_[0-9a-z]{16})</g)].map(([, id = ""]) => id);
    expect(ids.length).toBeLessThanOrEqual(4);
    seen.push(...ids);
    const cursor = /href="[^"]*cursor=([\w-]+)" rel="next"/.exec(text)?.[1];
    path = cursor && `/urzad/oswiadczenia?limit=4&cursor=${cursor}`;
  }
  expect(seen.slice(0, 2)).toEqual([first.body.statement, second.body.statement]);

  const listed: string[] = [];
  let next: string | null = null;
  do {
    const query: string = next === null ? "" : `&cursor=${next}`;
    const { body } = await place.call(`GET ${at(`?limit=4${query}`)}`, { token: clerk });
    listed.push(...body.items.map(({ id }: { id: string }) => id));
    next = body.next;
  } while (next !== null);
  expect(listed.sort()).toEqual(seen.toSorted());
  for (const { body } of [first, second])
    await decide(body.statement, { result: "rejected", reason: "nie" }, commission);
});

test("statements without the last word hold up the count, and staff are told so", async () => {
  const { body } = await file(statementOf(108));
  await decide(body.statement, { result: "accepted" });
  await place.clock.moveTo((now) => now + 2 * 3_600_000 + 61_000);
  const token = commission;
  const seen = async () => (await place.call(`GET /v1/staff/cycles/${vote.cycleId}`, { token })).body;
  const handOver = () =>
    place.call(`POST /v1/staff/cycles/${vote.cycleId}/count-key`, {
      token,
      body: { privateKey: vote.privateKey },
    });
  // A key that nothing is counted with yet would lie about.
  expect((await handOver()).body.code).toBe("cycle/blocked");
  expect(await lyingCountKey(vote.cycleId, place.deps)).toBeUndefined();
  const blockers = [{ what: "undecided-statements", count: 1 }, { what: "needs-count-key" }];
  expect([(await seen()).phase, (await seen()).blockers]).toEqual(["sealed", blockers]);
  expect((await file(statementOf(109))).status).toBe(409);
  await decide(body.statement, { result: "accepted" }, commission);
  const letter = await place.letterTo("new-108@example.com");
  expect([letter?.subject, letter?.text.includes("po zamknięciu głosowania")]).toEqual([
    "Oświadczenie jest przyjęte",
    true,
  ]);
  expect((await handOver()).status).toBe(202);
  await place.settle();
  expect((await seen()).count).not.toBeNull();
});
