import { z } from "zod";
import { Language } from "../languages.ts";
import { line, paragraphs } from "../text.ts";
import { Instant } from "../time.ts";
import { ListName } from "./lists.ts";

/** What a text of a template may have put in, each `{so}`. */
export const PLACEHOLDERS = [
  "edition",
  "office",
  "number",
  "version",
  "date",
  "act",
  "projects",
  "cost",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACES = /\{([^{}]*)\}/g;

const isKnown = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name);

/** What stands in braces and is no placeholder. */
const unknownIn = (text: string): string[] =>
  [...text.matchAll(PLACES)].flatMap(([all, name = ""]) => (isKnown(name) ? [] : [all]));

/** A text with what it speaks of in the places for it. */
export const filledIn = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replace(PLACES, (all, name: string) => (isKnown(name) ? values[name] : all));

const LIMIT = PLACEHOLDERS.map((name) => `{${name}}`).join(", ");

/** A text in which nothing stands in braces that is not known. */
const withPlaces = <S extends z.ZodString>(text: S): S =>
  text.check(({ value, issues }) => {
    if (unknownIn(value).length > 0)
      issues.push({ code: "custom", input: value, params: { rule: "choice", limit: LIMIT } });
  }) as S;

/** What the city writes itself of a list. */
export const TemplateTexts = z.strictObject({
  title: withPlaces(line(200)),
  introduction: withPlaces(paragraphs(4000)),
  legalBasis: withPlaces(paragraphs(2000)).nullable(),
  closing: withPlaces(paragraphs(4000)).nullable(),
  /** Posts of who signs, a line each. */
  signatures: z.array(line(120)).max(5),
});
export type TemplateTexts = z.infer<typeof TemplateTexts>;

/** The texts of a list in a language, as they were from a moment on. */
export const Template = TemplateTexts.strip().extend({
  list: ListName,
  language: Language,
  /** From 1; what is there before anybody has written any has none. */
  version: z.int().min(0),
  at: Instant.optional(),
  /** Who proposed it, and who accepted. */
  by: z.array(z.string()).optional(),
});
export type Template = z.infer<typeof Template>;
