import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { addressAt, type Values } from "../domain/addresses.ts";
import type { Version } from "../domain/kind.ts";
import type { Issue } from "../domain/refusals.ts";
import { Html } from "../pages/html.ts";
import { plain } from "../words/fallback.ts";
import type { Route, RouteKey } from "./route.ts";

/** API Gateway's HTTP API event, payload 2.0; the authorizer is there on routes for staff tokens only. */
export type HttpEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, "requestContext"> & {
  readonly requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"], "authorizer"> & {
    readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, unknown>> } };
  };
};

export type HttpResult = APIGatewayProxyStructuredResultV2;

/** What an endpoint answers. `body` is JSON unless it is a page, a text with its `type`, or bytes. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** What was wrong with a form that is shown again, for its count; it does not leave the house. */
  readonly issues?: readonly Issue[];
  /** A page within a form of several: it is neither begun nor finished by it. */
  readonly isStep?: true;
}

export const json = (body: unknown, headers?: Reply["headers"]): Reply => ({
  status: 200,
  body,
  ...(headers && { headers }),
});
/** Made, and to be had at this row of the table. */
export const created = <K extends RouteKey>(
  { key }: Pick<Route<K>, "key">,
  values: Values<K>,
  body: unknown,
): Reply => ({ status: 201, body, headers: { location: addressAt(key, values) } });
export const accepted = (body: unknown): Reply => ({ status: 202, body });
export const noContent: Reply = { status: 204 };
export const file = (body: string | Uint8Array, type: string, name?: string): Reply => ({
  status: 200,
  body,
  type,
  ...(name && { headers: { "content-disposition": `attachment; filename="${name}"` } }),
});
export const view = (body: Html, status = 200): Reply => ({ status, body });
/** A form again, with what is wrong with it. */
export const formAgain = (body: Html, issues: readonly Issue[]): Reply => ({ status: 422, body, issues });
/** After a form: the browser fetches the next page, and reloading it repeats nothing. */
export const seeOther = (location: string, cookies?: readonly string[]): Reply => ({
  status: 303,
  headers: { location },
  ...(cookies && { cookies }),
});

/** Version tag of a record, as it stands in ETag and If-Match. */
export const versionTag = (version: Version): string => `"v${version}"`;

export const toResult = (reply: Reply): HttpResult => {
  const headers: Record<string, string> = { ...reply.headers };
  const result = { statusCode: reply.status, headers, ...(reply.cookies && { cookies: [...reply.cookies] }) };
  const { body } = reply;
  if (body === undefined) return result;
  if (body instanceof Html)
    return { ...result, headers: typed(headers, "text/html; charset=utf-8"), body: body.text };
  if (body instanceof Uint8Array) {
    const bytes = Buffer.from(body).toString("base64");
    return {
      ...result,
      headers: typed(headers, reply.type ?? "application/octet-stream"),
      body: bytes,
      isBase64Encoded: true,
    };
  }
  if (typeof body === "string")
    return {
      ...result,
      headers: typed(headers, reply.type ?? "text/plain; charset=utf-8"),
      body: plain(body),
    };
  return { ...result, headers: typed(headers, reply.type ?? "application/json"), body: plain(jsonOf(body)) };
};

/** JSON in which no text, whoever wrote it, can be taken for markup. */
const jsonOf = (body: unknown): string => JSON.stringify(body).replaceAll("<", "\\u003c");

const typed = (headers: Record<string, string>, type: string): Record<string, string> => ({
  ...headers,
  "content-type": type,
});
