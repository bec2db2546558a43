import { folded } from "../folded.ts";
import { oneApostrophe, withoutUnseen } from "./characters.ts";

/** The words of a text as they are spelled: its letters and digits, whatever stands between them. What nobody sees parts none, nor does an apostrophe. */
export const spelledWords = (text: string): readonly string[] =>
  oneApostrophe(withoutUnseen(text))
    .replaceAll("'", "")
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The same as a search compares them. */
export const searchWords = (text: string): readonly string[] =>
  spelledWords(text).flatMap((word) => folded(word) || []);
