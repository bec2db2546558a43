import { FACTS, Fact, type Facts } from "./facts.ts";
import { type AlternativeId, type FactSet, factsOf, type IdentityPolicy } from "./identity-policy.ts";
import { birthDate } from "./pesel.ts";

/** The sets of facts by which an edition knows people, the first way first. */
export const setsOf = (
  policy: Pick<IdentityPolicy, "roll" | "statement" | "desk" | "paper" | "alternatives">,
): FactSet[] => [policy, ...(policy.alternatives ?? [])];

/** One of them by its id; the first without. */
export const setOf = (policy: IdentityPolicy, id?: AlternativeId): FactSet =>
  policy.alternatives?.find((one) => one.id === id) ?? policy;

/** Whether a field was left as it stood: empty, or each of its parts. What was named and has no parts is meant. */
const saysNothing = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return value === undefined || value === "";
  const parts = Object.values(value);
  return parts.length > 0 && parts.every((part) => part === "");
};

/** Which of some sets was meant: the one of whose facts most are there and fewest others, and of those the first. */
export const setMeant = <S extends FactSet>(
  sets: readonly S[],
  typed: unknown,
  asks: (set: S) => readonly Fact[] = ({ roll }) => factsOf(roll),
): S => {
  const there = Fact.options.filter(
    (fact) => !saysNothing((typed as Readonly<Record<string, unknown>> | null)?.[fact]),
  );
  const fits = (set: S): number => {
    const facts = asks(set);
    return there.reduce((sum, fact) => sum + (facts.includes(fact) ? 1 : -1), 0);
  };
  const [first, ...others] = sets;
  if (!first) throw new Error("no set of facts");
  return others.reduce((best, set) => (fits(set) > fits(best) ? set : best), first);
};

/** Numbers that are one person's alone. */
const ONES_OWN: readonly Fact[] = ["pesel", "document"];

/**
 * The facts of which an entry of the roll is made, in its order. A PESEL number or a document's is one person's, with whatever else says who is
 * meant; without one only all facts together are. Who has shown a document or signed a card is found by these.
 */
export const entryFactsOf = ({ roll }: Pick<FactSet, "roll">): Fact[] => {
  const who = factsOf(roll, "who");
  return who.some((fact) => ONES_OWN.includes(fact)) ? who : factsOf(roll);
};

/** Facts that tell an age. */
const AGE_TELLING: readonly Fact[] = ["pesel", "birthDate"];

/** The facts that a document or a signed card shows: those that find the entry, and one that tells the age where none of them does. */
export const shownFactsOf = (set: Pick<FactSet, "roll">): Fact[] => {
  const facts = entryFactsOf(set);
  const asked = factsOf(set.roll);
  const tells = AGE_TELLING.some((fact) => facts.includes(fact));
  return tells ? facts : [...facts, ...AGE_TELLING.filter((fact) => asked.includes(fact)).slice(0, 1)];
};

const columnsOfFact = (fact: Fact, inParts: boolean): string[] => {
  const { column, parts } = FACTS[fact];
  return inParts && parts ? Object.values(parts) : [column];
};

/** The columns of the edition's roll file, in order: those of the first way, the district, and those that only alternatives have. */
export const columnsOf = ({
  roll,
  alternatives = [],
}: Pick<IdentityPolicy, "roll" | "alternatives">): string[] => {
  const first = factsOf(roll);
  const further = alternatives.flatMap((one) => factsOf(one.roll)).filter((fact) => !first.includes(fact));
  return [
    ...first.flatMap((fact) => columnsOfFact(fact, alternatives.length > 0)),
    "district",
    ...new Set(further.flatMap((fact) => columnsOfFact(fact, true))),
  ];
};

/** A person as lists of folded facts, to be hashed. Lists of an alternative begin with its id: no two sets share an entry. */
interface Person {
  /** The facts by which tries are limited: who is meant, whatever is guessed of the proof. */
  readonly who: readonly string[];
  /** Which entry of the roll this is. */
  readonly entry: readonly string[];
  readonly proof: readonly string[];
}

/** A person by the facts of a set; `formerly` as rolls of an earlier release have them. */
export const personOf = (
  set: Pick<FactSet, "roll" | "id">,
  facts: Facts,
  how: "folded" | "formerly" = "folded",
): Person => {
  // No folded fact has a colon.
  const kind = set.id === undefined ? [] : [`${set.id}:`];
  const folded = (names: readonly Fact[]) => [
    ...kind,
    ...names.map((name) => (FACTS[name][how] ?? FACTS[name].folded)(facts[name] ?? "")),
  ];
  return {
    who: folded(factsOf(set.roll, "who")),
    entry: folded(entryFactsOf(set)),
    proof: folded(factsOf(set.roll)),
  };
};

/** Whether rolls of all releases find a set's entries alike, since nothing in them was folded otherwise. */
export const isFoundAlike = (set: Pick<FactSet, "roll">): boolean =>
  entryFactsOf(set).every((fact) => FACTS[fact].formerly === undefined);

/** A person by one set of facts. */
export interface Claim extends Omit<Person, "proof"> {
  readonly by: AlternativeId | undefined;
  /** None where a fact that proves is missing: such a person is found by who shows them a document, and by nobody alone. */
  readonly proof?: readonly string[];
}

/** A day of birth that a PESEL number says need not be said again. */
const completed = (facts: Facts): Facts => {
  const born = facts.birthDate ?? (facts.pesel === undefined ? null : birthDate(facts.pesel));
  return born === null ? facts : { ...facts, birthDate: born };
};

/**
 * A person by every set of facts that is whole, in the policy's order: the first is who they are in this edition, under one voter key, and the
 * others lead to it.
 */
export const claimsOf = (policy: Parameters<typeof setsOf>[0], stated: Facts): Claim[] => {
  const facts = completed(stated);
  const has = (fact: Fact): boolean => facts[fact] !== undefined;
  return setsOf(policy).flatMap((set): Claim[] => {
    if (!entryFactsOf(set).every(has)) return [];
    const { who, entry, proof } = personOf(set, facts);
    return [{ by: set.id, who, entry, ...(factsOf(set.roll).every(has) && { proof }) }];
  });
};
