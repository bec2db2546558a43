import { ballotGroups } from "../../shared/domain/tally/ballot-groups.ts";
import { type BallotRow, ballotRow, putChoice } from "../../shared/domain/tally/ballot-row.ts";
import { spelledBallots } from "../../shared/domain/tally/spelled.ts";
import type { BallotContent } from "../../shared/domain/voting/ballot-content.ts";

/** A list that was voted on. */
interface VotedList {
  readonly id: string;
  readonly projects: readonly { readonly id: string }[];
}

const opened = ({ projects }: VotedList) => ({
  projects: projects.map(({ id }) => ({ id, costGrosze: 0 })),
  places: new Map(projects.map(({ id }, place) => [id, place])),
  row: ballotRow(projects.length),
  groups: ballotGroups(),
});
type OpenedList = ReturnType<typeof opened>;

/** Writes choices into the list's row; false where one is of no project of it, or of one twice, or no 16-bit number. */
const fill = ({ row, places }: OpenedList, choices: BallotContent["sections"][number][1]): boolean => {
  row.length = 0;
  return choices.every(([id, points]) => {
    const place = places.get(id);
    return place !== undefined && (points << 16) >> 16 === points && putChoice(row, place, points);
  });
};

/**
 * Gathers the choices on each list with how often each was made: equal ballots are one, and no order of casting is left. What it holds grows
 * with the distinct choices, not with the ballots.
 */
export const choiceGroups = (lists: readonly VotedList[]) => {
  const byPool = new Map(lists.map((list) => [list.id, opened(list)]));
  return {
    /** False, and nothing is added, where the ballot is none of these lists. */
    add: ({ sections }: BallotContent): boolean => {
      const filled: { readonly list: OpenedList; readonly row: BallotRow }[] = [];
      for (const [pool, choices] of sections) {
        const list = byPool.get(pool);
        if (!list || filled.some((one) => one.list === list) || !fill(list, choices)) return false;
        filled.push({ list, row: list.row });
      }
      for (const { list, row } of filled) list.groups.add(row, 1);
      return true;
    },
    /** A list's choices as they are spelled over its projects. */
    of: (pool: string): Uint8Array => {
      const list = byPool.get(pool);
      if (!list) throw new Error(`no list ${pool}`);
      return spelledBallots({ projects: list.projects, ballots: list.groups.finish() });
    },
  };
};
