import { z } from "zod";
import { localised } from "../localised.ts";
import { line } from "../text.ts";

/** What a meeting is held for. */
export const MeetingKind = z.enum([
  "consultation",
  "budget",
  "president",
  "moderators",
  "press",
  "study-visit",
]);
export type MeetingKind = z.infer<typeof MeetingKind>;

/** For whom it is. `visit` is an appointment of one person at the consultation point. */
export const Audience = z.enum(["public", "district", "invited", "press", "visit", "staff"]);
export type Audience = z.infer<typeof Audience>;

/** What a city lets its audiences do. */
const AudienceRules = z.strictObject({
  /** Whether anybody may open its page. */
  isPublic: z.boolean(),
  /** In which lists and calendars of meetings it stands: in all, in those of its district alone, or in none. */
  listed: z.enum(["city", "district", "nowhere"]),
  /** Who gets a place: whoever confirms their mailbox; whom the office has invited; whom it has accredited; whom it writes down. */
  signUp: z.enum(["anyone", "invitation", "accreditation", "office"]),
});
export type AudienceRules = z.infer<typeof AudienceRules>;

const KindRules = z.strictObject({
  name: localised(line(80)),
  /** For whom a meeting of this kind may be called, the usual first. */
  audiences: z.array(Audience.exclude(["visit"])).min(1),
});

export const MeetingRules = z
  .strictObject({
    kinds: z.record(MeetingKind, KindRules),
    audiences: z.record(Audience, AudienceRules),
  })
  .meta({ description: "For whom meetings of each kind may be held, and who sees them and gets a place" });
export type MeetingRules = z.infer<typeof MeetingRules>;
