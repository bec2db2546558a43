import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, vote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { type Edition, editionOf, HOUR_MS } from "./edition.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const openVote = async () => {
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800, 400] } },
    voters: 2,
  });
  // Holds are whole seconds long: the vote may open up to one after its time.
  await place.clock.moveTo((now) => now + 2000);
  return { one, edition: editionOf(place, one) };
};

const phaseOf = async (edition: Edition) => (await edition.seen()).phase;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const CHANGED = [412, "request/changed-since"];

test("nobody alone ends an open vote before its time, or calls an edition off once people vote", async () => {
  const { one, edition } = await openVote();
  const [project = ""] = one.projects.L13 ?? [];
  const { closesAt } = await edition.seen();
  for (const to of ["sealed", "cancelled"]) {
    const proposed = await edition.ask(to);
    expect([proposed.status, proposed.body.requested]).toEqual([202, null]);
    expect(proposed.body.proposedMove).toMatchObject({ to, reason: "Komisja tak postanowiła" });
    // Asked again after an answer that was lost, it changes nothing; accepted by its proposer, it is refused.
    expect((await edition.ask(to)).body.version).toBe(proposed.body.version);
    const alone = await edition.agree(to, 0);
    expect([alone.status, alone.body.code]).toEqual([403, "identity/same-person"]);
    const other = await edition.agree(to === "sealed" ? "cancelled" : "sealed", 1);
    expect([other.status, other.body.code]).toEqual([412, "request/changed-since"]);
    await place.settle();
    const { phase, closesAt: stillAt } = await edition.seen();
    expect([phase, stillAt]).toEqual(["voting", closesAt]);
  }
  const cast = await vote(place, one.cycleId, 0, [{ pool: "L13", points: { [project]: 3 } }]);
  expect(cast.status).toBe(201);
  const accepted = await edition.agree("cancelled");
  expect([accepted.status, accepted.body.proposedMove]).toEqual([202, null]);
  expect((await edition.agree("cancelled")).status).toBe(202);
  await place.settle();
  await place.clock.moveTo((now) => now + 67_000);
  expect(await phaseOf(edition)).toBe("cancelled");
});

test("a proposal that took the place of another is not accepted in its name", async () => {
  const { edition } = await openVote();
  const { proposedMove: read } = (await edition.ask("sealed", 0, "Wyciek klucza")).body;
  await place.clock.moveTo((now) => now + 1000);
  await edition.ask("sealed", 1, "Bo tak");
  const asRead = await place.call(`POST /v1/staff/cycles/${edition.id}/transitions/acceptance`, {
    token: await place.staff("commission"),
    body: { to: "sealed", proposedAt: read.at },
  });
  expect(codeOf(asRead)).toEqual(CHANGED);
  expect((await edition.seen()).proposedMove).toMatchObject({ reason: "Bo tak" });
});

test("a proposal is taken back by its author or turned down by another, and nobody accepts it after", async () => {
  const { edition } = await openVote();
  for (const n of [0, 1]) {
    await edition.ask("sealed");
    const { proposedMove } = await edition.seen();
    const gone = await edition.takeBack("sealed", n);
    expect([gone.status, gone.body.proposedMove]).toEqual([200, null]);
    expect((await edition.takeBack("sealed", n)).status).toBe(200);
    const late = await place.call(`POST /v1/staff/cycles/${edition.id}/transitions/acceptance`, {
      token: await place.staff("commission"),
      body: { to: "sealed", proposedAt: proposedMove.at },
    });
    expect(codeOf(late)).toEqual(CHANGED);
  }
  expect(await phaseOf(edition)).toBe("voting");
});

test("a proposal is a day old at most", async () => {
  const { edition } = await openVote();
  const { proposedMove } = (await edition.ask("cancelled")).body;
  await place.clock.moveTo((now) => now + 24 * HOUR_MS);
  expect((await edition.seen()).proposedMove).toBeNull();
  const late = await place.call(`POST /v1/staff/cycles/${edition.id}/transitions/acceptance`, {
    token: await place.staff("commission"),
    body: { to: "cancelled", proposedAt: proposedMove.at },
  });
  expect(codeOf(late)).toEqual(CHANGED);
});

test("what two people called off, one does not end otherwise", async () => {
  const { edition } = await openVote();
  expect((await edition.askByTwo("cancelled")).status).toBe(202);
  await place.settle();
  await place.clock.moveTo((now) => now + 10_000);
  expect(codeOf(await edition.ask("sealed"))).toEqual([409, "cycle/move-not-allowed"]);
  await place.clock.moveTo((now) => now + 67_000);
  expect(await phaseOf(edition)).toBe("cancelled");
});

test("an open batch of cards keeps nobody from ending the vote, only its seals; a proposal to end it means nothing after its end", async () => {
  const city = await openVoteWithPoints(place);
  const edition = editionOf(place, city);
  const batch = await clerksOf(place, city.cycleId).register(1);
  await edition.ask("sealed");
  const { closesAt } = await edition.seen();
  const until = Date.parse(closesAt);
  await place.clock.moveTo(until - HOUR_MS);
  await edition.ask("sealed", 0, "Powódź");
  const { proposedMove } = await edition.seen();
  await place.clock.moveTo(until + 61_000);
  expect((await edition.seen()).proposedMove).toBeNull();
  // Residents are told that it is over, not to go and vote.
  const home = await place.call("GET /en");
  expect([home.text.includes("Voting – ended:"), home.text.includes("Voting is open")]).toEqual([
    true,
    false,
  ]);
  const stale = await place.call(`POST /v1/staff/cycles/${edition.id}/transitions/acceptance`, {
    token: await place.staff("commission"),
    body: { to: "sealed", proposedAt: proposedMove.at },
  });
  expect(codeOf(stale)).toEqual(CHANGED);
  expect(codeOf(await edition.ask("sealed"))).toEqual([409, "cycle/blocked"]);

  const other = await openVoteWithPoints(place);
  const ended = editionOf(place, other);
  await clerksOf(place, other.cycleId).register(1);
  expect((await ended.askByTwo("sealed")).status).toBe(202);
  await place.settle();
  await place.clock.moveTo((now) => now + 10_000);
  const late = await vote(place, other.cycleId, 1, []).catch(({ message }) => ({ body: { code: message } }));
  expect(late.body.code).toContain("voting/closed");
  expect((await ended.seen()).blockers).toEqual([{ what: "open-batches", count: 1 }]);
  const { earlyEnd, closesAt: endsAt } = (await place.call(`GET /v1/cycles/${ended.id}`)).body;
  expect(earlyEnd).toMatchObject({ endsAt, reason: "Komisja tak postanowiła" });
  expect((await place.call("GET /glosuj")).text).toContain("Powód: Komisja tak postanowiła");
  expect(batch).not.toBe("");
});
