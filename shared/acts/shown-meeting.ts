import type { MeetingId } from "../domain/ids.ts";
import type { Meeting } from "../domain/meeting/meeting.ts";
import { existing } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import { consultationsOf } from "../subjects/consultations/writing.ts";

type Stored = Pick<Deps, "store">;

export const meetingOf = async (id: MeetingId, { store }: Stored): Promise<Meeting> =>
  existing(await store.meetings.get(id));

/** Whether residents may see a meeting: one of a consultation appears together with it, one of staff alone never. */
export const isVisible = async (
  { consultationId, audience }: Pick<Meeting, "consultationId"> & Partial<Pick<Meeting, "audience">>,
  { store }: Stored,
): Promise<boolean> =>
  audience !== "staff" &&
  (consultationId === undefined ||
    (await consultationsOf({ store }).get(consultationId))?.publishedAt !== undefined);

export const visibleMeeting = async (id: MeetingId, deps: Stored): Promise<Meeting> => {
  const found = await meetingOf(id, deps);
  return existing((await isVisible(found, deps)) ? found : undefined);
};
