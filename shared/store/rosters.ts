import type { MeetingId, SignupId } from "../domain/ids.ts";
import {
  accepted,
  type Entry,
  lapsedAt,
  type Moved,
  nextLapse,
  type PlaceOnRoster,
  Places,
  placeOf,
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
import { needsGone } from "./needs.ts";
import { noticeWrite } from "./notices.ts";
import { BACKOFF, orAgain, retry } from "./retry.ts";
import { rewrite, StoredRoster } from "./roster-writes.ts";
import type { Table } from "./table.ts";
import { type Attributes, check, remove, update, type Write } from "./write.ts";

/** Who writes the letters to those who move up, and when. */
export interface Letters {
  readonly at: Instant;
  readonly movedUp: (signup: Signup) => Notice | undefined;
  /** What makes the sign-up of whoever has no mailbox the desk's work. */
  readonly call?: (signup: Signup) => Attributes;
  /** Where there is time for it, places are offered until then, and the roster waits for the clock. */
  readonly offerUntil?: Instant | undefined;
  readonly offered?: (signup: Signup, until: Instant) => Notice | undefined;
  readonly lapses?: (at: Instant) => Attributes;
  /** To whom an offer has lapsed. */
  readonly lapsed?: (signup: Signup) => Notice | undefined;
}

/** A letter to whoever has a mailbox; of whoever has none the sign-up waits for a call. */
const told = (
  event: string,
  { id, meetingId, ...person }: Signup,
  { at, call }: Letters,
  letter: Notice | undefined,
): Write[] => {
  const subject = { of: "meeting", meetingId } as const;
  if (letter) return [noticeWrite(event, letter, at, { subject })];
  const set = call?.({ id, meetingId, ...person });
  return set
    ? [update({ key: keys.signup(meetingId, id), set, when: { text: "attribute_exists(#pk)" } })]
    : [];
};

/** Sign-ups that move up in one transaction: a letter each, of the hundred writes that it can hold. */
const STEP = 40;
/** Offers that lapse in one: three writes each, beside the letters of those who move up. A party's places may go to four. */
const LAPSE_STEP = 8;

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

  /** What is told to whoever moves up: that a place is theirs, or that it is theirs to accept. */
  const upLetter = (one: Signup, { offerUntil, offered, movedUp }: Letters): Notice | undefined =>
    offerUntil !== undefined && offered ? offered(one, offerUntil) : movedUp(one);

  const waitsFor = (after: Roster, { lapses }: Letters): Attributes => {
    const at = nextLapse(after);
    return at === undefined ? {} : (lapses?.(at) ?? {});
  };

  /** The writes of a new roster, with a letter to each who moved up: the version names the event, so that no move is told twice. */
  const moving = async (
    meetingId: MeetingId,
    before: Roster,
    { roster: after, movedUp }: Moved,
    letters: Letters,
  ): Promise<Write[]> => {
    const letterOf = async ({ id }: Entry): Promise<Write[]> => {
      const one = await table.get(keys.signup(meetingId, id), Signup);
      return one ? told(`signup/${id}/up/${before.version}`, one, letters, upLetter(one, letters)) : [];
    };
    const letterWrites = await Promise.all(movedUp.map(letterOf));
    return [rewrite(meetingId, before, after, waitsFor(after, letters)), ...letterWrites.flat()];
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
        const writes = await moving(
          meetingId,
          before,
          without(before, id, { offerUntil: letters.offerUntil }),
          letters,
        );
        return orAgain(await table.write([...writes, ...also]));
      }),

    /** Gives a place back. Given back already is as good. */
    leave: async (
      meetingId: MeetingId,
      id: SignupId,
      letters: Letters,
      also: readonly Write[] = [],
    ): Promise<Result<void>> => {
      const gone = remove({ key: keys.signup(meetingId, id), when: { text: "attribute_exists(#pk)" } });
      const outcome = await openRosters(table).drop(meetingId, id, letters, [
        gone,
        needsGone(meetingId, id),
        ...also,
      ]);
      return outcome.ok || outcome.refusal.code !== "thing/not-found" ? outcome : ok(undefined);
    },

    /** A place that was offered is accepted. Accepted already is as good. */
    accept: (
      meetingId: MeetingId,
      id: SignupId,
      letters: Letters & { readonly held: (signup: Signup, place: PlaceOnRoster) => Notice | undefined },
      also: readonly Write[] = [],
    ): Promise<Result<void>> =>
      retry(BACKOFF.list, async () => {
        const [before, signup] = await Promise.all([
          roster(meetingId),
          table.get(keys.signup(meetingId, id), Signup),
        ]);
        const after = accepted(before, id, letters.at);
        if (!after.ok) return after;
        const place = placeOf(after.value, id);
        if (after.value === before || !signup || !place) return ok(undefined);
        const letter = letters.held(signup, place);
        const event = `signup/${id}/accepted/${before.version}`;
        return orAgain(
          await table.write([
            rewrite(meetingId, before, after.value, waitsFor(after.value, letters)),
            check({ key: keys.signup(meetingId, id), when: { text: "attribute_exists(#pk)" } }),
            ...(letter ? [noticeWrite(event, letter, letters.at)] : []),
            ...also,
          ]),
        );
      }),

    /** Takes back what was offered until now, with the sign-ups that let it lapse, and offers it to the next; says whether there is more to do. */
    lapse: (meetingId: MeetingId, letters: Letters): Promise<Result<boolean>> =>
      retry<boolean>(BACKOFF.list, async () => {
        const before = await roster(meetingId);
        const next = lapsedAt(before, letters.at, { most: LAPSE_STEP, offerUntil: letters.offerUntil });
        if (next.lapsed.length === 0) return ok(false);
        const writes = await moving(meetingId, before, next, letters);
        const gone = next.lapsed.map(async ({ id }): Promise<Write[]> => {
          const key = keys.signup(meetingId, id);
          const one = await table.get(key, Signup);
          const letter = one && letters.lapsed?.(one);
          return [
            remove({ key }),
            needsGone(meetingId, id),
            ...(letter ? [noticeWrite(`signup/${id}/lapsed/${before.version}`, letter, letters.at)] : []),
          ];
        });
        const outcome = await table.write([...writes, ...(await Promise.all(gone)).flat()]);
        if (outcome.ok) return ok(true);
        return outcome.refusal.code === "service/try-again" ? "again" : outcome;
      }),

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
          const next = resized(before, capacity, STEP, letters.offerUntil);
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
