import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { collectSchemas, type JsonSchema } from "./openapi-schemas.ts";
import type { Route } from "./route.ts";

type Schemas = ReturnType<typeof collectSchemas>;

export interface OpenapiParts {
  readonly version: string;
  readonly routes: Readonly<Record<string, Route>>;
  readonly endpoints: readonly Endpoint[];
}

const TAGS: Partial<Record<Route["fn"], string>> = {
  cycles: "Budget cycles: rules, calendar, phases, count and publication",
  proposals: "Proposals and projects",
  voting: "The vote: roll, identity, ballot, receipt",
  results: "Results and their files",
  consultations: "Consultations and meetings",
  notices: "News and notices",
  staff: "The city office",
  site: "The service itself",
};

/** A problem of RFC 9457, as every refusal and accident is answered. */
const Problem = z
  .object({
    type: z.url().meta({ description: "A page that explains the code" }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: "In the language of Accept-Language" }),
    instance: z.string().meta({ description: "The request, for the city's log" }),
    code: z.string().meta({ description: "Stable, in no language", examples: ["voting/closed"] }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .meta({ description: "JSON pointer into the request", examples: ["/sections/0/pool"] }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

const MEDIA = /^[\w.+-]+\/[\w.+-]+(?:;.*)?$/;
const BODIES = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  "text/csv": "text/csv",
} as const;

const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: "Done",
  201: "Created",
  202: "Taken on",
  204: "Done, nothing to say",
  303: "See the address in Location",
};

/** Only these are described; pages are for people. */
export const isDescribed = ({ key, page }: Route): boolean =>
  !page && / \/(?:v1\/|health$|openapi\.json$)/.test(key);

const whoMay = ({ who }: Route): string => {
  switch (who.by) {
    case "anyone":
      return "";
    case "voter-token":
      return "For a voter, with the token that the code brought.";
    case "mailed-link":
      return "For whoever holds the mailed link.";
    case "staff-token":
    case "staff-cookie":
      return `For staff: ${who.roles.join(", ")}.`;
  }
};

const securityOf = ({ who }: Route): object[] =>
  who.by === "staff-token" ? [{ staff: [] }] : who.by === "voter-token" ? [{ voter: [] }] : [];

const shapeOf = (schema: unknown): Record<string, z.ZodType> =>
  schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};

const parametersOf = ({ route, spec }: Endpoint, schemas: Schemas): object[] => {
  const [method = "", path = ""] = route.key.split(" ");
  const inPath = shapeOf(spec.params);
  const parameter = (name: string, place: "path" | "query", schema: z.ZodType | undefined) => ({
    name,
    in: place,
    required: place === "path" || !(schema?.isOptional() ?? true),
    schema: schemas.convert(schema ?? z.string(), "input"),
  });
  const shared = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  const creates = method === "POST" && spec.replies?.[201] !== undefined;
  return [
    ...[...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = ""]) => parameter(name, "path", inPath[name])),
    ...Object.entries(shapeOf(spec.query)).map(([name, schema]) => parameter(name, "query", schema)),
    shared("AcceptLanguage"),
    ...(creates ? [shared(route.who.by === "voter-token" ? "BallotKey" : "IdempotencyKey")] : []),
    ...(method === "PATCH" ? [shared("IfMatch")] : []),
    ...(method === "GET" ? [shared("IfNoneMatch")] : []),
  ];
};

const repliesOf = ({ route, spec }: Endpoint, schemas: Schemas): Record<string, object> => {
  const declared = Object.entries(spec.replies ?? { 200: "Done" }) as [string, z.ZodType | string][];
  const replies = declared.map(([status, schema]): [string, object] => {
    const description = STATUS_TEXT[Number(status)] ?? "Done";
    if (typeof schema !== "string")
      return [
        status,
        { description, content: { "application/json": { schema: schemas.convert(schema, "output") } } },
      ];
    return MEDIA.test(schema)
      ? [status, { description, content: { [schema]: {} } }]
      : [status, { description: schema }];
  });
  const isGet = route.key.startsWith("GET ");
  return {
    ...Object.fromEntries(replies),
    ...(isGet ? { 304: { description: "You have it already" } } : {}),
    default: { $ref: "#/components/responses/Problem" },
  };
};

