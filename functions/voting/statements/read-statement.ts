import { z } from "zod";
import { District } from "../../../shared/domain/district.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../../shared/domain/result.ts";
import { districtsIn, type RuleSet } from "../../../shared/domain/rule-set.ts";
import { Email } from "../../../shared/domain/text.ts";
import type { Facts } from "../../../shared/domain/voting/facts.ts";
import { factsOf } from "../../../shared/domain/voting/identity-policy.ts";
import { factFields, OPTIONAL_FACTS, readForm } from "../identity.ts";

/** A statement as programs see it described; the edition's policy says which facts it has, and what is declared. */
export const VoterStatement = z
  .strictObject({
    ...OPTIONAL_FACTS,
    district: District,
    email: Email,
    declarations: z.array(z.boolean()).max(5),
  })
  .meta({
    id: "VoterStatement",
    description:
      "The facts that the edition's `identity.statement` asks for, all of them and no others, and `true` for each of its declarations",
  });

interface Stated {
  readonly facts: Facts;
  readonly district: string;
  readonly email: string;
}

/** What was stated, under this edition's policy: every fact that it asks for, a district of the city, and every declaration made. */
export const readStatement = (ruleSet: RuleSet, typed: unknown): Result<Stated> => {
  const { statement } = ruleSet.identity;
  if (!statement) return refused(refusal("thing/not-found", {}));
  const declared = z.literal(true);
  const read = readForm(
    z.strictObject({
      ...factFields(factsOf(statement)),
      district: z.enum(districtsIn(ruleSet).map(({ id }) => id)),
      email: Email,
      declarations: z.tuple(statement.declarations.map(() => declared) as [typeof declared]),
    }),
    typed,
  );
  if (!read.ok) return read;
  const { district, email, declarations: _made, ...facts } = read.value;
  return ok({ facts, district, email });
};
