import { z } from "zod";

/**
 * A number or a text of a kind: grosze, seconds, a day. The compiler takes none of one kind for one of another, and nothing of it is there
 * at run time. What is reckoned or written out in code has no kind yet, and is taken for any.
 */
export type Kind<T extends number | string, K extends string> = T & { readonly kind?: K };

type Read<S extends z.ZodType<number | string>, K extends string> = S & {
  readonly _zod: { readonly output: Kind<z.output<S>, K> };
};

/** A schema that reads this kind. */
export const ofKind =
  <K extends string>() =>
  <S extends z.ZodType<number | string>>(schema: S) =>
    schema as Read<S, K>;

/** How often a record was changed: the one that a change was decided on is named with it. */
export const Version = ofKind<"version">()(z.int().positive());
export type Version = z.infer<typeof Version>;
