import { z } from "zod";
import type { RollProblem } from "../refusals.ts";
import { digitsOf } from "../text/digits.ts";
import { readStreet } from "../text/names.ts";
import { readBy } from "../text.ts";
import { foldedAddress } from "./address.ts";
import { foldedSurname, Pesel, Surname } from "./pesel.ts";

/** What a roll may know of a person. Which of it an edition asks for is its policy's. */
export const Fact = z.enum(["pesel", "mothersMaidenName", "firstName", "surname", "address", "peselLast4"]);
export type Fact = z.infer<typeof Fact>;

export type Facts = Readonly<Partial<Record<Fact, string>>>;

interface FactRules {
  /** Its column in a roll file. */
  readonly column: string;
  readonly schema: z.ZodType<string, string>;
  /** The text as it is compared: what does not tell people apart is gone. */
  readonly folded: (text: string) => string;
  /** What is wrong with a row in which it is wrong. */
  readonly problem: RollProblem;
}

const Address = z
  .string()
  .max(120)
  .check(readBy(readStreet))
  .meta({ description: "Street, house and flat", examples: ["ul. Mariacka 5/7"] });

const LastDigits = z
  .string()
  .max(40)
  .overwrite(digitsOf)
  .refine((text) => /^\d{4}$/.test(text), { params: { rule: "format" } })
  .meta({ description: "The last four digits of the PESEL number", examples: ["1359"] });

const asIs = (text: string): string => text;

export const FACTS: Readonly<Record<Fact, FactRules>> = {
  pesel: { column: "pesel", schema: Pesel, folded: asIs, problem: "pesel" },
  mothersMaidenName: {
    column: "mothers_maiden_name",
    schema: Surname,
    folded: foldedSurname,
    problem: "surname",
  },
  firstName: { column: "first_name", schema: Surname, folded: foldedSurname, problem: "name" },
  surname: { column: "surname", schema: Surname, folded: foldedSurname, problem: "name" },
  address: { column: "address", schema: Address, folded: foldedAddress, problem: "address" },
  peselLast4: { column: "pesel_last_4", schema: LastDigits, folded: asIs, problem: "digits" },
};
