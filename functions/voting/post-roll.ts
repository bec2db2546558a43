import { z } from "zod";
import { isBefore } from "../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { packRoll } from "../../shared/domain/voting/roll.ts";
import { audited } from "../../shared/platform/audited.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { voterKeysOf } from "../../shared/platform/voter-keys.ts";
import { routes } from "../routes.ts";
import { readRoll } from "./roll-file.ts";

export const RollImported = z
  .object({ version: z.int(), entries: z.int(), perDistrict: z.record(z.string(), z.int()) })
  .meta({ id: "RollImported" });

export const postRoll = endpoint(routes.postRoll, {
  summary: "Import the voter roll",
  description:
    "The whole roll of the edition, as CSV with `;`: pesel;mothers_maiden_name;district. A faulty row refuses the file.",
  params: z.object({ cycleId: CycleId }),
  body: z.string(),
  takes: "text/csv",
  replies: { 200: RollImported },
  handle: async (request, deps) => {
    const { store, vault, system } = deps;
    const cycle = await cycleOf(request.params.cycleId, deps);
    if (!isBefore(cycle.phase, "voting")) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
    const { pools } = cycle.ruleSet;
    const districts = new Map(
      pools.flatMap(({ id, name, kind }, index) =>
        kind === "district" ? [id, name.pl].map((text) => [text.toLowerCase(), index] as const) : [],
      ),
    );
    const entries = accept(readRoll(request.body, districts, await voterKeysOf(vault, cycle.id)));
    const version = (cycle.roll?.version ?? 0) + 1;
    const shards = packRoll(entries);
    await store.roll.write(cycle.id, version, shards);

    const perDistrict: Record<string, number> = {};
    for (const { district } of entries) {
      const id = pools[district]?.id ?? "";
      perDistrict[id] = (perDistrict[id] ?? 0) + 1;
    }
    const roll = {
      version,
      shards: shards.length,
      entries: entries.length,
      perDistrict,
      importedAt: system.now(),
    };
    accept(
      await store.cycles.change(cycle, { roll }, [
        audited(request, cycle.id, { facts: { entries: entries.length, version } }),
      ]),
    );
    return ok(roll);
  },
});
