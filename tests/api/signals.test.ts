import { afterAll, beforeAll, expect } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { Crowd, SERIES_SECONDS } from "../../shared/domain/signals/crowd.ts";
import { openTestVote, peselOf, rollOf, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { itemsIn } from "../kit/items.ts";
import { keepLogs } from "../kit/logged.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { putRoll } from "../kit/roll.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { codeFor } from "../kit/voting-city.ts";

const { test } = inTurn();

const HONEST = 6;
const FARM = 24;
const FARM_IP = "203.0.113.50";
const OLD = 20;
const DAY_MS = 86_400_000;
const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** Somebody who is 97 by the clock of the house. */
const oldPesel = (n: number): string => {
  const year = new Date(place.clock.now()).getUTCFullYear() - 97;
  const body = `${year % 100}0101${String(n).padStart(4, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

let place: Place;
let vote: TestVote;
const logged = keepLogs();

beforeAll(async () => {
  place = await openPlace();
  // In the morning, so that all of it is one day.
  await place.clock.moveTo((now) => (Math.floor(now / DAY_MS) + 1) * DAY_MS + 9 * 3_600_000);
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 1,
    // Long enough for one of the farm to enter its code again and again.
    voterCodes: { codeSeconds: 3600 },
    prepare: async ({ cycleId }) => {
      const old = Array.from({ length: OLD }, (_, n) => `${oldPesel(n)};Nowak-Łoś;L13`).join("\n");
      const body = `${rollOf(HONEST + FARM)}${old}\n`;
      await putRoll(place, cycleId, body);
    },
  });
  for (let n = 0; n < HONEST; n++) await come(peselOf(n), `198.51.100.${n}`, `honest-${n}@example.com`, true);
  let own = { session: "", code: "" };
  for (let n = 0; n < FARM; n++) {
    const entered = await come(peselOf(HONEST + n), FARM_IP, `farm-${n % 6}+${n}@example.com`, n % 4 !== 3);
    if (n === 3) own = entered;
    // One of them enters the code of before again and again, at uneven moments: the pace of the others is what it is.
    const pause = n > 3 && n % 3 === 0 ? (n % 5) * 9_000 : 0;
    if (pause > 0) {
      await place.clock.moveTo((now) => now + pause);
      expect((await enter(own, FARM_IP)).status).toBe(200);
    }
    await place.clock.moveTo((now) => now + 50_000 - pause);
  }
  for (let n = 0; n < OLD; n++) await come(oldPesel(n), `${20 + n}.0.2.1`, `old-${n}@example.com`, false);
}, 120_000);
afterAll(() => place?.close());

const enter = ({ session, code }: { session: string; code: string }, ip: string) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`, {
    headers: { "x-forwarded-for": ip },
    body: { code },
  });

/** From identity to the token, and with it a ballot or not. */
const come = async (pesel: string, ip: string, email: string, votes: boolean) => {
  const headers = { "x-forwarded-for": ip };
  const at = `/v1/cycles/${vote.cycleId}`;
  const opened = await place.call(`POST ${at}/voter-sessions`, {
    headers,
    body: { pesel, mothersMaidenName: "Nowak-Łoś", email },
  });
  const { session } = opened.body;
  const entered = { session, code: await codeFor(place, session) };
  const confirmed = await enter(entered, ip);
  if (confirmed.status !== 200) throw new Error(confirmed.text);
  if (!votes) return entered;
  const [project = ""] = vote.projects.L13 ?? [];
  const { token } = confirmed.body;
  const sections = [{ pool: "L13", points: { [project]: 1 } }];
  const { status } = await place.call(`POST ${at}/ballots`, {
    token,
    key: newKey(),
    headers,
    body: { sections },
  });
  expect(status).toBe(201);
  return entered;
};

const signals = async (role: "commission" | "auditor" = "commission") =>
  place.call(`GET /v1/staff/cycles/${vote.cycleId}/signals`, { token: await place.staff(role) });

test("the commission sees who came from one connection with few phones, evenly, and who is of one great age", async () => {
  const { status, body } = await signals();
  expect(status).toBe(200);
  expect(body.looked).toBe(HONEST + FARM + OLD);
  const [farm, old, ...others] = body.clusters;
  expect(others).toEqual([]);
  expect(farm).toMatchObject({ shared: "address", score: FARM * 2 });
  expect(farm.evidence).toMatchObject([
    { rule: "few-contacts", voters: FARM, contacts: 6 },
    { rule: "even-pace", day: farm.days[0], voters: FARM },
  ]);
  expect(farm.evidence[1].meanGapSeconds).toBeLessThan(60);
  expect([farm.voters.length, farm.voted.length]).toEqual([FARM, (FARM * 3) / 4]);
  expect(old).toMatchObject({
    shared: "age",
    evidence: [{ rule: "same-age", age: 97, voters: OLD }],
    voted: [],
  });
  expect(body.rules.map(({ rule }: { rule: string }) => rule)).toEqual([
    "few-contacts",
    "even-pace",
    "one-connection",
    "same-age",
    "great-age",
    "desk-pace",
    "desk-hour",
  ]);
});

test("a reference names the marker of who voted, and nothing is void", async () => {
  const { body } = await signals("auditor");
  for (const reference of body.clusters[0].voted) {
    const marker = await place.deps.store.ballots.marker(vote.cycleId as CycleId, reference);
    expect(marker?.district).toBe("L13");
  }
  const cycle = await place.call(`GET /v1/staff/cycles/${vote.cycleId}`, {
    token: await place.staff("commission"),
  });
  expect(cycle.body.phase).toBe("voting");
});

test("whoever looked is in the log", async () => {
  const { items } = await place.deps.store.audit.list(vote.cycleId);
  const looks = items.filter(({ act }) => act === "getSignals");
  expect(looks.map(({ facts }) => facts.clusters)).toEqual([2, 2]);
  expect(new Set(looks.map(({ byName }) => byName)).size).toBe(2);
});

test("the pages say it in plain words, and lead there from the edition", async () => {
  for (const [prefix, role, words] of [
    [
      "",
      "commission",
      ["Wpuszczono", "poszły na 6 adresów lub numerów", /średnio co 5\d s/u, "w wieku dokładnie 97 lat"],
    ],
    [
      "/en",
      "auditor",
      ["Let in", "24 people went to 6 addresses or numbers", /every 5\d s on average/, "aged exactly 97"],
    ],
  ] as const) {
    const visitor = stepVisitor(place);
    await visitor.signIn(role);
    const edition = await visitor.go(`GET ${prefix}/urzad/edycje/${vote.cycleId}`);
    const path = `${prefix}/urzad/edycje/${vote.cycleId}/sygnaly`;
    expect(edition.text).toContain(`href="${path}"`);
    const { status, text } = await visitor.go(`GET ${path}`);
    expect(status).toBe(200);
    for (const word of words) expect(text).toMatch(word);
    expect(text.match(/<code>[0-9a-z]{26}<\/code>/g)).toHaveLength((FARM * 3) / 4);
    expect(text).not.toMatch(/203\.0\.113|@example|undefined|NaN/);
  }
});

test("an alarm is rung from the twentieth on, and again as a crowd has grown", () => {
  const lines = logged
    .join("")
    .split("\n")
    .filter((line) => line.includes('"event":"cluster"'))
    .map((line) => JSON.parse(line));
  expect(lines.map(({ count }) => count).sort()).toEqual([20, 20, 20, 24, 24]);
});

test("what is kept says no moment, no address and no phone", async () => {
  const items = await itemsIn(place, "main");
  const crowds = items.filter(({ pk }) => String(pk).startsWith("CROWDS#"));
  expect(crowds.length).toBeGreaterThan(10);
  const known = ["pk", "sk", "expiresAtSeconds", ...Object.keys(Crowd.shape), "voter", "contact", "count"];
  const kept = crowds[0]?.expiresAtSeconds;
  for (const crowd of crowds) {
    expect(Object.keys(crowd).filter((name) => !known.includes(name))).toEqual([]);
    // The same for all: it goes by the end of the vote.
    expect(crowd.expiresAtSeconds).toBe(kept);
  }
  const lasts = items.filter(({ pk }) => String(pk).startsWith("LAST#"));
  // Who came last says nothing any more once the next one is no series with them.
  for (const last of lasts) expect(last.expiresAtSeconds).toBe(last.atSeconds + SERIES_SECONDS);
  for (const { pk } of lasts) expect(JSON.stringify(crowds)).not.toContain(String(pk).split("#")[1]);
  const ballots = await itemsIn(place, "ballots");
  const box = JSON.stringify(ballots);
  expect(ballots.length).toBeGreaterThan(10);
  const values = crowds.flatMap(({ voter, contact, subject }) => [voter, contact, subject]).filter(Boolean);
  expect(values.length).toBeGreaterThan(crowds.length);
  expect(values.filter((value) => box.includes(value))).toEqual([]);
  const all = JSON.stringify(items.filter(({ pk }) => /^(CROWDS|LAST|BUCKET)#/.test(String(pk))));
  expect(all).not.toMatch(/203\.0\.113|198\.51\.100|20\.0\.2|example/);
});
