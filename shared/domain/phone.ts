import { z } from "zod";
import { readPhone } from "./text/phone.ts";
import { readBy } from "./text.ts";

/** A mobile number as typed, in E.164: `600 100 200`, `48600100200` and `+48 600-100-200` are one. */
export const Phone = z
  .string()
  .max(40)
  .check(readBy((typed) => readPhone(typed)))
  .meta({ id: "Phone", description: "A Polish mobile number", examples: ["+48600100200"] });

/** Where somebody is told: an address has an `@`, a number begins with `+`. */
export const isPhone = (contact: string): boolean => contact.startsWith("+");
