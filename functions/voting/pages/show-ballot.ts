import { marksOf } from "../../../shared/domain/voting/marks.ts";
import { splitsOf } from "../../../shared/domain/voting/splits.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import type { Frame } from "../../../shared/pages/layout.ts";
import { checkBallotView } from "../../../shared/pages/voting/check-ballot.ts";
import { type BallotModel, listView } from "../../../shared/pages/voting/list.ts";
import { placesView } from "../../../shared/pages/voting/places.ts";
import { pointsView } from "../../../shared/pages/voting/points.ts";
import { splitView } from "../../../shared/pages/voting/split.ts";
import type { VoterClaims } from "../../../shared/platform/actor.ts";
import type { System } from "../../../shared/platform/system.ts";
import { type BallotFault, faultsOf } from "./ballot-fault.ts";
import { stepText } from "./steps.ts";

interface Shown {
  /** What the page posted, where it is shown again. */
  readonly typed?: unknown;
  readonly fault?: BallotFault | undefined;
  readonly isEmptied?: boolean;
  /** The key of the ballot that was not taken: it is sent again under the same one. */
  readonly key?: string | undefined;
  readonly notTaken?: string;
}

/** 192 bits: the ballot's key, made when the check page is shown. */
const freshKey = (system: System): string => Buffer.from(system.random(24)).toString("base64url");

/** The frame of a page of the ballot, with the step that it is. */
export const stepFrame = (
  frame: Frame,
  voter: VoterClaims,
  { stop, pools }: Pick<BallotModel, "stop" | "pools">,
): Frame => {
  const entry = "help" in voter ? "helped" : voter.guardian ? "child" : "alone";
  const at = stop.at === "check" ? "check" : pools.findIndex(({ id }) => id === stop.pool);
  return { ...frame, step: stepText(frame.words, { entry, lists: pools.length }, at) };
};

/** The page of the ballot on which this voter stands. */
export const showBallot = (frame: Frame, model: BallotModel, system: System, shown: Shown = {}): Html => {
  const { stop } = model;
  const pool = model.pools.find(({ id }) => stop.at !== "check" && id === stop.pool);
  if (!pool)
    return checkBallotView(frame, {
      ...model,
      key: shown.key ?? freshKey(system),
      ...(shown.notTaken !== undefined && { notTaken: shown.notTaken }),
    });
  const faults = shown.fault ? faultsOf(shown.fault, frame.words, model, pool) : [];
  const state = formState(frame.words, { typed: shown.typed, faults });
  if (stop.at === "list")
    return listView(frame, { ...model, pool, isEmptied: shown.isEmptied === true }, state);
  if (pool.form.kind === "ordinal") return placesView(frame, { ...model, pool }, pool.form, state);
  const splits = splitsOf(pool.form, marksOf(model.marksByPool, pool.id).length);
  return splits.kind === "choice"
    ? splitView(frame, { ...model, pool, splits }, state)
    : pointsView(frame, { ...model, pool }, state);
};
