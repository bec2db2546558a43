import type { MeetingId, SignupId } from "../domain/ids.ts";
import { type PlaceOnRoster, placeFor, placeOf } from "../domain/meeting/roster.ts";
import { type Question, Signup } from "../domain/meeting/signup.ts";
import type { Notice } from "../domain/notice/notice.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { needsGone } from "./needs.ts";
import { noticeWrite, pendingSince } from "./notices.ts";
import { BACKOFF, orAgain, retry } from "./retry.ts";
import { arrival, keptUntil, placesAfter, StoredRoster } from "./roster-writes.ts";
import { type Letters, openRosters } from "./rosters.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE } from "./work.ts";
import { type Attributes, check, create, remove, update, type Write } from "./write.ts";

/** Where a sign-up stands, and whether it was made just now. */
export type Standing = PlaceOnRoster & { readonly signup: Signup; readonly isNew: boolean };

/** A letter to whoever has a mailbox. */
const letterOf = (event: string, letter: Notice | undefined, at: Instant): Write[] =>
  letter ? [noticeWrite(event, letter, at)] : [];

/** What goes with a new sign-up. */
export interface Arrival {
  readonly meetingEndsAt: Instant;
  /** What is written with a new one. */
  readonly also?: readonly Write[];
  /** What it holds besides its place, as that stands at each try. */
  readonly holding?: () => Promise<Result<readonly Write[]>>;
}

/** What is told of a place: to who gets it, and to whoever moves up because of a place that could not be kept. */
export interface PlaceLetters extends Letters {
  readonly held: (signup: Signup, place: PlaceOnRoster) => Notice | undefined;
}

/**
 * Sign-ups. The place is an update of one item, the roster: DynamoDB lets updates of one item queue up, a hundred and more a second, and turns
 * none away, while of two transactions on one item it refuses the later one: of 200 people at once most would be refused again and again.
 * So the three facts of a sign-up are written one after another, and the person's own item says what is missing (as a marker of the vote does):
 *
 * 1. the item, if the address has none, waiting in the pending index;
 * 2. the place: an append to the roster, if there is room and the sign-up is not there yet, and what the roster then says to everybody;
 * 3. the letter, and the item waits no more, in one transaction.
 *
 * Whatever is cut off in between is finished by the same request repeated, or by the sweep; each step done again changes nothing.
 */
