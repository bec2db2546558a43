import { signupKeysOf } from "../../acts/signup-keys.ts";
import type { MeetingId } from "../../domain/ids.ts";
import { reminderDue } from "../../domain/meeting/meeting.ts";
import { placeOf } from "../../domain/meeting/roster.ts";
import type { Signup } from "../../domain/meeting/signup.ts";
import { notice } from "../../domain/notice/notice.ts";
import type { Deps } from "../../platform/deps.ts";
import { linkKeeper } from "../../platform/kept-link.ts";
import { wordsIn } from "./pages.ts";

const AT_ONCE = 8;

/**
 * Reminds everybody who has a place, two days before. They are too many for one transaction, so the meeting waits for the clock until all
 * were; the letter is named by the person and the date, so that nobody gets it twice, and written only where the sign-up is still there.
 */
export const remindOf = async (meetingId: MeetingId, deps: Deps): Promise<void> => {
  const { store, system, vault } = deps;
  const meeting = await store.meetings.get(meetingId);
  const now = system.now();
  const due = meeting && reminderDue(meeting);
  if (!meeting || due === undefined || now < due) return;
  if (now < meeting.startsAt) {
    const [keys, keep, roster, signups] = await Promise.all([
      signupKeysOf(vault),
      linkKeeper(deps),
      store.signups.roster(meetingId),
      store.signups.list(meetingId),
    ]);
    const seated = signups.filter(({ id }) => placeOf(roster, id)?.place === "seat");
    const remind = async (signup: Signup, to: string): Promise<void> => {
      const letter = notice("subject/letter", to, signup.language, {
        letter: wordsIn(signup.language).letters.reminder(meeting),
        link: keep(keys.linkOf(meetingId, signup.id)),
      });
      await store.signups.remind(signup, letter, { startsAt: meeting.startsAt, at: now });
    };
    const worker = async (): Promise<void> => {
      for (let one = seated.pop(); one; one = seated.pop())
        if (one.email !== undefined) await remind(one, one.email);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
  await store.meetings.reminded(meeting);
};
