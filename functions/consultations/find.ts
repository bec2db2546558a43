import type { MeetingId } from "../../shared/domain/ids.ts";
import type { Meeting } from "../../shared/domain/meeting/meeting.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { consultationsOf } from "../../shared/subjects/consultations/writing.ts";

type Stored = Pick<Deps, "store">;

const notFound = () => new Refused(refusal("thing/not-found", {}));

export const meetingOf = async (id: MeetingId, { store }: Stored): Promise<Meeting> => {
  const found = await store.meetings.get(id);
  if (!found) throw notFound();
  return found;
};

/** Whether residents may see a meeting: one of a consultation appears together with it. */
export const isVisible = async (
  { consultationId }: Pick<Meeting, "consultationId">,
  { store }: Stored,
): Promise<boolean> =>
  consultationId === undefined ||
  (await consultationsOf({ store }).get(consultationId))?.publishedAt !== undefined;

export const visibleMeeting = async (id: MeetingId, deps: Stored): Promise<Meeting> => {
  const found = await meetingOf(id, deps);
  if (!(await isVisible(found, deps))) throw notFound();
  return found;
};
