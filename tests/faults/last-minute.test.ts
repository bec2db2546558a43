import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept, type Result } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { GATES, keys } from "../../shared/store/keys.ts";
import { isTransient } from "../../shared/store/transient.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { newKey } from "../kit/place.ts";
import { type FaultyPlace, openFaultyPlace } from "./faulty-place.ts";

/** The last minute: 200 votes a second until the close and some seconds on. The short form is the last moments of it. */
const RATE = 200;
const IS_LONG = runs(1) > 1;
const BEFORE_SECONDS = IS_LONG ? 60 : 0.7;
const AFTER_SECONDS = 0.25;
/** AWS holds the items of a transaction for about so long, and gives a partition so many write units; a new table has four. */
const HOLD_MS = 20;
const PARTITIONS = { count: 4, unitsPerSecond: 1000 };
/** Two cores are slower than AWS: the model's time goes so many times slower, and everything in it keeps its proportions. */
const SLOWER = 4;

const CLOSE_MS = Date.parse("2027-09-23T22:00:00Z");
const chance = chanceOf(seed);

let place: FaultyPlace;
beforeAll(async () => {
  place = await openFaultyPlace();
});
afterAll(() => place?.close());

interface Model {
  readonly view?: (key: string) => string;
  readonly partitions?: number;
}

interface Rush {
  readonly inTime: { readonly cast: number; readonly failed: number };
  readonly late: { readonly cast: number };
  readonly p99Ms: number;
  readonly conflicts: number;
  readonly throttled: number;
  /** Whether no item was held for more than twice what the model says, and no vote came later than that: many that come at once are another rush. */
  readonly isAsModelled: boolean;
}

let rushes = 0;

/** A connection that this busy machine did not make in time is none of the model's faults: the client comes back, and may have voted. */
const castOnce = async (cast: () => Promise<Result<void>>): Promise<boolean> => {
  for (let tries = 0; ; tries++) {
    try {
      const outcome = await cast();
      return outcome.ok || (tries > 0 && outcome.refusal.code === "voting/already-voted");
    } catch (error) {
      if (!isTransient(error) || tries === 30) throw error;
    }
  }
};

/** Lets votes come as the clock goes, whether or not those before them are through; all the city's own tries are made, and no other. */
const rush = async ({ view = (key) => key, partitions = PARTITIONS.count }: Model): Promise<Rush> => {
  const cycleId = `cyc_rush${String(rushes++).padStart(12, "0")}` as CycleId;
  const { cycles, ballots, voterSessions } = place.deps.store;
  accept(
    await cycles.setGates(cycleId, { openAt: instant(CLOSE_MS - 86_400_000), closeAt: instant(CLOSE_MS) }),
  );
  const count = Math.round(RATE * (BEFORE_SECONDS + AFTER_SECONDS));
  const sessions = Array.from({ length: count }, newKey);
  const expiresAt = instant(CLOSE_MS + 3_600_000);
  await place.table.fill(
    sessions.map((session) => ({ key: keys.voterSession(session), item: { confirmed: true, expiresAt } })),
  );
  Object.assign(place.proxy.state, {
    view,
    holdMs: HOLD_MS * SLOWER,
    partitions: { count: partitions, unitsPerSecond: PARTITIONS.unitsPerSecond / SLOWER },
    conflicts: 0,
    throttled: 0,
    longestHoldMs: 0,
  });
  const started = performance.now();
  let latestMs = 0;
  const outcomes = await Promise.all(
    sessions.map(async (session, n) => {
      const dueMs = (n * 1000) / RATE;
      const receivedAtMs = CLOSE_MS - BEFORE_SECONDS * 1000 + dueMs;
      await pause(Math.max(0, started + dueMs * SLOWER - performance.now()));
      const asked = performance.now();
      latestMs = Math.max(latestMs, asked - started - dueMs * SLOWER);
      const receivedAt = instant(Math.floor(receivedAtMs));
      const vote = {
        cycleId,
        voterKey: newKey(),
        gate: chance.below(GATES),
        receivedAt,
        marker: {
          keyHash: newKey(),
          channel: "web" as const,
          district: "L13",
          day: "2027-09-23",
          link: new Uint8Array(80),
        },
        ballotId: newKey(),
        sealed: new Uint8Array(600),
      };
      const ok = await castOnce(async () =>
        ballots.cast(vote, await voterSessions.spend(session, receivedAt)),
      );
      return { isLate: receivedAtMs >= CLOSE_MS, ok, ms: (performance.now() - asked) / SLOWER };
    }),
  );
  const { conflicts, throttled, longestHoldMs } = place.proxy.state;
  Object.assign(place.proxy.state, { view: (key: string) => key, holdMs: 0, partitions: undefined });
  const inTime = outcomes.filter(({ isLate }) => !isLate);
  const sorted = inTime.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    inTime: { cast: inTime.filter(({ ok }) => ok).length, failed: inTime.filter(({ ok }) => !ok).length },
    late: { cast: outcomes.filter(({ isLate, ok }) => isLate && ok).length },
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    conflicts,
    throttled,
    isAsModelled: Math.max(longestHoldMs, latestMs) <= 2 * HOLD_MS * SLOWER,
  };
};

/** A machine that stood still held items for longer than the model says, which no table of AWS does: such a rush says nothing of who is turned away. */
const rushAsModelled = async (): Promise<Rush> => {
  for (let tries = 1; ; tries++) {
    const seen = await rush({});
    say("64 gates", seen);
    expect(seen.late.cast).toBe(0);
    if (seen.isAsModelled || tries === 10) return seen;
  }
};

const say = (name: string, { inTime, late, p99Ms, conflicts, throttled }: Rush): void =>
  console.log(
    `${name}: ${inTime.cast} cast, ${inTime.failed} failed, ${late.cast} after the close, p99 ${p99Ms.toFixed(0)} ms, ${conflicts} conflicts, ${throttled} throttled`,
  );

const LONG = 900_000;

test(
  "at 200 votes a second until the close nobody in time is turned away, and nobody late gets in",
  async () => {
    const seen = await rushAsModelled();
    expect(seen.isAsModelled).toBe(true);
    expect([seen.inTime.failed, seen.late.cast]).toEqual([0, 0]);
    expect(seen.inTime.cast).toBe(RATE * BEFORE_SECONDS);
    // How long it takes says something on a quiet machine alone, where the long form runs.
    if (IS_LONG) expect(seen.p99Ms).toBeLessThanOrEqual(400);
  },
  LONG,
);

test(
  "with one gate, or everything in one partition, the same model turns voters away",
  async () => {
    const oneGate = await rush({ view: (key) => key.replace(/GATE#([^#|]+)#\d+/, "GATE#$1#0") });
    say("one gate", oneGate);
    expect(oneGate.inTime.failed).toBeGreaterThan(RATE * BEFORE_SECONDS * 0.2);
    const onePartition = await rush({ partitions: 1 });
    say("one partition", onePartition);
    expect(onePartition.throttled).toBeGreaterThan(0);
    expect([oneGate.late.cast, onePartition.late.cast]).toEqual([0, 0]);
  },
  LONG,
);
