import type { IncomingMessage, ServerResponse } from "node:http";

/** A page or endpoint of this machine alone: answers true when the request was its own and is answered. */
export type LocalDoor = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Tries the doors in order. */
export const firstOf =
  (...doors: readonly LocalDoor[]): LocalDoor =>
  async (request, response) => {
    for (const door of doors) if (await door(request, response)) return true;
    return false;
  };

/** The request's path and query. The host is not taken from the request: it is the caller's word. */
export const addressOf = (request: IncomingMessage): URL => {
  const target = request.url ?? "/";
  return new URL(`http://127.0.0.1${target.startsWith("/") ? target : "/"}`);
};

/** Only names of this machine: a page elsewhere whose name is made to point here must not read what is here. */
export const isLoopback = (host: string | undefined): boolean =>
  host === undefined || /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host);

/** Where the client found this house; nothing when it says so of a place that is not this machine. */
export const originOf = ({ headers: { host } }: IncomingMessage): string =>
  host !== undefined && isLoopback(host) ? `http://${host}` : "";
