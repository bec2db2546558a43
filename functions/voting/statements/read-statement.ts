import { z } from "zod";
import { District } from "../../../shared/domain/district.ts";
import { notValid, refusal } from "../../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../../shared/domain/result.ts";
import { districtsIn, type RuleSet } from "../../../shared/domain/rule-set.ts";
import { Email } from "../../../shared/domain/text.ts";
import { bearsPesel } from "../../../shared/domain/voting/document.ts";
import { setMeant, setsOf } from "../../../shared/domain/voting/fact-sets.ts";
import type { Facts } from "../../../shared/domain/voting/facts.ts";
import { type FactSet, factsOf } from "../../../shared/domain/voting/identity-policy.ts";
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

const isPolishPaper = ({ document }: Facts): boolean => document !== undefined && bearsPesel(document);

/** What was stated, under this edition's policy: every fact that it asks for, a district of the city, and every declaration made. */
export const readStatement = (ruleSet: RuleSet, typed: unknown, set?: FactSet): Result<Stated> => {
  const sets = setsOf(ruleSet.identity).filter((set) => set.statement !== null);
  const [first] = sets;
  const meant = first && setMeant(sets, typed, (one) => (one.statement ? factsOf(one.statement) : []));
  const statement = (set ?? meant)?.statement;
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
  // Whoever has such a document has a number, and would be taken for a second person without it.
  if (isPolishPaper(facts)) return refused(notValid([{ pointer: "/document/kind", rule: "document-pesel" }]));
  return ok({ facts, district, email });
};
