import { describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import {
  dayOf,
  endOfDay,
  type Instant,
  instant,
  milliseconds,
  plusDays,
  startOfDay,
} from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { answered, httpEvent } from "../kit/event.ts";
import { newKey } from "../kit/place.ts";
import {
  type FaultyPlace,
  inTheBox,
  openFaultyPlace,
  openVoteOf,
  type SeatedVoter,
  seatVoters,
} from "./faulty-place.ts";

const HOUR_MS = 3_600_000;

/** How what should happen at the close comes about: some seconds late, twice, or not at all for hours. */
const SCHEDULERS = ["late", "doubled", "absent"] as const;

/** The days ahead on which the city's clocks change, by a day that is not 24 hours long. */
const changesAfter = (from: Instant, count: number): string[] => {
  const found: string[] = [];
  for (let day = plusDays(dayOf(from), 2); found.length < count; day = plusDays(day, 1)) {
    const hours = (milliseconds(endOfDay(day)) - milliseconds(startOfDay(day))) / HOUR_MS;
    if (hours !== 24) found.push(day);
  }
  return found;
};

const SCENARIOS = Array.from({ length: runs(1) > 1 ? 200 : 3 }, (_, n) => ({
  n,
  scheduler: SCHEDULERS[n % SCHEDULERS.length] ?? "late",
  /** Of the clock changes ahead; every fourth scenario crosses an ordinary midnight. */
  change: n % 4 === 3 ? undefined : n % 12,
}));

/** A vote that ends with a day, and the day after it the clocks change or do not; five hours before, it is made longer. */
const extendedVote = async (place: FaultyPlace, { n, change }: (typeof SCENARIOS)[number]) => {
  const chance = chanceOf(seed + n);
  const { cycleId } = await openVoteOf(place);
  const now = instant(place.clock.now());
  const day = change === undefined ? plusDays(dayOf(now), 40) : (changesAfter(now, change + 1).at(-1) ?? "");
  const first = startOfDay(day);
  const second = instant(milliseconds(first) + chance.between(1, 30 * 60) * 60_000);
  const until = async (endsAt: Instant, reason: string): Promise<void> => {
    const path = `/v1/staff/cycles/${cycleId}/extension`;
    const proposed = await place.call(`POST ${path}`, {
      token: await place.staff("coordinator"),
      body: { endsAt, reason },
    });
    expect([proposed.status, proposed.status === 200 ? "" : proposed.text]).toEqual([200, ""]);
    const accepted = await place.call(`POST ${path}/acceptance`, {
      token: await place.staff("coordinator", 1),
      body: { endsAt, proposedAt: proposed.body.extension.at },
    });
    expect([accepted.status, accepted.status === 200 ? "" : accepted.text]).toEqual([200, ""]);
  };
  await until(first, "Uchwała rady");
  await place.clock.moveTo(milliseconds(first) - 5 * HOUR_MS);
  await until(second, "Awaria poczty");
  return { cycleId: cycleId as CycleId, first: milliseconds(first), second: milliseconds(second) };
};

describe("a vote that is made longer, across midnight and the change of clocks", () => {
  test.each(SCENARIOS)(
    "$n: with a scheduler that is $scheduler, those in time are in and nobody else",
    async (scenario) => {
      const place = await openFaultyPlace();
      try {
        const { cycleId, first, second } = await extendedVote(place, scenario);
        const { cycles, ballotLists } = place.deps.store;
        const project = (await ballotLists.get(cycleId))?.pools[0]?.projects[0]?.id ?? "";
        const pool = (await ballotLists.get(cycleId))?.pools[0]?.id ?? "";
        const voters = await seatVoters(place, cycleId, [0, 20]);
        const letterOf = (voter: SeatedVoter): string => `${voter.voterKey}@example.com`;
        let next = 0;
        const inTime: SeatedVoter[] = [];
        /** A ballot that the gateway received at this moment, by another voter each time. */
        const cast = async (at: number): Promise<number> => {
          const voter = voters[next++] as SeatedVoter;
          const contact = { contact: letterOf(voter), language: "pl" };
          await place.table.write([put({ key: keys.voterContact(cycleId, voter.voterKey), item: contact })]);
          const { status } = answered(
            await place.invoke(
              "voting",
              httpEvent({
                ask: `POST /v1/cycles/${cycleId}/ballots`,
                route: "POST /v1/cycles/{cycleId}/ballots",
                headers: { authorization: `Bearer ${voter.token}`, "idempotency-key": newKey() },
                body: { sections: [{ pool, points: { [project]: 1 } }] },
                at,
              }),
            ),
          );
          if (status === 201) inTime.push(voter);
          return status;
        };

        // Nothing has happened yet by itself: the data decide.
        expect([await cast(first - 1), await cast(first), await cast(second - 1)]).toEqual([201, 201, 201]);
        expect([await cast(second), await cast(second + 59_000)]).toEqual([409, 409]);
        if (scenario.scheduler === "late") {
          // The clock of the house goes on by itself meanwhile: at 60 s it seals.
          await place.clock.moveTo(second + 40_000);
          expect([await cast(second - 1), await cast(second)]).toEqual([201, 409]);
        }
        if (scenario.scheduler === "absent") expect(await cast(second + 3 * HOUR_MS)).toBe(409);
        await place.clock.moveTo(second + (scenario.scheduler === "absent" ? 3 * HOUR_MS : 62_000));
        if (scenario.scheduler === "doubled")
          for (let twice = 0; twice < 2; twice++)
            await place.invoke("workflow", { step: "close", cycleId, phase: "voting" });
        await place.settle();
        expect((await cycles.get(cycleId))?.phase).toBe("sealed");
        // Sealed: one that was under way for more than a minute does not get in either.
        expect([await cast(second - 1), await cast(second)]).toEqual([409, 409]);

        const box = await inTheBox(place, cycleId);
        expect([box.markers, box.ballots]).toEqual([inTime.length, inTime.length]);
        await place.settle();
        const mails = inTime.map((voter) => place.mailbox.mails("0", letterOf(voter)).length);
        expect(mails).toEqual(inTime.map(() => 1));
      } finally {
        await place.close();
      }
    },
    120_000,
  );
});

test("a later end that its author wants to accept alone opens no gate, not even for a moment", async () => {
  const place = await openFaultyPlace();
  try {
    const { cycleId } = await openVoteOf(place);
    const path = `/v1/staff/cycles/${cycleId}/extension`;
    const token = await place.staff("coordinator");
    const endsAt = instant(place.clock.now() + 30 * HOUR_MS);
    const { body } = await place.call(`POST ${path}`, { token, body: { endsAt, reason: "Awaria poczty" } });
    const before = place.proxy.state.calls.length;
    const gates = () =>
      place.proxy.state.calls.slice(before).filter((call) => /^(?:Put|Update|Transact).*GATE/.test(call))
        .length;
    const accept = (by: string) =>
      place.call(`POST ${path}/acceptance`, { token: by, body: { endsAt, proposedAt: body.extension.at } });
    expect([(await accept(token)).status, gates()]).toEqual([403, 0]);
    expect((await accept(await place.staff("coordinator", 1))).status).toBe(200);
    expect(gates()).toBeGreaterThan(0);
  } finally {
    await place.close();
  }
});
