import type { Refusal } from "../domain/refusals.ts";
import type { Frame } from "../pages/layout.ts";
import { signInTo } from "../pages/office/paths.ts";
import { problemView } from "../pages/problem.ts";
import type { Words } from "../words/words.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint } from "./endpoint.ts";
import type { HttpEvent, Reply } from "./http.ts";
import { whereTheyWere } from "./return-path.ts";

interface Problem {
  readonly reply: Reply;
  /** Without one it was an accident. */
  readonly refusal: Refusal | undefined;
  readonly words: Words;
}

/** Roles have names on a page; a program reads their codes. */
const detailOf = (detail: string, refusal: Refusal | undefined, { office, refusals }: Words): string => {
  if (refusal?.code !== "identity/role") return detail;
  const needed = refusal.facts.needed.map((role) => office.roles[role as keyof typeof office.roles]);
  return refusals["identity/role"].detail({ needed });
};

/** The query that led to what is not there, or not theirs, stays when the language is switched; one that was itself refused does not. */
const queryOf = ({ status }: Reply, { requestContext: { http }, rawQueryString }: HttpEvent): string =>
  http.method === "GET" && [401, 403, 404].includes(status) && rawQueryString ? `?${rawQueryString}` : "";

/** The same problem as a page: what happened, and a way on. The endpoint's own page goes before the general one. */
export const problemPage = (
  { reply: problem, refusal, words }: Problem,
  endpoint: Endpoint,
  event: HttpEvent,
  deps: Deps,
): Reply => {
  const { spec, route } = endpoint;
  const { title, detail } = problem.body as { title: string; detail: string };
  const frame: Frame = {
    city: deps.site.city,
    words,
    path: event.rawPath,
    query: queryOf(problem, event),
  };
  const own = refusal && spec.refused?.(refusal, frame, deps);
  const { "content-language": _language, ...headers } = problem.headers ?? {};
  return {
    status: problem.status,
    headers,
    body:
      own ??
      problemView(
        {
          title,
          detail: detailOf(detail, refusal, frame.words),
          code: refusal?.code ?? "accident",
          contactAddress: deps.site.contactAddress,
          ...(route.who.by === "staff-cookie" && {
            signInPath: signInTo(whereTheyWere(event, frame, deps.site)),
          }),
        },
        frame,
      ),
  };
};
