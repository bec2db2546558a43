import { z } from "zod";

export type JsonSchema = { [name: string]: unknown };

/** `input` is what a client sends, `output` what it gets. */
type Direction = "input" | "output";

const HOME = "#/components/schemas/";

/** Names that JSON Schema gives to a document, which have no place inside of one. */
const strip = (schema: JsonSchema): JsonSchema => {
  const { $schema: _schema, $id: _id, id: _name, ...rest } = schema;
  return rest;
};

/** References of one conversion, which point at its own definitions, as references to our components. */
const relinked = (value: unknown, rename: (id: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => relinked(one, rename));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === "$ref" && typeof one === "string"
        ? one.replace(/^#\/\$defs\/(.+)$/, (_, id: string) => HOME + rename(id))
        : relinked(one, rename),
    ]),
  );
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Components of an OpenAPI document, collected while schemas are converted. A schema with an `id` becomes a component; where
 * what is sent differs from what is got (defaults), the sent one is named `…Input`.
 */
export const collectSchemas = () => {
  const outputs: Record<string, JsonSchema> = {};
  const inputs: Record<string, JsonSchema> = {};

  const convert = (schema: z.ZodType, io: Direction): JsonSchema => {
    // Inside of an object, so that a schema with an id is a reference even at the top.
    const { properties, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), {
      io,
      target: "draft-2020-12",
      override: ({ jsonSchema }) => {
        const { override } = jsonSchema as { override?: unknown };
        if (typeof override !== "function") return;
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema];
        Object.assign(jsonSchema, override());
      },
    }) as unknown as { properties: { it: JsonSchema }; $defs?: Record<string, JsonSchema> };
    const known = io === "input" ? inputs : outputs;
    for (const [id, definition] of Object.entries($defs)) known[id] = strip(definition);
    return strip(properties.it);
  };

  const differs = (id: string): boolean => {
    if (inputs[id] === undefined || outputs[id] === undefined) return false;
    return !same(inputs[id], outputs[id]);
  };

  /** Whether a component, or one that it refers to, is sent in another form than it is got. */
  const isSplit = (id: string, seen: ReadonlySet<string> = new Set()): boolean => {
    if (seen.has(id)) return false;
    if (differs(id)) return true;
    if (outputs[id] === undefined) return false;
    const references = JSON.stringify(inputs[id] ?? {}).matchAll(/"#\/\$defs\/([^"]+)"/g);
    return [...references].some(([, other = ""]) => isSplit(other, new Set([...seen, id])));
  };

  const nameOf = (io: Direction) => (id: string) => (io === "input" && isSplit(id) ? `${id}Input` : id);

  return {
    convert,
    /** A converted schema with its references to components; to be called when everything is converted. */
    linked: (schema: JsonSchema, io: Direction): JsonSchema => relinked(schema, nameOf(io)) as JsonSchema,
    components: (): Record<string, JsonSchema> => {
      const all = Object.fromEntries([
        ...Object.entries(inputs).map(([id, schema]) => [
          nameOf("input")(id),
          relinked(schema, nameOf("input")),
        ]),
        ...Object.entries(outputs).map(([id, schema]) => [id, relinked(schema, nameOf("output"))]),
      ]) as Record<string, JsonSchema>;
      return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
};
