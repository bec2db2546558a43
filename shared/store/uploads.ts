import { type Instant, plusSeconds, secondsBetween } from "../domain/instant.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import {
  type FileFault,
  type Found,
  goesAt,
  UPLOAD,
  Upload,
  type UploadId,
} from "../domain/upload/upload.ts";
import { keys } from "./keys.ts";
import { pendingSince } from "./notices.ts";
import type { Table } from "./table.ts";
import { create, leaving, remove, update, type Write } from "./write.ts";

/** The sweep looks for a file so long after its ticket was made, and then each time when it is twice as old. */
const LOOK_SECONDS = 60;

/** So often somebody looks whether a proposal still has its file. */
const HELD_SECONDS = 86_400;

const nextLook = ({ createdAt }: Pick<Upload, "createdAt">, now: Instant): Instant =>
  plusSeconds(now, Math.max(LOOK_SECONDS, secondsBetween(createdAt, now)));

type Named = Pick<Upload, "id">;

const dueAt = (at: Instant) => pendingSince("uploads", at);

/**
 * Files that come in, by their tickets. A ticket waits in the pending index until its file is looked at, and then until both go: but for one that
 * something has taken, which waits for that to let it go.
 */
export const openUploads = (table: Table) => {
  const get = (id: UploadId): Promise<Upload | undefined> => table.get(keys.upload(id), Upload);

  /** A ticket, with what else is written when somebody asks for one. */
  const ask = (ticket: Upload): Write =>
    create({
      key: keys.upload(ticket.id),
      item: { ...ticket, ...dueAt(plusSeconds(ticket.createdAt, LOOK_SECONDS)) },
      otherwise: () => refusal("request/key-reused", {}),
    });

  const refusing = (upload: Upload, { code, facts }: FileFault): Write =>
    update({
      key: keys.upload(upload.id),
      set: { state: stateAfter(UPLOAD, "refuse"), fault: { code, facts }, ...dueAt(goesAt(upload)) },
      when: leaving(UPLOAD, "refuse"),
    });

  return {
    get,

    ask,

    /** A ticket; a request that is repeated finds what the first try made. */
    create: async (ticket: Upload): Promise<Result<Upload>> => {
      const outcome = await table.write([ask(ticket)]);
      if (outcome.ok) return ok(ticket);
      const made = await get(ticket.id);
      return made?.fingerprint === ticket.fingerprint ? ok(made) : outcome;
    },

    /** The file is not there yet. */
    postpone: (upload: Upload, now: Instant): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.upload(upload.id),
          set: dueAt(nextLook(upload, now)),
          when: leaving(UPLOAD, "accept"),
        }),
      ]),

    /** Tickets with which something is to be done by now, one after the other. */
    due: async function* (now: Instant): AsyncGenerator<Upload> {
      for await (const key of table.waiting("uploads", now)) {
        const upload = await table.get(key, Upload, { unreadable: "skip" });
        if (upload) yield upload;
      }
    },

    /** One more look at a file, noted before it, since it may be the end of whoever looks. */
    look: (upload: Upload, now: Instant): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.upload(upload.id),
          set: dueAt(nextLook(upload, now)),
          add: { looks: 1 },
          when: leaving(UPLOAD, "accept"),
        }),
      ]),

    accept: (upload: Upload, found: Found): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.upload(upload.id),
          set: { state: stateAfter(UPLOAD, "accept"), found, ...dueAt(goesAt(upload)) },
          when: leaving(UPLOAD, "accept"),
        }),
      ]),

    refusing,
    refuse: (upload: Upload, fault: FileFault): Promise<Result<void>> =>
      table.write([refusing(upload, fault)]),

    /** It is what its proposal waited for, which has it from now on. From time to time somebody looks whether it still does. */
    take: ({ id, of }: Upload, found: Found, now: Instant): Write =>
      update({
        key: keys.upload(id),
        set: {
          state: stateAfter(UPLOAD, "take"),
          found,
          attachedTo: of?.projectId,
          ...dueAt(plusSeconds(now, HELD_SECONDS)),
        },
        when: leaving(UPLOAD, "take"),
      }),

    held: ({ id, state }: Pick<Upload, "id" | "state">, now: Instant): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.upload(id),
          set: dueAt(plusSeconds(now, HELD_SECONDS)),
          when: { text: "#state = :state", values: { state } },
        }),
      ]),

    /** Something takes the file, with what else it writes, and lets it go one day. */
    attach: ({ id }: Named, to: string): Write =>
      update({
        key: keys.upload(id),
        set: { state: stateAfter(UPLOAD, "attach"), attachedTo: to },
        remove: ["pendingOf", "pendingKey"],
        when: leaving(UPLOAD, "attach"),
        otherwise: () => refusal("file/used", {}),
      }),

    /** The file is not needed any more: it goes with the next sweep. */
    release: ({ id }: Named, now: Instant): Write =>
      update({
        key: keys.upload(id),
        set: { state: stateAfter(UPLOAD, "release"), ...dueAt(now) },
        when: leaving(UPLOAD, "release"),
      }),

    /** The ticket goes, after its file: if it is what it was. */
    remove: ({ id, state }: Pick<Upload, "id" | "state">): Promise<Result<void>> =>
      table.write([remove({ key: keys.upload(id), when: { text: "#state = :state", values: { state } } })]),
  };
};
