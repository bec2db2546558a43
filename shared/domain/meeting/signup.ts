import { z } from "zod";
import { MeetingId, SignupId } from "../ids.ts";
import { Language } from "../languages.ts";
import { calledName, Email, paragraphs } from "../text.ts";
import { Instant } from "../time.ts";
import { SEATS_LIMIT } from "./roster.ts";

/** What a resident sends. It has to fit into a link. */
export const NewSignup = z
  .strictObject({
    name: calledName(100),
    email: Email,
    seats: z.int().min(1).max(SEATS_LIMIT),
    /** What helps this person to take part: a ramp, a sign language interpreter. */
    needs: paragraphs(300).optional(),
  })
  .meta({ id: "NewSignup" });
export type NewSignup = z.infer<typeof NewSignup>;

/** A sign-up whose address is proved, or that staff have written: the only place where a name and an address are kept, with the day on which they go. Whether it sits or waits is on the roster. */
export const Signup = z.object({
  ...NewSignup.shape,
  id: SignupId,
  meetingId: MeetingId,
  language: Language,
  createdAt: Instant,
  fingerprint: z.string(),
});
export type Signup = z.infer<typeof Signup>;

/** So many of the last characters of a sign-up's number are its code at the door. */
export const DOOR_CODE_LENGTH = 6;

/** What somebody shows or says at the door. */
export const doorCodeOf = (id: SignupId): string => id.slice(-DOOR_CODE_LENGTH).toUpperCase();

/** Days after the meeting for which names and addresses are kept: for questions about the meeting, then for nothing. */
export const KEPT_DAYS = 30;