export const openSignups = (table: Table) => {
  const rosters = openRosters(table);

  const get = (meetingId: MeetingId, id: SignupId): Promise<Signup | undefined> =>
    table.get(keys.signup(meetingId, id), Signup);

  const place = ({ id, meetingId, seats }: Signup): Promise<Result<PlaceOnRoster>> =>
    retry(BACKOFF.list, async () => {
      const before = await rosters.roster(meetingId);
      const held = placeOf(before, id);
      if (held) {
        await table.write([placesAfter(meetingId, before)]);
        return ok(held);
      }
      const free = placeFor(before, seats);
      if (!free.ok) return free;
      const after = await table.changed(arrival(meetingId, free.value, { id, seats }), StoredRoster);
      const standing = after.ok ? placeOf(after.value, id) : undefined;
      if (!after.ok || !standing) return "again";
      await table.write([placesAfter(meetingId, after.value)]);
      return ok(standing);
    });

  /** Steps 2 and 3 for a sign-up that exists: its place, and its letter unless it was sent. */
  const settle = async (signup: Signup, letters: PlaceLetters): Promise<Result<PlaceOnRoster>> => {
    const { id, meetingId } = signup;
    const key = keys.signup(meetingId, id);
    const placed = await place(signup);
    if (!placed.ok) {
      // No place and none to hope for: nothing of the person is kept.
      if (placed.refusal.code !== "service/try-again")
        await table.write([
          remove({ key, when: { text: "attribute_exists(#pendingOf)" } }),
          needsGone(meetingId, id),
        ]);
      return placed;
    }
    const told = await table.write([
      update({ key, remove: ["pendingOf", "pendingKey"], when: { text: "attribute_exists(#pendingOf)" } }),
      ...letterOf(
        `signup/${id}/${signup.createdAt}/${signup.fingerprint}`,
        letters.held(signup, placed.value),
        signup.createdAt,
      ),
    ]);
    // Given back while this went on: the place goes to the next one, unless the same person has come again and it is theirs.
    const isStillGone = check({ key, when: { text: "attribute_not_exists(#pk)" } });
    if (!told.ok && told.refusal.code === "thing/not-found")
      await rosters.drop(meetingId, id, letters, [isStillGone]);
    return placed;
  };

  return {
    ...rosters,
    get,
    settle,

    list: async (meetingId: MeetingId): Promise<Signup[]> => {
      const { pk } = keys.roster(meetingId);
      const all = { prefix: "SIGNUP#", consistent: true, unreadable: "skip" } as const;
      return (await table.query(pk, Signup, all)).items;
    },

    /** Holds a seat, or a place in the queue. Who is on the roster already keeps the place and is told it again. */
    signUp: async (
      asks: Signup,
      { meetingEndsAt, also = [], holding }: Arrival,
      letters: PlaceLetters,
    ): Promise<Result<Standing>> => {
      const begun = await retry(BACKOFF.list, async () => {
        const held = (await holding?.()) ?? ok([]);
        if (!held.ok) return held;
        const made = await table.write([
          create({
            key: keys.signup(asks.meetingId, asks.id),
            item: { ...asks, ...keptUntil(meetingEndsAt), ...pendingSince("signups", asks.createdAt) },
            otherwise: () => refusal("service/try-again", { retryAfterSeconds: 1 }),
          }),
          ...held.value,
          ...also,
        ]);
        if (made.ok) return ok({ signup: asks, isNew: true });
        const known = await get(asks.meetingId, asks.id);
        if (known) return ok({ signup: known, isNew: false });
        // Somebody stood in the way and is gone: the same person, who just gave the place back.
        return orAgain<never>(made);
      });
      if (!begun.ok) return begun;
      const { signup, isNew } = begun.value;
      const placed = await settle(signup, letters);
      return placed.ok ? ok({ ...placed.value, signup, isNew }) : placed;
    },

    /** Sign-ups that were cut off on their way, for the sweep. */
    unsettled: async (limit: number): Promise<Signup[]> => {
      const found = await table.pending("signups", limit);
      const signups = await Promise.all(found.map((key) => table.get(key, Signup, { unreadable: "skip" })));
      return signups.filter((signup) => signup !== undefined);
    },

    /** Reminds one person of one date, if they are still signed up; reminded of it already is as good. */
    remind: (
      { id, meetingId }: Signup,
      letter: Notice,
      { startsAt, at }: { readonly startsAt: Instant; readonly at: Instant },
    ): Promise<Result<void>> =>
      table.write([
        check({ key: keys.signup(meetingId, id), when: { text: "attribute_exists(#pk)" } }),
        noticeWrite(`meeting/${meetingId}/reminder/${startsAt}/${id}`, letter, at, { lane: "reminders" }),
      ]),

    /** What somebody who signed up asks, in the place of what they asked before. */
    ask: (meetingId: MeetingId, id: SignupId, { question, topic }: Question): Promise<Result<void>> =>
      table.write([
        update({
          key: keys.signup(meetingId, id),
          set: { question, topic },
          remove: topic === undefined ? ["topic"] : [],
          when: { text: "attribute_exists(#pk)" },
          otherwise: () => refusal("thing/not-found", {}),
        }),
      ]),

    /** Somebody without a mailbox was called: they wait no more. Called twice is called once. */
    called: async (meetingId: MeetingId, id: SignupId, also: readonly Write[]): Promise<Result<void>> => {
      const outcome = await table.write([
        update({
          key: keys.signup(meetingId, id),
          remove: ["toCallSince", ...WAITS_NO_MORE],
          when: { text: "attribute_exists(#toCallSince)" },
          otherwise: () => refusal("thing/not-found", {}),
        }),
        ...also,
      ]);
      return outcome.ok || outcome.refusal.code !== "thing/not-found" ? outcome : ok(undefined);
    },

    /** Takes no more sign-ups: goes with the meeting's cancellation. Places are kept, to know who is to be told. */
    closing: (meetingId: MeetingId) =>
      update({
        key: keys.roster(meetingId),
        set: { isOpen: false },
        add: { version: 1 },
        remove: WAITS_NO_MORE,
      }),

    /** Tells one person what has become of the meeting, once a revision, and keeps the sign-up as long as the new date asks for. */
    tell: (
      signup: Signup,
      revision: number,
      letters: { readonly news: Notice | undefined; readonly call: Attributes },
      meeting: { endsAt: Instant; at: Instant },
    ) =>
      table.write([
        ...(letters.news
          ? [
              noticeWrite(`meeting/${signup.meetingId}/${revision}/${signup.id}`, letters.news, meeting.at, {
                subject: { of: "meeting", meetingId: signup.meetingId },
              }),
            ]
          : []),
        update({
          key: keys.signup(signup.meetingId, signup.id),
          set: { ...keptUntil(meeting.endsAt), ...(letters.news ? {} : letters.call) },
          when: { text: "attribute_exists(#pk)" },
        }),
      ]),
  };
};
