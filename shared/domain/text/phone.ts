import { trimmed } from "../trimmed.ts";
import { plain } from "./characters.ts";
import { digitsOf } from "./digits.ts";
import { fault, type Read } from "./read.ts";

/** Mobile numbers of Poland (the numbering plan of UKE): a text to a fixed line costs and reaches nobody, one abroad costs a lot. */
const MOBILE = /^\+48(?:45|5[0137]|6[069]|7[2389]|88)\d{7}$/;

/** Fixed lines of Poland, by their zones (the numbering plan of UKE): somebody can be called there. */
const FIXED = /^\+48(?:1[2-8]|2[2-59]|3[2-4]|4[1-468]|5[24-689]|6[1-3578]|7[14-7]|8[1-79]|9[145])\d{7}$/;

/** What E.164 has of another country. */
const ABROAD = /^\+(?!48|0)\d{8,15}$/;

/** The nought that is dialled within Poland, or between its code and the number, and the code without its plus. */
const WITHIN = /^(?:\+?48)?0?(?=\d{9}$)/;

/** What people write before a number: `tel. kom. 600 100 200`. */
const NAMED = /^(?:(?:tel|telefon|kom|komórka|mobile|nr|тел|телефон)[.:]{0,2} ?){1,3}/;

/**
 * A mobile number as typed, in E.164: `600 100 200`, `0600-100-200`, `0048 600 100 200` and `+48 (0) 600/100/200` are one. One of another
 * country is read where texts go there, and a fixed line where people call.
 */
export const readPhone = (typed: string, where: "poland" | "anywhere" | "to-call" = "poland"): Read => {
  const text = plain(typed).toLowerCase();
  const bare = digitsOf(text.replace(NAMED, "")).replace(/[()]/g, "");
  const number = trimmed(bare, ",;").replace(/^00/, "+").replace(/^048/, "+48").replace(WITHIN, "+48");
  if (MOBILE.test(number)) return { value: number };
  if (where === "to-call" && FIXED.test(number)) return { value: number };
  if (!ABROAD.test(number)) return fault("phone");
  return where !== "poland" ? { value: number } : fault("phone-abroad");
};
