import { afterEach, beforeEach, expect, test } from "vitest";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { dayOf, milliseconds, plusSeconds } from "../../shared/domain/time.ts";
import { registrationEnds } from "../../shared/domain/voting/paper.ts";
import { countTestVote, signAndPublish, type TestVote, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let sections: { pool: string; points: Record<string, number> }[];
beforeEach(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
  sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 3 } }];
});
afterEach(() => place?.close());

const cycle = async () => {
  const found = await place.deps.store.cycles.get(city.cycleId as CycleId);
  if (!found) throw new Error("no cycle");
  return found;
};

const closesAt = async (): Promise<string> => entryOf((await cycle()).calendar, "voting")?.endsAt ?? "";

const moveTo = async (at: string): Promise<void> => {
  await place.clock.moveTo((now) => Math.max(now, milliseconds(at)));
  await place.settle();
};

const askToSeal = async () =>
  place.call(`POST /v1/staff/cycles/${city.cycleId}/transitions`, {
    token: await place.staff("coordinator"),
    body: { to: "sealed", reason: "Wszystkie partie są zgłoszone" },
  });

const settled = async (batch: string, number: number, card: object): Promise<string> => {
  await clerks.key(0, batch, number, card);
  return (await clerks.key(1, batch, number, card)).body.state;
};

const closeBatch = async (batch: string) => {
  const { status } = await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
  await place.settle();
  return status;
};

test("a batch whose cards never were is withdrawn by a second person, and the sealing no longer waits for it", async () => {
  const batch = await clerks.register(5000);
  await moveTo(await closesAt());
  expect((await askToSeal()).body.code).toBe("cycle/blocked");
  expect((await clerks.correct(batch, 0, "Zgłoszone przez pomyłkę")).status).toBe(200);
  expect((await askToSeal()).status).toBeLessThan(300);
  await moveTo(plusSeconds(await closesAt(), 61));
  expect((await cycle()).phase).toBe("sealed");
});

test("a card handed in before the close is keyed after it, and the sealing waits for its batch, however long", async () => {
  const days = new Set([today(place)]);
  const batch = await clerks.register(2);
  const late = await closesAt();
  await moveTo(late);
  days.add(today(place));
  expect((await vote(place, city.cycleId, 0, sections).catch(() => ({ status: 0 }))).status).not.toBe(201);
  expect(await settled(batch, 1, cardOf(1, sections))).toBe("accepted");
  const after = await clerks.register(1);
  expect(await settled(after, 1, { rejection: "late" })).toBe("rejected");
  expect(await closeBatch(after)).toBe(200);
  await moveTo(registrationEnds(late, { registeredWithinDays: 5 }));
  expect((await cycle()).phase).toBe("voting");
  const seen = await place.call(`GET /v1/staff/cycles/${city.cycleId}`, {
    token: await place.staff("commission"),
  });
  expect(JSON.stringify(seen.body)).toContain("open-batches");
  expect((await askToSeal()).body.code).toBe("cycle/blocked");

  expect(await settled(batch, 2, { rejection: "unreadable" })).toBe("rejected");
  expect(await closeBatch(batch)).toBe(200);
  expect((await cycle()).phase).toBe("sealed");
  expect((await clerks.key(0, batch, 1, cardOf(2, sections))).body.code).toBe("cycle/wrong-phase");
  const counted = await countTestVote(place, city);
  expect(counted.count).toMatchObject({ markers: 1, ballots: 1 });
  await signAndPublish(place, city.cycleId, counted.count.digest);
  const results = await place.call(`GET /v1/cycles/${city.cycleId}/results`);
  const rejected = { unreadable: 1, late: 1 };
  expect(results.body.paper).toEqual({ cards: 3, accepted: 1, rejected, afterClose: 1 });
  // Nobody signed the day, or both where the vote went over a midnight: that stands in the results.
  expect(results.body.pointDays).toEqual({
    worked: days.size,
    unsigned: [...days].map((day) => ({ point: "biblioteka-5", name: "Filia nr 5", day })),
  });
  const page = await place.call(`GET /wyniki/${city.cycleId}`);
  expect(page.text).toContain(`0 z ${days.size} podpisanych przez dwie osoby`);
  expect(page.text).toContain("1 ważnych z 3 oddanych");
  expect(page.text).toContain("Odrzucone: nieczytelna");
});

test("without an open batch the vote is sealed when no more may be registered, or when staff say that all have been", async () => {
  const closed = await closesAt();
  const registered = registrationEnds(closed, { registeredWithinDays: 2 });
  await moveTo(closed);
  await place.clock.moveTo((now) => now + 3_600_000);
  await place.settle();
  expect((await cycle()).phase).toBe("voting");
  await place.clock.moveTo((now) => Math.max(now, milliseconds(registered) - 60_000));
  await place.settle();
  expect((await cycle()).phase).toBe("voting");
  const body = { point: "urzad", cards: 1, receivedOn: dayOf(closed) };
  const last = await clerks.clerk(0, "POST /paper-batches", { key: true, body });
  expect(last.status).toBe(201);
  expect(await settled(last.body.id, 1, { rejection: "late" })).toBe("rejected");
  expect(await closeBatch(last.body.id)).toBe(200);
  expect((await askToSeal()).status).toBe(202);
  await place.settle();
  expect((await cycle()).phase).toBe("sealed");
});

test("staff who ended the vote early say after its close that all cards are in, and are heard", async () => {
  const move = async (n: number, path: string, body: object) =>
    place.call(`POST /v1/staff/cycles/${city.cycleId}/transitions${path}`, {
      token: await place.staff("coordinator", n),
      body,
    });
  const { body } = await move(0, "", { to: "sealed", reason: "Powódź" });
  const proposal = { to: "sealed", proposedAt: body.proposedMove.at };
  expect((await move(1, "/acceptance", proposal)).status).toBe(202);
  await place.settle();
  await place.clock.moveTo((now) => now + 3_600_000);
  expect((await cycle()).phase).toBe("voting");
  expect((await askToSeal()).status).toBe(202);
  await place.settle();
  expect((await cycle()).phase).toBe("sealed");
});

test("a batch is not registered after its time, and a card that came after the close can only be rejected", async () => {
  const closed = await closesAt();
  await moveTo(closed);
  await place.clock.moveTo((now) => now + 24 * 3_600_000);
  await place.settle();
  const batch = await clerks.register(1);
  await clerks.key(0, batch, 1, cardOf(3, sections));
  const second = await clerks.key(1, batch, 1, cardOf(3, sections));
  expect([second.status, second.body.code]).toEqual([409, "voting/closed"]);
  await clerks.key(0, batch, 1, { rejection: "late" });
  expect((await clerks.key(1, batch, 1, { rejection: "late" })).body.state).toBe("rejected");
  await moveTo(registrationEnds(closed, { registeredWithinDays: 2 }));
  expect((await cycle()).phase).toBe("voting");
  const body = { point: "urzad", cards: 1, receivedOn: dayOf(closed) };
  const refused = await clerks.clerk(0, "POST /paper-batches", { key: true, body });
  expect(refused.body.code).toBe("paper/too-late");
  expect(await closeBatch(batch)).toBe(200);
  expect((await cycle()).phase).toBe("sealed");
});
