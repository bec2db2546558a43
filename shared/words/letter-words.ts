import type { City } from "../domain/city.ts";
import type { NoticeFacts, NoticeKind } from "../domain/notice/notice.ts";

/** A paragraph (its line breaks are kept), a list, a list of links, or something to copy, set large on a line of its own. */
export type LetterPart =
  | string
  | { readonly items: readonly string[] }
  | { readonly links: readonly LetterLink[] }
  | { readonly large: string };

/** A page of this site with its whole address. */
interface LetterLink {
  readonly text: string;
  readonly href: string;
}

/** What one letter says. Where its button leads is the layout's. */
export interface LetterText {
  /** At most 60 characters. */
  readonly subject: string;
  /** The first line, before the greeting: the code, the decision or the date. */
  readonly first: string;
  readonly parts: readonly LetterPart[];
  readonly button?: string;
  /** Why this person gets it. */
  readonly why: string;
}

/** A sentence for every kind of notice: one without a letter does not compile. */
export type LetterTexts = { readonly [K in NoticeKind]: (facts: NoticeFacts[K]) => LetterText };

/** What every letter has around its text. */
export interface LetterFrame {
  readonly greeting: string;
  /** Above the address of the button, in full. */
  readonly sameLink: string;
  /** Who sends it, and where a person answers. */
  readonly sender: (city: City, address: string) => readonly string[];
  readonly controller: (city: City) => string;
  readonly privacy: string;
}

/**
 * What is told by text to a phone: one message of at most 160 characters of GSM-7 (3GPP TS 23.038), so that it comes in one piece. Polish
 * letters are not in that alphabet; one of them would leave room for 70. A language in other letters has these 70.
 */
export type ShortTexts = {
  readonly [K in "voting/code" | "voting/no-match" | "voting/recorded"]: (facts: NoticeFacts[K]) => string;
};

/** What a subject brings along is said as it was written. */
export const broughtAlong = ({ letter: { button, ...text } }: NoticeFacts["subject/letter"]): LetterText => ({
  ...text,
  ...(button !== undefined && { button }),
});
