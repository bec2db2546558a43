import { faultsOf, resolved, type Schema } from "./json-schema.ts";

export interface Exchange {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly described: Schema;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "[^/]+")}$`);

/** How many segments of a path are parameters: one in full comes before one with a parameter. */
const parameters = ({ path }: Operation): number => path.split("{").length;

/** Every operation of the document, as it is now. */
export const operationsOf = (document: Schema): Operation[] =>
  Object.entries(document.paths as Record<string, Record<string, Schema>>)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({
        id: String(described.operationId),
        method: method.toUpperCase(),
        path,
        pattern: patternOf(path),
        described,
      })),
    )
    .sort((a, b) => parameters(a) - parameters(b));

const media = (type: string | null): string => (type ?? "").split(";")[0]?.trim() ?? "";

/** Holds exchanges against an OpenAPI document. */
export const openConformity = (document: Schema) => {
  const operations = operationsOf(document);

  const problemFaults = ({ status, type, text }: Exchange): string[] => {
    if (media(type) !== "application/problem+json") return [`a ${status} of type ${type}`];
    const body = JSON.parse(text);
    const faults = faultsOf(body, { $ref: "#/components/schemas/Problem" }, document);
    return body.status === status ? faults : [...faults, `/status: ${body.status} in a ${status}`];
  };

  /** What of an answer the document does not promise. Of pages and files it says nothing; what it says nothing of under `/v1` is not there. */
  const faults = (exchange: Exchange): string[] => {
    const { method, path, status, type, text } = exchange;
    // What may be asked at an address is answered by the address itself.
    if (method === "OPTIONS" && status === 204) return [];
    const operation = operations.find((one) => one.method === method && one.pattern.test(path));
    if (!operation)
      return path.startsWith("/v1/") && status < 400
        ? [`${method} ${path}: ${status}, and not described`]
        : [];
    if (status >= 400) return problemFaults(exchange);
    const replies = operation.described.responses as Record<string, Schema>;
    const reply = replies[status];
    if (!reply) return [`${operation.id}: ${status} is not described`];
    const content = resolved(reply, document).content as Record<string, Schema> | undefined;
    if (!content) return text === "" ? [] : [`${operation.id}: ${status} has a body that is not described`];
    // The same list as GeoJSON is described under its own address.
    if (operation.id === "getProjects" && media(type) === "application/geo+json") return [];
    // A file in the format that its address names.
    if ("application/octet-stream" in content) return [];
    const described = Object.entries(content).find(([name]) => media(name) === media(type));
    if (!described) return [`${operation.id}: ${type} is not described for ${status}`];
    const schema = described[1].schema as Schema | undefined;
    return schema
      ? faultsOf(JSON.parse(text), schema, document).map((one) => `${operation.id} ${status} ${one}`)
      : [];
  };

  return { document, operations, faults };
};

export type Conformity = ReturnType<typeof openConformity>;
