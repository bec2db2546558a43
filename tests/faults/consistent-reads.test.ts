import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf, instant } from "../../shared/domain/time.ts";
import { aConsultation, callMeeting, HOUR_MS, signUp, tokenOf } from "../api/meeting-parts.ts";
import { vote } from "../kit/city.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { editionOf } from "../workflows/edition.ts";
import { type FaultyPlace, openFaultyPlace } from "./faulty-place.ts";

let place: FaultyPlace;
beforeAll(async () => {
  place = await openFaultyPlace();
});
afterAll(() => place?.close());

/** What may be read as it was a moment ago while something is done, and why. */
const MAY_BE_STALE: Readonly<Record<string, string>> = {
  "GetItem ROLL SHARD":
    "a shard is written once under the id of its import, before the cycle names that import",
  "Query UNITS": "the directory, for a list of work",
  "Query STAFF": "the directory, for a list of work and the morning letter",
  "Query CYCLES": "the list for a sweep, which comes again in a minute",
  "Query ROLL-IMPORTS": "the list for a sweep, which comes again in a minute",
  "Query SURVEYS": "the list for a sweep, which comes again in a minute; what is told of them is older still",
};

/** What is read so while something is done, unless it may be. */
const staleIn = async (work: () => Promise<unknown>): Promise<string[]> => {
  place.proxy.state.stale.clear();
  await work();
  return [...place.proxy.state.stale].filter((one) => !(one in MAY_BE_STALE));
};

test("a read that may be stale is seen as one", async () => {
  expect(await staleIn(() => place.call("GET /v1/consultations"))).toEqual(["Query CONSULTATIONS"]);
});

test("whatever decides a vote, from the opening to the publication, is read as it is now", async () => {
  let city = {} as Awaited<ReturnType<typeof openVoteWithPoints>>;
  const opening = await staleIn(async () => {
    city = await openVoteWithPoints(place, 6);
  });
  const { cycleId, projects } = city;
  const sections = [{ pool: "M", points: { [projects.M?.[0] ?? ""]: 2 } }];
  const clerks = clerksOf(place, cycleId);
  const edition = editionOf(place, city);
  const stale = await staleIn(async () => {
    await vote(place, cycleId, 0, sections);
    const met = await clerks.identify(1);
    await clerks.cast(met.body.token, sections);
    const batch = await clerks.register(1, dayOf(instant(place.clock.now())));
    for (const by of [0, 1]) await clerks.key(by, batch, 1, cardOf(2, sections));
    await clerks.clerk(0, `POST /paper-batches/${batch}/closing`);
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    await edition.ask("sealed");
    await place.settle();
    await edition.handOver();
    await place.settle();
  });
  const { phase, count } = await edition.seen();
  expect([phase, count.ballots, count.markers]).toEqual(["counting", 3, 3]);
  expect([opening, stale]).toEqual([[], []]);
  const signing = await staleIn(async () => {
    for (const n of [0, 1]) await edition.sign(count.digest, n);
    await place.settle();
  });
  expect((await edition.results()).status).toBe(200);
  expect(signing).toEqual([]);
});

test("so is what decides a place at a meeting, and what is announced", async () => {
  const { body: meeting } = await callMeeting(place, { capacity: 1 });
  const editor = await place.staff("editor");
  const stale = await staleIn(async () => {
    await signUp(place, meeting.id, 1);
    const { body: second } = await signUp(place, meeting.id, 2);
    const token = await tokenOf(place, meeting.id, second.id);
    await place.call(`DELETE /v1/meetings/${meeting.id}/signups/${second.id}`, { token });
    await place.call(`POST /v1/staff/meetings/${meeting.id}/cancellation`, {
      token: editor,
      body: { reason: "Choroba" },
    });
    const { body: made } = await place.call("POST /v1/staff/consultations", {
      token: editor,
      key: true,
      body: aConsultation(place),
    });
    await place.call(`POST /v1/staff/consultations/${made.id}/publication`, { token: editor });
    await place.settle();
  });
  expect(stale).toEqual([]);
});
