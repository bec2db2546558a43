import type { Language } from "../domain/languages.ts";
import { FORM_FIELDS, type FormField, proposalFormOf } from "../domain/project/proposal-form.ts";
import type { RuleSet } from "../domain/rule-set.ts";
import { inLanguage } from "./fallback.ts";

export type OwnLabels = Readonly<Partial<Record<FormField, string>>>;

/** What an edition's form calls its fields, where the city has words of its own. */
export const ownLabels = (language: Language, ruleSet: RuleSet): OwnLabels => {
  const { fields } = proposalFormOf(ruleSet);
  return Object.fromEntries(
    FORM_FIELDS.flatMap((field) => {
      const own = fields[field]?.label;
      return own ? [[field, inLanguage(own, language)]] : [];
    }),
  );
};
