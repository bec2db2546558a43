import { z } from "zod";

/** The choices made in one pool: projects with points as the count adds them up, and how many ballots say exactly that. */
export const PoolChoices = z.array(
  z.object({ choices: z.array(z.tuple([z.string(), z.int()])), count: z.int().positive() }),
);
export type PoolChoices = z.infer<typeof PoolChoices>;
