import { z } from "zod";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { importRoll } from "./import-roll.ts";

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
    return ok(
      await actOn(cycleId, (cycle) => importRoll({ by: request, cycle, text: request.body }, deps), deps),
    );
  },
});
