import { addressAt } from "../../domain/addresses.ts";
import { MeetingId } from "../../domain/ids.ts";
import { notice } from "../../domain/notice/notice.ts";
import { accept } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { noticeWrite } from "../../store/notices.ts";
import { wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import { asPublished, MotionId, numberOf } from "./rules.ts";
import { minutesOf } from "./sheet.ts";

/**
 * Tells whoever handed a motion in that the minutes are published, and forgets their address in the same moment. They are too many for one
 * transaction: the minutes wait for the clock until all are told; done again, nobody is told twice.
 */
export const tellAuthors = async (meetingId: MeetingId, deps: Deps): Promise<void> => {
  const store = minutesOf(deps);
  const [minutes, meeting] = await Promise.all([store.get(meetingId), deps.store.meetings.get(meetingId)]);
  if (!minutes || !meeting || minutes.edition === 0) return;
  for (const motion of await store.motions(meetingId)) {
    if (motion.email === undefined) continue;
    const { letters } = wordsIn(motion.language);
    const [text = motion.text] = asPublished([motion]);
    const letter = notice("subject/letter", motion.email, motion.language, {
      letter: letters.published(meeting.title, numberOf(minutes), text),
      link: addressAt(at.minutes, { meetingId }),
    });
    const write = noticeWrite(`${motion.id}/published`, letter, deps.system.now());
    accept(await store.forget(meetingId, motion.id, [write]));
  }
  await store.allTold(minutes);
};

/** Where no minutes came of a meeting, nobody is told, and the address of whoever handed a motion in has no purpose any more. */
const forgetAuthor = async (meetingId: MeetingId, motionId: MotionId, deps: Deps): Promise<void> => {
  // Who was told meanwhile is forgotten already.
  await minutesOf(deps).forget(meetingId, motionId, []);
};

/** Letters that a cut-off request left, and addresses whose time is over: for the sweep. */
export const takeDue = async (deps: Deps): Promise<void> => {
  const upTo = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"], { upTo }), async ({ id }) => {
    const [meeting, motion] = id.split(".");
    const meetingId = MeetingId.safeParse(meeting).data;
    const motionId = MotionId.safeParse(motion).data;
    if (meetingId && motionId) await forgetAuthor(meetingId, motionId, deps);
    else if (meetingId) await tellAuthors(meetingId, deps);
  });
};
