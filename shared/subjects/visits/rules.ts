import { z } from "zod";
import { line } from "../../domain/text.ts";
import { type Instant, Instant as InstantSchema, plusSeconds } from "../../domain/time.ts";

/** A day at the point, cut into appointments. */
export const NewVisits = z
  .strictObject({
    startsAt: InstantSchema,
    endsAt: InstantSchema,
    minutes: z.int().min(5).max(240),
    seats: z.int().min(1).max(20),
    place: line(120),
  })
  .meta({ id: "NewVisits" });
export type NewVisits = z.infer<typeof NewVisits>;

/** So many appointments one mailbox holds at once: who books them all leaves none to the others. */
export const VISITS_OF_ONE = 2;

/** More in one day is a slip of the hand. */
const MOST_VISITS = 60;

/** When each appointment begins and ends, whole ones alone; none where the end is not after the start, or they are too many. */
export const slotsOf = ({
  startsAt,
  endsAt,
  minutes,
}: NewVisits): { startsAt: Instant; endsAt: Instant }[] => {
  const slots: { startsAt: Instant; endsAt: Instant }[] = [];
  for (let from = startsAt; slots.length <= MOST_VISITS; ) {
    const to = plusSeconds(from, minutes * 60);
    if (to > endsAt) return slots;
    slots.push({ startsAt: from, endsAt: to });
    from = to;
  }
  return [];
};
