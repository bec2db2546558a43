import { z } from "zod";
import type { Entry, Roster } from "../../domain/meeting/roster.ts";
import { DOOR_CODE_LENGTH } from "../../domain/meeting/signup.ts";
import { line } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

/** Somebody who came with a sign-up, or people who came without: a number, and nothing of who they are. */
export const CheckIn = z.object({
  /** The sign-up, or the request that told of people without one. */
  id: z.string(),
  /** Fewer than nobody where too many were counted before. */
  people: z.int(),
  at: Instant,
});
export type CheckIn = z.infer<typeof CheckIn>;

export const Coming = z.strictObject({ code: line(40) });
export const WalkIns = z.strictObject({ people: z.int().min(-500).max(500) });

/** The sign-ups of a list that a code can be of: its last characters, or the whole number. Letters that are easily misread are read as digits. */
export const withCode = (
  { seated, offered, queue }: Roster,
  typed: string,
): { seated: Entry[]; waiting: Entry[] } => {
  const bare = typed.toLowerCase().replace(/[\s-]/g, "");
  const code = bare.startsWith("sgn_") ? bare.slice(4) : bare;
  const read = code.replaceAll("o", "0").replaceAll(/[il]/g, "1");
  const isIt = ({ id }: Entry): boolean => read.length >= DOOR_CODE_LENGTH && id.slice(4).endsWith(read);
  return { seated: seated.filter(isIt), waiting: [...offered, ...queue].filter(isIt) };
};

/** How many are there. */
export const presentOf = (all: readonly CheckIn[]): number =>
  Math.max(
    0,
    all.reduce((sum, { people }) => sum + people, 0),
  );
