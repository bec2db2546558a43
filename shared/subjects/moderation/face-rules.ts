/** What everybody sees in the place of what a moderator took away. The stored post has this text alone; what was written lies apart. */
import { z } from "zod";
import { LocalDate } from "../../domain/time.ts";

export const PointNumber = z.int().min(1).max(99);

/** Why a post is not there as it was written: nobody has looked at it yet, it is hidden, or words of it are blacked out. */
export const Face = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("waiting") }),
  z.object({ kind: z.literal("hidden"), point: PointNumber, on: LocalDate }),
  z.object({ kind: z.literal("masked"), point: PointNumber, on: LocalDate }),
]);
export type Face = z.infer<typeof Face>;

/** Stands for words that are blacked out, as long for a long word as for a short one. */
export const BLACK = "▇▇▇";

/** What is blacked out, and what is not, in turn: every second part was. */
export const partsOfMasked = (text: string): string[] => text.split(BLACK);

const SPACES = /\s+/;

/** A piece of a text as whole words, however it is spaced and capitalised. */
const pieceOf = (words: string): RegExp => {
  const literal = words.trim().split(SPACES).map(RegExp.escape).join("\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "giu");
};

type Range = readonly [from: number, to: number];

const rangesOf = (text: string, words: string): Range[] =>
  [...text.matchAll(pieceOf(words))].map(({ index, 0: found }) => [index, index + found.length]);

/** A text without these words, wherever they stand in it; or the first of them, by its place, that it does not have. */
export const masked = (
  text: string,
  words: readonly string[],
): { readonly text: string } | { readonly missing: number } => {
  const found = words.map((one) => rangesOf(text, one));
  const missing = found.findIndex((ranges) => ranges.length === 0);
  if (missing >= 0) return { missing };
  let [shown, at] = ["", 0];
  for (const [from, to] of found.flat().toSorted(([one], [other]) => one - other)) {
    if (from >= at) shown += `${text.slice(at, from)}${BLACK}`;
    at = Math.max(at, to);
  }
  return { text: shown + text.slice(at) };
};
