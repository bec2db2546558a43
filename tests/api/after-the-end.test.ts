import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { allEndpoints } from "../../functions/all.ts";
import { confirmCode } from "../../functions/voting/confirm-code.ts";
import { sessionHashOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId, MeetingId } from "../../shared/domain/ids.ts";
import { ALL_QUEUES } from "../../shared/domain/office/work.ts";
import { accept } from "../../shared/domain/result.ts";
import { epochSeconds, instant, milliseconds } from "../../shared/domain/time.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { keys } from "../../shared/store/keys.ts";
import { lettersOf } from "../../shared/subjects/meetings/letters.ts";
import { openTestVote, peselOf, rollOf, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { codeFor, identityOf } from "../kit/voting-city.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { editionOf } from "../workflows/edition.ts";
import { callMeeting, cutOffSignup, HOUR_MS, noticesTo, signUp, tokenOf } from "./meeting-parts.ts";

let place: Place;
let vote: TestVote;
beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: 4,
  });
});
afterAll(() => place?.close());

const askForCode = async (n: number): Promise<string> =>
  (await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, { body: identityOf(n) })).body.session;

/** When an item goes by itself: tables of this machine forget nothing, so it is read off the item. */
const goesAt = async (key: ReturnType<typeof keys.voterSession>): Promise<number | undefined> =>
  (await place.deps.store.table.get(key, z.object({ expiresAtSeconds: z.number().optional() })))
    ?.expiresAtSeconds;

describe("while people vote", () => {
  const keyPair = async () => createKeyPair().publicKey;

  test.each([
    ["the roll", "coordinator", "POST roll", async () => rollOf(1)],
    [
      "a key that ballots are sealed to",
      "commission",
      "POST keys/ballots",
      async () => ({ publicKey: await keyPair(), proof: "x" }),
    ],
    ["each group of exclusion", "coordinator", "PUT exclusion-groups", async () => ({ groups: [] })],
    [
      "the list",
      "coordinator",
      "POST projects",
      async () => ({
        projects: [{ pool: "L13", number: "L13/90/XII", title: "Ławki", costGrosze: 100_000 }],
      }),
    ],
  ] as const)("%s stands as before", async (_what, role, route, body) => {
    const [method, path] = route.split(" ");
    const edition = async () => [
      await place.deps.store.cycles.get(vote.cycleId as CycleId),
      (await place.deps.store.projects.list(vote.cycleId as CycleId)).items,
    ];
    const before = await edition();
    const { version } = (await place.deps.store.cycles.get(vote.cycleId as CycleId)) ?? {};
    const refused = await place.call(`${method} /v1/staff/cycles/${vote.cycleId}/${path}`, {
      token: await place.staff(role),
      key: true,
      headers: { "if-match": `"v${version}"` },
      body: await body(),
    });
    expect([refused.status, refused.body.code]).toEqual([409, "cycle/locked"]);
    expect(await edition()).toEqual(before);
  });

  test("a ballot under a key that can be guessed is refused, and one of 22 characters is not", async () => {
    const session = await askForCode(0);
    const path = `/v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`;
    const { body } = await place.call(`POST ${path}`, { body: { code: await codeFor(place, session) } });
    const cast = (key: string) =>
      place.call(`POST /v1/cycles/${vote.cycleId}/ballots`, {
        token: body.token,
        key,
        body: { sections: [{ pool: "L13", points: { [vote.projects.L13?.[0] ?? ""]: 1 } }] },
      });
    for (const key of ["12345678", "k".repeat(21)])
      expect([key, (await cast(key)).body.code]).toEqual([key, "request/key-missing"]);
    expect((await cast("k".repeat(22))).status).toBe(201);
  });

  test("a code serves up to the last millisecond of its time and not in the next", async () => {
    const session = await askForCode(1);
    const { codeExpiresAt = "" } = (await place.deps.store.voterSessions.get(sessionHashOf(session))) ?? {};
    const code = await codeFor(place, session);
    const at = (ms: number) =>
      confirmCode(
        {
          cycleId: vote.cycleId as CycleId,
          session,
          code,
          network: undefined,
          receivedAt: instant(milliseconds(codeExpiresAt) + ms),
        },
        place.deps,
      );
    expect((await at(0)).ok).toBe(false);
    expect((await at(-1)).ok).toBe(true);
  });

  test("a session whose code was right lives as long as it was given then", async () => {
    const session = await askForCode(2);
    const key = keys.voterSession(sessionHashOf(session));
    const asked = await goesAt(key);
    await place.clock.moveTo((now) => now + 60_000);
    const path = `/v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`;
    await place.call(`POST ${path}`, { body: { code: await codeFor(place, session) } });
    const { expiresAt = "" } = (await place.deps.store.voterSessions.get(sessionHashOf(session))) ?? {};
    expect(await goesAt(key)).toBe(epochSeconds(expiresAt));
    expect(await goesAt(key)).toBeGreaterThan(asked ?? 0);
  });

  test("whoever's time at the ballot is over is shown nothing of it; what they send brings the receipt that there is", async () => {
    const session = await askForCode(3);
    const path = `/v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`;
    const { token } = (await place.call(`POST ${path}`, { body: { code: await codeFor(place, session) } }))
      .body;
    const ask = (key: string) => {
      const [method, at = ""] = key.replace("{cycleId}", vote.cycleId).replace("{pool}", "L13").split(" ");
      return place.call(`${method} ${at}`, {
        token,
        headers: { cookie: `voter=${token}`, origin: place.url },
        ...(method === "POST" && { form: {} }),
      });
    };
    const doors = (await allEndpoints())
      .filter(({ route, spec }) => route.who.by === "voter-token" && !spec.takesExpiredToken)
      .map(({ route }) => route.key);
    expect(doors.length).toBeGreaterThan(0);
    for (const key of doors) expect([key, (await ask(key)).status]).not.toEqual([key, 401]);
    await place.clock.moveTo((now) => now + 1_801_000);
    for (const key of doors) expect([key, (await ask(key)).status]).toEqual([key, 401]);
  });
});

