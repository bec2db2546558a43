import { z } from "zod";
import { MeetingId, SignupId } from "../../domain/ids.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import type { Signup } from "../../domain/meeting/signup.ts";
import { refusal } from "../../domain/refusals.ts";
import { Instant } from "../../domain/time.ts";
import { keys } from "../../store/keys.ts";
import { keptUntil } from "../../store/roster-writes.ts";
import type { Store } from "../../store/store.ts";
import { put, type Write } from "../../store/write.ts";
import { VISITS_OF_ONE } from "./rules.ts";

const Held = z.object({ meetingId: MeetingId, signupId: SignupId, heldAt: Instant });
type Held = z.infer<typeof Held>;

/**
 * What a mailbox has booked: a place in its hand for each appointment. A place is free again once its appointment is over or called off, or its
 * sign-up is gone: whoever gives one back, and what is cut off on its way, frees it without writing here.
 */
export const openVisitsHeld = ({
  table,
  meetings,
  signups,
}: Pick<Store, "table" | "meetings" | "signups">) => {
  const isFree = async (held: Held | undefined, { meetingId, createdAt }: Signup): Promise<boolean> => {
    if (!held || held.meetingId === meetingId) return true;
    const [meeting, signup] = await Promise.all([
      meetings.get(held.meetingId),
      signups.get(held.meetingId, held.signupId),
    ]);
    return !signup || !meeting || meeting.state === "cancelled" || meeting.endsAt <= createdAt;
  };

  return {
    /** The write that holds an appointment, as the place was read: who books at once with it reads anew. None where every place is taken. */
    holding: async (
      mailbox: string,
      signup: Signup,
      { endsAt }: Pick<Meeting, "endsAt">,
    ): Promise<Write | undefined> => {
      const places = Array.from({ length: VISITS_OF_ONE }, (_, n) => keys.visitHeld(mailbox, n));
      const held = await table.all(places, Held);
      const free = await Promise.all(held.map((one) => isFree(one, signup)));
      const same = held.findIndex((one) => one?.meetingId === signup.meetingId);
      const n = same >= 0 ? same : free.indexOf(true);
      const key = places[n];
      if (!key) return undefined;
      const before = held[n];
      const item: Held = { meetingId: signup.meetingId, signupId: signup.id, heldAt: signup.createdAt };
      return put({
        key,
        item: { ...item, version: 1, ...keptUntil(endsAt) },
        when: before
          ? {
              text: "#meetingId = :meetingId AND #heldAt = :heldAt",
              values: { meetingId: before.meetingId, heldAt: before.heldAt },
            }
          : { text: "attribute_not_exists(#pk)" },
        otherwise: () => refusal("service/try-again", { retryAfterSeconds: 1 }),
      });
    },
  };
};
