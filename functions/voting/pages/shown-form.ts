import { z } from "zod";
import type { Issue, Refusal } from "../../../shared/domain/refusals.ts";
import type { RuleSet } from "../../../shared/domain/rule-set.ts";
import { entryFactsOf } from "../../../shared/domain/voting/fact-sets.ts";
import type { Fact } from "../../../shared/domain/voting/facts.ts";
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

/** The fields of these facts, as they were typed. */
export const typedFacts = (names: readonly Fact[], form: Form): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, form[name] ?? ""]));

/** What a clerk's form asks of a voter. */
export const shownOf = ({ identity, guardianBelowAge }: RuleSet): ShownModel => ({
  facts: entryFactsOf(identity),
  guardianBelowAge,
});

/** What a clerk typed of a voter. */
export const typedShown = (identity: IdentityPolicy, form: Form): Record<string, unknown> => ({
  ...typedFacts(entryFactsOf(identity), form),
  guardian: form.guardian === "yes",
});

/** The fields of a clerk's form that may be on the page again: never the digits of a PESEL number. */
export const shownAgain = ({ pesel: _pesel, peselLast4: _digits, ...rest }: Form): Form => rest;

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
