import type { Theme } from "../../domain/theme.ts";
import type { LetterText } from "../../words/letter-words.ts";

/** A letter before it is text or HTML. */
export interface LetterModel extends Omit<LetterText, "button"> {
  readonly language: string;
  readonly theme: Theme;
  readonly service: string;
  readonly greeting: string;
  readonly button: { readonly text: string; readonly href: string } | null;
  readonly sameLink: string;
  readonly sender: readonly string[];
  readonly controller: string;
  readonly privacy: { readonly text: string; readonly href: string };
}
