import { zlotyText } from "../../money.ts";
import { readMoney } from "../../text/money.ts";
import { type FieldKind, RULES } from "../fields.ts";
import { VOTE_TYPES } from "../file.ts";
import { exactGrosze } from "../money.ts";
import { tidy, tidyKey } from "./clean.ts";

/** What a cell was meant to say, in the format's own spelling; as it stands where that is not certain. */
export const repairedValue = (field: string, kind: FieldKind, text: string): string => {
  const plain = kind === "text" ? tidy(text) : tidyKey(text);
  if (plain === "") return "";
  switch (kind) {
    case "count":
    case "number":
      return wholeNumber(plain) ?? plain;
    case "money":
      return money(plain) ?? plain;
    case "list":
      return list(plain);
    case "date":
      return date(plain) ?? plain;
    case "coordinate":
      return /^[+-]?\d+,\d+$/.test(plain) ? plain.replace(",", ".") : plain;
    case "choice":
      return choice(field, plain);
    case "text":
      return field === "age" ? (wholeNumber(plain) ?? plain) : plain;
  }
};

/** `3.0`, `3,0`, `+3`, `3 ` and `3e0` are 3; `1 234` is 1234. Anything with a part is left as it is. */
export const wholeNumber = (text: string): string | null => {
  const plain = tidyKey(text).replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, "");
  const match = /^([+-]?)0*(\d{1,15})(?:[.,]0*)?$/.exec(plain);
  if (match) return `${match[1] === "-" && match[2] !== "0" ? "-" : ""}${match[2]}`;
  const value = /^[+-]?\d{1,6}([.,]\d{1,6})?[eE][+-]?\d{1,2}$/.test(plain)
    ? Number(plain.replace(",", "."))
    : Number.NaN;
  return Number.isSafeInteger(value) ? `${value}` : null;
};

/** A sum without a currency before it or after it. */
const withoutCurrency = (text: string): string =>
  text
    .replace(/^(?:\p{Sc}|[A-Z]{3}\b)/u, "")
    .replace(/(?:\p{Sc}|\b[A-Z]{3})$/u, "")
    .trim();

/** Money with what spreadsheets put around and into it, as an amount of the format. Null where it may be either of two sums (`1,000`), or none. */
export const money = (text: string): string | null => {
  if (exactGrosze(text) !== null) return text.includes(",") ? text.replace(",", ".") : text;
  const read = readMoney(withoutCurrency(tidyKey(text)).replace(/^\+/, ""));
  return "value" in read ? zlotyText(read.value) : null;
};

/** A list without blanks around its commas, quotes around its members or brackets around it. */
const list = (text: string): string => {
  if (!/[\s"'’“”„[\]{}]/.test(text)) return text;
  const inner = /^[[({](.*)[\])}]$/.exec(text)?.[1] ?? text;
  return inner
    .split(",")
    .map((part) => tidyKey(part))
    .join(",");
};

const TWO = (number: string): string => number.padStart(2, "0");

/** A date as `DD.MM.YYYY`. Of two numbers that may both be a month, the day comes first only between dots. */
const date = (text: string): string | null => {
  const plain = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "");
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(plain);
  if (iso) return realDate(iso[3] ?? "", iso[2] ?? "", iso[1] ?? "");
  const ours = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?: ?r\.?)?$/.exec(plain);
  if (!ours) return /^\d{4}(?:\.0+)?$/.test(plain) ? plain.slice(0, 4) : null;
  const [, day = "", mark, month = "", year = ""] = ours;
  const isCertain = mark === "." || Number(day) > 12 || day === month;
  return isCertain ? realDate(day, month, year) : null;
};

const realDate = (day: string, month: string, year: string): string | null => {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return isReal ? `${TWO(day)}.${TWO(month)}.${year}` : null;
};

const YES_NO: Readonly<Record<string, string>> = {
  true: "1",
  yes: "1",
  tak: "1",
  false: "0",
  no: "0",
  nie: "0",
};

const choice = (field: string, text: string): string => {
  const lower = text.toLowerCase();
  switch (field) {
    case "vote_type": {
      const bare = (name: string): string => name.replaceAll(/[^a-z0-9]/g, "");
      return VOTE_TYPES.find((type) => bare(type) === bare(lower)) ?? text;
    }
    case "rule": {
      const spelled = lower.replaceAll(/[\s_]+/g, "-");
      return RULES.find((rule) => rule === spelled) ?? text;
    }
    case "sex":
      return text.toUpperCase();
    case "voting_method":
      return lower;
    case "selected":
      return YES_NO[lower] ?? wholeNumber(text) ?? text;
    default:
      return wholeNumber(text) ?? text;
  }
};
