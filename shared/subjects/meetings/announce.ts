import type { MeetingId } from "../../domain/ids.ts";
import { plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { allAlone, eachAlone } from "../../platform/each-alone.ts";
import { openNeedsOf } from "../../store/needs.ts";
import { lettersOf } from "./letters.ts";

const AT_ONCE = 8;
const MEETINGS_A_SWEEP = 25;
const SIGNUPS_A_SWEEP = 100;

/**
 * Tells everybody who signed up what has become of the meeting. They are too many for one transaction, so the meeting stays pending until
 * all were told; done again, nobody is told twice.
 */
export const announce = async (meetingId: MeetingId, deps: Deps): Promise<void> => {
  const { store } = deps;
  const meeting = await store.meetings.get(meetingId);
  const announcement = meeting?.announcement;
  if (!meeting || !announcement) return;
  const letters = await lettersOf(meeting, deps);
  const people = (await store.signups.list(meetingId)).filter(
    ({ createdAt }) => createdAt <= announcement.at,
  );
  const worker = async (): Promise<void> => {
    for (let one = people.pop(); one; one = people.pop()) {
      const said = { news: letters.news(one), call: letters.call(one) };
      const { endsAt } = meeting;
      await store.signups.tell(one, meeting.sequence, said, { endsAt, at: announcement.at });
      const needs = openNeedsOf(store.table);
      // Of a meeting that is off nothing is arranged any more.
      await (meeting.state === "cancelled" ? needs.end(one) : needs.keepUntil(one, endsAt));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await store.meetings.announced(meetingId, announcement.at);
};

/** Younger ones are still in the hands of their own request. */
const CUT_OFF_AFTER_SECONDS = 60;

/** Gives a place and a letter to sign-ups whose request was cut off in between. */
const settleCutOff = async (deps: Deps): Promise<void> => {
  const { store, system } = deps;
  const at = system.now();
  const limit = plusSeconds(at, -CUT_OFF_AFTER_SECONDS);
  await eachAlone(await store.signups.unsettled(SIGNUPS_A_SWEEP), async (signup) => {
    const meeting = await store.meetings.get(signup.meetingId);
    if (!meeting || signup.createdAt > limit) return;
    await store.signups.settle(signup, { ...(await lettersOf(meeting, deps)), at });
  });
};

/** Finishes what requests began and could not: for the sweep. */
export const finishPending = (deps: Deps): Promise<void> =>
  allAlone(
    () => settleCutOff(deps),
    async () => eachAlone(await deps.store.meetings.toAnnounce(MEETINGS_A_SWEEP), (id) => announce(id, deps)),
  );
