import { z } from "zod";
import type { Cycle } from "../cycle/cycle.ts";
import type { LeftOut } from "../procedure/left-out.ts";
import { Instant, LocalDate } from "../time.ts";
import { ListName, type ListVersion } from "./lists.ts";

/** Where the order of a list was drawn: the seed, and the digest by which it was known before. */
export const DrawnOrder = z.object({ seed: z.string(), commitment: z.string() });

/** What the office says of a version of a list: under which act it was published, by whom, and whether it was taken back. */
export const ListNote = z.object({
  list: ListName,
  /** Of the list. */
  of: z.int().min(1),
  published: z.object({ act: z.string(), on: LocalDate, by: z.array(z.string()) }).optional(),
  retracted: z.object({ at: Instant, reason: z.string(), by: z.array(z.string()) }).optional(),
  version: z.int().min(1),
});
export type ListNote = z.infer<typeof ListNote>;

/** A list that was announced, as it was then. */
export interface Announced extends ListVersion {
  readonly list: ListName;
  readonly cycle: Cycle;
  /** Who had it made; nobody where the calendar did. */
  readonly madeBy?: string | undefined;
  /** Where its order was drawn: the seed, and the digest by which it was known before. */
  readonly order?: z.infer<typeof DrawnOrder> | undefined;
  /** What was withdrawn, or went into another proposal, by then. */
  readonly leftOut?: readonly LeftOut[] | undefined;
  /** The act by which it was published, once the office has noted it. */
  readonly published?: ListNote["published"];
  /** It was taken back: it stays where it is, and says so. */
  readonly retracted?: ListNote["retracted"];
}
