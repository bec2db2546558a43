import { z } from "zod";
import type { ListVersionOf } from "../domain/document/lists.ts";
import { LeftOut } from "../domain/procedure/left-out.ts";
import { keys } from "./keys.ts";
import { readOnce } from "./once.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** So many lie in a part: with titles of the greatest length still far from what an item may hold. */
const PART = 200;
/** Of so many lists they are kept in a process. */
const KEPT = 20;

const Part = z.object({ leftOut: z.array(LeftOut) });

/** What was withdrawn or merged by the time of a list, in parts beside it: nobody reads them before the list itself is there and says how many. */
export const openLeftOut = (table: Table) => {
  const once = readOnce<readonly LeftOut[]>(KEPT);
  return {
    parts: ({ cycleId, list, version }: ListVersionOf, leftOut: readonly LeftOut[]): Write[] =>
      Array.from({ length: Math.ceil(leftOut.length / PART) }, (_, n) =>
        put({
          key: keys.leftOut(cycleId, list, version, n),
          item: { leftOut: leftOut.slice(n * PART, (n + 1) * PART) },
        }),
      ),

    of: ({ cycleId, list, version }: ListVersionOf, parts: number): Promise<readonly LeftOut[]> =>
      once(`${cycleId} ${list} ${version}`, async () => {
        const read = Array.from({ length: parts }, (_, n) =>
          table.get(keys.leftOut(cycleId, list, version, n), Part),
        );
        return (await Promise.all(read)).flatMap((part) => part?.leftOut ?? []);
      }),
  };
};
