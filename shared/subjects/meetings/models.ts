import { audienceOf, isConsultationShown } from "../../acts/shown-meeting.ts";
import { type Meeting, signupClosesAt } from "../../domain/meeting/meeting.ts";
import type { Instant } from "../../domain/time.ts";
import type { MeetingModel } from "../../pages/meetings/model.ts";
import type { Deps } from "../../platform/deps.ts";
import { districtsOf } from "./districts.ts";
import { publicMeeting } from "./view-rules.ts";

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
    isListed: audienceOf(meeting, deps).isPublic,
    signUp: audienceOf(meeting, deps).signUp,
    kindName: deps.site.city.meetings.kinds[meeting.kind].name,
    consultationId:
      consultationId !== null && (await isConsultationShown({ consultationId }, deps))
        ? consultationId
        : null,
    districtName: shown.district && (districtsOf(deps.site).get(shown.district) ?? null),
    now: nowOf(meeting, now),
  };
};
