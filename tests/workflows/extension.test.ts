import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { localEnd } from "../../shared/domain/local-time.ts";
import { readMoment } from "../../shared/domain/text/moment.ts";
import { instant } from "../../shared/domain/time.ts";
import { GATES, keys } from "../../shared/store/keys.ts";
import { drawn } from "../kit/chance.ts";
import { openTestVote, tokenOf, vote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

/** The instant of a local time as the desk types it. */
const local = (text: string): string => {
  const read = readMoment(text);
  if (!("value" in read)) throw new Error(`${text}: ${read.fault.rule}`);
  return read.value;
};

const POOLS = { pools: { L13: { amountZloty: 1500, costsZloty: [800] } }, voters: 30 };

/** A vote that closes at this local time: it was opened two hours before. */
const openUntil = async (place: Place, text: string) => {
  await place.clock.moveTo(Date.parse(local(text)) - 3 * HOUR_MS);
  // The clock ran on while the vote was set up: to the minute its end is by this change.
  const prepare = async ({ cycleId }: { cycleId: string }) => {
    await editionOf(place, { cycleId, privateKey: "" }).move({ name: "voting", endsAt: local(text) });
  };
  const one = await openTestVote(place, { ...POOLS, prepare });
  await place.clock.moveTo((now) => now + 1000);
  const sections = [{ pool: "L13", points: { [one.projects.L13?.[0] ?? ""]: 3 } }];
  const edition = editionOf(place, one);
  return { one, edition, sections };
};

const closesOf = async (place: Place, id: ReturnType<typeof editionOf>["id"]): Promise<Set<string>> => {
  const gates = await place.deps.store.table.all(
    Array.from({ length: GATES }, (_, gate) => keys.gate(id, gate)),
    z.object({ closeAtMs: z.number() }),
  );
  return new Set(gates.map((gate) => instant(gate?.closeAtMs ?? 0)));
};

const START = Date.parse("2027-06-01T10:00:00Z");

/** From its day's midnight into the next day; over the hour that the clocks skip, and over the one that they show twice. */
const NIGHTS = [
  { end: "2027-09-23 24:00", later: "2027-09-24 03:15", hours: 3.25 },
  { end: "2028-03-26 01:30", later: "2028-03-26 03:01", hours: 31 / 60 },
  { end: "2028-10-29 01:30", later: "2028-10-29 03:01", hours: 2 + 31 / 60 },
] as const;

describe.each(drawn("a night", NIGHTS))("a vote extended from $end to $later", ({ end, later, hours }) => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace({ startsAt: START });
  });
  afterAll(() => place?.close());

  test("moves every clock to the minute: gates, calendar, hold, pages, feed, sessions", async () => {
    const { one, edition, sections } = await openUntil(place, end);
    const [before, after] = [local(end), local(later)];
    expect(Date.parse(after) - Date.parse(before)).toBe(Math.round(hours * HOUR_MS));
    expect((await edition.seen()).closesAt).toBe(before);

    // A voter has the token of a session before the extension, and uses it after the old end.
    await place.clock.moveTo(Date.parse(before) - 10 * 60_000);
    const token = await tokenOf(place, one.cycleId, 0);
    const proposed = await edition.propose(after);
    expect([proposed.status, proposed.body.closesAt, proposed.body.extension.endsAt]).toEqual([
      200,
      before,
      after,
    ]);
    expect([...(await closesOf(place, edition.id))]).toEqual([before]);
    expect((await edition.acceptExtension(after)).status).toBe(200);

    expect([...(await closesOf(place, edition.id))]).toEqual([after]);
    const seen = await place.call(`GET /v1/cycles/${one.cycleId}`);
    expect([seen.body.closesAt, seen.body.extensions]).toEqual([
      after,
      [{ before, endsAt: after, reason: "Awaria poczty", at: expect.any(String) }],
    ]);
    const ics = await place.call(`GET /v1/cycles/${one.cycleId}/calendar.ics`);
    expect(ics.text).toContain(`DTEND:${after.replace(/[-:]|\.\d{3}/g, "")}\r\n`);
    const page = await place.call("GET /en/glosuj");
    expect(page.text).toContain("Voting is extended");
    expect(page.text).toContain("Awaria poczty");
    const hold = await place.deps.store.cycles.hold(edition.id);
    expect(Date.parse(hold?.wakesAt ?? "") - Date.parse(after)).toBeGreaterThanOrEqual(60_000);
    expect(Date.parse(hold?.wakesAt ?? "") - Date.parse(after)).toBeLessThan(62_000);

    // Past the old end: the machine has not sealed, a session of before goes on, a new one begins.
    await place.clock.moveTo(Date.parse(before) + 61_000);
    expect((await edition.seen()).phase).toBe("voting");
    const cast = await place.call(`POST /v1/cycles/${one.cycleId}/ballots`, {
      token,
      key: newKey(),
      body: { sections },
    });
    expect(cast.status).toBe(201);
    await place.clock.moveTo(Date.parse(after) - 60_000);
    expect((await vote(place, one.cycleId, 1, sections)).status).toBe(201);
    const late = await tokenOf(place, one.cycleId, 2);
    await place.clock.moveTo(Date.parse(after));
    const refused = await place.call(`POST /v1/cycles/${one.cycleId}/ballots`, {
      token: late,
      key: newKey(),
      body: { sections },
    });
    expect([refused.status, refused.body.code]).toEqual([409, "voting/closed"]);
    await place.clock.moveTo(Date.parse(after) + 62_000);
    expect((await edition.seen()).phase).toBe("sealed");
    expect((await edition.handOver()).status).toBe(202);
    await place.settle();
    expect((await edition.seen()).count).toMatchObject({ markers: 2, ballots: 2 });
    expect(localEnd(after)).toBe(later);
  });
});

