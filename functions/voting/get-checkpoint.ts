import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

export const getCheckpoint = endpoint(routes.getCheckpoint, {
  summary: "The signed root of the tree over all ballots, from the sealing of the box on",
  description:
    "A signed note (C2SP tlog-checkpoint): the address of the cycle, the number of ballots, the root in base64, an empty line, and the city's Ed25519 signature. It never changes: keep it, and compare it with the `checkpoint.txt` of the result package.",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: "text/plain" },
  cache: "public, max-age=60, s-maxage=60, stale-if-error=86400",
  handle: async ({ params }, { store }) => {
    const box = await store.boxes.get(params.cycleId);
    if (!box) throw new Refused(refusal("thing/not-found", {}));
    return file(box.checkpoint, "text/plain; charset=utf-8");
  },
});
