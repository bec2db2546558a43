import { CROCKFORD } from "./base32.ts";

const READ_AS: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", U: "V" };

/** Luhn's sum in base 32: every wrong character, and nearly every swap of neighbours, is found out. */
export const checkCharacter = (body: string): string => {
  const base = CROCKFORD.length;
  let sum = 0;
  for (const [index, character] of [...body].reverse().entries()) {
    const addend = CROCKFORD.indexOf(character) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(addend / base) + (addend % base);
  }
  return CROCKFORD[(base - (sum % base)) % base] ?? "";
};

/** A code as typed or read aloud: case, spaces, dashes and the letters that look like others do not matter. Null when a character is none of base 32. */
export const readTyped = (typed: string): string | null => {
  const text = typed
    .toUpperCase()
    .replace(/[\s–-]/g, "")
    .replace(/[ILOU]/g, (character) => READ_AS[character] ?? character);
  return [...text].every((character) => CROCKFORD.includes(character)) ? text : null;
};
