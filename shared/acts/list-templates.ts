import type { Template } from "../domain/document/template.ts";
import { wordsOf } from "../words/words.ts";

type Of = Pick<Template, "list" | "language">;

/** The text that is there before anybody has written one. */
const basicTemplate = async ({ list, language }: Of): Promise<Template> => {
  const { lists } = await wordsOf(language);
  return {
    list,
    language,
    version: 0,
    title: lists.names[list],
    introduction: lists.about[list]("{edition}"),
    legalBasis: null,
    closing: null,
    signatures: [],
  };
};

/** The versions of a template that were written, the first one first. */
export const templatesOf = (all: readonly Template[], { list, language }: Of): Template[] =>
  all
    .filter((one) => one.list === list && one.language === language)
    .toSorted((a, b) => a.version - b.version);

/** The template as it stands now. */
export const currentTemplate = async (all: readonly Template[], of: Of): Promise<Template> =>
  templatesOf(all, of).at(-1) ?? (await basicTemplate(of));

/** The template with which a list is written that was made at a moment: what was announced stays as it was announced. */
export const templateAt = async (all: readonly Template[], of: Of, moment: string): Promise<Template> =>
  currentTemplate(
    all.filter(({ at = "" }) => at <= moment),
    of,
  );
