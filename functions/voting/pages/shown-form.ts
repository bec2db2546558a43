import { z } from "zod";
import type { Issue, Refusal } from "../../../shared/domain/refusals.ts";
import type { RuleSet } from "../../../shared/domain/rule-set.ts";
import { entryFactsOf, setMeant, setsOf, shownFactsOf } from "../../../shared/domain/voting/fact-sets.ts";
import { FACTS, type Fact } from "../../../shared/domain/voting/facts.ts";
import { Datum, type IdentityPolicy } from "../../../shared/domain/voting/identity-policy.ts";
import { type Fault, fieldId, formState } from "../../../shared/pages/components/form-state.ts";
import type { ShownModel } from "../../../shared/pages/voting-points/shown-fields.ts";
import type { Request } from "../../../shared/platform/endpoint.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { faultWords } from "./fault-words.ts";

type Form = Readonly<Record<string, unknown>>;

/** What any edition's form of identity may have; which of it an edition asks for, and how, its rules say. */
export const IdentityForm = z.looseObject(
  Object.fromEntries(Datum.options.map((name) => [name, z.unknown().optional()])),
);

/** A fact as it was typed: in one field, or in one for each of its parts. */
const typedFact = (name: Fact, form: Form): unknown => {
  const { parts } = FACTS[name];
  if (!parts || Object.hasOwn(form, name)) return form[name] ?? "";
  const fields = Object.keys(parts).map((part) => [part, String(form[`${name}-${part}`] ?? "").trim()]);
  return fields.length > 0 ? Object.fromEntries(fields) : "";
};

/** The fields of these facts, as they were typed. */
export const typedFacts = (names: readonly Fact[], form: Form): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, typedFact(name, form)]));

/** What only alternatives ask for. */
const furtherFacts = (identity: IdentityPolicy): Fact[] => {
  const [first, ...others] = setsOf(identity).map(shownFactsOf);
  return [...new Set(others.flat())].filter((fact) => !first?.includes(fact));
};

/** What a clerk's form asks of a voter. */
export const shownOf = ({ identity, guardianBelowAge }: RuleSet): ShownModel => ({
  facts: shownFactsOf(identity),
  further: furtherFacts(identity),
  guardianBelowAge,
});

/** What a clerk typed of a voter: of one set of facts, the one that was filled in. */
export const typedShown = (identity: IdentityPolicy, form: Form): Record<string, unknown> => {
  const all = typedFacts([...shownFactsOf(identity), ...furtherFacts(identity)], form);
  const facts = shownFactsOf(setMeant(setsOf(identity), all));
  return { ...Object.fromEntries(facts.map((name) => [name, all[name]])), guardian: form.guardian === "yes" };
};

/** The fields of a form that may be on the page again: never the digits of a PESEL number, nor a document's. */
export const shownAgain = ({
  pesel: _pesel,
  peselLast4: _digits,
  "document-number": _number,
  ...rest
}: Form): Form => rest;

/** A form that comes back with faults is content that did not fit, whatever its shape. */
export const formStatus = (refusal: Refusal): number =>
  refusal.code === "request/not-valid" ? 422 : statusOf(refusal);

interface Told {
  readonly refusal: Refusal;
  readonly identity: IdentityPolicy;
  readonly typed: Form;
  /** Sentences of this form, by pointer. */
  readonly say?: Readonly<Record<string, string>>;
}

/** Why a voter was not found or not let in, each fault at its field; the first fact stands for the person. */
export const shownFaults = (
  { words }: Pick<Request, "words">,
  { refusal, identity, typed, say = {} }: Told,
): readonly Fault[] => {
  const at = (issues: readonly Issue[]) =>
    formState(words, { issues, say: { ...faultWords(issues, typed, words), ...say } }).faults;
  if (refusal.code === "request/not-valid") return at(refusal.facts.issues);
  const pointer = refusal.pointer ?? `/${entryFactsOf(identity)[0]}`;
  return [{ field: fieldId(pointer), text: say[pointer] ?? detailOf(refusal, words) }];
};
