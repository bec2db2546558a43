import type { Contender } from "./contender.ts";
import { ballotCount, type Election } from "./election.ts";
import { groupSeats, groupsOf } from "./groups.ts";
import { partPurses } from "./parts.ts";
import type { Precedence } from "./precedence.ts";
import { orderOf, type SettledLevel } from "./queue.ts";
import type { ShareFacts } from "./share-facts.ts";
import type { SharesContest } from "./shares/contest.ts";
import { type Move, NOTHING_KEPT_OUT, type Turn } from "./spend.ts";
import type { Tie } from "./tie.ts";
import { setAsideByLot, type UndecidedTie } from "./undecided.ts";

/** What a count with voters' own money starts from. */
export interface Prepared {
  readonly election: Election;
  readonly queue: readonly SettledLevel[];
  readonly precedence: Precedence;
  /** The project at a place of the official list. */
  readonly at: (listed: number) => Contender;
}

export const prepare = (
  election: Election,
  queue: readonly SettledLevel[],
  precedence: Precedence,
): Prepared => {
  const byPlace = new Map(precedence.order.map((contender) => [contender.listed, contender]));
  return { election, queue, precedence, at: (listed) => byPlace.get(listed) as Contender };
};

/** The contest in the numbers of the shares engine: projects by their place on the official list. */
export const contestOf = ({ election, precedence }: Prepared): SharesContest => {
  const { budgetGrosze, projects, ballots, groups = [], parts } = election;
  const takesPart = new Uint8Array(projects.length);
  const places = new Uint32Array(projects.length);
  let place = 0;
  for (const { listed } of precedence.order) {
    takesPart[listed] = 1;
    places[listed] = place;
    place += 1;
  }
  for (let project = 0; project < projects.length; project += 1) {
    if (takesPart[project] === 1) continue;
    places[project] = place;
    place += 1;
  }
  const indexes = new Map(projects.map(({ id }, index) => [id, index]));
  const indexesOf = (ids: readonly string[]): number[] => ids.flatMap((id) => indexes.get(id) ?? []);
  return {
    ballots,
    costsGrosze: projects.map(({ costGrosze }) => costGrosze),
    takesPart,
    precedence: places,
    budgetGrosze,
    voters: ballotCount(ballots),
    groups: groups.flatMap(({ projects: ids, rule }) =>
      rule === "best-wins" ? [] : [{ projects: indexesOf(ids), atMost: rule.atMost }],
    ),
    parts: (parts?.list ?? []).map((part) => ({ ...part, projects: indexesOf(part.projects) })),
  };
};

/** One purchase of a count, in order. */
export interface Bought {
  readonly contender: Contender;
  readonly facts: ShareFacts;
}

/** What became of a project that was not bought. One that had its turn is not excluded by what was bought later. */
export interface Fate {
  readonly move: Move;
  readonly shares: ShareFacts | null;
  readonly hadTurn: boolean;
}

/** Turns as every method has them: what was bought, in order; then everybody else, in the order of the rule. */
export const turnsOf = (
  { election, queue }: Prepared,
  bought: readonly Bought[],
  fate: (contender: Contender) => Fate,
): Turn[] => {
  const seats = groupSeats(groupsOf(election));
  const purses = partPurses(election.parts);
  let balance = election.budgetGrosze;
  const turns: Turn[] = bought.map(({ contender, facts }) => {
    const beforeGrosze = balance;
    balance -= contender.project.costGrosze;
    seats.fund(contender);
    purses.fund(contender);
    return {
      contender,
      move: "fund",
      beforeGrosze,
      afterGrosze: balance,
      full: null,
      part: null,
      aside: null,
      shares: facts,
    };
  });
  const funded = new Set(bought.map(({ contender }) => contender));
  const left = { beforeGrosze: balance, afterGrosze: balance };
  for (const level of queue) {
    for (const contender of orderOf(level)) {
      if (funded.has(contender)) continue;
      const own = fate(contender);
      const full = own.hadTurn ? null : seats.isOut(contender);
      const part = full || own.hadTurn ? null : purses.stopOf(contender);
      const move = full ? "group-full" : part ? "misfit" : own.move;
      turns.push({ contender, move, ...left, full, part, aside: null, shares: full ? null : own.shares });
    }
    for (const aside of level.aside)
      turns.push({ contender: aside.contender, move: "aside", ...left, ...NOTHING_KEPT_OUT, aside });
  }
  return turns;
};

/** A project and those of exactly its price or load that only ties put after it. */
interface Level {
  readonly first: Contender;
  readonly others: readonly Contender[];
}

const tieOf = ({ first, others }: Level, precedence: Precedence): Tie => {
  const settled = others.map((other) => precedence.settles(first, other));
  const lots = settled.flatMap(({ lot }) => (lot ? [lot] : []));
  return {
    score: first.score,
    projects: [first, ...others].map(({ project }) => project.id),
    settledBy: [...new Set(settled.map(({ key }) => key))],
    lots: lots.slice(0, 1),
    decided: true,
  };
};

/** What settled equal prices; and which of them wait for a lot. Whether another order would have funded others is taken for granted. */
export const settledBy = (
  levels: readonly Level[],
  { queue, precedence }: Prepared,
): { readonly ties: readonly Tie[]; readonly undecided: readonly UndecidedTie[] } => {
  const undecided = setAsideByLot(queue);
  const named = new Set<readonly Contender[]>();
  for (const { first, others } of levels) {
    // The whole run is drawn: a draw that leaves some of it out would settle nothing.
    const run = precedence.levelWith(first);
    if (named.has(run) || !others.some((other) => run.includes(other))) continue;
    named.add(run);
    undecided.push({
      score: first.score,
      projects: run.map(({ project }) => project.id),
      decides: undecided.length === 0 ? "now" : "perhaps",
    });
  }
  return {
    ties: levels.filter(({ others }) => others.length > 0).map((level) => tieOf(level, precedence)),
    undecided,
  };
};