describe("an extension", () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace({ startsAt: START });
  });
  afterAll(() => place?.close());

  test("is made by two people, of what the first proposed, and later than what is in force", async () => {
    const { edition } = await openUntil(place, "2027-09-23 24:00");
    const [hour, two] = ["2027-09-24 01:00", "2027-09-24 02:00"].map(local) as [string, string];
    const codes = async (answer: ReturnType<typeof edition.propose>) => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    expect(await codes(edition.propose(local("2027-09-23 23:59")))).toEqual([422, "cycle/calendar"]);
    expect(await codes(edition.propose(local("2027-09-23 24:00")))).toEqual([422, "cycle/calendar"]);
    expect(await codes(edition.acceptExtension(hour))).toEqual([412, "request/changed-since"]);
    await edition.propose(hour);
    expect(await codes(edition.acceptExtension(hour, 0))).toEqual([403, "identity/same-person"]);
    // Proposed anew, what the second person saw is not in force unseen.
    await edition.propose(two, 1);
    expect(await codes(edition.acceptExtension(hour, 0))).toEqual([412, "request/changed-since"]);
    expect([...(await closesOf(place, edition.id))]).toEqual([local("2027-09-23 24:00")]);
    expect((await edition.acceptExtension(two, 0)).body.closesAt).toBe(two);
    // Sent again after an answer that was lost, it changes nothing.
    const { version } = await edition.seen();
    expect((await edition.acceptExtension(two, 0)).status).toBe(200);
    expect((await edition.seen()).version).toBe(version);
    await edition.askByTwo("cancelled");
  });

  test("that its proposer accepts is refused by the write itself", async () => {
    const { edition } = await openUntil(place, "2027-09-25 24:00");
    const endsAt = local("2027-09-26 01:00");
    await edition.propose(endsAt);
    const { pending, table } = place.deps.store;
    const [act] = await pending.on(edition.id, ["extend-vote"]);
    if (!act) throw new Error("nothing was proposed");
    const settled = { by: act.by, byName: act.byName, at: act.at };
    expect(await table.write(await pending.settle(act, "accept", settled))).toMatchObject({
      ok: false,
      refusal: { code: "identity/same-person" },
    });
    await edition.askByTwo("cancelled");
  });

  test("stands back where the next phase begins already, and after the close", async () => {
    const { edition } = await openUntil(place, "2027-09-27 24:00");
    await edition.move({
      name: "results",
      startsAt: local("2027-09-28 12:00"),
      endsAt: local("2027-10-28 12:00"),
    });
    const over = await edition.propose(local("2027-09-28 13:00"));
    expect([over.status, over.body.code]).toEqual([422, "cycle/calendar"]);
    const endsAt = local("2027-09-28 01:00");
    await edition.propose(endsAt);
    await place.clock.moveTo(Date.parse(local("2027-09-27 24:00")));
    const late = await edition.acceptExtension(endsAt);
    expect([late.status, late.body.code]).toEqual([409, "voting/closed"]);
    expect([...(await closesOf(place, edition.id))]).toEqual([local("2027-09-27 24:00")]);
    await place.clock.moveTo((now) => now + 62_000);
    expect((await edition.seen()).phase).toBe("sealed");
    expect((await edition.propose(endsAt)).body.code).toBe("cycle/wrong-phase");
  });

  test("in the last seconds is in force for whoever votes just after the old end", async () => {
    const { one, edition, sections } = await openUntil(place, "2027-09-29 24:00");
    const before = Date.parse(local("2027-09-29 24:00"));
    await place.clock.moveTo(before - 60_000);
    const token = await tokenOf(place, one.cycleId, 3);
    await place.clock.moveTo(before - 4000);
    // What is known of the vote is as old as the next five seconds.
    await place.call(`POST /v1/cycles/${one.cycleId}/ballots`, {
      token,
      key: newKey(),
      body: { sections: [] },
    });
    await edition.propose(instant(before + HOUR_MS));
    await edition.acceptExtension(instant(before + HOUR_MS));
    await place.clock.moveTo(before + 500);
    const cast = await place.call(`POST /v1/cycles/${one.cycleId}/ballots`, {
      token,
      key: newKey(),
      body: { sections },
    });
    expect(cast.status).toBe(201);
  });
});
