import type { Cycle } from "../domain/cycle/cycle.ts";
import type { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { existing, Refused } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import type { Request } from "../platform/endpoint.ts";
import { versionTag } from "../platform/http.ts";

/** The cycle of this id; a cycle that is not there is refused. */
export const cycleOf = async (cycleId: CycleId, { store }: Pick<Deps, "store">): Promise<Cycle> => {
  return existing(await store.cycles.get(cycleId));
};

/** The same as everybody is shown it, a second old at most: for what is read, not for what is decided. */
export const shownCycle = async (cycleId: CycleId, { store }: Pick<Deps, "store">): Promise<Cycle> =>
  existing(await store.cycles.shown(cycleId));

const TRIES = 4;

/** Decides an act anew when what it was decided from was changed in between. */
export const tryAnew = async <T>(act: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      const isChanged = error instanceof Refused && error.refusal.code === "request/changed-since";
      if (!isChanged || tries === TRIES) throw error;
    }
  }
};

/**
 * An act on a cycle as it stands. The state machine changes cycles too: when it did in between, the cycle is read again and the act decided
 * anew. An edit that named a version (If-Match) must not come through here.
 */
export const actOn = async <T>(
  cycleId: CycleId,
  act: (cycle: Cycle) => Promise<T>,
  deps: Pick<Deps, "store">,
): Promise<T> => await tryAnew(async () => await act(await cycleOf(cycleId, deps)));

/** An edit must name the version it changes (If-Match), and that version must be the one that is stored. */
export const checkVersion = (
  { header }: Pick<Request, "header">,
  { version }: { readonly version: number },
): void => {
  const match = header("if-match");
  if (match === undefined) throw new Refused(refusal("request/precondition-missing", {}));
  if (match !== versionTag(version)) throw new Refused(refusal("request/changed-since", { version }));
};
