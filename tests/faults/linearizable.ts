/** What a client saw of one operation: from when it asked until when it was answered. */
export interface Operation<O> {
  readonly from: number;
  /** Infinity when no answer came: it may have happened at any time since, or never. */
  readonly until: number;
  readonly seen: O;
}

/** A thing as it should be: one state at a time. */
export interface Model<S, O> {
  readonly initial: S;
  /** The state after an operation that was seen like this, or undefined if it cannot have been seen so in this state. */
  readonly step: (state: S, seen: O) => S | undefined;
  /** A text by which equal states are known. */
  readonly name: (state: S) => string;
}

/**
 * Whether a history is linearizable: whether there is one order of its operations, each at some moment between its question and its answer,
 * in which everybody saw what the model says (Wing and Gong 1993, with Lowe's memory of what was tried). An operation without an answer
 * may be left out. One that leaves the state as it is is put first where it fits: whatever order there is with it later, there is one with it now.
 */
export const isLinearizable = <S, O>(
  { initial, step, name }: Model<S, O>,
  history: readonly Operation<O>[],
): boolean => {
  const operations = history.toSorted((a, b) => a.from - b.from);
  const done = operations.map(() => false);
  const tried = new Set<string>();

  const search = (state: S): boolean => {
    // Nothing that began after the first answer still due can come before it.
    const due = Math.min(
      ...operations.map(({ until }, index) => (done[index] ? Number.POSITIVE_INFINITY : until)),
    );
    if (due === Number.POSITIVE_INFINITY) return true;
    const named = name(state);
    const known = `${done.map(Number).join("")} ${named}`;
    if (tried.has(known)) return false;
    tried.add(known);
    for (const [index, { from, seen }] of operations.entries()) {
      if (done[index]) continue;
      if (from > due) break;
      const next = step(state, seen);
      if (next === undefined) continue;
      done[index] = true;
      if (search(next)) return true;
      done[index] = false;
      if (name(next) === named) return false;
    }
    return false;
  };

  return search(initial);
};
