import type { MeetingId, SignupId } from "../domain/ids.ts";
import {
  type Entry,
  type Moved,
  Places,
  placesOn,
  type Roster,
  resized,
  without,
} from "../domain/meeting/roster.ts";
import { Signup } from "../domain/meeting/signup.ts";
import type { Notice } from "../domain/notice/notice.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { noticeWrite } from "./notices.ts";
import { BACKOFF, orAgain, retry } from "./retry.ts";
import { rewrite, StoredRoster } from "./roster-writes.ts";
import type { Table } from "./table.ts";
import { remove, type Write } from "./write.ts";

/** Who writes the letters to those who move up, and when. */
export interface Letters {
  readonly at: Instant;
  readonly movedUp: (signup: Signup) => Notice;
}

/** Sign-ups that move up in one transaction: a letter each, of the hundred writes that it can hold. */
const STEP = 40;

/** The rosters of meetings. Whoever leaves, and the staff who set a capacity, rewrite both lists, on the version that every append counts up. */
export const openRosters = (table: Table) => {
  const roster = async (meetingId: MeetingId): Promise<Roster> => {
    const found = await table.get(keys.roster(meetingId), StoredRoster);
    if (!found) throw new Error(`meeting ${meetingId} has no roster`);
    return found;
  };

  /** What everybody is told of it. A meeting called under an earlier release has nothing beside its roster until somebody comes or leaves. */
  const places = async (meetingId: MeetingId): Promise<Places> =>
    (await table.get(keys.places(meetingId), Places)) ?? placesOn(await roster(meetingId));

  /** The writes of a new roster, with a letter to each who moved up: the version names the event, so that no move is told twice. */
  const moving = async (
    meetingId: MeetingId,
    before: Roster,
    { roster: after, movedUp }: Moved,
    letters: Letters,
  ): Promise<Write[]> => {
    const letterOf = async ({ id }: Entry): Promise<Write[]> => {
      const one = await table.get(keys.signup(meetingId, id), Signup);
      const subject = { of: "meeting", meetingId } as const;
      return one
        ? [noticeWrite(`signup/${id}/up/${before.version}`, letters.movedUp(one), letters.at, { subject })]
        : [];
    };
    const told = await Promise.all(movedUp.map(letterOf));
    return [rewrite(meetingId, before, after), ...told.flat()];
  };

  return {
    roster,
    places,

    /** Takes a sign-up off the roster, with `also` in the same moment; who then fits moves up and is told. */
    drop: (
      meetingId: MeetingId,
      id: SignupId,
      letters: Letters,
      also: readonly Write[],
    ): Promise<Result<void>> =>
      retry(BACKOFF.list, async () => {
        const before = await roster(meetingId);
        const writes = await moving(meetingId, before, without(before, id), letters);
        return orAgain(await table.write([...writes, ...also]));
      }),

    /** Gives a place back. Given back already is as good. */
    leave: async (meetingId: MeetingId, id: SignupId, letters: Letters): Promise<Result<void>> => {
      const gone = remove({ key: keys.signup(meetingId, id), when: { text: "attribute_exists(#pk)" } });
      const outcome = await openRosters(table).drop(meetingId, id, letters, [gone]);
      return outcome.ok || outcome.refusal.code !== "thing/not-found" ? outcome : ok(undefined);
    },

    /**
     * Sets the capacity and moves the queue up, in steps that fit a transaction; the first one carries `withFirst` along. The roster keeps
     * its rules between steps; if they are cut off, the capacity says how far they came.
     */
    resize: async (
      meetingId: MeetingId,
      capacity: number,
      letters: Letters,
      withFirst: (writes: readonly Write[]) => Promise<Result<unknown>>,
    ): Promise<Result<void>> => {
      let writeStep = withFirst;
      for (;;) {
        const step = await retry<boolean>(BACKOFF.list, async () => {
          const before = await roster(meetingId);
          const next = resized(before, capacity, STEP);
          if (!next.ok) return next;
          const outcome = await writeStep(await moving(meetingId, before, next.value, letters));
          if (outcome.ok) return ok(next.value.roster.capacity === capacity);
          return outcome.refusal.code === "service/try-again" ? "again" : outcome;
        });
        if (!step.ok) return step;
        if (step.value) return ok(undefined);
        writeStep = (writes) => table.write(writes);
      }
    },
  };
};
