import { z } from "zod";
import { MeetingId, SignupId } from "../ids.ts";
import { Version } from "../kind.ts";
import { paragraphs } from "../text.ts";
import { Instant } from "../time.ts";

/** What the office knows how to arrange. */
export const Help = z.enum(["sign-language", "wheelchair", "loop", "childcare"]);
export type Help = z.infer<typeof Help>;

/** What somebody needs: one of these, or what they said in their own words. */
export const Need = z.enum([...Help.options, "other"]);
export type Need = z.infer<typeof Need>;

/** What the office answers: it is arranged, or it cannot be; then it says what there is instead. */
export const NeedAnswer = z
  .strictObject({ verdict: z.enum(["arranged", "cannot"]), text: paragraphs(500).optional() })
  .meta({ id: "NeedAnswer" });
export type NeedAnswer = z.infer<typeof NeedAnswer>;

/** What one sign-up needs. It says something of somebody's health, so it lies by itself, and goes the day after the meeting. */
export const Needs = z.object({
  id: SignupId,
  meetingId: MeetingId,
  needs: z.array(Need).min(1),
  /** What was said in words. */
  text: z.string().optional(),
  answers: z.partialRecord(Need, NeedAnswer.extend({ at: Instant, byName: z.string() })),
  version: Version,
});
export type Needs = z.infer<typeof Needs>;

/** What is still to be answered. */
export const openNeeds = ({ needs, answers }: Pick<Needs, "needs" | "answers">): Need[] =>
  needs.filter((need) => answers[need] === undefined);

/** Days after the meeting for which needs are kept. */
export const NEEDS_KEPT_DAYS = 1;
