import type { IncomingMessage } from "node:http";
import { runInNewContext } from "node:vm";
import { FRONT } from "../../../shared/platform/address.ts";

interface EdgeRequest {
  method: string;
  /** The path as it was sent, encoded, without the query. */
  uri: string;
  /** Parameters by the names that they were sent with. */
  querystring: Record<string, { value: string }>;
  headers: Record<string, { value: string }>;
}

type Handler = (event: { request: EdgeRequest }) => EdgeRequest;

interface Passed {
  /** GET where nothing is said. */
  readonly method?: string;
  readonly uri: string;
  readonly query?: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The headers that CloudFront sends on: it says whom it speaks for at the end of `X-Forwarded-For`, to which the gateway adds CloudFront's own
 * address, and shows its secret, whatever the caller said. A proxy on this machine, the only kind there can be, says for whom it speaks.
 */
export const sentOn = (
  { socket: { remoteAddress = "" } }: IncomingMessage,
  sent: Readonly<Record<string, string>>,
  secret: string,
): Readonly<Record<string, string>> => ({
  ...sent,
  "x-forwarded-for": `${sent["x-forwarded-for"] || remoteAddress}, ${remoteAddress}`,
  [FRONT]: secret,
});

/** Whom CloudFront sees: on this machine, the one whom a proxy speaks for. */
export const viewerOf = (
  { socket: { remoteAddress = "" } }: IncomingMessage,
  sent: Readonly<Record<string, string>>,
): string => sent["x-forwarded-for"]?.split(",").at(-1)?.trim() || remoteAddress;

const nameOf = (pair: string): string => pair.split("=", 1)[0] ?? "";

/** Code of a CloudFront Function, in a context that has the language and nothing of Node. */
export const edgeOf = (code: string): ((passed: Passed) => Required<Omit<Passed, "method">>) => {
  const handler = runInNewContext(`${code}\nhandler;`) as Handler;
  return ({ method = "GET", uri, query = "", headers }) => {
    const pairs = query.split("&").filter((pair) => pair !== "");
    const querystring = Object.fromEntries(pairs.map((pair) => [nameOf(pair), { value: pair }]));
    const valued = Object.entries(headers).map(([name, value]) => [name, { value }] as const);
    const request = handler({
      request: { method, uri, querystring, headers: Object.fromEntries(valued) },
    });
    const sent = Object.entries(request.headers).map(([name, { value }]) => [name, value] as const);
    const kept = pairs.filter((pair) => Object.hasOwn(request.querystring, nameOf(pair)));
    return { uri: request.uri, query: kept.join("&"), headers: Object.fromEntries(sent) };
  };
};
