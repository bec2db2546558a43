/** Letters that no normal form takes apart into a plain one and a mark. */
const LIGATED: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** Text as a search compares it: small letters without diacritics, one space between words. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łđðøıħŧßæœþ]/g, (letter) => LIGATED[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
