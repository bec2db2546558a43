import type { MeetingId, SignupId } from "../domain/ids.ts";
import {
  type Entry,
  type PlaceOnRoster,
  placeFor,
  placeOf,
  Roster,
  resized,
  without,
} from "../domain/meeting/roster.ts";
import { LETTERS_AGAIN_A_DAY, Signup } from "../domain/meeting/signup.ts";
import type { Notice } from "../domain/notice/notice.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant, LocalDate } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { noticeWrite } from "./notices.ts";
import { patiently } from "./patiently.ts";
import { arrival, counted, keptUntil, rewrite } from "./roster-writes.ts";
import type { Table } from "./table.ts";
import { create, remove, update, type Write } from "./write.ts";

/**
 * Sign-ups and the roster of a meeting. The roster is one item, so that capacity and order are exact; a sign-up is a transaction of four:
 * the roster, the person's own item, the letter, the day's count of the address.
 *
 * Whoever comes appends to a list on a condition that only asks what is left: 200 who come at once do not spoil each other's versions, and
 * most get through at the first try. What remains is DynamoDB's own rule that two transactions on one item never run together: the later
 * one is turned away and comes again after a jitter. A transaction holds its items for some 10 ms, so one meeting takes 50 to 100 sign-ups a
 * second, which is 200 at once in two to four seconds, well inside `patiently`. The embedded engine runs writes one after another
 * and turns nobody away. Whoever leaves, and the staff who set a capacity, rewrite the lists, and do so on the version, which every append counts up.
 */
export type Standing = PlaceOnRoster & { readonly signup: Signup; readonly isNew: boolean };

/** Who writes the letters: what is told, and when. */
export interface Letters {
  readonly at: Instant;
  readonly movedUp: (signup: Signup) => Notice;
}

/** What goes with a new sign-up. */
export interface Arrival {
  /** The address as a keyed hash, for its limit. */
  readonly address: string;
  readonly meetingEndsAt: Instant;
  readonly letter: (place: "seat" | "waiting") => Notice;
}

/** Sign-ups that move up in one transaction: two writes each at most, of the hundred that it can hold. */
const STEP = 40;

