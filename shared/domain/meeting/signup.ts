import { z } from "zod";
import { MeetingId, SignupId } from "../ids.ts";
import { Language } from "../languages.ts";
import { calledName, Email, line, paragraphs } from "../text.ts";
import { Instant } from "../time.ts";
import { MOST_ITEMS } from "./meeting.ts";
import { Help } from "./needs.ts";
import { SEATS_LIMIT } from "./roster.ts";

/** What a resident sends. It has to fit into a link. */
export const NewSignup = z
  .strictObject({
    name: calledName(100),
    email: Email,
    seats: z.int().min(1).max(SEATS_LIMIT),
    /** What helps this person to take part: of what the office knows how to arrange, and in their own words. */
    helps: z.array(Help).max(Help.options.length).optional(),
    needs: paragraphs(300).optional(),
  })
  .meta({ id: "NewSignup" });
export type NewSignup = z.infer<typeof NewSignup>;

/** What somebody with a place would like to have answered, and to which point of the agenda it belongs, counted from 1. It would not fit into a link. */
export const Question = z.strictObject({
  question: paragraphs(500),
  topic: z.int().min(1).max(MOST_ITEMS).optional(),
});
export type Question = z.infer<typeof Question>;

/** What a clerk writes down of somebody who calls or comes: with a mailbox, with a telephone, or with neither. */
export const DeskSignup = NewSignup.extend({
  email: Email.optional(),
  phone: line(40).optional(),
  question: Question.shape.question.optional(),
  topic: Question.shape.topic,
}).meta({ id: "DeskSignup" });
export type DeskSignup = z.infer<typeof DeskSignup>;

/** A sign-up whose address is proved, or that staff have written: the only place where a name and an address are kept, with the day on which they go. Whether it sits or waits is on the roster. */
export const Signup = z.object({
  ...DeskSignup.omit({ helps: true }).shape,
  id: SignupId,
  meetingId: MeetingId,
  language: Language,
  createdAt: Instant,
  fingerprint: z.string(),
  /** Since when somebody without a mailbox waits for a call of the office. */
  toCallSince: Instant.optional(),
});
export type Signup = z.infer<typeof Signup>;

/** So many of the last characters of a sign-up's number are its code at the door. */
export const DOOR_CODE_LENGTH = 6;

/** What somebody shows or says at the door. */
export const doorCodeOf = (id: SignupId): string => id.slice(-DOOR_CODE_LENGTH).toUpperCase();

/** Days after the meeting for which names and addresses are kept: for questions about the meeting, then for nothing. */
export const KEPT_DAYS = 30;