const operationOf = (name: string, one: Endpoint, schemas: Schemas): object => {
  const { route, spec } = one;
  const description = [spec.description, whoMay(route)].filter(Boolean).join("\n\n");
  return {
    operationId: name,
    tags: [route.fn],
    summary: spec.summary,
    ...(description && { description }),
    security: securityOf(route),
    parameters: parametersOf(one, schemas),
    ...(spec.body && {
      requestBody: {
        required: true,
        content: { [BODIES[spec.takes ?? "json"]]: { schema: schemas.convert(spec.body, "input") } },
      },
    }),
    responses: repliesOf(one, schemas),
  };
};

const header = (name: string, description: string, required: boolean, schema: object) => ({
  name,
  in: "header",
  description,
  required,
  schema,
});

const PARAMETERS = {
  AcceptLanguage: header("Accept-Language", "Language of titles and details: pl (default) or en", false, {
    type: "string",
    examples: ["en"],
  }),
  IdempotencyKey: header(
    "Idempotency-Key",
    "What you create has its identity from this key: a retry with the same key answers the same, and makes nothing twice",
    false,
    { type: "string", minLength: 8, maxLength: 255 },
  ),
  BallotKey: header(
    "Idempotency-Key",
    "At least 128 random bits, in hexadecimal or base 64; the same key brings the same receipt",
    true,
    { type: "string", minLength: 22, maxLength: 255 },
  ),
  IfMatch: header("If-Match", "The ETag of the version that you change", true, {
    type: "string",
    examples: ['"v3"'],
  }),
  IfNoneMatch: header("If-None-Match", "The ETag that you have", false, { type: "string" }),
};

/** References between converted schemas, made final: what stands under `requestBody` and `parameters` is sent, the rest is got. */
const linkedThrough = (operation: object, schemas: Schemas): object =>
  Object.fromEntries(
    Object.entries(operation).map(([key, value]) =>
      key === "requestBody" || key === "parameters"
        ? [key, (schemas.linked({ value }, "input") as { value: unknown }).value]
        : [key, (schemas.linked({ value }, "output") as { value: unknown }).value],
    ),
  );

/** Schemas that are referred to by name alone: they are converted from the registry, until none is missing. */
const convertMentioned = (text: string, schemas: Schemas): void => {
  for (const [, id = ""] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    const schema = z.globalRegistry._idmap.get(id);
    if (schema) schemas.convert(schema as z.ZodType, "input");
  }
};

/** The OpenAPI 3.1 document of every endpoint that is for programs, from the schemas that validate. */
export const openapiOf = ({ version, routes, endpoints }: OpenapiParts): JsonSchema => {
  const schemas = collectSchemas();
  const problem = schemas.convert(Problem, "output");
  const described = Object.entries(routes).flatMap(([name, route]) => {
    const one = isDescribed(route) ? endpoints.find((each) => each.route.key === route.key) : undefined;
    if (!one) return [];
    try {
      return [{ name, route, operation: operationOf(name, one, schemas) }];
    } catch (error) {
      throw new Error(`${name} (${route.key}) has a schema without a form in JSON Schema`, { cause: error });
    }
  });
  convertMentioned(JSON.stringify(described), schemas);

  const paths: Record<string, Record<string, object>> = {};
  for (const { route, operation } of described) {
    const [method = "", path = ""] = route.key.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: linkedThrough(operation, schemas) };
  }
  const tags = new Set(described.map(({ route }) => route.fn));
  return {
    openapi: "3.1.0",
    info: {
      title: "Rynek",
      version,
      description:
        "A city's participatory budget, consultations and meetings. Money is whole grosze; times are RFC 3339; ids are opaque. Fields that are not described are refused.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/" }],
    tags: [...tags].map((name) => ({ name, description: TAGS[name] ?? name })),
    paths,
    components: {
      schemas: schemas.components(),
      parameters: PARAMETERS,
      responses: {
        Problem: {
          description: "A refusal (4xx) or an accident (5xx)",
          content: { "application/problem+json": { schema: schemas.linked(problem, "output") } },
        },
      },
      securitySchemes: {
        staff: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "Access token of the city's staff",
        },
        voter: { type: "http", scheme: "bearer", description: "Token that a voter's code brought" },
      },
    },
  };
};
