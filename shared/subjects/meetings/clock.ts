import { MeetingId } from "../../domain/ids.ts";
import { accept } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { lettersOf } from "./letters.ts";
import { remindOf } from "./reminding.ts";

/** Takes back what was offered and not accepted in time, and offers it to the next, until nothing is left to take back. */
const lapseOffers = async (meetingId: MeetingId, deps: Deps): Promise<void> => {
  const meeting = await deps.store.meetings.get(meetingId);
  if (!meeting) return;
  const letters = { ...(await lettersOf(meeting, deps)), at: deps.system.now() };
  while (accept(await deps.store.signups.lapse(meetingId, letters)));
};

/** What was due of meetings: for the sweep. */
export const takeDue = async (deps: Deps): Promise<void> => {
  const upTo = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"], { upTo }), async ({ id }) => {
    const meetingId = MeetingId.safeParse(id).data;
    if (!meetingId) return;
    await lapseOffers(meetingId, deps);
    await remindOf(meetingId, deps);
  });
};
