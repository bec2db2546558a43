/**
 * A form from a schema: laid out by it, filled from a value of it, and read back by it. Fields of an object within lie flat, `place-name`,
 * under the names that faults point at. What a field says is typed by its schema: a field without its words does not compile.
 *
 *     const form = formOf(z.strictObject({ name: line(200), parent: UnitId.nullable() }));
 *     form.fields(formState(words, { typed: form.texts(unit) }), words, { parent: [["zielen", "Zakład Zieleni"]] })
 *     endpoint(routes.postUnit, { body: form.posted, … })   // body: { value: { name, parent }, version }
 */
import { z } from "zod";
import { readMoment } from "../domain/text/moment.ts";
import { issueOf } from "../domain/text.ts";
import type { FieldKind } from "../pages/components/field-kind.ts";
import type { FormState } from "../pages/components/form-state.ts";
import { schemaFields } from "../pages/components/schema-fields.ts";
import { type Choice, typedField } from "../pages/components/typed-field.ts";
import { type Html, html } from "../pages/html.ts";
import type { Choices, FieldWords, FormWords, NamesIn } from "./form-words.ts";

/** What a field of a moment was refused for, in the terms of the city's clocks: the schema knows only instants. */
const heard = (issue: z.core.$ZodIssue): z.core.$ZodIssue => {
  if (issue.code !== "invalid_format" || issue.format !== "datetime") return issue;
  const read = readMoment(String(issue.input));
  return "fault" in read ? { ...issueOf(read.fault, issue.input), path: issue.path, message: "" } : issue;
};

type Read<S extends z.ZodObject> = { readonly value: z.output<S>; readonly version?: number };

/** The form of a schema; `kinds` names fields that are typed otherwise than their schema suggests. */
export const formOf = <S extends z.ZodObject>(
  schema: S,
  kinds: { readonly [N in NamesIn<S["shape"]>]?: FieldKind } = {},
) => {
  const { fields, names, read, write } = schemaFields(schema.shape, kinds);
  const posted = schema
    .safeExtend({ version: z.coerce.number().optional().catch(undefined) })
    .transform(({ version, ...value }) => ({ version, value }));

  return {
    schema,
    names,
    /** The body that a browser posts: the value, and the version of the thing over which it was typed. */
    posted: z.unknown().transform((sent, context) => {
      const { key: _key, ...typed } = sent as Readonly<Record<string, unknown>>;
      const { data, error } = posted.safeParse(read(typed), { reportInput: true });
      if (!error) return data;
      context.issues.push(...(error.issues.map(heard) as z.core.$ZodRawIssue[]));
      return z.NEVER;
    }) as unknown as z.ZodType<Read<S>>,
    /** A value, or as much of it as there is, as it stands in the fields. */
    texts: write,
    /** What was typed, out of what was read from it. */
    typed: ({ value, version }: Read<S>) => ({ ...write(value), version: version?.toString() }),
    /** The fields, in the order of the schema; one without words here, as of a language that a city does not speak, is left out. */
    fields: (state: FormState, words: FormWords<S>, choices: Choices<S> = {}): Html => {
      const says: { readonly [name: string]: FieldWords | undefined } = words;
      const data: { readonly [name: string]: readonly Choice[] | undefined } = choices;
      return html`${fields.map(({ name, kind, values, empty }) => {
        const said = says[name];
        if (!said) return false;
        const { options: texts, ...saying } = said;
        const options = data[name] ?? values?.map((value) => [value, texts?.[value] ?? value] as const);
        return typedField(state, { ...saying, name, kind, options, isOptional: empty !== "" });
      })}`;
    },
  };
};

export type FormOf<S extends z.ZodObject> = ReturnType<typeof formOf<S>>;
