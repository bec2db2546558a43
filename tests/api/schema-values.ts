import { RULE_SETS } from "../../shared/rulesets/index.ts";
import type { Chance } from "../kit/chance.ts";
import { resolved, type Schema } from "./json-schema.ts";

const LETTERS = "aąbcćdeęłńoópsśźż ABCŁ 0123";
/** Of these a schema says too little. */
const NAMED: Readonly<Record<string, (chance: Chance) => unknown>> = {
  RuleSet: (chance) => chance.one([...RULE_SETS.values()]),
  UnitId: (chance) => chance.text("abcdefgh", 8),
  Email: (chance) => `${chance.text("abcdef", 10)}@example.com`,
  Instant: (chance) => new Date(Date.parse("2027-06-01T00:00:00Z") + chance.below(1e10)).toISOString(),
};

/** A text for one of the patterns that the document uses: classes, groups of choices, counts. */
const patterned = (pattern: string, chance: Chance): string => {
  const source = pattern
    .replace(/^\^|\$$/g, "")
    .replace(/\(\?:([^)]*)\)/g, (_, group: string) => chance.one(group.split("|")));
  return source.replace(
    /(\[[^\]]+\]|\\[wd])(?:\{(\d+)(?:,(\d+))?\}|(\?))?/g,
    (_, set: string, least?: string, most?: string, maybe?: string) => {
      const alphabet =
        { "\\w": "abc_1", "\\d": "0123456789", "[\\w-]": "abcXYZ019_-" }[set] ??
        set
          .slice(1, -1)
          .replace(/(\w)-(\w)/g, (_range, from: string, to: string) =>
            Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_one, n) =>
              String.fromCharCode(from.charCodeAt(0) + n),
            ).join(""),
          );
      const length = maybe
        ? chance.below(2)
        : least
          ? chance.between(Number(least), Number(most ?? least))
          : 1;
      return chance.text(alphabet, length);
    },
  );
};

const textOf = (schema: Schema, chance: Chance): string => {
  if (typeof schema.pattern === "string") return patterned(schema.pattern, chance);
  const least = Number(schema.minLength ?? 0);
  const most = Math.min(Number(schema.maxLength ?? 60), least + 80);
  return `a${chance.text(LETTERS, Math.max(0, chance.between(least, most) - 2))}z`.slice(
    0,
    Math.max(1, most),
  );
};

/** A value that the schema allows: as far as a schema can say. */
export const validValue = (given: Schema, document: Schema, chance: Chance): unknown => {
  const name = typeof given.$ref === "string" ? given.$ref.split("/").at(-1) : undefined;
  const made = name === undefined ? undefined : NAMED[name]?.(chance);
  if (made !== undefined) return made;
  const schema = resolved(given, document);
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return chance.one(schema.enum);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return validValue(chance.one(choices), document, chance);
  switch (schema.type) {
    case "string":
      return textOf(schema, chance);
    case "integer":
    case "number":
      return chance.between(
        Number(schema.minimum ?? 0),
        Math.min(Number(schema.maximum ?? 1000), Number(schema.minimum ?? 0) + 1000),
      );
    case "boolean":
      return chance.happens(0.5);
    case "null":
      return null;
    case "array": {
      const least = Number(schema.minItems ?? 0);
      return Array.from(
        { length: chance.between(least, Math.min(Number(schema.maxItems ?? 3), least + 2)) },
        () => validValue((schema.items ?? {}) as Schema, document, chance),
      );
    }
    case "object": {
      const required = new Set((schema.required ?? []) as string[]);
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Schema>)
          .filter(([member]) => required.has(member) || chance.happens(0.5))
          .map(([member, its]) => [member, validValue(its, document, chance)]),
      );
    }
    default:
      return chance.text(LETTERS, 8);
  }
};
