import { z } from "zod";
import { PoolId } from "../domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../domain/ids.ts";
import { Grosze } from "../domain/money.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** The projects of the vote as they were when the list was frozen, in the order in which they stand on the ballot. */
export const BallotList = z.object({
  cycleId: CycleId,
  pools: z.array(
    z.object({
      id: PoolId,
      projects: z.array(
        z.object({ id: ProjectId, number: z.string(), title: z.string(), costGrosze: Grosze }),
      ),
    }),
  ),
});
export type BallotList = z.infer<typeof BallotList>;

export const openBallotLists = (table: Table) => {
  const frozen = new Map<CycleId, BallotList>();
  return {
    /** A frozen list never changes, so one read serves the life of a container. */
    get: async (cycleId: CycleId): Promise<BallotList | undefined> => {
      const known = frozen.get(cycleId) ?? (await table.get(keys.ballotList(cycleId), BallotList));
      if (known) frozen.set(cycleId, known);
      return known;
    },
    freeze: (list: BallotList): Write => put({ key: keys.ballotList(list.cycleId), item: list }),
  };
};
