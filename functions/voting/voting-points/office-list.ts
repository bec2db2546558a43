import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { VotingPoint } from "../../../shared/domain/voting/voting-point.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { pointListView } from "../../../shared/pages/voting-points/list.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { setPoints } from "./put-points.ts";

const MOST_POINTS = 200;

/** The points as they were typed, a line each, or every line that is to be corrected. */
const readPoints = (text: string, words: Words): readonly VotingPoint[] | readonly Fault[] => {
  const faults: Fault[] = [];
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const points = lines
    .filter(({ line }) => line !== "")
    .flatMap(({ line, number }): VotingPoint[] => {
      const [id = "", name = "", address = "", hours = "", ...rest] = line
        .split(";")
        .map((part) => part.trim());
      const point = VotingPoint.safeParse({ id, name, address, hours });
      if (point.success && rest.length === 0) return [point.data];
      faults.push({ field: "points", text: words.votingPoints.list.wrong(number) });
      return [];
    });
  return faults.length > 0 ? faults : points.slice(0, MOST_POINTS);
};

const isFaults = (read: readonly VotingPoint[] | readonly Fault[]): read is readonly Fault[] =>
  read.some((one) => "field" in one);

/** The voting points of an edition, set by its coordinator. */
export const { get: getOfficePointList, post: postOfficePointList } = actPages(
  { get: routes.getOfficePointList, post: routes.postOfficePointList },
  {
    summary: "Setting the voting points",
    params: InEdition,
    body: z.object({ points: z.string().max(100_000).default("") }),
    fields: ["points"],
    show: async ({ request, cycle }, state, { store }) => {
      if (!isBefore(cycle.phase, "sealed"))
        throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
      const { points } = await store.votingPoints.get(cycle.id);
      return pointListView(frameOf(request), state, { ...cycle, points });
    },
    act: async ({ request, cycle }, deps) => {
      const read = readPoints(request.body.points, request.words);
      if (isFaults(read)) return read;
      await setPoints({ by: request, cycle, points: read }, deps);
      return undefined;
    },
  },
);
