import { pathTo } from "../../domain/addresses.ts";
import type { CycleId } from "../../domain/ids.ts";
import type { MarksByPool, Stop } from "../../domain/voting/marks.ts";
import { button, hidden } from "../components/form.ts";
import type { Html } from "../html.ts";
import type { Frame, PageParts } from "../layout.ts";

/** Everything that a page of the ballot hands on to the next: it travels in its form, and sealed in a cookie; it is kept nowhere else. */
export interface BallotState {
  readonly marksByPool: MarksByPool;
  readonly stop: Stop;
  /** Came from the check page, and goes back there. */
  readonly returns: boolean;
}

export const stopText = (stop: Stop): string => (stop.at === "check" ? "check" : `${stop.at}:${stop.pool}`);

/** A mark as one field: `prj_…:2`; 0 where the points are still to be asked for. */
const markText = (project: string, points: number | null): string => `${project}:${points ?? 0}`;

export const markTexts = (marksByPool: MarksByPool): string[] =>
  [...marksByPool.values()].flat().map(({ project, points }) => markText(project, points));

export const stateFields = ({ marksByPool, stop, returns }: BallotState): Html[] => [
  hidden("at", stopText(stop)),
  ...(returns ? [hidden("returns", "yes")] : []),
  ...markTexts(marksByPool).map((text) => hidden("mark", text)),
];

export const BALLOT_FORM = "ballot";

/** Whoever switches the language takes along what is ticked: it is sent as by the button that adds it up. */
export const typingOf = ({ cycleId }: { readonly cycleId: CycleId }): NonNullable<PageParts["typing"]> => ({
  form: BALLOT_FORM,
  action: pathTo("voteBallot", { cycleId }),
  name: "act",
  language: "sum",
  enter: "next",
});

/** For a screen that others come to: nothing of the ballot is left in this browser. */
export const leaveButton = ({ words }: Pick<Frame, "words">): Html =>
  button({ text: words.ballot.list.leave, kind: "plain", name: "act", value: "leave" });
