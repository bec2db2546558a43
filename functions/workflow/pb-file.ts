import { Temporal } from "temporal-polyfill";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { publishedText } from "../../shared/domain/pabulib/publication.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import { formOf } from "../../shared/domain/rule-set.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import type { Tally } from "../../shared/domain/tally/tally.ts";
import { CITY_ZONE, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import type { PoolChoices } from "../../shared/domain/voting/pool-choices.ts";
import type { CountInputs } from "../../shared/platform/count-inputs.ts";
import type { BallotList } from "../../shared/store/ballot-lists.ts";

const dotted = (at: Instant): string => {
  const { day, month, year } = Temporal.Instant.from(at).toZonedDateTimeISO(CITY_ZONE);
  return `${String(day).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
};

export interface PbParts {
  readonly cycle: Pick<Cycle, "ruleSet" | "calendar"> & {
    readonly pools: readonly Pick<Cycle["pools"][number], "id" | "amountGrosze">[];
  };
  readonly list: Pick<BallotList, "pools">;
  readonly pool: string;
  readonly tally: Tally;
  readonly choices: PoolChoices;
  readonly exclusions: CountInputs["exclusions"];
}

/** One pool's count as a Pabulib file: anybody counts it again. */
export const pbFile = ({ cycle, list, pool, tally, choices, exclusions }: PbParts): string => {
  const money = cycle.pools.find(({ id }) => id === pool);
  const voting = entryOf(cycle.calendar, "voting");
  const known = cycle.ruleSet.pools.find(({ id }) => id === pool);
  if (!money || !voting || !known) throw new Error(`no pool ${pool}`);
  const listed = list.pools.find(({ id }) => id === pool)?.projects ?? [];
  const projects = listed.map(({ id, costGrosze }) => ({
    id,
    costGrosze,
    ...(exclusions[id] && { excluded: exclusions[id] }),
  }));
  const { city, edition } = cycle.ruleSet;
  const isDistrict = known.kind === "district";
  const text = publishedText({
    description: isDistrict
      ? `District PB in ${city.name}, ${known.name.en}`
      : `Municipal PB in ${city.name}`,
    country: city.country,
    unit: city.name,
    district: isDistrict ? known.name.pl : null,
    voteYear: edition.voteYear,
    edition: edition.voteYear - 2013,
    dateBegin: dotted(voting.startsAt),
    // The end is exclusive: its last day is the one a second earlier.
    dateEnd: dotted(plusSeconds(voting.endsAt, -1)),
    ballot: formOf(cycle.ruleSet, pool),
    election: electionOf({ budgetGrosze: money.amountGrosze, projects, ballots: choices }),
    tally,
    projects: new Map(listed.map(({ id, number, title }) => [id, { number, title }])),
  });
  return [...writePb(text)].join("");
};
