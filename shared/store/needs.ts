import type { MeetingId, SignupId } from "../domain/ids.ts";
import { NEEDS_KEPT_DAYS, Needs } from "../domain/meeting/needs.ts";
import type { Signup } from "../domain/meeting/signup.ts";
import { ok, type Result } from "../domain/result.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { asRead } from "./kept.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { type Attributes, put, remove, update, type Write } from "./write.ts";

const until = (meetingEndsAt: Instant) => ({
  expiresAtSeconds: epochSeconds(meetingEndsAt) + NEEDS_KEPT_DAYS * 86_400,
});

/** Needs with the sign-up that has them. */
export const needsWrite = (needs: Needs, meetingEndsAt: Instant, more: Attributes): Write =>
  put({ key: keys.needs(needs.meetingId, needs.id), item: { ...needs, ...until(meetingEndsAt), ...more } });

/** They go with the sign-up, and with what waits for them. */
export const needsGone = (meetingId: MeetingId, id: SignupId): Write =>
  remove({ key: keys.needs(meetingId, id) });

export const openNeedsOf = (table: Table) => ({
  get: (meetingId: MeetingId, id: SignupId): Promise<Needs | undefined> =>
    table.get(keys.needs(meetingId, id), Needs),

  of: async (meetingId: MeetingId): Promise<Needs[]> => {
    const all = { consistent: true, unreadable: "skip" } as const;
    return (await table.query(keys.needs(meetingId, "sgn_" as SignupId).pk, Needs, all)).items;
  },

  /** An answer over the version that was read, with its letter and its record. */
  answer: async (
    before: Needs,
    after: Needs,
    also: readonly Write[],
    meetingEndsAt: Instant,
    more: Attributes,
  ): Promise<Result<Needs>> => {
    const next = { ...after, version: (before.version + 1) as Needs["version"] };
    const outcome = await table.write([
      put({
        key: keys.needs(before.meetingId, before.id),
        item: { ...next, ...until(meetingEndsAt), ...more },
        when: asRead(before.version),
      }),
      ...also,
    ]);
    return outcome.ok ? ok(next) : outcome;
  },

  end: async ({ meetingId, id }: Pick<Signup, "meetingId" | "id">): Promise<void> => {
    await table.write([needsGone(meetingId, id)]);
  },

  /** Kept as long as another date of the meeting asks for; of whom nothing is kept, nothing is made. */
  keepUntil: async ({ meetingId, id }: Pick<Signup, "meetingId" | "id">, endsAt: Instant): Promise<void> => {
    const key = keys.needs(meetingId, id);
    await table.write([update({ key, set: until(endsAt), when: { text: "attribute_exists(#pk)" } })]);
  },
});
