import { z } from "zod";
import { type Empty, type FieldKind, kindOf, readField, writeField } from "./field-kind.ts";
import { fieldId } from "./form-state.ts";

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

/** A list of objects is no field: its items are changed by acts of their own. */
const partsOf = (shape: z.core.$ZodShape, kinds: Kinds, above = ""): Part[] =>
  Object.entries(shape).flatMap(([step, schema]): Part[] => {
    const { bare, empty } = bareOf(schema, "");
    const name = fieldId(above + step);
    if (bare instanceof z.ZodArray && bare.element instanceof z.ZodObject) return [];
    return bare instanceof z.ZodObject
      ? [{ step, empty, inner: partsOf(bare.shape, kinds, `${name}-`) }]
      : [{ step, empty, name, kind: kinds[name] ?? kindOf(bare), values: valuesOf(bare) }];
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

/** The fields of a schema, in its order and flat; a value out of what was typed into them, and what stands in them of a value. */
export const schemaFields = (shape: z.core.$ZodShape, kinds: Kinds) => {
  const parts = partsOf(shape, kinds);
  const fields = fieldsIn(parts);
  const names = fields.map(({ name }) => name);
  return {
    fields,
    names,
    /** What no field is called stays, for the schema to refuse. */
    read: (typed: Tree): Tree => ({
      ...readParts(parts, typed),
      ...Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name))),
    }),
    write: (value: unknown): Tree => Object.fromEntries(writeParts(parts, value)),
  };
};
