import { z } from "zod";
import { announcedLists } from "../../shared/acts/announced-lists.ts";
import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { LIST_FORMATS, ListName } from "../../shared/domain/document/lists.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { Instant, LocalDate } from "../../shared/domain/time.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

/** A list that is there is found within a minute, and one that was announced stays as it is. */
export const LISTS_CACHE = "public, max-age=60, s-maxage=60, stale-if-error=86400";

const Lists = z
  .object({
    items: z.array(
      z.object({
        list: ListName,
        version: z.int(),
        issuedAt: Instant,
        title: z.string(),
        /** The act by which it was published, and when, once the office has noted it. */
        act: z.string().nullable(),
        publishedOn: LocalDate.nullable(),
        /** Why it was taken back; it stays here all the same. */
        retraction: z.string().nullable(),
        files: z.record(z.enum(LIST_FORMATS), z.string()),
      }),
    ),
  })
  .meta({ id: "OfficialLists" });

export const getLists = endpoint(routes.getLists, {
  summary: "The lists that the office announced in this edition, and their files",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: Lists },
  cache: LISTS_CACHE,
  handle: async ({ params: { cycleId }, words }, deps) => {
    const lists = await announcedLists(await shownCycle(cycleId, deps), deps);
    return json({
      items: lists.map(({ list, version, issuedAt, published, retracted }) => ({
        list,
        version,
        issuedAt,
        title: words.lists.names[list],
        act: published?.act ?? null,
        publishedOn: published?.on ?? null,
        retraction: retracted?.reason ?? null,
        files: Object.fromEntries(
          LIST_FORMATS.map((format) => [
            format,
            pathTo("listFile", { cycleId, list, file: `${version}.${format}` }),
          ]),
        ),
      })),
    });
  },
});
