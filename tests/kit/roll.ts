import { createGathering, rollKindOf } from "../../shared/acts/roll/entries.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { layoutOf } from "../../shared/domain/import/layout.ts";
import { readRows } from "../../shared/domain/import/read-rows.ts";
import { accept, existing } from "../../shared/domain/result.ts";
import { packRoll } from "../../shared/domain/voting/roll.ts";
import type { Answer, Place } from "./place.ts";

type Doors = Pick<Place, "call" | "staff">;

/** A coordinator proposes a roll. */
export const proposeRoll = async (place: Doors, cycleId: string, roll: string): Promise<Answer> =>
  place.call(`POST /v1/staff/cycles/${cycleId}/roll`, {
    token: await place.staff("coordinator"),
    body: roll,
  });

/** Two coordinators put a roll in force; brings back the proposal. */
export const importRoll = async (place: Doors, cycleId: string, roll: string): Promise<Answer> => {
  const proposed = await proposeRoll(place, cycleId, roll);
  if (proposed.status !== 202) throw new Error(proposed.text);
  const done = await place.call(`POST /v1/staff/cycles/${cycleId}/roll/acceptance`, {
    token: await place.staff("coordinator", 1),
  });
  if (done.status !== 200) throw new Error(done.text);
  return proposed;
};

/** Puts a roll in force as two people would have: their doors have tests of their own. */
export const putRoll = async (
  { deps: { store, vault }, clock }: Pick<Place, "deps" | "clock">,
  id: string,
  roll: string,
): Promise<void> => {
  const cycleId = id as CycleId;
  const cycle = existing(await store.cycles.get(cycleId));
  const at = new Date(clock.now()).toISOString();
  const kind = rollKindOf(cycle, at);
  const gathering = createGathering(cycle, Object.keys(kind.columns), await voterKeysOf(vault, cycleId));
  for (const row of readRows(roll, kind, existing(layoutOf(roll, kind)))) gathering.take(row);
  if (gathering.counts.faults > 0) throw new Error(`a faulty roll: ${roll.slice(0, 200)}`);
  const shards = packRoll(gathering.entries);
  const importId = `kit${clock.now()}`;
  await store.roll.write(cycleId, importId, shards);
  const perDistrict = Object.fromEntries(
    [...Map.groupBy(gathering.entries, ({ district }) => cycle.ruleSet.pools[district]?.id ?? "")].map(
      ([district, people]) => [district, people.length],
    ),
  );
  const entries = gathering.entries.length;
  accept(
    await store.cycles.change(cycle, {
      roll: { version: 1, importId, shards: shards.length, entries, perDistrict, importedAt: at },
    }),
  );
};
