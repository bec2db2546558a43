import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import { wake } from "../../shared/acts/wake.ts";
import { base32 } from "../../shared/domain/base32.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { dayOf } from "../../shared/domain/time.ts";
import { findEntry, movedTo, packRoll, shardOf } from "../../shared/domain/voting/roll.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { routes } from "../routes.ts";
import { readRoll } from "./roll-file.ts";

/**
 * Imports the whole roll of an edition before its vote, in place of the one before. One faulty row refuses the file. Who was added and stands on
 * it now is counted once, where the addition says.
 */
export const importRoll = async (
  { by, cycle, text }: { readonly by: Deed; readonly cycle: Cycle; readonly text: string },
  deps: Deps,
) => {
  const { store, vault, system } = deps;
  if (!isBefore(cycle.phase, "voting")) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const { pools, identity } = cycle.ruleSet;
  const districts = new Map(
    pools.flatMap(({ id, name, kind }, index) =>
      kind === "district" ? [id, name[MEASURE]].map((one) => [one.toLowerCase(), index] as const) : [],
    ),
  );
  const day = dayOf(entryOf(cycle.calendar, "voting")?.startsAt ?? system.now());
  const entries = accept(
    await readRoll(text, { identity, day, districts }, await voterKeysOf(vault, cycle.id)),
  );
  const version = (cycle.roll?.version ?? 0) + 1;
  const importId = base32(system.random(10)).toLowerCase();
  const shards = packRoll(entries);
  await store.roll.write(cycle.id, importId, shards);

  const perDistrict: Record<string, number> = {};
  for (const { district } of entries) {
    const id = pools[district]?.id ?? "";
    perDistrict[id] = (perDistrict[id] ?? 0) + 1;
  }
  let added: Record<string, number> = {};
  for (const { entry, district } of cycle.roll?.additions ? await store.roll.additions(cycle.id) : []) {
    const id = Buffer.from(entry, "hex");
    const index = findEntry(shards[shardOf(id, shards.length)] ?? new Uint8Array(), id);
    added = movedTo(added, index === undefined ? undefined : pools[index]?.id, district);
  }
  const roll = {
    version,
    importId,
    shards: shards.length,
    entries: entries.length,
    perDistrict,
    importedAt: system.now(),
    importedBy: by.actor.name,
    digest: Buffer.from(sha256(...shards)).toString("hex"),
    ...(cycle.roll?.additions && { additions: cycle.roll.additions, added }),
  };
  const facts = { entries: entries.length, version };
  const record = audited({ ...by, route: routes.postRoll }, cycle.id, { facts });
  accept(await store.cycles.change(cycle, { roll }, [record]));
  await wake(cycle, deps);
  return roll;
};

const RollImported = z
  .object({ version: z.int(), entries: z.int(), perDistrict: z.record(z.string(), z.int()) })
  .meta({ id: "RollImported" });

export const postRoll = endpoint(routes.postRoll, {
  summary: "Import the voter roll",
  description:
    "The whole roll of the edition, as CSV with `;`. The columns are those of the edition's `identity.roll` and `district`, such as pesel;mothers_maiden_name;district. A faulty row refuses the file. A roll of more than 5 MB comes compressed with gzip.",
  params: z.object({ cycleId: CycleId }),
  body: z.string(),
  takes: "text/csv",
  replies: { 200: RollImported },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    return json(
      await actOn(cycleId, (cycle) => importRoll({ by: request, cycle, text: request.body }, deps), deps),
    );
  },
});
