import { z } from "zod";
import { PoolId } from "../domain/cycle/cycle.ts";
import { DrawnOrder } from "../domain/document/announced.ts";
import { type CycleId, ProjectId, VoteId } from "../domain/ids.ts";
import { Grosze } from "../domain/money.ts";
import { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** The projects of the vote as they were when the list was frozen, in the order in which they stand on the ballot. */
export const BallotList = z.object({
  cycleId: VoteId,
  /** When it was frozen, and by whom: nobody where the calendar did. Lists of releases before say neither. */
  frozen: z.object({ at: Instant, by: z.string().optional() }).optional(),
  /** The seed from which its order was drawn, and the digest by which it was known before. */
  order: DrawnOrder.optional(),
  /** In how many parts there lies what was withdrawn or merged by then; lists of releases before do not say. */
  leftOutParts: z.int().optional(),
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
  const frozen = new Map<CycleId, Promise<BallotList | undefined>>();
  return {
    /** A frozen list never changes, so one read serves the life of a container. */
    get: (cycleId: CycleId): Promise<BallotList | undefined> => {
      const known = frozen.get(cycleId);
      if (known) return known;
      const reading = table.get(keys.ballotList(cycleId), BallotList);
      frozen.set(cycleId, reading);
      const forget = (): boolean => frozen.delete(cycleId);
      reading.then((list) => list !== undefined || forget(), forget);
      return reading;
    },
    freeze: (list: BallotList): Write => put({ key: keys.ballotList(list.cycleId), item: list }),
  };
};