describe("a row of the roll", () => {
  const bornOn = (birth: string): string => {
    for (let n = 0; n < 10; n++) {
      const body = `${birth}1234`;
      const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
      const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
      if ((10 - (sum % 10)) % 10 === n) return `${body}${n}`;
    }
    throw new Error("no digit");
  };

  test.each([
    ["born after the vote", bornOn("056515")],
    ["born two hundred years ago", bornOn("278115")],
  ])("of somebody %s is refused with its line", async (_name, pesel) => {
    const token = await place.staff("coordinator");
    const { body } = await place.call("POST /v1/staff/cycles", {
      token,
      key: true,
      body: {
        name: "Budżet",
        ruleSet: "katowice-xii",
        calendar: [{ name: "voting", startsAt: "2040-01-01T00:00:00Z", endsAt: "2040-01-02T00:00:00Z" }],
        pools: [{ id: "L13", amountGrosze: 100_000 }],
      },
    });
    const path = `/v1/staff/cycles/${body.id}/roll`;
    const row = (number: string) => `${number};Nowak;L13\n`;
    const refused = await place.call(`POST ${path}`, { token, body: `${row(peselOf(1))}${row(pesel)}` });
    expect([refused.status, refused.body.errors.map((one: { pointer: string }) => one.pointer)]).toEqual([
      422,
      ["/2"],
    ]);
    expect((await place.call(`POST ${path}`, { token, body: row(peselOf(1)) })).status).toBe(202);
  });
});

test("an edition that is called off leaves nothing on anybody's desk: no card to key, no statement, no word of a second person", async () => {
  const off = await openVoteWithPoints(place, 2);
  const clerks = clerksOf(place, off.cycleId);
  const batch = await clerks.register(3);
  const filed = await place.call(`POST /v1/cycles/${off.cycleId}/statements`, {
    key: true,
    body: {
      ...{ firstName: "Zofia", surname: "Przybylska", pesel: peselOf(100), mothersMaidenName: "Nowak" },
      ...{
        address: "ul. Mariacka 5/7",
        district: "L13",
        email: "zofia@example.com",
        declarations: [true, true],
      },
    },
  });
  expect(filed.status).toBeLessThan(300);
  const correction = { body: { cards: 2, reason: "Pomyłka" } };
  expect((await clerks.clerk(0, `POST /paper-batches/${batch}/correction`, correction)).status).toBe(202);
  const waiting = async () => {
    const kinds: string[] = [];
    for await (const { kind, about } of await place.deps.store.work.of(ALL_QUEUES))
      if ("cycleId" in about && about.cycleId === off.cycleId) kinds.push(kind);
    return kinds.sort();
  };
  expect(await waiting()).toEqual(["decide-statement", "key-batch", "pending-act"]);
  const [act] = await place.deps.store.pending.on(off.cycleId as CycleId, ["correct-batch"]);
  await editionOf(place, off).askByTwo("cancelled");
  // The gates close first, and whoever is on the way through one has a minute.
  await place.clock.moveTo((now) => now + 70_000);
  await place.settle();
  expect((await editionOf(place, off).seen()).phase).toBe("cancelled");
  expect(await waiting()).toEqual([]);
  expect(act && (await place.deps.store.pending.get(act.id))?.state).toBe("lapsed");
});

