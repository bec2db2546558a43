import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionHashOf } from "../../shared/acts/voter-keys.ts";
import { openTestVote, type TestVote, tokenOf } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";

const LIMIT = 3;
/** Of these, to one person. */
const OWN = 2;

let place: Place;
let vote: TestVote;

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 20,
    voterCodes: { codesPerContact: LIMIT },
  });
});
afterAll(() => place?.close());

const identify = (identity: object, key?: string) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, {
    body: identity,
    ...(key !== undefined && { key }),
  });

/** Letters with a code. */
const lettersTo = async (email: string): Promise<number> => {
  await place.settle();
  return place.mailbox.mails("0", email).filter(({ subject }) => /^Kod/.test(subject)).length;
};

test("a stranger does not use up anybody's address", async () => {
  const { email } = identityOf(1);
  for (let n = 0; n < 3 * LIMIT; n++)
    expect((await identify({ ...identityOf(100 + n), email })).status).toBe(202);
  expect((await identify(identityOf(1))).status).toBe(202);
  expect(await lettersTo(email)).toBe(1);
});

test("an address gets so many codes and no more, and then nobody can tell by it who is on the roll", async () => {
  const email = "one-address@example.com";
  for (let n = 2; n < 2 + LIMIT; n++) expect((await identify({ ...identityOf(n), email })).status).toBe(202);
  const outcomes = [
    await identify({ ...identityOf(10), email }),
    await identify({ ...identityOf(110), email }),
  ];
  expect(outcomes.map(({ status, body }) => [status, body.code])).toEqual([
    [422, "voting/no-more-codes"],
    [422, "voting/no-more-codes"],
  ]);
  expect(await lettersTo(email)).toBe(LIMIT);
  // None comes back as long as the vote is on, so no time is promised; but there is another way.
  await place.clock.moveTo((now) => now + 3_600_000);
  const later = await identify({ ...identityOf(10), email });
  expect([later.status, later.headers.get("retry-after")]).toEqual([422, null]);
  expect(later.body.detail).toContain("Podaj inny adres e-mail lub numer telefonu");
  expect((await identify({ ...identityOf(10), email: "another@example.com" })).status).toBe(202);
});

test("no time is promised that comes after the close of the vote", async () => {
  const tries = [];
  for (let n = 0; n < 10; n++)
    tries.push(await identify({ ...identityOf(150), email: `try-${n}@example.com` }));
  expect(tries.map(({ status }) => status)).toEqual([...Array(9).fill(202), 422]);
  expect(tries[9]?.body.detail).toContain("Przed końcem głosowania nowych prób stąd już nie będzie");
});

test("nobody on the roll uses up the address of somebody else alone", async () => {
  const { email } = identityOf(15);
  const outcomes: number[] = [];
  for (let n = 0; n <= OWN; n++) outcomes.push((await identify({ ...identityOf(16), email })).status);
  expect(outcomes).toEqual([202, 202, 422]);
  expect((await identify(identityOf(15))).status).toBe(202);
  expect(await lettersTo(email)).toBe(LIMIT);
});

test("the same request with the same key opens one session and brings one code", async () => {
  const key = newKey();
  const [first, again] = [await identify(identityOf(11), key), await identify(identityOf(11), key)];
  expect([first.status, again.status]).toEqual([202, 202]);
  expect(again.body).toEqual(first.body);
  expect(await lettersTo(identityOf(11).email)).toBe(1);
  const other = await identify(identityOf(12), key);
  expect(other.body.session).not.toBe(first.body.session);
});

test("the same request finds the session that took the place of its own, and no dead one", async () => {
  const key = newKey();
  const { session } = (await identify(identityOf(8), key)).body;
  await place.settle();
  const fresh = (await resend(session)).body.session;
  const again = await identify(identityOf(8), key);
  expect([again.status, again.body.session]).toEqual([202, fresh]);
  expect(await lettersTo(identityOf(8).email)).toBe(2);
  expect([(await confirm(session)).status, (await confirm(fresh)).status]).toEqual([404, 200]);
});

test("a ballot under a key that another voter used is refused as that, and nothing of it stays", async () => {
  const [project = ""] = vote.projects.L13 ?? [];
  const key = newKey();
  const cast = async (n: number, by: string) =>
    place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
      token: await tokenOf(place, vote.cycleId, n),
      key: by,
      body: { sections: [{ pool: "L13", points: { [project]: 3 } }] },
    });
  expect((await cast(13, key)).status).toBe(201);
  const { status, body } = await cast(14, key);
  expect([status, body.code]).toEqual([422, "request/key-reused"]);
  expect((await cast(14, newKey())).status).toBe(201);
});

