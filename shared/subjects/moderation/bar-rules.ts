import { z } from "zod";
import { ConsultationId } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { paragraphs } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { PointNumber } from "./face-rules.ts";
import { Hiding, PostId } from "./rules.ts";

/** A mailbox by its keyed hash: no address stands in it. */
export const BarId = z.string().regex(/^bar_[0-9a-hjkmnp-tv-z]{26}$/);

/** For how many whole days, today not counted. */
export const Barring = z.strictObject({ days: z.int().min(1).max(366), because: Hiding });
export const BarAnswer = z.strictObject({ isUpheld: z.boolean(), reason: paragraphs(2000) });

/** That a mailbox writes nothing in consultations until a moment. Reading is nobody's to take. */
export const Bar = z.object({
  id: BarId,
  version: Version,
  at: Instant,
  until: Instant,
  point: PointNumber,
  note: z.string().optional(),
  /** The post for which it was made: by its author the mailbox is reached, as long as that is known. */
  consultationId: ConsultationId,
  postId: PostId,
  /** Two people stand behind it: who accepted it, and who proposed it. */
  by: z.string(),
  byName: z.string(),
  proposedBy: z.string(),
  proposedByName: z.string(),
  appeal: z
    .object({
      text: z.string(),
      at: Instant,
      answer: z.object({ isUpheld: z.boolean(), reason: z.string(), byName: z.string() }).optional(),
    })
    .optional(),
});
export type Bar = z.infer<typeof Bar>;

export const barStateAt = ({ until, appeal }: Bar, now: Instant) => {
  if (now >= until) return "over";
  return appeal !== undefined && appeal.answer === undefined ? "appealed" : "on";
};
