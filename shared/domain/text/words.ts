import { folded } from "../folded.ts";
import { oneApostrophe, withoutUnseen } from "./characters.ts";

/** The words of a text as a search compares them: its letters and digits, whatever stands between them. What nobody sees parts none, nor does an apostrophe. */
export const searchWords = (text: string): readonly string[] =>
  folded(oneApostrophe(withoutUnseen(text)).replaceAll("'", "")).match(/[\p{L}\p{N}]+/gu) ?? [];
