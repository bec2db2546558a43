import { z } from "zod";
import { CycleId } from "../domain/ids.ts";
import { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** A published version of a cycle's results: where its files are, and the digest of its package. */
const Publication = z.object({
  cycleId: CycleId,
  version: z.int().positive(),
  publishedAt: Instant,
  packageDigest: z.string(),
  /** Of its files; without it the folder is called by the version. */
  folder: z.string().optional(),
});
type Publication = z.infer<typeof Publication>;

export const openResults = (table: Table) => ({
  publish: (publication: Publication): Write =>
    put({ key: keys.results(publication.cycleId, publication.version), item: publication }),

  latest: async (cycleId: CycleId): Promise<Publication | undefined> =>
    (
      await table.query(keys.results(cycleId, 0).pk, Publication, {
        prefix: "RESULTS#",
        newestFirst: true,
        limit: 1,
        consistent: true,
      })
    ).items[0],
});
