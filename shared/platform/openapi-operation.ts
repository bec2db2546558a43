import { z } from "zod";
import { limitsOf, sizeOf } from "./admission.ts";
import type { Endpoint } from "./endpoint.ts";
import type { collectSchemas } from "./openapi-schemas.ts";
import type { Route } from "./route.ts";

type Schemas = ReturnType<typeof collectSchemas>;

const MEDIA = /^[\w.+-]+\/[\w.+-]+(?:;.*)?$/;
const BODIES = {
  json: ["application/json"],
  form: ["application/x-www-form-urlencoded"],
  "form with a table": ["application/x-www-form-urlencoded", "multipart/form-data"],
  "text/csv": ["text/csv", "application/gzip", "application/json"],
} as const;

const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: "Done",
  201: "Created",
  202: "Taken on",
  204: "Done, nothing to say",
  303: "See the address in Location",
};

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

/** What a program can run into: the size of a body, and whose limits it takes from. */
const admits = ({ route, spec }: Endpoint): string => {
  const { bytes, fields } = sizeOf(route);
  const rules = Object.values(limitsOf(route)?.buckets ?? {}).flat();
  const told = rules;
  const whose = new Set(told.map(({ by }) => by.join(" at a ")));
  const isWaitedFor = told.some(({ empty }) => empty.startsWith("wait"));
  return [
    ...(spec.body ? [`A body has at most ${bytes} bytes and ${fields} values.`] : []),
    ...(whose.size > 0
      ? [
          `Has limits by ${[...whose].join(", ")}${isWaitedFor ? ": 429 says in `Retry-After` when to come again" : ""}.`,
        ]
      : []),
  ].join(" ");
};

const securityOf = ({ who }: Route): object[] =>
  who.by === "staff-token" ? [{ staff: [] }] : who.by === "voter-token" ? [{ voter: [] }] : [];

export const shapeOf = (schema: unknown): Record<string, z.ZodType> =>
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

/** One endpoint as an operation; its references to schemas are not final yet. */
export const operationOf = (name: string, one: Endpoint, schemas: Schemas): object => {
  const { route, spec } = one;
  const description = [spec.description, whoMay(route), admits(one)].filter(Boolean).join("\n\n");
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
        content: Object.fromEntries(
          BODIES[spec.takes ?? "json"].map((media) => [
            media,
            { schema: schemas.convert(spec.body, "input") },
          ]),
        ),
      },
    }),
    responses: repliesOf(one, schemas),
  };
};
