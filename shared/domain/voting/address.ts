import { z } from "zod";
import { plainLetters } from "../folded.ts";
import { readStreet } from "../text/names.ts";
import { readBy } from "../text.ts";

/** Words that one person writes and another leaves out, and those that everybody shortens in a way of their own. */
const STREET = /^(?:ul|ulica)$/;
const SHORT: Readonly<Record<string, string>> = { aleja: "al", aleje: "al", plac: "pl", osiedle: "os" };
const FLAT = /^(?:m|lok|lokal|mieszkanie)$/;
const NUMBER = /^(?:nr|numer)$/;
/** `3-go Maja`: said behind a number, and seldom written. */
const ORDINAL = /^(?:e|cie|sze)?go$/;

const startsWithDigit = (word: string | undefined): boolean => /^\d/.test(word ?? "");

/**
 * An address of street, house and flat as the roll and a person may both write it: `ul. Mariacka 5 m. 7` and `Mariacka 5/7` are one, and so are
 * `12A` and `12 a`.
 */
export const foldedAddress = (address: string): string => {
  const words = plainLetters(address)
    .replace(/(\p{L}{3})(?=\d)/gu, "$1 ")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && !STREET.test(word));
  const kept: string[] = [];
  for (const [at, word] of [...words.entries()].toReversed()) {
    const next = kept[0];
    if ((FLAT.test(word) || NUMBER.test(word)) && startsWithDigit(next)) continue;
    if (ORDINAL.test(word) && /^\d+$/.test(words[at - 1] ?? "") && next !== undefined) continue;
    if (/^\d+$/.test(word) && /^\p{L}$/u.test(next ?? "")) kept.splice(0, 1, `${word}${next}`);
    else kept.unshift(SHORT[word] ?? word);
  }
  return kept.join(" ");
};

const Part = (max: number) => z.string().max(max).check(readBy(readStreet));

const WRONG = { params: { rule: "street" } };

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);
const hasDigit = (text: string): boolean => /\d/.test(text);

const AddressText = Part(120)
  .refine(hasLetter, WRONG)
  .meta({ description: "Street, house and flat", examples: ["ul. Mariacka 5/7"] });

/** `12 A` is the house `12A`, so that its letter is never taken for the word before a flat. */
const closeUp = (house: string): string => house.replace(/(\d)\s+(?=\p{L}(?!\p{L}))/gu, "$1");

/** An address as typed: one text, or street, house and flat apart; kept as one text. A house without flats has none. */
export const Address = z.union([
  AddressText,
  z
    .strictObject({
      street: Part(100).refine(hasLetter, WRONG),
      house: Part(20).refine(hasDigit, WRONG),
      flat: z.union([z.literal(""), Part(20).refine(hasDigit, WRONG)]).optional(),
    })
    .transform(({ street, house, flat }) => `${street} ${closeUp(house)}${flat ? `/${closeUp(flat)}` : ""}`),
]);
