import { z } from "zod";

/** Mobile numbers of Poland (the numbering plan of UKE): a text to a fixed line costs and reaches nobody, one abroad costs a lot. */
const MOBILE = /^\+48(?:45|5[0137]|6[069]|7[2389]|88)\d{7}$/;

const digitsOf = (typed: string): string => typed.replace(/[\s().-]/g, "").replace(/^00/, "+");

/** A mobile number as typed, in E.164: `600 100 200`, `48600100200` and `+48 600-100-200` are one. */
export const Phone = z
  .string()
  .max(40)
  .overwrite((typed) => digitsOf(typed).replace(/^(?:\+?48)?(\d{9})$/, "+48$1"))
  .refine((text) => MOBILE.test(text), { params: { rule: "phone" } })
  .meta({ id: "Phone", description: "A Polish mobile number", examples: ["+48600100200"] });

/** Where somebody is told: an address has an `@`, a number begins with `+`. */
export const isPhone = (contact: string): boolean => contact.startsWith("+");
