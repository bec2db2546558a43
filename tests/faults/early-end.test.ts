import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { instant } from "../../shared/domain/time.ts";
import { GATES, keys } from "../../shared/store/keys.ts";
import type { openTable } from "../../shared/store/table.ts";
import { runs } from "../kit/chance.ts";
import { eachAt } from "./fault-proxy.ts";
import { type FaultyPlace, openFaultyPlace, openVoteOf } from "./faulty-place.ts";

const VOTES = Math.min(40, runs(2));

/** A try sets 64 gates, each in three calls at most: at this rate about every other one is cut off, at 0.1 nearly all of them. */
const RATE = 0.08;

let place: FaultyPlace;
beforeAll(async () => {
  place = await openFaultyPlace();
});
afterAll(() => place?.close());

const Gate = z.object({ closeAtMs: z.number() });

/** When the calendar says that the vote ends, and when its gates end it. */
const endsOf = async (cycleId: CycleId, table: ReturnType<typeof openTable>) => {
  const { Cycle } = await import("../../shared/domain/cycle/cycle.ts");
  const cycle = await table.get(keys.cycle(cycleId), Cycle.pick({ calendar: true }));
  const gates = await table.all(
    Array.from({ length: GATES }, (_, gate) => keys.gate(cycleId, gate)),
    Gate,
  );
  return {
    calendar: Date.parse(entryOf(cycle?.calendar ?? [], "voting")?.endsAt ?? ""),
    gates: gates.map((gate) => gate?.closeAtMs ?? Number.NaN),
  };
};

test("a vote that is ended early never has an end in its calendar that a gate does not keep, whatever write fails", async () => {
  let failed = 0;
  let ended = 0;
  // More of them while none was cut off: a run without a fault would prove nothing.
  for (; ended < VOTES || (failed === 0 && ended < 8 * VOTES); ended++) {
    const id = (await openVoteOf(place)).cycleId as CycleId;
    const { cycles } = place.deps.store;
    const cycle = await cycles.get(id);
    if (!cycle) throw new Error("no cycle");
    const requested = { to: "sealed", reason: "Powódź", by: "", at: instant(place.clock.now()) } as const;
    accept(await cycles.change(cycle, { requested }));
    const { calendar: before } = await endsOf(id, place.table);
    await place.proxy.amid({ ...eachAt(RATE), conflict: 0 }, async () => {
      for (let isEnded = false; !isEnded; ) {
        const asked = place.clock.now();
        await place.invoke("workflow", { step: "close", cycleId: id, phase: "voting" }).catch(() => {
          failed += 1;
        });
        const { calendar, gates } = await endsOf(id, place.table);
        isEnded = calendar < before;
        // An end is told ahead of itself, and every gate knows it.
        expect(calendar).toBeGreaterThan(asked);
        expect(gates.filter((closeAt) => closeAt > calendar)).toEqual([]);
      }
    });
  }
  expect(failed).toBeGreaterThan(0);
  console.log(`${ended} votes ended early, ${failed} tries cut off`);
}, 600_000);
