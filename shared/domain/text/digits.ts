import { oneHyphen, plain } from "./characters.ts";

/** The digits of a number as they are written down in groups: with spaces, hyphens, full stops or strokes between them. */
export const digitsOf = (typed: string): string => oneHyphen(plain(typed)).replace(/[ ./-]/g, "");
