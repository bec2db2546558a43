import { z } from "zod";
import { foldedName } from "../folded.ts";
import type { RollProblem } from "../refusals.ts";
import { digitsOf } from "../text/digits.ts";
import { Address, foldedAddress } from "./address.ts";
import { BirthDate } from "./birth-date.ts";
import { Document } from "./document.ts";
import { formerlyFoldedAddress, formerlyFoldedName } from "./formerly.ts";
import { Pesel, Surname } from "./pesel.ts";

/** What a roll may know of a person. Which of it an edition asks for is its policy's. */
export const Fact = z.enum([
  "pesel",
  "mothersMaidenName",
  "firstName",
  "surname",
  "address",
  "peselLast4",
  "document",
  "birthDate",
]);
export type Fact = z.infer<typeof Fact>;

/** Facts of a person, each as one text that is kept: what came in parts is put together. */
export type Facts = Readonly<Partial<Record<Fact, string>>>;

interface FactRules {
  /** Its column in a roll file. */
  readonly column: string;
  /** Columns of its parts, where a file has them apart: by the name of the part. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<string>;
  /** The text as it is compared: what does not tell people apart is gone. */
  readonly folded: (text: string) => string;
  /** The same in rolls that an earlier release packed, where it was another. */
  readonly formerly?: (text: string) => string;
  /** What is wrong with a row in which it is wrong. */
  readonly problem: RollProblem;
}

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
    folded: foldedName,
    formerly: formerlyFoldedName,
    problem: "surname",
  },
  firstName: {
    column: "first_name",
    schema: Surname,
    folded: foldedName,
    formerly: formerlyFoldedName,
    problem: "name",
  },
  surname: {
    column: "surname",
    schema: Surname,
    folded: foldedName,
    formerly: formerlyFoldedName,
    problem: "name",
  },
  address: {
    column: "address",
    parts: { street: "street", house: "house", flat: "flat" },
    schema: Address,
    folded: foldedAddress,
    formerly: formerlyFoldedAddress,
    problem: "address",
  },
  peselLast4: { column: "pesel_last_4", schema: LastDigits, folded: asIs, problem: "digits" },
  document: {
    column: "document",
    parts: { country: "document_country", kind: "document_kind", number: "document_number" },
    schema: Document,
    folded: asIs,
    problem: "document",
  },
  birthDate: { column: "birth_date", schema: BirthDate, folded: asIs, problem: "birthDate" },
};
