import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { type Instant, Milliseconds, milliseconds } from "../domain/time.ts";
import { GATE_STAGES, GateState } from "../domain/voting/gate.ts";
import type { PerDistrict } from "../domain/voting/turnout.ts";
import { GATES, type Key, keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { absentOr, type Condition, leaving, put, update, type Write } from "./write.ts";

/** A gate with those who came through it: a number by district, each an attribute of its own so that one write makes it and adds to it. */
const Gate = z
  .object({
    state: GateState,
    openAtMs: Milliseconds,
    closeAtMs: Milliseconds,
    /** It has counted since it was made. Not so: one of an earlier release, and one of a vote that was put back or mended. */
    counts: z.literal(true).optional(),
  })
  .catchall(z.unknown());

const VOTED = "voted_";

/** Names of attributes have no hyphen, and names of districts no underscore. */
const votedIn = (district: string): string => VOTED + district.replaceAll("-", "_");
const districtOf = (attribute: string): string => attribute.slice(VOTED.length).replaceAll("_", "-");

/** Part of a ballot's transaction: it comes through while the gate is as `when` says, and is counted there. */
export const comeThrough = (
  { cycleId, gate, district }: { cycleId: CycleId; gate: number; district: string },
  when: Condition,
  otherwise: NonNullable<Write["otherwise"]>,
): Write => update({ key: keys.gate(cycleId, gate), add: { [votedIn(district)]: 1 }, when, otherwise });

/** From then on its gates do not say who voted: votes came or went past them. */
export const pastTheGates = (cycleId: CycleId): Write =>
  update({
    key: keys.gate(cycleId, 0),
    remove: ["counts"],
    when: { text: "attribute_exists(#pk)" },
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
      const set = {
        state: stateAfter(GATE_STAGES, "set"),
        openAtMs: milliseconds(window.openAt),
        closeAtMs: milliseconds(window.closeAt),
      };
      const gates = keysOf(cycleId);
      const known = await table.all(gates, Gate);
      const areNew = known.every((gate) => gate === undefined);
      const writes = gates
        .filter((_, n) => {
          const gate = known[n];
          const isSet = gate?.state === set.state && gate.closeAtMs === set.closeAtMs;
          return !(isSet && gate.openAtMs === set.openAtMs);
        })
        .map((key): Write => {
          const otherwise = () => refusal("cycle/locked", { phase: "sealed" });
          return areNew
            ? put({
                key,
                item: { ...set, counts: true },
                when: { text: "attribute_not_exists(#pk)" },
                otherwise,
              })
            : update({ key, set, when: absentOr(leaving(GATE_STAGES, "set")), otherwise });
        });
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

    /** Who has voted so far, by district; undefined where the gates do not know. */
    votedByDistrict: async (cycleId: CycleId): Promise<PerDistrict | undefined> => {
      const gates = await table.all(keysOf(cycleId), Gate);
      if (!gates.every((gate) => gate?.counts)) return;
      const voted: Record<string, number> = {};
      for (const [name, count] of gates.flatMap((gate) => Object.entries(gate ?? {}))) {
        if (!name.startsWith(VOTED)) continue;
        const district = districtOf(name);
        voted[district] = (voted[district] ?? 0) + Number(count);
      }
      return voted;
    },

    sealedGates: async (cycleId: CycleId): Promise<number> => {
      const gates = await table.all(keysOf(cycleId), Gate);
      return gates.filter((gate) => gate?.state === "sealed").length;
    },
  };
};
