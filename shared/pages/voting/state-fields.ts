import type { MarksByPool, Stop } from "../../domain/voting/marks.ts";
import { hidden } from "../components/form.ts";
import type { Html } from "../html.ts";

/** Everything that a page of the ballot hands on to the next: it travels in its form and is kept nowhere else. */
export interface BallotState {
  readonly marksByPool: MarksByPool;
  readonly stop: Stop;
  /** Came from the check page, and goes back there. */
  readonly returns: boolean;
}

const stopText = (stop: Stop): string => (stop.at === "check" ? "check" : `${stop.at}:${stop.pool}`);

/** A mark as one field: `prj_…:2`; 0 where the points are still to be asked for. */
const markText = (project: string, points: number | null): string => `${project}:${points ?? 0}`;

export const stateFields = ({ marksByPool, stop, returns }: BallotState): Html[] => [
  hidden("at", stopText(stop)),
  ...(returns ? [hidden("returns", "yes")] : []),
  ...[...marksByPool.values()].flat().map(({ project, points }) => hidden("mark", markText(project, points))),
];
