/** As much of JSON Schema (2020-12) as the OpenAPI document uses. A keyword that is not known here is a fault of this file, and says so. */
export type Schema = { readonly [keyword: string]: unknown };

const KNOWN = new Set(
  (
    "$ref type properties required additionalProperties items enum const anyOf oneOf allOf minimum maximum exclusiveMinimum exclusiveMaximum " +
    "minLength maxLength pattern minItems maxItems format propertyNames description examples default title uniqueItems"
  ).split(" "),
);

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": (text) => !Number.isNaN(Date.parse(text)),
  uri: (text) => URL.canParse(text),
  "uri-reference": (text) => URL.canParse(text, "https://site.example"),
};

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

const isOfType = (type: string, value: unknown): boolean =>
  type === "integer" ? Number.isInteger(value) : typeOf(value) === type;

/** The schema behind a reference, with what stands beside the reference. */
export const resolved = (schema: Schema, document: Schema): Schema => {
  const { $ref, ...beside } = schema;
  if (typeof $ref !== "string") return schema;
  let found: unknown = document;
  for (const step of $ref.slice(2).split("/")) found = (found as Schema)[step];
  if (found === undefined) throw new Error(`${$ref} leads nowhere`);
  return { ...resolved(found as Schema, document), ...beside };
};

const list = (value: unknown): readonly Schema[] => (value ?? []) as readonly Schema[];

/** What of a value the schema does not allow, each with its pointer; nothing when it conforms. */
export const faultsOf = (value: unknown, given: Schema, document: Schema, at = ""): string[] => {
  const schema = resolved(given, document);
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (unknown) return [`${at || "/"}: the keyword ${unknown} is not known to the validator`];
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${at || "/"}: ${what}`);
  const within = (each: unknown, its: Schema, step: string | number) =>
    faults.push(...faultsOf(each, its, document, `${at}/${step}`));

  const { type, properties = {}, additionalProperties, items, propertyNames } = schema;
  if (typeof type === "string" && !isOfType(type, value))
    return [`${at || "/"}: ${typeOf(value)}, not ${type}`];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) fault("not one of the choices");
  if ("const" in schema && schema.const !== value) fault("not the constant");
  for (const each of list(schema.allOf)) faults.push(...faultsOf(value, each, document, at));
  for (const any of [list(schema.anyOf), list(schema.oneOf)]) {
    if (any.length > 0 && !any.some((each) => faultsOf(value, each, document, at).length === 0))
      fault("none of the alternatives");
  }
  if (typeof value === "number") {
    if (value < Number(schema.minimum ?? -Infinity) || value <= Number(schema.exclusiveMinimum ?? -Infinity))
      fault("too small");
    if (value > Number(schema.maximum ?? Infinity)) fault("too big");
  }
  if (typeof value === "string") {
    if (value.length < Number(schema.minLength ?? 0)) fault("too short");
    if (value.length > Number(schema.maxLength ?? Infinity)) fault("too long");
    if (typeof schema.pattern === "string" && !new RegExp(schema.pattern, "u").test(value)) fault("pattern");
    if (typeof schema.format === "string" && !(FORMATS[schema.format]?.(value) ?? true)) fault("format");
  }
  if (Array.isArray(value)) {
    if (value.length < Number(schema.minItems ?? 0)) fault("too few");
    if (value.length > Number(schema.maxItems ?? Infinity)) fault("too many");
    if (items) for (const [index, each] of value.entries()) within(each, items as Schema, index);
  }
  if (typeOf(value) === "object") {
    const members = value as Record<string, unknown>;
    for (const name of (schema.required ?? []) as string[])
      if (!(name in members)) fault(`${name} is missing`);
    for (const [name, each] of Object.entries(members)) {
      const its = (properties as Record<string, Schema>)[name];
      if (its) within(each, its, name);
      else if (additionalProperties === false) fault(`${name} is not described`);
      else if (typeof additionalProperties === "object") within(each, additionalProperties as Schema, name);
      if (propertyNames) within(name, propertyNames as Schema, name);
    }
  }
  return faults;
};
