import {
  isOfTwoAlphabets,
  isReadable,
  oneApostrophe,
  oneHyphen,
  plainLetters,
  repaired,
  spotAt,
  withoutUnseen,
} from "./characters.ts";
import { fault, type Read, type TextFault } from "./read.ts";

/** A text in one line, of characters that may stand in it; the first other one is said. */
const ofCharacters = (typed: string, others: RegExp, rule: TextFault["rule"]): Read => {
  const read = repaired(typed);
  if ("fault" in read) return read;
  const text = plainLetters(oneHyphen(oneApostrophe(withoutUnseen(read.value))));
  const at = text.search(others);
  if (at >= 0) return fault(rule, { at: spotAt(text, at) });
  return isReadable(text) ? { value: text } : fault(text === "" ? "required" : rule);
};

/** A first name or a surname: letters of any script with their marks, spaces, hyphens, full stops and apostrophes. Each part is of one alphabet: else nobody finds it. */
export const readName = (typed: string): Read => {
  const read = ofCharacters(typed, /[^\p{L}\p{M} '.-]/u, "name");
  return "value" in read && read.value.split(/[ '.-]/).some(isOfTwoAlphabets)
    ? fault("name-alphabets")
    : read;
};

/** Street, house and flat. */
export const readStreet = (typed: string): Read => ofCharacters(typed, /[^\p{L}\p{M}\d '.,/()-]/u, "street");
