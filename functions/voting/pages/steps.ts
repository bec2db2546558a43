import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { districtsIn } from "../../../shared/domain/rule-set.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Words } from "../../../shared/words/words.ts";
import { boothOf } from "../booth.ts";

/** Before the lists: who votes, a child's guardian, the code. At a voting point a clerk has seen to that. */
const ENTRY = { alone: ["who", "code"], child: ["who", "guardian", "code"], helped: [] } as const;

interface Way {
  readonly entry: keyof typeof ENTRY;
  readonly lists: number;
}

/** Where one stands: at one of the first steps, at the n-th list from 0, or at the check. */
type At = "who" | "guardian" | "code" | "check" | number;

/** „Krok 3 z 6”. The receipt is no step: with it all is done. */
export const stepText = ({ voting }: Words, { entry, lists }: Way, at: At): string => {
  const before: readonly string[] = ENTRY[entry];
  const last = before.length + lists + 1;
  const step =
    at === "check" ? last : typeof at === "number" ? before.length + at + 1 : before.indexOf(at) + 1;
  return voting.step(step, last);
};

/** How many lists a voter of this edition has at most: all that is said before the code, when nobody is of a district yet. */
export const mostLists = async (cycle: Cycle, { store }: Pick<Deps, "store">): Promise<number> => {
  const list = await store.ballotLists.get(cycle.id);
  if (!list) throw new Error("a vote is open without its list");
  const filled = districtsIn(cycle.ruleSet).map(
    ({ id }) => boothOf(cycle, list, id).pools.filter(({ projects }) => projects.length > 0).length,
  );
  return Math.max(...filled);
};
