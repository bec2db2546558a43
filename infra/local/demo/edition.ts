import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../../shared/domain/ids.ts";
import { type Instant, plusSeconds } from "../../../shared/domain/time.ts";
import type { MadeUpContest } from "../../generator/edition.ts";
import type { Chance } from "../../generator/random.ts";
import type { Desk } from "./desk.ts";
import { type Entry, enterAll } from "./projects.ts";
import { type Dates, turnedDown, WAYS } from "./ways.ts";

/** So many days before the vote proposals are filed, as many days long, and decided on. */
const CALL = { first: 180, days: 28 };
const FORMAL = 130;
const MERIT = 34;

/** How much of a call goes by before most come: four of ten came on the last day. */
const LAST_DAY_SHARE = 0.4;

type Days = Pick<Desk, "time" | "workday">;

/** At some time of a day. */
export const somewhen = ({ time }: Pick<Desk, "time">, chance: Chance, day: number): Instant =>
  plusSeconds(time(day, 8 * 60), chance.below(9 * 3600));

/** The same of a day on which the office works, up to that one. */
export const inOffice = (days: Days, chance: Chance, day: number): Instant =>
  somewhen(days, chance, days.workday(day, "last"));

const datesOf = (desk: Days, chance: Chance, voteOn: number): Dates => ({
  submitted: somewhen(
    desk,
    chance,
    voteOn - CALL.first + (chance.share() < LAST_DAY_SHARE ? CALL.days - 1 : chance.below(CALL.days)),
  ),
  formal: inOffice(desk, chance, voteOn - FORMAL + chance.below(10)),
  merit: inOffice(desk, chance, voteOn - MERIT - chance.below(40)),
});

/** The whole list of an edition whose checks are over: what is on the ballot, and what did not come that far. Brings the ids by number. */
export const enterEdition = (
  desk: Pick<Desk, "house"> & Days,
  cycle: Cycle,
  contests: readonly MadeUpContest[],
  { voteOn, chance }: { readonly voteOn: number; readonly chance: Chance },
): Promise<Map<string, ProjectId>> => {
  const entries = contests.flatMap(({ pool, projects, others }): Entry[] => [
    ...projects.map((one) => ({ ...one, pool, history: WAYS.admitted(datesOf(desk, chance, voteOn)) })),
    ...others.map((one) => ({
      ...one,
      pool,
      history: turnedDown(chance.below(100), datesOf(desk, chance, voteOn)),
    })),
  ]);
  return enterAll(desk.house, cycle, entries, chance);
};