const resend = (session: string) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/resend`);

const enter = (session: string, code: string) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`, { body: { code } });

const confirm = async (session: string) => enter(session, await codeFor(place, session));

test("a new code is asked for by the API, and the same request again finds it and sends no second one", async () => {
  const { session } = (await identify(identityOf(17))).body;
  await place.settle();
  const replies = [await resend(session), ...(await Promise.all([resend(session), resend(session)]))];
  expect(replies.map(({ status }) => status)).toEqual([202, 202, 202]);
  const [fresh] = new Set(replies.map(({ body }) => body.session));
  expect(replies.map(({ body }) => body)).toEqual(replies.map(() => ({ session: fresh })));
  expect(await lettersTo(identityOf(17).email)).toBe(2);
  expect([(await confirm(session)).status, (await confirm(fresh)).status]).toEqual([404, 200]);
  expect((await resend("0".repeat(26))).status).toBe(401);
});

test("two clicks on the page bring one code", async () => {
  const browser = visitor(place);
  const identity = `/glosuj/${vote.cycleId}`;
  await browser.send(await browser.open(identity), identity, identityOf(18));
  await place.settle();
  const old = browser.cookies.get("code") ?? "";
  for (let click = 0; click < 2; click++) {
    browser.cookies.set("code", old);
    const shown = await browser.post(`${identity}/kod`, { act: "resend" });
    expect(shown.text).toContain(identityOf(18).email);
  }
  expect(await lettersTo(identityOf(18).email)).toBe(2);
});

test("a new code is to be had as often, and refused as much, whether or not there is anybody to get it", async () => {
  const ways = [
    identityOf(19),
    { ...identityOf(19), mothersMaidenName: "Kowalska", email: "wrong-name@example.com" },
    { ...identityOf(119), email: "not-on-the-roll@example.com" },
  ];
  const seen: unknown[][][] = [];
  for (const who of ways) {
    let { session } = (await identify(who)).body;
    const answers: unknown[][] = [];
    for (let n = 0; n < LIMIT + 2; n++) {
      const { status, body } = await resend(session);
      session = body.session ?? session;
      answers.push([status, body.code, body.detail]);
    }
    seen.push(answers);
  }
  expect(seen[0]?.map(([status]) => status)).toEqual([202, 422, 422, 422, 422]);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test("a code serves again for a lost answer, but not after its time, and so no session lasts for ever", async () => {
  const { session } = (await identify(identityOf(9))).body;
  expect((await confirm(session)).status).toBe(200);
  expect((await resend(session)).status).toBe(401);
  await place.clock.moveTo((now) => now + 590_000);
  expect((await confirm(session)).status).toBe(200);
  await place.clock.moveTo((now) => now + 20_000);
  const late = await confirm(session);
  expect([late.status, late.body.code]).toEqual([422, "voting/code"]);
});

test("once its session is over, the same request opens one anew with another code, also for a stranger", async () => {
  const people = [identityOf(16), { ...identityOf(116), email: "stranger@example.com" }];
  const keysOf = new Map(people.map((who) => [who, newKey()]));
  const open = (who: object) => identify(who, keysOf.get(who as (typeof people)[number]));
  const firsts = [];
  for (const who of people) {
    const { session } = (await open(who)).body;
    firsts.push(await codeFor(place, session));
  }
  // Over, and still in the table: what goes by its time goes later.
  await place.clock.moveTo((now) => now + 1_801_000);
  const statuses = [];
  for (const [n, who] of people.entries()) {
    const { status, body } = await open(who);
    const { expiresAt = "" } = (await place.deps.store.voterSessions.get(sessionHashOf(body.session))) ?? {};
    expect(Date.parse(expiresAt)).toBeGreaterThan(place.clock.now());
    const [old, code] = [firsts[n] ?? "", await codeFor(place, body.session)];
    expect(code).not.toBe(old);
    statuses.push([
      status,
      (await enter(body.session, old)).status,
      (await enter(body.session, code)).status,
    ]);
  }
  expect(statuses).toEqual([
    [202, 422, 200],
    [202, 422, 422],
  ]);
  expect([await lettersTo(identityOf(16).email), await lettersTo("stranger@example.com")]).toEqual([2, 0]);
});
