import type { Awaited } from "../../domain/cycle/awaited.ts";
import type { Words } from "../../words/words.ts";

/** What results wait for, until when and on whom, in a sentence for residents. */
export const awaitedLine = ({ results }: Words, awaited: Awaited): string => {
  const { awaits } = results.due;
  return awaited.what === "cards" ? awaits.cards(awaited.until) : awaits[awaited.what];
};
