import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { type Instant, Milliseconds, milliseconds } from "../domain/time.ts";
import { GATE_STAGES, GateState } from "../domain/voting/gate.ts";
import { GATES, type Key, keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { absentOr, leaving, put, update, type Write } from "./write.ts";

const Gate = z.object({
  state: GateState,
  openAtMs: Milliseconds,
  closeAtMs: Milliseconds,
});

const keysOf = (cycleId: CycleId): Key[] =>
  Array.from({ length: GATES }, (_, gate) => keys.gate(cycleId, gate));

/** The gates of a vote: each ballot is written on the condition that the gate of its voter is open. */
export const openGates = (table: Table) => {
  const each = async (writes: readonly Write[]): Promise<Result<void>> => {
    const outcomes = await Promise.all(writes.map((write) => table.write([write])));
    return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
  };

  return {
    /**
     * Sets every gate that is not sealed to this window. New ones are made in one transaction; afterwards it is one by one, as a transaction over
     * all of them would starve under load. One that has the window already is left alone, as ballots come in through it.
     */
    setGates: async (
      cycleId: CycleId,
      window: { openAt: Instant; closeAt: Instant },
    ): Promise<Result<void>> => {
      const item: z.infer<typeof Gate> = {
        state: stateAfter(GATE_STAGES, "set"),
        openAtMs: milliseconds(window.openAt),
        closeAtMs: milliseconds(window.closeAt),
      };
      const gates = keysOf(cycleId);
      const known = await table.all(gates, Gate);
      const writes = gates
        .filter((_, n) => {
          const gate = known[n];
          const isSet = gate?.state === item.state && gate.closeAtMs === item.closeAtMs;
          return !(isSet && gate.openAtMs === item.openAtMs);
        })
        .map((key) =>
          put({
            key,
            item,
            when: absentOr(leaving(GATE_STAGES, "set")),
            otherwise: () => refusal("cycle/locked", { phase: "sealed" }),
          }),
        );
      const areNew = known.every((gate) => gate === undefined);
      return areNew ? await table.write(writes) : await each(writes);
    },

    /**
     * Seals every gate; done again it changes nothing. After it no ballot of this cycle can be written. In one transaction: by then no ballot
     * is on its way that could hold it up.
     */
    sealGates: (cycleId: CycleId): Promise<Result<void>> =>
      table.write(
        keysOf(cycleId).map((key) =>
          update({
            key,
            set: { state: stateAfter(GATE_STAGES, "seal") },
            when: { text: "attribute_exists(#pk)" },
          }),
        ),
      ),

    sealedGates: async (cycleId: CycleId): Promise<number> => {
      const gates = await table.all(keysOf(cycleId), Gate);
      return gates.filter((gate) => gate?.state === "sealed").length;
    },
  };
};
