import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import { type Cycle, poolOf } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { type Refusal, refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { districtsIn, formOf, poolsOfDistrict } from "../../shared/domain/rule-set.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { DistrictBooth } from "../../shared/domain/voting/ballot-content.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";

/** The pools that a resident of a district votes on, as far as this cycle has them. */
export const poolsOf = ({ pools, ruleSet }: Pick<Cycle, "pools" | "ruleSet">, district: string): string[] => {
  const own = poolsOfDistrict(ruleSet, district);
  return pools.flatMap(({ id }) => (own.includes(id) ? [id] : []));
};

/** What a resident of a district may vote on. */
export const boothOf = (
  cycle: Pick<Cycle, "pools" | "ruleSet">,
  list: BallotList,
  district: string,
): DistrictBooth => ({
  district,
  pools: poolsOf(cycle, district).flatMap((pool) => {
    const listed = list.pools.find(({ id }) => id === pool);
    const money = poolOf(cycle, pool);
    return listed && money
      ? [
          {
            pool,
            form: formOf(cycle.ruleSet, pool),
            amountGrosze: money.amountGrosze,
            projects: listed.projects,
          },
        ]
      : [];
  }),
});

/** The booths of all residents. */
export const boothsOf = (cycle: Pick<Cycle, "pools" | "ruleSet">, list: BallotList): DistrictBooth[] =>
  districtsIn(cycle.ruleSet).map(({ id }) => boothOf(cycle, list, id));

const votingClosed = (cycle: Cycle, at: Instant): Refusal => {
  const window = entryOf(cycle.calendar, "voting");
  const isAhead = window !== undefined && window.startsAt > at;
  const isOver = window !== undefined && window.endsAt <= at;
  return refusal("voting/closed", {
    opensAt: isAhead ? window.startsAt : null,
    closesAt: isAhead || isOver ? window.endsAt : null,
  });
};

/** Whether people vote at this moment, as far as the calendar says. */
export const isOpen = ({ phase, calendar }: Cycle, at: Instant): boolean => {
  const window = entryOf(calendar, "voting");
  return phase === "voting" && window !== undefined && window.startsAt <= at && at < window.endsAt;
};

/** The cycle of a vote that is open at this moment. The gates decide; this only spares a voter the way to a closed one. */
export const openVote = async (cycleId: CycleId, at: Instant, deps: Deps): Promise<Cycle> => {
  const known = await deps.store.cycles.duringVote(cycleId, at);
  if (known && isOpen(known, at)) return known;
  // What is remembered may be older than an extension in the last seconds.
  const cycle = known?.phase === "voting" ? await deps.store.cycles.get(cycleId) : known;
  if (!cycle) throw new Refused(refusal("thing/not-found", {}));
  if (!isOpen(cycle, at)) throw new Refused(votingClosed(cycle, at));
  return cycle;
};
