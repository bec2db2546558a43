import type { Meeting } from "../../domain/meeting/meeting.ts";
import type { Deps } from "../../platform/deps.ts";
import { type PublicMeeting, publicMeeting } from "./view-rules.ts";

/** A meeting with its places, as residents see it. */
export const meetingView = async (meeting: Meeting, { store }: Pick<Deps, "store">): Promise<PublicMeeting> =>
  publicMeeting(meeting, await store.signups.places(meeting.id));

export const staffMeeting = async (meeting: Meeting, deps: Pick<Deps, "store">) => ({
  ...(await meetingView(meeting, deps)),
  version: meeting.version,
});
