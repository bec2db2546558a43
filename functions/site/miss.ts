import { languageFor, prefixOf } from "../../shared/domain/languages.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { type Endpoint, endpoint, type Request } from "../../shared/platform/endpoint.ts";
import type { Reply } from "../../shared/platform/http.ts";
import { problemReply } from "../../shared/platform/problem.ts";
import { routes } from "../routes.ts";

const notFound = refusal("thing/not-found", {});

/** Whether a program asks: below /v1, or for JSON where a browser asks for HTML. */
const isProgram = ({ path, header }: Request): boolean => {
  const accept = header("accept") ?? "";
  return /^\/v1(?:\/|$)/.test(path) || (accept.includes("json") && !accept.includes("html"));
};

const problem = (request: Request, { site }: Deps): Reply => {
  const language = languageFor(request.header("accept-language"));
  const reply = problemReply(notFound, { language, siteUrl: site.url, instance: request.requestId });
  return { ...reply, headers: { ...reply.headers, vary: "accept-language" } };
};

/** The address without the slash at its end, which people type; one slash at the front, so that it stays on this site. */
const withoutSlash = ({ path, language }: Request): string | undefined => {
  if (!path.endsWith("/") || !path.isWellFormed()) return undefined;
  const start = prefixOf(language);
  const rest = path.replace(/^[/\\]+|[/\\]+$/g, "");
  return rest === "" ? start || "/" : encodeURI(`${start}/${rest}`);
};

/** Every path that no other row of the table knows: people get a page, programs a problem. */
export const getMissing = endpoint(routes.getMissing, {
  summary: "No such page",
  handle: (request, deps) => {
    if (isProgram(request)) return problem(request, deps);
    const location = withoutSlash(request);
    if (location !== undefined) return { status: 308, headers: { location } };
    throw new Refused(notFound);
  },
});

export const missing: readonly Endpoint[] = [
  getMissing,
  ...[routes.postMissing, routes.putMissing, routes.patchMissing, routes.deleteMissing].map((route) =>
    endpoint(route, {
      summary: "No such address",
      handle: () => {
        throw new Refused(notFound);
      },
    }),
  ),
];
