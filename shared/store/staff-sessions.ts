import { z } from "zod";
import type { Result } from "../domain/result.ts";
import { epochSeconds, type Instant, Instant as InstantSchema, plusSeconds } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** A session of staff: what it is called, whose it is, and its times. */
export interface StaffSession {
  readonly id: string;
  readonly person: string;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
}

/** Longer than the provider refreshes any token of a session: one that was ended is not begun again by another token of it. */
const REFRESHED_SECONDS = 86_400;

const Ended = z.object({ at: InstantSchema });

/** The end of all that somebody has begun by now. */
const ending = (person: string, at: Instant): Write => put({ key: keys.signedOut(person), item: { at } });

/** Sessions of staff that were ended before their time. */
export const openStaffSessions = (table: Table) => ({
  /** Whether a session was ended, by itself or with all that its person had. */
  isEnded: async ({ id, person, startedAt }: StaffSession): Promise<boolean> => {
    const [one, all] = await table.all([keys.signedOut(id), keys.signedOut(person)], Ended);
    return one !== undefined || (all !== undefined && startedAt <= all.at);
  },

  end: ({ id, endsAt }: StaffSession, at: Instant): Promise<Result<void>> =>
    table.write([
      put({
        key: keys.signedOut(id),
        item: { at, expiresAtSeconds: epochSeconds(plusSeconds(endsAt, REFRESHED_SECONDS)) },
      }),
    ]),

  ending,
  endAll: (person: string, at: Instant, audit: Write): Promise<Result<void>> =>
    table.write([ending(person, at), audit]),
});
