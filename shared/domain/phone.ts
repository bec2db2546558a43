import { z } from "zod";
import { readEmail } from "./text/email.ts";
import { readPhone } from "./text/phone.ts";
import { fault } from "./text/read.ts";
import { readBy } from "./text.ts";

const mobile = (where: Parameters<typeof readPhone>[1]) =>
  z
    .string()
    .max(40)
    .check(readBy((typed) => readPhone(typed, where)));

/** A Polish mobile number as typed, in E.164: `600 100 200`, `48600100200` and `+48 600-100-200` are one. */
export const PolishPhone = mobile("poland");

/** The same, or a number of another country: which of them an edition sends codes to is its policy's. */
export const Phone = mobile("anywhere").meta({
  id: "Phone",
  description: "A mobile number: a Polish one, unless the edition has `foreignMobiles`",
  examples: ["+48600100200"],
});

const contact = (where: "anywhere" | "to-call") =>
  z
    .string()
    .max(1000)
    .check(
      readBy((typed) => {
        if (typed.includes("@")) return readEmail(typed);
        const read = readPhone(typed, where);
        return "value" in read ? read : fault("contact");
      }),
    );

/** Where somebody is told, as typed: an e-mail address, or a number of any country. */
export const EmailOrPhone = contact("anywhere").meta({
  description: "An e-mail address or a mobile number",
  examples: ["jan@example.com"],
});

/** Where the office writes to somebody or calls them: a fixed line will do. */
export const EmailOrCall = contact("to-call").meta({
  description: "An e-mail address or a telephone number",
  examples: ["32 259 38 00"],
});

/** Where somebody is called, and no text goes. */
export const CalledPhone = z
  .string()
  .max(40)
  .check(readBy((typed) => readPhone(typed, "to-call")))
  .meta({ id: "CalledPhone", description: "A telephone number", examples: ["+48322593800"] });

/** Where somebody is told: an address has an `@`, a number begins with `+`. */
export const isPhone = (contact: string): boolean => contact.startsWith("+");
