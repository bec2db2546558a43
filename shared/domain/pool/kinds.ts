import { z } from "zod";

/** Whose pool it is: the whole city's, that of several districts, or that of one. */
export const PoolKind = z.enum(["citywide", "area", "district"]);
export type PoolKind = z.infer<typeof PoolKind>;

/** The kinds from one's own door outwards. */
export const NEAR_FIRST: readonly PoolKind[] = ["district", "area", "citywide"];

/** What a rule set says of each kind of pool; of areas only where the edition has some. */
export const eachKind = <S extends z.ZodType>(schema: S) =>
  z.strictObject({ citywide: schema, area: schema.optional(), district: schema });

interface EachKind<T> {
  readonly citywide: T;
  readonly area?: T | undefined;
  readonly district: T;
}

export const forKind = <T>(rules: EachKind<T>, kind: PoolKind): T => {
  const rule = rules[kind];
  if (rule === undefined) throw new Error(`the rule set says nothing of pools of the kind ${kind}`);
  return rule;
};