describe("a meeting", () => {
  test("takes no place back once it is over", async () => {
    const { body: meeting } = await callMeeting(place, {}, 2);
    const { body: mine } = await signUp(place, meeting.id, 1);
    const token = await tokenOf(place, meeting.id, mine.id);
    const leave = () => place.call(`DELETE /v1/meetings/${meeting.id}/signups/${mine.id}`, { token });
    await place.clock.moveTo(() => Date.parse(meeting.endsAt) + 1);
    const refused = await leave();
    expect([refused.status, refused.body.code]).toEqual([409, "meeting/over"]);
    expect((await place.deps.store.signups.roster(meeting.id)).seated.length).toBe(1);
  });

  test("that is put off keeps its people's data as long as the new day asks for", async () => {
    const { body: meeting } = await callMeeting(place);
    const { body: mine } = await signUp(place, meeting.id, 2);
    const key = keys.signup(meeting.id, mine.id);
    const before = (await goesAt(key)) ?? 0;
    const later = (text: string) => new Date(Date.parse(text) + 240 * HOUR_MS).toISOString();
    const { startsAt, endsAt } = meeting;
    const changed = await place.call(`PATCH /v1/staff/meetings/${meeting.id}`, {
      token: await place.staff("coordinator"),
      headers: { "if-match": `"v${meeting.version}"` },
      body: { startsAt: later(startsAt), endsAt: later(endsAt) },
    });
    expect(changed.status).toBe(200);
    expect(await goesAt(key)).toBe(before + 240 * 3600);
  });

  test("tells nobody of a change from before they came", async () => {
    const { body: made } = await callMeeting(place);
    const id: MeetingId = made.id;
    await signUp(place, id, 3);
    await place.clock.moveTo((now) => now + 2000);
    const meeting = await place.deps.store.meetings.get(id);
    if (!meeting) throw new Error("no meeting");
    // The request that changed it died a second ago, before it had told anybody.
    const changedAt = instant(place.clock.now() - 1000);
    accept(
      await place.deps.store.meetings.change(
        meeting,
        { ...meeting, sequence: meeting.sequence + 1, changedAt, announcement: { at: changedAt } },
        [],
      ),
    );
    await signUp(place, id, 4);
    await place.invoke("consultations", { sweep: true });
    const kinds = async (n: number) =>
      (await noticesTo(place, `osoba-${n}@example.com`)).map(({ kind }) => kind);
    expect((await kinds(3)).filter((kind) => kind === "meeting/changed")).toHaveLength(1);
    expect((await kinds(4)).filter((kind) => kind === "meeting/changed")).toEqual([]);
  });

  test("leaves a sign-up of this minute to the request that makes it, and finishes an older one", async () => {
    const { body: meeting } = await callMeeting(place);
    const { signup } = await cutOffSignup(place, meeting.id, "cut-off@example.com");
    const seats = async () => (await place.deps.store.signups.roster(meeting.id)).seated.length;
    await place.invoke("consultations", { sweep: true });
    expect([await seats(), await noticesTo(place, signup.email)]).toEqual([0, []]);
    await place.clock.moveTo((now) => now + 61_000);
    await place.invoke("consultations", { sweep: true });
    expect([await seats(), (await noticesTo(place, signup.email)).length]).toEqual([1, 1]);
  });

  test("that is called off takes nobody any more who was on the way to a place", async () => {
    const { body: meeting } = await callMeeting(place);
    const { signup } = await cutOffSignup(place, meeting.id, "on-the-way@example.com");
    const off = await place.call(`POST /v1/staff/meetings/${meeting.id}/cancellation`, {
      token: await place.staff("editor"),
      body: { reason: "Burza" },
    });
    expect(off.status).toBe(200);
    await place.clock.moveTo((now) => now + 61_000);
    await place.invoke("consultations", { sweep: true });
    expect((await place.deps.store.signups.roster(meeting.id)).seated).toEqual([]);
    expect((await noticesTo(place, signup.email)).map(({ kind }) => kind)).not.toContain("meeting/seat");
  });

  test("forgets who has left while the others are told of a change, and writes to them no more", async () => {
    const { body: meeting } = await callMeeting(place);
    const { body: mine } = await signUp(place, meeting.id, 5);
    const { meetings, signups } = place.deps.store;
    const [known, signup] = [await meetings.get(meeting.id), await signups.get(meeting.id, mine.id)];
    if (!known || !signup) throw new Error("nobody has signed up");
    const token = await tokenOf(place, meeting.id, mine.id);
    await place.call(`DELETE /v1/meetings/${meeting.id}/signups/${mine.id}`, { token });
    const { news, call } = await lettersOf(known, place.deps);
    const told = await signups.tell(
      signup,
      1,
      { news: news(signup), call: call(signup) },
      { endsAt: meeting.endsAt, at: known.createdAt },
    );
    expect([told.ok, await goesAt(keys.signup(meeting.id, mine.id))]).toEqual([false, undefined]);
    expect((await noticesTo(place, "osoba-5@example.com")).map(({ kind }) => kind)).toEqual(["meeting/seat"]);
  });
});
