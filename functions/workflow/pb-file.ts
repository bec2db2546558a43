import { Temporal } from "temporal-polyfill";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { publishedText } from "../../shared/domain/pabulib/publication.ts";
import { writePb } from "../../shared/domain/pabulib/write.ts";
import type { Listed } from "../../shared/domain/results/results.ts";
import { formOf } from "../../shared/domain/rule-set.ts";
import type { Election } from "../../shared/domain/tally/election.ts";
import type { Tally } from "../../shared/domain/tally/tally.ts";
import { CITY_ZONE, type Instant, plusSeconds } from "../../shared/domain/time.ts";
import { listNameIn } from "../../shared/words/list-name.ts";

const dotted = (at: Instant): string => {
  const { day, month, year } = Temporal.Instant.from(at).toZonedDateTimeISO(CITY_ZONE);
  return `${String(day).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
};

interface PbParts {
  readonly cycle: Pick<Cycle, "ruleSet" | "calendar">;
  readonly pool: string;
  readonly election: Election;
  /** What the ballot list calls the projects. */
  readonly listed: readonly Listed[];
  readonly tally: Tally;
}

/** One pool's count as a Pabulib file, line by line: anybody counts it again. */
export const pbFile = ({ cycle, pool, election, listed, tally }: PbParts): Iterable<string> => {
  const voting = entryOf(cycle.calendar, "voting");
  const known = cycle.ruleSet.pools.find(({ id }) => id === pool);
  if (!voting || !known) throw new Error(`no pool ${pool}`);
  const { city, edition } = cycle.ruleSet;
  const name = known.name[MEASURE];
  const isOnlyCitywide = listNameIn(MEASURE, cycle.ruleSet, pool).of === "citywide";
  const text = publishedText({
    description:
      known.kind === "citywide"
        ? `Municipal PB in ${city.name}${isOnlyCitywide ? "" : `, ${name}`}`
        : `District PB in ${city.name}, ${name}`,
    country: city.country,
    unit: city.name,
    district: known.kind === "citywide" ? null : name,
    voteYear: edition.voteYear,
    edition: edition.number,
    dateBegin: dotted(voting.startsAt),
    // The end is exclusive: its last day is the one a second earlier.
    dateEnd: dotted(plusSeconds(voting.endsAt, -1)),
    ballot: formOf(cycle.ruleSet, pool),
    election,
    tally,
    projects: new Map(listed.map(({ id, number, title }) => [id, { number, title }])),
  });
  return writePb(text);
};
