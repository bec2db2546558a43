/** Letters that are no plain letter with a mark, as a keyboard without them writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ß: "ss",
  ı: "i",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/** A text in small letters without their marks: `Đorđević` is `dordevic`, `Straße` is `strasse`. */
export const plainLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);

/** Text as a search compares it: plain letters, one space between words. */
export const folded = (text: string): string => plainLetters(text).replace(/\s+/g, " ").trim();

/**
 * A name as the roll and its owner may both write it: plain letters and nothing between them. Apostrophes, of which keyboards have six, hyphens
 * and spaces tell nobody apart; that two people never meet by it is what the other facts are for.
 */
export const foldedName = (name: string): string => plainLetters(name).replace(/[^\p{L}\p{M}]|\p{Lm}/gu, "");
