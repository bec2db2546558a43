import type { Json } from "./asl.ts";
import { type Failure, TIMEOUT } from "./failures.ts";
import type { Ledger } from "./ledger.ts";
import { iterationDone, iterationFailed } from "./map.ts";
import type { Branch } from "./records.ts";
import { noteEntered, type Scene } from "./scene.ts";

/**
 * The moves of a line, each made inside a commit. They return the lines to go on with; none when the line has moved on
 * since the scene was read.
 */
export const createTransitions = (ledger: Ledger, now: () => number) => {
  const note = ({ branch }: Scene, type: string, failure?: Failure) =>
    ledger.note(branch.execution, type, branch.state, failure);

  const noteWork = (scene: Scene, failure: Failure | undefined) => {
    if (scene.state.Type !== "Task") return;
    if (!failure) note(scene, "TaskSucceeded");
    else note(scene, failure.error === TIMEOUT ? "TaskTimedOut" : "TaskFailed", failure);
  };

  const mapAround = ({ branch }: Scene): Branch | undefined =>
    branch.parent === null ? undefined : ledger.branch(branch.parent);

  const end = (scene: Scene, output: Json): Branch[] => {
    const map = mapAround(scene);
    if (map) return iterationDone(ledger, map);
    ledger.note(scene.branch.execution, "ExecutionSucceeded", null);
    ledger.endExecution(scene.branch.execution, "SUCCEEDED", { output: JSON.stringify(output) });
    return [];
  };

  return {
    begin: (execution: Parameters<Ledger["addExecution"]>[0], input: Json): Branch[] => {
      const { arn, definition } = execution;
      ledger.addExecution(execution);
      ledger.note(arn, "ExecutionStarted", null);
      const line = { execution: arn, parent: null, place: 0, scope: [], state: definition.StartAt, input };
      const branch = ledger.addBranch({ ...line, mode: "ready" });
      noteEntered(ledger, branch);
      return [branch];
    },

    abort: (arn: string, reason: { readonly error?: string; readonly cause?: string }): Branch[] => {
      ledger.note(arn, "ExecutionAborted", null);
      ledger.endExecution(arn, "ABORTED", reason);
      return [];
    },

    /** Leaves the state with its output, because it succeeded or because `failure` was caught. */
    leave: (scene: Scene, output: Json, next: string | null, failure?: Failure): Branch[] => {
      const moved = ledger.move(
        scene.branch,
        next === null
          ? { mode: "done", answer: { result: output } }
          : { state: next, input: output, enteredAt: now(), ...AFRESH, tries: [] },
      );
      if (!moved) return [];
      noteWork(scene, failure);
      note(scene, `${scene.state.Type}StateExited`);
      if (next === null) return end(scene, output);
      noteEntered(ledger, moved);
      return [moved];
    },

    /** Puts the state off, to be tried again. */
    putOff: (scene: Scene, retry: { delaySeconds: number; tries: number[] }, failure: Failure): Branch[] => {
      const { delaySeconds, tries } = retry;
      const dueAt = now() + delaySeconds * 1000;
      if (ledger.move(scene.branch, { ...AFRESH, mode: "retry", tries, dueAt })) noteWork(scene, failure);
      return [];
    },

    /** Nothing caught the failure: the Map around fails with it, or the execution. */
    giveUp: (scene: Scene, failure: Failure): Branch[] => {
      if (!ledger.move(scene.branch, { mode: "done" })) return [];
      noteWork(scene, failure);
      const map = mapAround(scene);
      if (map) return iterationFailed(ledger, map, failure);
      ledger.note(scene.branch.execution, "ExecutionFailed", null, failure);
      ledger.endExecution(scene.branch.execution, "FAILED", failure);
      return [];
    },

    /** What a line waited for has come: its retry, the end of its Wait, or the deadline of its hold. */
    wake: (branch: Branch): Branch[] => {
      const timedOut = { failure: { error: TIMEOUT, cause: "The token was not answered in time" } };
      const answer = branch.mode === "retry" ? null : branch.mode === "wait" ? { result: null } : timedOut;
      const woken = ledger.move(branch, { ...AFRESH, answer });
      return woken ? [woken] : [];
    },

    /** The token of a hold was answered. */
    answer: (branch: Branch, answer: NonNullable<Branch["answer"]>): Branch[] => {
      const answered = ledger.move(branch, { ...AFRESH, answer });
      return answered ? [answered] : [];
    },
  };
};

const AFRESH = { mode: "ready", dueAt: null, token: null, answer: null } as const;
