import type { Context } from "aws-lambda";
import { isThroughFront } from "./address.ts";
import { formOf, formsIn, isSeen } from "./counted-forms.ts";
import type { Deps } from "./deps.ts";
import { openDoor } from "./door.ts";
import type { Served } from "./endpoint.ts";
import type { HttpEvent, HttpResult } from "./http.ts";
import { matcher } from "./match.ts";
import { missing, roundTheFront } from "./missing.ts";
import { once } from "./once.ts";
import { isOpen } from "./response-headers.ts";
import type { Route } from "./route.ts";

/** A request that was answered: by which row, and whether the gateway's log names the same. */
export interface Answered {
  readonly row: Route;
  readonly isNamedByGateway: boolean;
  readonly status: number | undefined;
  readonly milliseconds: number;
}

/** The event as if the gateway knew the row. HEAD is asked as GET: whoever writes to the wire leaves the body out. */
const asOf = (event: HttpEvent, key: string, parameters: Readonly<Record<string, string>>): HttpEvent => {
  const { pathParameters: _gateways, requestContext, ...rest } = event;
  const { http } = requestContext;
  const method = http.method === "HEAD" ? "GET" : http.method;
  return {
    ...rest,
    routeKey: key,
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    requestContext: { ...requestContext, http: { ...http, method } },
  };
};

const pathIn = (key: string): string => key.slice(key.indexOf(" ") + 1);

/**
 * The doors of a function, found by its own rows on the method and the path that the gateway has decoded: which of the gateway's rows
 * brought the request here says nothing, so that a prefix and an exact row lead to the same.
 */
export const openDoors = (
  endpoints: readonly Served[],
  deps: Deps,
  told: (answered: Answered) => Promise<void>,
) => {
  const forms = formsIn(endpoints.map(({ route }) => route));
  const counterOf = async (form: string | undefined) =>
    form === undefined ? undefined : (await import("./form-counts.ts")).openCounter(form, deps);
  const find = matcher(
    endpoints.map(({ route, load }) => ({
      route,
      key: route.key as string,
      isOpen: isOpen(route),
      door: once(async () => openDoor(await load(), deps, await counterOf(formOf(route, forms)))),
      uncounted: once(async () => openDoor(await load(), deps)),
    })),
  );
  return async (event: HttpEvent, context: Context): Promise<HttpResult> => {
    if (!isThroughFront(event, deps)) {
      const refused = roundTheFront(event);
      return await openDoor(refused, deps)(asOf(event, refused.route.key, {}), context);
    }
    const begun = performance.now();
    const { method } = event.requestContext.http;
    const segments = event.rawPath.slice(1).split("/");
    const found = find(method === "HEAD" ? "GET" : method, segments);
    if (!found.found) {
      const read = find("GET", segments);
      const none = missing(event, found.allowed, read.found && read.match.row.isOpen);
      return await openDoor(none, deps)(asOf(event, none.route.key, {}), context);
    }
    const { row, parameters } = found.match;
    const open = await (isSeen(event) ? row.door() : row.uncounted());
    const result = await open(asOf(event, row.key, parameters), context);
    await told({
      row: row.route,
      isNamedByGateway: pathIn(row.key) === pathIn(event.routeKey),
      status: result.statusCode,
      milliseconds: Math.round(performance.now() - begun),
    });
    return result;
  };
};
