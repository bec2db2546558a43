import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { PARAMETERS, Problem, SECURITY_SCHEMES, TAGS } from "./openapi-fixed.ts";
import { operationOf } from "./openapi-operation.ts";
import { collectSchemas, type JsonSchema } from "./openapi-schemas.ts";
import type { Route } from "./route.ts";

type Schemas = ReturnType<typeof collectSchemas>;

interface OpenapiParts {
  readonly version: string;
  readonly routes: Readonly<Record<string, Route>>;
  readonly endpoints: readonly Endpoint[];
}

/** Only these are described; pages are for people. */
const isDescribed = ({ key, page }: Route): boolean =>
  !page && / \/(?:v1\/|health$|openapi\.json$)/.test(key);

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
      license: { name: "MIT", identifier: "MIT" },
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
      securitySchemes: SECURITY_SCHEMES,
    },
  };
};
