import { z } from "zod";
import { Phone, PolishPhone } from "../../shared/domain/phone.ts";
import { notValid } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { Email } from "../../shared/domain/text.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import { DocumentParts } from "../../shared/domain/voting/document.ts";
import { FACTS, Fact, type Facts } from "../../shared/domain/voting/facts.ts";
import {
  type Contact,
  contactsOf,
  type FactSet,
  factsOf,
  type IdentityPolicy,
} from "../../shared/domain/voting/identity-policy.ts";
import { ageFrom, ageOn } from "../../shared/domain/voting/pesel.ts";
import { issuesOf } from "../../shared/platform/issues.ts";

/** Who wants to vote, as the edition's policy asks for it, and where the code goes: an address or a number. */
interface Identity {
  readonly facts: Facts;
  readonly contact: string;
}

const contactSchemas = ({ foreignMobiles }: IdentityPolicy): Readonly<Record<Contact, z.ZodType>> => ({
  email: Email,
  phone: foreignMobiles ? Phone : PolishPhone,
});

/** Every fact that an edition could ask for. */
export const OPTIONAL_FACTS = Object.fromEntries(
  Fact.options.map((name) => [
    name,
    // What a body says is read again under the edition's policy, and a document is one text only then.
    (name === "document" ? DocumentParts : FACTS[name].schema).optional(),
  ]),
) as Omit<Record<Fact, z.ZodOptional<z.ZodType<string>>>, "document"> & {
  readonly document: z.ZodOptional<typeof DocumentParts>;
};

/** In the words of programs: whether a guardian votes with the child. */
export const GuardianStated = z.boolean().optional().meta({
  description: "A guardian declares to vote with this child. Required below the age at which one votes alone",
});

/** The facts of these names, each of them asked for. */
export const factFields = (names: readonly Fact[]): Readonly<Record<string, z.ZodType<string>>> =>
  Object.fromEntries(names.map((name) => [name, FACTS[name].schema]));

/** A form by its schema; what is wrong with it is refused, with a pointer for each field. */
export const readForm = <S extends z.ZodType>(schema: S, typed: unknown): Result<z.output<S>> => {
  const read = schema.safeParse(typed, { reportInput: true });
  return read.success ? ok(read.data) : refused(notValid(issuesOf(read.error)));
};

/** The age in whole years on a day, as far as the facts tell it; refused when it is none of a living person. */
export const ageOf = ({ pesel, birthDate }: Facts, day: LocalDate): Result<number | undefined> => {
  const by = pesel === undefined ? undefined : ageOn(day, pesel);
  if (by === null) return refused(notValid([{ pointer: "/pesel", rule: "pesel-age" }]));
  if (by !== undefined || birthDate === undefined) return ok(by);
  const age = ageFrom(day, birthDate);
  return age === null ? refused(notValid([{ pointer: "/birthDate", rule: "birth-age" }])) : ok(age);
};

/** The body as programs see it described; which of the facts are asked for is the edition's policy, in `GET …/cycles/{cycleId}`. */
export const VoterIdentity = z
  .strictObject({ ...OPTIONAL_FACTS, email: Email.optional(), phone: Phone.optional() })
  .meta({
    id: "VoterIdentity",
    description:
      "The facts that the edition's `identity.roll`, or one of its `identity.alternatives`, asks for, all of them and no others, and one contact: `email` or `phone`. Of both, the code goes to `email`",
    examples: [{ pesel: "44051401359", mothersMaidenName: "Nowak", email: "jan@example.com" }],
  });

/** What was typed, under this edition's policy: every fact of the set, no other field, and a contact: of two, the address. */
export const readIdentity = (policy: IdentityPolicy, set: FactSet, typed: unknown): Result<Identity> => {
  const contacts = contactsOf(policy.roll);
  const schemas = contactSchemas(policy);
  const schema = z.strictObject({
    ...factFields(factsOf(set.roll)),
    ...Object.fromEntries(contacts.map((name) => [name, schemas[name].optional()])),
  });
  // A browser fills in both: the code goes to the address, and the number is not looked at.
  const { phone: _unused, ...byMail } = (typed ?? {}) as Readonly<Record<string, unknown>>;
  const asked = contacts.includes("phone") && contacts.includes("email") && byMail.email ? byMail : typed;
  const read = schema.safeParse(asked, { reportInput: true });
  const isGiven = contacts.some(
    (name) => (typed as Partial<Record<Contact, unknown>> | null)?.[name] !== undefined,
  );
  const issues = read.success ? [] : issuesOf(read.error);
  if (!isGiven) issues.push({ pointer: `/${contacts[0]}`, rule: "required" });
  if (!read.success || issues.length > 0) return refused(notValid(issues));
  const { email, phone, ...rest } = read.data as Record<string, string>;
  return ok({ facts: rest, contact: email ?? phone ?? "" });
};
