import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import type { Json } from "./asl.ts";
import { caught, conclude } from "./evaluate.ts";
import { catcherOf, type Failure, retryOf, StateFailed } from "./failures.ts";
import type { Ledger, Log } from "./ledger.ts";
import { runMap } from "./map.ts";
import type { Answer, Branch } from "./records.ts";
import { type Engine, type Scene, sceneOf } from "./scene.ts";
import { runTask, withToken } from "./task.ts";
import { createAlarm, type MovableClock } from "./timer.ts";
import { createTransitions } from "./transitions.ts";
import { runWait } from "./wait.ts";

/** Moves executions from state to state. The ledger holds where they stand; this holds only what is running right now. */
export const createDriver = (parts: {
  readonly ledger: Ledger;
  readonly clock: MovableClock;
  readonly invoke: Engine["invoke"];
  readonly log: Log;
}) => {
  const { ledger, clock, invoke, log } = parts;
  const { begin, abort, leave, putOff, giveUp, wake, answer } = createTransitions(ledger, clock.now);
  const running = new Set<Promise<void>>();
  const closed = Promise.withResolvers<void>();
  let open = false;

  const goOn = (branches: readonly Branch[]) => {
    for (const branch of branches) {
      if (!open) return;
      const work = step(branch)
        .catch(
          (error) =>
            open && log("DriverFailed", { state: branch.state, cause: String(error?.stack ?? error) }),
        )
        .then(() => void running.delete(work));
      running.add(work);
    }
  };

  const apply = (change: () => Branch[]) => {
    goOn(ledger.commit(change));
    if (open) setAlarm(ledger.nextDueAt());
  };
  const engine: Engine = { ledger, clock, invoke, apply };

  /** Wakes what is due, in the order in which it fell due. */
  const wakeDue = () => {
    for (const branch of ledger.due()) if (open) goOn(ledger.commit(() => wake(branch)));
    if (open) setAlarm(ledger.nextDueAt());
  };
  const setAlarm = createAlarm(clock, () => open && wakeDue());

  const step = async (from: Branch): Promise<void> => {
    const execution = ledger.execution(from.execution);
    if (!execution) return;
    let scene = sceneOf(execution, from);
    try {
      const branch = await withToken(engine, scene);
      if (!branch) return;
      scene = sceneOf(execution, branch);
      const came = branch.answer ?? (await perform(engine, scene));
      if (!came || !open) return;
      if ("failure" in came) throw new StateFailed(came.failure);
      const { output, next } = await conclude(scene.state, scene.input, scene.context, came.result);
      refuseTooMuch(output);
      if (open) apply(() => leave(scene, output, next));
    } catch (thrown) {
      if (!open) return;
      if (!(thrown instanceof StateFailed)) throw thrown;
      await fail(scene, thrown.failure);
    }
  };

  const fail = async (scene: Scene, failure: Failure): Promise<void> => {
    const retry = retryOf(scene.state.Retry, scene.branch.tries, failure);
    if (retry) return apply(() => putOff(scene, retry, failure));
    const catcher = catcherOf(scene.state.Catch, failure);
    if (!catcher) return apply(() => giveUp(scene, failure));
    try {
      const { output, next } = await caught(catcher, scene.input, scene.context, failure);
      if (open) apply(() => leave(scene, output, next, failure));
    } catch (thrown) {
      if (!(thrown instanceof StateFailed)) throw thrown;
      apply(() => giveUp(scene, thrown.failure));
    }
  };

  return {
    begin: (execution: Parameters<Ledger["addExecution"]>[0], input: Json) =>
      apply(() => begin(execution, input)),

    abort: (arn: string, reason: { readonly error?: string; readonly cause?: string }) =>
      apply(() => abort(arn, reason)),

    /** Takes up every execution where it stands. A state that was being worked on is worked on again. */
    start: () => {
      open = true;
      goOn(ledger.ready());
      wakeDue();
    },

    /** Resolves when nothing is running or due; at once when closed. */
    settle: async (): Promise<void> => {
      while (open) {
        wakeDue();
        if (running.size === 0) return;
        await Promise.race([Promise.allSettled(running), closed.promise]);
      }
    },

    /** Lets go of everything, as a crash would: what runs comes to nothing here and runs again after the next start. */
    close: () => {
      open = false;
      setAlarm(undefined);
      closed.resolve();
      ledger.close();
    },

    /** Gives the hold that waits for this token its answer. False when none waits. */
    answerToken: (token: string, came: Answer): boolean => {
      const branch = ledger.holding(token);
      if (branch) apply(() => answer(branch, came));
      return branch !== undefined;
    },
  };
};

export type Driver = ReturnType<typeof createDriver>;

/** Does the work of a state. Undefined: it goes on later, when its token, its time or its iterations have come. */
const perform = async (engine: Engine, scene: Scene): Promise<Answer | undefined> => {
  if (scene.state.Type === "Task") return runTask(engine, scene);
  if (scene.state.Type === "Map") return runMap(engine, scene);
  if (scene.state.Type === "Wait") return runWait(engine, scene);
  return { result: null };
};

const refuseTooMuch = (output: Json) => {
  if (Buffer.byteLength(JSON.stringify(output)) > LIMITS.state.most)
    throw new StateFailed({
      error: "States.DataLimitExceeded",
      cause: `Output over ${LIMITS.state.most} bytes`,
    });
};
