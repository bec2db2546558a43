import { z } from "zod";
import { DayFigures, HandCount } from "../../../shared/domain/voting/point-day.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { json } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { DayPath, dayAtPoint, signDay } from "./sign-day.ts";

const PointDay = z
  .object({
    figures: DayFigures,
    counted: HandCount.nullable(),
    signatures: z.array(z.object({ name: z.string() })),
    isCurrent: z.boolean(),
  })
  .meta({
    id: "PointDay",
    description: "A point's day: the ledger's numbers, the hand count, and who signed",
  });

const shown = async (path: DayPath, deps: Deps) => {
  const { figures, signed, isCurrent } = await dayAtPoint(path, deps);
  return { figures, counted: signed?.counted ?? null, signatures: signed?.signatures ?? [], isCurrent };
};

export const getPointDay = endpoint(routes.getPointDay, {
  summary: "The reconciliation of a voting point's day",
  params: DayPath,
  replies: { 200: PointDay },
  handle: async ({ params }, deps) => json(await shown(params, deps)),
});

export const postDaySignature = endpoint(routes.postDaySignature, {
  summary: "Sign the reconciliation of a voting point's day",
  description:
    "A clerk signs with the hand count, explaining a difference. Then somebody of the commission signs with an empty body, under the same numbers.",
  params: DayPath,
  body: z.union([HandCount, z.strictObject({})]),
  replies: { 200: PointDay },
  handle: async (request, deps) => {
    const { params: path, body } = request;
    await signDay({ by: request, path, counted: HandCount.safeParse(body).data }, deps);
    return json(await shown(path, deps));
  },
});
