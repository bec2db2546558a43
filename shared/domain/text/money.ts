import type { Grosze } from "../money.ts";
import { trimmed } from "../trimmed.ts";
import { oneApostrophe, oneHyphen, plain } from "./characters.ts";
import { fault, type Read } from "./read.ts";

const CURRENCY = /zł(?:otych|ote|oty)?|zl(?:otych|ote|oty)?|pln|злотих/g;

const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/(?:tys(?:iące|ięcy|iąc)?|тис(?:яча|ячі|яч)?|thousand)\.?$/, 1_000],
  [/(?:mln|milion(?:y|ów)?|млн|million)\.?$/, 1_000_000],
];

/** Thousands in threes, by one separator throughout. */
const GROUPED = /^[1-9]\d{0,2}(?:(?: \d{3}){1,4}|(?:'\d{3}){1,4}|(?:\.\d{3}){1,4}|(?:,\d{3}){1,4})$/;

/** Grosze in a word of their own behind the złoty: `zł 50 gr`, `złotych i 5 groszy`, `zł 50/100`. */
const AND_GROSZE = /^(?:[,i] ?|and )?(\d{1,2}) ?(?:gr(?:osz[ey])?|\/100)$/;

/** The price that a buyer pays, as it is meant anyway. A net price is another one. */
const GROSS = / ?\(?brutto\)?$/;

const MOST_DIGITS = 12;

/** The whole number of a text of digits, in threes or not. */
const whole = (text: string): number | undefined => {
  const digits = text.replace(/[ '.,]/g, "");
  return (/^\d+$/.test(text) || GROUPED.test(text)) && digits.length <= MOST_DIGITS
    ? Number(digits)
    : undefined;
};

/** Grosze of so many ten thousandths: exact, or none. */
const exact = (value: number): Read<Grosze> =>
  Number.isInteger(value) && value <= 100_000_000_000_00 ? { value } : fault("money");

/**
 * Money as people type it, in grosze: `12 500`, `12.500,00`, `12,500.00`, `12 500 PLN`, `12500,-`, `12,5 tys. zł`, `12 500 zł 50 gr`. `12.500` is
 * twelve thousand to one and twelve and a half to another: it is asked back.
 */
export const readMoney = (typed: string): Read<Grosze> => {
  const price = oneHyphen(oneApostrophe(plain(typed).toLowerCase())).replace(GROSS, "");
  const [ahead = "", behind = ""] = price.split(CURRENCY);
  const [, grosze] = AND_GROSZE.exec(trimmed(behind, " .")) ?? [];
  if (grosze !== undefined) {
    const zloty = whole(trimmed(ahead, " "));
    return zloty === undefined ? fault("money") : exact(zloty * 100 + Number(grosze));
  }
  const unnamed = price.replace(CURRENCY, " ");
  // `.5` is not five.
  if (/^ *\.\d/.test(unnamed)) return fault("money");
  const text = trimmed(unnamed, " .");
  const multiple = MULTIPLES.find(([word]) => word.test(text));
  if (multiple) return readMultiple(trimmed(text.replace(multiple[0], ""), " "), multiple[1]);
  // `,-` and `.-` end a price: no grosze follow.
  const ended = trimmed(text.replace(/-{1,2}$/, ""), " ");
  if (ended !== text && /[.,]$/.test(ended)) {
    const zloty = whole(ended.slice(0, -1));
    return zloty === undefined ? fault("money") : exact(zloty * 100);
  }
  if (ended !== text) return fault("money");
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text))
    return fault("money-twofold", { limit: text.replace(/[.,]/, "") });
  const [, before = "", decimals = ""] = /^([^\s].*)[.,](\d{1,2})$/.exec(text) ?? [undefined, text, ""];
  const zloty = whole(before);
  const isTwice = decimals !== "" && before.includes(text.charAt(before.length));
  if (zloty !== undefined && !isTwice) return exact(zloty * 100 + Number(decimals.padEnd(2, "0")));
  return fault(/^\d[\d ]*[.,]\d{3,}$/.test(text) ? "money-decimals" : "money");
};

/** `12,5` of thousands or millions. */
const readMultiple = (text: string, of: number): Read<Grosze> => {
  const [, before = "", decimals = ""] = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  return before === ""
    ? fault("money")
    : exact(Number(before) * of * 100 + Number(decimals.padEnd(2, "0")) * of);
};
