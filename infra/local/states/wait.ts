import { shaped } from "./evaluate.ts";
import { StateFailed } from "./failures.ts";
import type { Engine, Scene } from "./scene.ts";

/** Parks the line until the moment that a Wait state names; one that is past has come. */
export const runWait = async ({ ledger, clock, apply }: Engine, scene: Scene): Promise<undefined> => {
  const dueAt = await moment(scene, clock.now());
  apply(() => {
    ledger.move(scene.branch, { mode: "wait", dueAt });
    return [];
  });
};

const moment = async ({ state, input, context }: Scene, now: number): Promise<number> => {
  const read = (path: string) => shaped(state, { path }, input, context);
  const timestamp = state.TimestampPath ? await read(state.TimestampPath) : state.Timestamp;
  const seconds = state.SecondsPath ? await read(state.SecondsPath) : state.Seconds;
  const at = timestamp === undefined ? now + Number(seconds) * 1000 : Date.parse(String(timestamp));
  if (Number.isFinite(at)) return at;
  throw new StateFailed({
    error: "States.Runtime",
    cause: `A Wait without a moment: ${timestamp ?? seconds}`,
  });
};
