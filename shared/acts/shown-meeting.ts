import type { MeetingId } from "../domain/ids.ts";
import type { AudienceRules } from "../domain/meeting/kinds.ts";
import type { Meeting } from "../domain/meeting/meeting.ts";
import { existing } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import { consultationsOf } from "../subjects/consultations/writing.ts";

type Stored = Pick<Deps, "store">;
type Placed = Pick<Deps, "store" | "site">;

export const meetingOf = async (id: MeetingId, { store }: Stored): Promise<Meeting> =>
  existing(await store.meetings.get(id));

/** What the city lets those do for whom a meeting is. */
export const audienceOf = (
  { audience }: Pick<Meeting, "audience">,
  { site }: Pick<Deps, "site">,
): AudienceRules => site.city.meetings.audiences[audience];

/** Whether what belongs to a consultation is shown by now: it appears together with it. */
export const isConsultationShown = async (
  { consultationId }: Pick<Meeting, "consultationId">,
  { store }: Stored,
): Promise<boolean> =>
  consultationId === undefined ||
  (await consultationsOf({ store }).get(consultationId))?.publishedAt !== undefined;

/** Whether anybody may see a meeting. */
export const isVisible = async (
  meeting: Pick<Meeting, "consultationId" | "audience">,
  deps: Placed,
): Promise<boolean> => audienceOf(meeting, deps).isPublic && (await isConsultationShown(meeting, deps));

export const visibleMeeting = async (id: MeetingId, deps: Placed): Promise<Meeting> => {
  const found = await meetingOf(id, deps);
  return existing((await isVisible(found, deps)) ? found : undefined);
};
