import { isVisible } from "../../shared/acts/shown-meeting.ts";
import { type Meeting, signupClosesAt } from "../../shared/domain/meeting/meeting.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { MeetingModel } from "../../shared/pages/meetings/model.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { districtsOf } from "./districts.ts";
import { publicMeeting } from "./views.ts";

const nowOf = (meeting: Meeting, now: Instant): MeetingModel["now"] => {
  if (meeting.state === "cancelled") return "cancelled";
  if (now >= meeting.endsAt) return "over";
  return now < signupClosesAt(meeting) ? "open" : "closed";
};

/** A meeting for its pages, with its places as they are now. */
export const meetingModel = async (
  meeting: Meeting,
  now: Instant,
  deps: Pick<Deps, "store" | "site">,
): Promise<MeetingModel> => {
  const shown = publicMeeting(meeting, await deps.store.signups.places(meeting.id));
  const { consultationId } = shown;
  return {
    ...shown,
    consultationId:
      consultationId !== null && (await isVisible({ consultationId }, deps)) ? consultationId : null,
    districtName: shown.district && (districtsOf(deps.site).get(shown.district) ?? null),
    now: nowOf(meeting, now),
  };
};
