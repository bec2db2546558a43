/** What a moderator is pointed at. Nothing here blocks anything. */
import type { ModerationPolicy } from "../../domain/consultation/moderation.ts";

export type HintKind = "link" | "email" | "phone" | "person-number" | "word";

export interface Hint {
  readonly kind: HintKind;
  readonly text: string;
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"]{2,200}/giu;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/giu;
const PHONE = /(?<![\d.,])(?:\+48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d.,]?\d)/gu;
const PERSON_NUMBER = /(?<!\d)\d{11}(?!\d)/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** The most of them that are told. */
const MOST = 30;

/** What stands in a text that somebody may want to look at closely. */
export const hintsOf = (
  text: string,
  { areLinksHinted, words }: Pick<ModerationPolicy, "areLinksHinted" | "words">,
): Hint[] => {
  const found = (kind: HintKind, pattern: RegExp): Hint[] =>
    [...text.matchAll(pattern)].map(([one]) => ({ kind, text: one }));
  const listed = found("word", WORD).filter((one) =>
    words.some((word) => one.text.toLowerCase().startsWith(word.toLowerCase())),
  );
  const all = [
    ...(areLinksHinted ? found("link", LINK) : []),
    ...found("email", EMAIL),
    ...found("person-number", PERSON_NUMBER),
    ...found("phone", PHONE),
    ...listed,
  ];
  return all
    .filter((one, at) => all.findIndex((other) => other.kind === one.kind && other.text === one.text) === at)
    .slice(0, MOST);
};

/** The words of these that are data of a person: they stand in the form that blacks them out. */
export const personalOf = (hints: readonly Hint[]): string[] =>
  hints
    .filter(({ kind }) => kind === "email" || kind === "phone" || kind === "person-number")
    .map((one) => one.text);
