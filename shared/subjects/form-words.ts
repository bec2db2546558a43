/** What a form says, as types by its schema, and the words of a field that stands once for each language. */
import type { z } from "zod";
import { type Language, rowOf } from "../domain/languages.ts";
import type { Choice, OptionText } from "../pages/components/typed-field.ts";
import type { Frame } from "../pages/layout.ts";

type Shape = z.core.$ZodShape;
type Bare<S> = S extends z.ZodOptional<infer I> | z.ZodNullable<infer I> | z.ZodDefault<infer I>
  ? Bare<I>
  : S;
export type NamesIn<S extends Shape> = {
  [K in keyof S & string]: Bare<S[K]> extends z.ZodObject<infer Inner>
    ? `${K}-${NamesIn<Inner>}`
    : Bare<S[K]> extends z.ZodArray<z.ZodObject>
      ? never
      : K;
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
    ? { readonly options: { readonly [V in E[keyof E] & string]: OptionText } }
    : F extends z.ZodArray<infer I>
      ? OptionWords<Bare<I>>
      : unknown;

type Saying = {
  readonly label: string;
  readonly hint?: string;
  /** What a list says for no choice; it stands for the mark of an optional field. */
  readonly none?: string;
};

/** What a form says: each field its label, and a choice among named values a text for each of them. */
export type FormWords<S extends z.ZodObject> = {
  readonly [N in NamesIn<S["shape"]>]: Saying & OptionWords<At<S["shape"], N>>;
};

export type FieldWords = Saying & { readonly options?: Readonly<Record<string, OptionText>> };

/** Values to choose among that are data, by the name of their field, each with its text. */
export type Choices<S extends z.ZodObject> = {
  readonly [N in NamesIn<S["shape"]>]?: readonly Choice[];
};

type Spelled<N extends string> = { readonly [L in Language as `${N}-${L}`]: Saying };

/** A field in each language that the city's site speaks; in others there is none to type. */
export const spelled = <N extends string>(
  { city }: Pick<Frame, "city">,
  name: N,
  label: string,
  hint?: string,
): Spelled<N> =>
  Object.fromEntries(
    city.languages.map((code) => [
      `${name}-${code}`,
      { label: `${label} (${rowOf(code).name})`, ...(hint !== undefined && { hint }) },
    ]),
  ) as Spelled<N>;
