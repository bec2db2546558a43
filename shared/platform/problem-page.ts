import type { Refusal } from "../domain/refusals.ts";
import type { Html } from "../pages/html.ts";
import type { Frame } from "../pages/layout.ts";
import { signInTo } from "../pages/office/paths.ts";
import { problemView } from "../pages/problem.ts";
import { waitView } from "../pages/wait.ts";
import type { Words } from "../words/words.ts";
import { formPairs } from "./body.ts";
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

/** A wait that somebody sits out in front of a page. */
const SHORT_WAIT_SECONDS = 600;

/** What a form had sent, to be sent once more after a short wait: nothing that was typed is lost, with or without script. */
const sentAgain = (
  refusal: Refusal | undefined,
  event: HttpEvent,
  frame: Frame,
  isForm: boolean,
): Html | undefined => {
  if (refusal?.code !== "request/too-many" || !isForm) return undefined;
  const { retryAfterSeconds } = refusal.facts;
  return retryAfterSeconds > SHORT_WAIT_SECONDS
    ? undefined
    : waitView(frame, { action: event.rawPath, seconds: retryAfterSeconds, fields: formPairs(event) });
};

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
  const isForm = route.key.startsWith("POST ") && (spec.takes ?? "form") === "form";
  const again = sentAgain(refusal, event, frame, isForm);
  const own = refusal && spec.refused?.(refusal, frame, deps, again);
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
          ...(again && { again }),
          ...(route.who.by === "staff-cookie" && {
            signInPath: signInTo(whereTheyWere(event, frame, deps.site)),
          }),
        },
        frame,
      ),
  };
};
