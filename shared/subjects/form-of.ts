/**
 * A form from a schema: laid out by it, filled from a value of it, and read back by it. Fields of an object within lie flat, `place-name`,
 * under the names that faults point at. What a field says is typed by its schema: a field without its words does not compile.
 *
 *     const form = formOf(z.strictObject({ name: line(200), parent: UnitId.nullable() }));
 *     form.fields(formState(words, { typed: form.texts(unit) }), words, { parent: [["zielen", "Zakład Zieleni"]] })
 *     endpoint(routes.postUnit, { body: form.posted, … })   // body: { value: { name, parent }, version }
 */
import { z } from "zod";
import { type Empty, type FieldKind, kindOf, readField, writeField } from "../pages/components/field-kind.ts";
import { type FormState, fieldId } from "../pages/components/form-state.ts";
import { typedField } from "../pages/components/typed-field.ts";
import { type Html, html } from "../pages/html.ts";

type Shape = z.core.$ZodShape;
type Bare<S> = S extends z.ZodOptional<infer I> | z.ZodNullable<infer I> | z.ZodDefault<infer I>
  ? Bare<I>
  : S;
type NamesIn<S extends Shape> = {
  [K in keyof S & string]: Bare<S[K]> extends z.ZodObject<infer Inner> ? `${K}-${NamesIn<Inner>}` : K;
}[keyof S & string];
type At<S extends Shape, N> = N extends keyof S
  ? Bare<S[N]>
  : N extends `${infer K extends keyof S & string}-${infer Rest}`
    ? Bare<S[K]> extends z.ZodObject<infer Inner>
      ? At<Inner, Rest>
      : never
    : never;
type OptionWords<F> =
  F extends z.ZodEnum<infer E>
    ? { readonly options: { readonly [V in E[keyof E] & string]: string } }
    : F extends z.ZodArray<infer I>
      ? OptionWords<Bare<I>>
      : unknown;

interface Saying {
  readonly label: string;
  readonly hint?: string;
  /** What a list says for no choice; it stands for the mark of an optional field. */
  readonly none?: string;
}

/** What a form says: each field its label, and a choice among named values a text for each of them. */
export type FormWords<S extends z.ZodObject> = {
  readonly [N in NamesIn<S["shape"]>]: Saying & OptionWords<At<S["shape"], N>>;
};

/** Values to choose among that are data, by the name of their field, each with its text. */
export type Choices<S extends z.ZodObject> = {
  readonly [N in NamesIn<S["shape"]>]?: readonly (readonly [value: string, text: string])[];
};

/** A field of a form, or an object with fields of its own. */
type Part = { readonly step: string; readonly empty: Empty } & (Field | { readonly inner: readonly Part[] });

interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly values: readonly string[] | undefined;
}

const bareOf = (schema: unknown, empty: Empty): { readonly bare: unknown; readonly empty: Empty } => {
  if (schema instanceof z.ZodNullable) return bareOf(schema.unwrap(), null);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? bareOf(schema.unwrap(), undefined)
    : { bare: schema, empty };
};

const valuesOf = (schema: unknown): readonly string[] | undefined => {
  if (schema instanceof z.ZodArray) return valuesOf(schema.element);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
};

type Kinds = { readonly [name: string]: FieldKind | undefined };

const partsOf = (shape: Shape, kinds: Kinds, above = ""): Part[] =>
  Object.entries(shape).map(([step, schema]) => {
    const { bare, empty } = bareOf(schema, "");
    const name = fieldId(above + step);
    return bare instanceof z.ZodObject
      ? { step, empty, inner: partsOf(bare.shape, kinds, `${name}-`) }
      : { step, empty, name, kind: kinds[name] ?? kindOf(bare), values: valuesOf(bare) };
  });

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** Whether nothing was typed, ticked or chosen. */
const isBlank = (value: unknown): boolean =>
  isTree(value) ? Object.values(value).every(isBlank) : (value ?? false) === false || value === "";

const readPart = (part: Part, typed: Tree): unknown => {
  if ("name" in part) return readField(part.kind, typed[part.name], part.empty);
  const within = readParts(part.inner, typed);
  return part.empty !== "" && isBlank(within) ? part.empty : within;
};

const readParts = (parts: readonly Part[], typed: Tree): Tree =>
  Object.fromEntries(parts.map((part) => [part.step, readPart(part, typed)]));

const writeParts = (parts: readonly Part[], value: unknown): [string, unknown][] =>
  parts.flatMap((part) => {
    const own = isTree(value) ? value[part.step] : undefined;
    return "name" in part ? [[part.name, writeField(part.kind, own)]] : writeParts(part.inner, own);
  });

const fieldsIn = (parts: readonly Part[]): (Field & { readonly empty: Empty })[] =>
  parts.flatMap((part) => ("name" in part ? [part] : fieldsIn(part.inner)));

/** The form of a schema; `kinds` names fields that are typed otherwise than their schema suggests. */
export const formOf = <S extends z.ZodObject>(
  schema: S,
  kinds: { readonly [N in NamesIn<S["shape"]>]?: FieldKind } = {},
) => {
  const parts = partsOf(schema.shape, kinds);
  const fields = fieldsIn(parts);
  const names = fields.map(({ name }) => name);

  /** What was typed, as the schema takes it; what no field is called stays, for the schema to refuse. */
  const read = (typed: Tree): Tree => ({
    ...readParts(parts, typed),
    ...Object.fromEntries(Object.entries(typed).filter(([name]) => name !== "key" && !names.includes(name))),
  });

  return {
    schema,
    names,
    /** The body that a browser posts: the value, and the version of the thing over which it was typed. */
    posted: z.preprocess(
      (typed) => (isTree(typed) ? read(typed) : typed),
      schema
        .safeExtend({ version: z.coerce.number().optional().catch(undefined) })
        .transform(({ version, ...value }) => ({ version, value })),
    ) as unknown as z.ZodType<{ readonly value: z.output<S>; readonly version?: number }>,
    /** A value, or as much of it as there is, as it stands in the fields. */
    texts: (value: unknown): Tree => Object.fromEntries(writeParts(parts, value)),
    /** The fields, in the order of the schema. */
    fields: (state: FormState, words: FormWords<S>, choices: Choices<S> = {}): Html => {
      const says: {
        readonly [name: string]: Saying & { readonly options?: Readonly<Record<string, string>> };
      } = words;
      const data: { readonly [name: string]: readonly (readonly [string, string])[] | undefined } = choices;
      return html`${fields.map(({ name, kind, values, empty }) => {
        const { options, label = name, ...saying } = says[name] ?? {};
        const own = values?.map((value) => [value, options?.[value] ?? value] as const);
        return typedField(state, {
          ...saying,
          label,
          name,
          kind,
          isOptional: empty !== "",
          options: data[name] ?? own,
        });
      })}`;
    },
  };
};

export type FormOf<S extends z.ZodObject> = ReturnType<typeof formOf<S>>;