export const openSignups = (table: Table) => {
  const get = (meetingId: MeetingId, id: SignupId): Promise<Signup | undefined> =>
    table.get(keys.signup(meetingId, id), Signup);

  const roster = async (meetingId: MeetingId): Promise<Roster> => {
    const found = await table.get(keys.roster(meetingId), Roster);
    if (!found) throw new Error(`meeting ${meetingId} has no roster`);
    return found;
  };

  /** A letter to each who moves up. The roster's version names the event: the same move is never told twice. */
  const movedUpWrites = async (
    meetingId: MeetingId,
    entries: readonly Entry[],
    version: number,
    { at, movedUp }: Letters,
  ): Promise<Write[]> => {
    const people = await Promise.all(entries.map(({ id }) => get(meetingId, id)));
    return people.flatMap((one) =>
      one ? noticeWrite(`signup/${one.id}/up/${version}`, movedUp(one), at) : [],
    );
  };

  return {
    get,
    roster,

    list: async (meetingId: MeetingId): Promise<Signup[]> =>
      (
        await table.query(keys.roster(meetingId).pk, Signup, {
          prefix: "SIGNUP#",
          consistent: true,
        })
      ).items,

    /** Holds a seat, or a place in the queue. Who is on the roster already keeps the place and is told it again. */
    signUp: (signup: Signup, { address, meetingEndsAt, letter }: Arrival): Promise<Result<Standing>> =>
      patiently<Standing>(async () => {
        const { id, meetingId, seats } = signup;
        const before = await roster(meetingId);
        const held = placeOf(before, id);
        if (held) {
          const known = await get(meetingId, id);
          return known ? ok({ ...held, signup: known, isNew: false }) : "again";
        }
        const place = placeFor(before, seats);
        if (!place.ok) return place;
        const outcome = await table.write([
          arrival(meetingId, place.value, { id, seats }),
          create({ key: keys.signup(meetingId, id), item: { ...signup, ...keptUntil(meetingEndsAt) } }),
          noticeWrite(`signup/${id}/${before.version}`, letter(place.value), signup.createdAt),
          counted(address, signup.createdAt),
        ]);
        if (!outcome.ok) return outcome.refusal.code === "request/too-many" ? outcome : "again";
        const length = (place.value === "seat" ? before.seated : before.queue).length;
        const standing = placeOf(await roster(meetingId), id) ?? {
          place: place.value,
          position: length + 1,
          seats,
        };
        return ok({ ...standing, signup, isNew: true });
      }),

    /** Gives a place back; who then fits moves up and is told, in the same transaction. Says whether there was a place. */
    leave: (meetingId: MeetingId, id: SignupId, letters: Letters): Promise<Result<boolean>> =>
      patiently(async () => {
        const [known, before] = await Promise.all([get(meetingId, id), roster(meetingId)]);
        if (!known) return ok(false);
        const { roster: after, movedUp } = without(before, id);
        const outcome = await table.write([
          rewrite(meetingId, before, after),
          remove({ key: keys.signup(meetingId, id), when: { text: "attribute_exists(#pk)" } }),
          ...(await movedUpWrites(meetingId, movedUp, before.version, letters)),
        ]);
        return outcome.ok ? ok(true) : "again";
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
        const step = await patiently<boolean>(async () => {
          const before = await roster(meetingId);
          const next = resized(before, capacity, STEP);
          if (!next.ok) return next;
          const { roster: after, movedUp } = next.value;
          const told = await movedUpWrites(meetingId, movedUp, before.version, letters);
          const outcome = await writeStep([rewrite(meetingId, before, after), ...told]);
          if (outcome.ok) return ok(after.capacity === capacity);
          return outcome.refusal.code === "service/try-again" ? "again" : outcome;
        });
        if (!step.ok) return step;
        if (step.value) return ok(undefined);
        writeStep = (writes) => table.write(writes);
      }
    },

    /** Takes no more sign-ups: goes with the meeting's cancellation. Places are kept, to know who is to be told. */
    closing: (meetingId: MeetingId): Write =>
      update({ key: keys.roster(meetingId), set: { isOpen: false }, add: { version: 1 } }),

    confirm: (meetingId: MeetingId, id: SignupId): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.signup(meetingId, id),
          set: { confirmed: true },
          when: { text: "attribute_exists(#pk)" },
          otherwise: () => refusal("thing/not-found", {}),
        }),
      ]),

    /** Sends the letter again to whom lost it, a few times a day; one request, however often it is repeated, sends one. */
    writeAgain: (
      { id, meetingId, again }: Signup,
      letter: Notice,
      request: { fingerprint: string; at: Instant; on: LocalDate },
    ) =>
      table.write([
        update({
          key: keys.signup(meetingId, id),
          set: { again: { on: request.on, count: again?.on === request.on ? again.count + 1 : 1 } },
          when: {
            text: "attribute_exists(#pk) AND (attribute_not_exists(#again) OR #again.#on <> :today OR #again.#count < :limit)",
            values: { today: request.on, limit: LETTERS_AGAIN_A_DAY },
          },
        }),
        noticeWrite(`signup/${id}/again/${request.fingerprint}`, letter, request.at),
      ]),

    /** Tells one person what has become of the meeting, once a revision, and keeps the sign-up as long as the new date asks for. */
    tell: (signup: Signup, revision: number, letter: Notice, meeting: { endsAt: Instant; at: Instant }) =>
      table.write([
        noticeWrite(`meeting/${signup.meetingId}/${revision}/${signup.id}`, letter, meeting.at),
        update({
          key: keys.signup(signup.meetingId, signup.id),
          set: keptUntil(meeting.endsAt),
          when: { text: "attribute_exists(#pk)" },
        }),
      ]),
  };
};
