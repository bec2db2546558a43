import { z } from "zod";

/** What an edition looks at before its list is frozen. */
export const BallotChecks = z.strictObject({
  /** Projects nearer to each other than this are shown as a pair that may exclude each other. */
  nearMetres: z.int().min(1).max(5000).default(100),
  /** Whether the list is frozen only once a person has said of each hint that it is right so. */
  hints: z.enum(["shown", "confirmed"]).default("shown"),
});
export type BallotChecks = z.infer<typeof BallotChecks>;
