import type { ConsultationId } from "../../domain/ids.ts";
import { epochSeconds, type Instant, plusSeconds } from "../../domain/time.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import type { QueryOptions } from "../../store/reads.ts";
import type { Table } from "../../store/table.ts";
import { type Attributes, create, put, remove, update, type Write } from "../../store/write.ts";
import { Entry, Look, Original, type PostId } from "./rules.ts";

/** As long as whoever wrote it is known. */
const ORIGINAL_SECONDS = 2 * 366 * 86_400;

export const openLooks = (table: Table, consultationId: ConsultationId) => {
  const looks = kept(table, (id: PostId | "") => keys.look(consultationId, id), Look);
  const originalKey = (id: PostId) => keys.postOriginal(consultationId, id);
  return {
    get: looks.get,
    all: looks.all,
    change: looks.change,
    /** With the post, in one transaction; `more` puts it into the index of work. */
    begin: (look: Look, more: Attributes): Write =>
      create({ key: keys.look(consultationId, look.id), item: { ...look, ...more } }),
    /** That nobody has looked at it yet; whoever is about to looks again, since it has changed. */
    anew: (id: PostId): Write =>
      update({
        key: keys.look(consultationId, id),
        add: { version: 1 },
        when: { text: "#state = :new", values: { new: "new" } },
      }),
    original: (id: PostId): Promise<Original | undefined> => table.get(originalKey(id), Original),
    keepOriginal: (id: PostId, original: Original, endsAt: Instant): Write =>
      put({
        key: originalKey(id),
        item: { ...original, expiresAtSeconds: epochSeconds(plusSeconds(endsAt, ORIGINAL_SECONDS)) },
      }),
    dropOriginal: (id: PostId): Write => remove({ key: originalKey(id) }),
  };
};

/** The log that everybody reads, newest first. */
export const openLog = (table: Table) => ({
  page: (how: QueryOptions) =>
    table.query(keys.moderationEntry("", "").pk, Entry, { newestFirst: true, ...how }),
  write: (entry: Entry): Write => create({ key: keys.moderationEntry(entry.at, entry.id), item: entry }),
});
