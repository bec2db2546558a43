import { z } from "zod";
import { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { create } from "./write.ts";

/** The sealed ballot box of a cycle, as it was listed before any ballot was opened. */
export const Box = z.object({
  cycleId: CycleId,
  /** Names the folder of its files, and the count that is made of it. */
  run: z.string(),
  /** How many leaves are on its list. */
  size: z.int().min(0),
  /** SHA-256 over the sorted list of leaves. */
  leavesDigest: z.string(),
  /** The signed note over size and root of the tree. */
  checkpoint: z.string(),
});
export type Box = z.infer<typeof Box>;

export const openBoxes = (table: Table) => ({
  get: (cycleId: CycleId): Promise<Box | undefined> => table.get(keys.box(cycleId), Box),

  /** A box is listed once: whoever comes second is answered what was listed first. */
  list: async (box: Box): Promise<Box> => {
    const key = keys.box(box.cycleId);
    await table.write([create({ key, item: box, otherwise: () => refusal("request/key-reused", {}) })]);
    const listed = await table.get(key, Box);
    if (!listed) throw new Error("a box that was listed is not there");
    return listed;
  },
});
