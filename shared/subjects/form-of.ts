/**
 * A form from a schema: laid out by it, filled from a value of it, and read back by it. Fields of an object within lie flat, `place-name`,
 * under the names that faults point at. What a field says is typed by its schema: a field without its words does not compile.
 *
 *     const form = formOf(z.strictObject({ name: line(200), parent: UnitId.nullable() }));
 *     form.fields(formState(words, { typed: form.texts(unit) }), words, { parent: [["zielen", "Zakład Zieleni"]] })
 *     endpoint(routes.postUnit, { body: form.posted, … })   // body: { value: { name, parent }, version }
 */
import { z } from "zod";
import { LocalMoment, localMoment } from "../domain/local-moment.ts";
import { Email } from "../domain/text.ts";
import { isCanonicalInstant } from "../domain/time.ts";
import { type FormState, fieldId } from "../pages/components/form-state.ts";
import { type FieldKind, typedField } from "../pages/components/typed-field.ts";
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

/** What stands for a field that was left empty: where it is required the empty text, else nothing or null. */
type Empty = "" | undefined | null;

interface Field {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: FieldKind;
  readonly values: readonly string[] | undefined;
  readonly empty: Empty;
}

/** A text that may be longer than a line is typed in an area. */
const LONGEST_LINE = 200;

const bareOf = (schema: unknown, empty: Empty = ""): { readonly bare: unknown; readonly empty: Empty } => {
  if (schema instanceof z.ZodNullable) return bareOf(schema.unwrap(), null);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? bareOf(schema.unwrap(), undefined)
    : { bare: schema, empty };
};

const valuesOf = (schema: unknown): readonly string[] | undefined => {
  if (schema instanceof z.ZodArray) return valuesOf(schema.element);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
};

const kindOf = (schema: unknown): FieldKind => {
  if (schema instanceof z.ZodBoolean) return "yes";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodEnum) return "one";
  if (schema instanceof z.ZodArray) return "some";
  if (schema instanceof z.ZodISODateTime) return "moment";
  if (schema instanceof z.ZodISODate) return "date";
  if (schema === Email) return "email";
  return schema instanceof z.ZodString && (schema.maxLength ?? 0) > LONGEST_LINE ? "text" : "line";
};

const readField = ({ kind, empty }: Field, typed: unknown): unknown => {
  if (kind === "yes") return typed === undefined ? false : typed === "yes" || typed;
  if (kind === "some") return typed === undefined ? [] : [typed].flat();
  if (typeof typed !== "string") return typed;
  if (kind === "lines") return typed.split(/\r?\n/).flatMap((one) => one.trim() || []);
  // A required number or day that was left empty is missing; a required text is too short, as one that is only spaces.
  if (typed.trim() === "") return empty === "" && kind !== "line" && kind !== "text" ? undefined : empty;
  if (kind === "number") return /^\s*-?\d{1,12}\s*$/.test(typed) ? Number(typed) : typed;
  return kind === "moment" ? (LocalMoment.safeParse(typed).data ?? typed) : typed;
};

const writeField = (kind: FieldKind, value: unknown): unknown => {
  if (value === undefined || value === null) return kind === "some" || kind === "yes" ? undefined : "";
  if (kind === "yes") return value === true ? "yes" : undefined;
  if (Array.isArray(value)) return kind === "lines" ? value.join("\n") : value;
  return kind === "moment" && isCanonicalInstant(String(value)) ? localMoment(String(value)) : String(value);
};

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => value !== null && typeof value === "object";

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((one, step) => (isTree(one) ? one[step] : undefined), value);

const put = (into: Tree, [step = "", ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  const within = into[step];
  const part = isTree(within) ? within : {};
  into[step] = part;
  put(part, rest, value);
};

/** Every field of a schema, and the objects within it by their paths, the inner ones first. */
const fieldsOf = (shape: Shape, kinds: { readonly [name: string]: FieldKind | undefined }) => {
  const fields: Field[] = [];
  const parts: Pick<Field, "path" | "empty">[] = [];
  const walk = (within: Shape, above: readonly string[]): void => {
    for (const [step, schema] of Object.entries(within)) {
      const path = [...above, step];
      const name = fieldId(path.join("/"));
      const { bare, empty } = bareOf(schema);
      if (bare instanceof z.ZodObject) {
        parts.unshift({ path, empty });
        walk(bare.shape, path);
      } else fields.push({ name, path, kind: kinds[name] ?? kindOf(bare), values: valuesOf(bare), empty });
    }
  };
  walk(shape, []);
  return { fields, parts };
};

/** The form of a schema; `kinds` names fields that are typed otherwise than their schema suggests. */
export const formOf = <S extends z.ZodObject>(
  schema: S,
  kinds: { readonly [N in NamesIn<S["shape"]>]?: FieldKind } = {},
) => {
  const { fields, parts } = fieldsOf(schema.shape, kinds);
  const names = fields.map(({ name }) => name);

  /** What was typed, as the schema takes it; what no field is called stays, for the schema to refuse. */
  const read = (typed: Readonly<Tree>): Tree => {
    const value: Tree = Object.fromEntries(
      Object.entries(typed).filter(([name]) => name !== "key" && !names.includes(name)),
    );
    for (const field of fields) {
      const found = readField(field, typed[field.name]);
      if (found !== undefined) put(value, field.path, found);
    }
    for (const { path, empty } of parts) {
      const part = at(value, path);
      const isEmpty = !isTree(part) || Object.values(part).every((one) => one === null || one === "");
      if (isEmpty && empty !== "") put(value, path, empty);
      else if (part === undefined) put(value, path, {});
    }
    return value;
  };

  return {
    schema,
    names,
    /** The body that a browser posts: the value, and the version of the thing over which it was typed. */
    posted: z.preprocess(
      (typed) => (isTree(typed) ? read(typed) : typed),
      schema
        .safeExtend({ version: z.coerce.number().optional() })
        .transform(({ version, ...value }) => ({ version, value })),
    ) as unknown as z.ZodType<{ readonly value: z.output<S>; readonly version?: number }>,
    /** A value, or as much of it as there is, as it stands in the fields. */
    texts: (value: unknown): Tree =>
      Object.fromEntries(fields.map(({ name, path, kind }) => [name, writeField(kind, at(value, path))])),
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
