import { z } from "zod";
import { LocalDate } from "../time.ts";

/** What voters of one crowd share: a connection, its neighbourhood, their exact age, or that it is great (`COUNTED_AGE` and more). */
export const SHARED = ["address", "network", "age", "great-age"] as const;

/**
 * Voters who were let in on one day and share something: sums alone. It holds no moment, finer or coarser than the day; what is shared is a
 * keyed hash, but for an age.
 */
export const Crowd = z.object({
  shared: z.enum(SHARED),
  subject: z.string(),
  day: LocalDate,
  age: z.int().optional(),
  /** References of voters, which are those of their markers, and keyed hashes of where their codes went. */
  voters: z.set(z.string()),
  contacts: z.set(z.string()),
  /** Between one of them and the next, where that was less than an hour: how often, in seconds, and the sum of the squares. */
  gaps: z.int().default(0),
  gapSeconds: z.number().default(0),
  gapSquares: z.number().default(0),
});
export type Crowd = z.infer<typeof Crowd>;

/** Gaps of this length and longer are no part of a series. */
export const SERIES_SECONDS = 3600;

/** Only ages that are rare enough to say something are kept, and only those. */
export const COUNTED_AGE = 90;
