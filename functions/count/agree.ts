import type { Tally } from "../../shared/domain/tally/tally.ts";
import type { Recount } from "../../shared/recount/contest.ts";

/** Whether both counters say the same: who is funded, in which order, for how much, and what became of every project. */
export const agree = (tally: Tally, { selected, costGrosze, outcomes, undecided }: Recount): boolean =>
  tally.selected.join("\n") === selected.join("\n") &&
  tally.costGrosze === costGrosze &&
  tally.undecided.length > 0 === undecided &&
  tally.lines.length === Object.keys(outcomes).length &&
  tally.lines.every(({ id, outcome }) => outcomes[id] === outcome);
