import { addressAt } from "../../domain/addresses.ts";
import { MeetingId } from "../../domain/ids.ts";
import { notice } from "../../domain/notice/notice.ts";
import { accept } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { noticeWrite } from "../../store/notices.ts";
import { wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import { asPublished, numberOf } from "./rules.ts";
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
    accept(
      await store.told(meetingId, motion, noticeWrite(`${motion.id}/published`, letter, deps.system.now())),
    );
  }
  await store.allTold(minutes);
};

/** Letters that a cut-off request left: for the sweep. */
export const takeDue = async (deps: Deps): Promise<void> => {
  const upTo = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"], { upTo }), async ({ id }) => {
    const meetingId = MeetingId.safeParse(id).data;
    if (meetingId) await tellAuthors(meetingId, deps);
  });
};
