import { z } from "zod";

/** A token bucket: so many at once, and from then on as many an hour, evenly; 0.25 an hour is six a day. */
export const Bucket = z.strictObject({
  burst: z.int().min(1).max(1_000_000),
  perHour: z.number().min(0.001).max(1_000_000),
});
export type Bucket = z.infer<typeof Bucket>;

const HOUR_MS = 3_600_000;

/** Milliseconds between two tokens. */
export const intervalMs = ({ perHour }: Bucket): number => Math.ceil(HOUR_MS / perHour);

/** How far ahead of now a bucket's theoretical arrival time may be for one more to be let in (GCRA, ITU-T I.371). */
export const toleranceMs = (bucket: Bucket): number => (bucket.burst - 1) * intervalMs(bucket);
