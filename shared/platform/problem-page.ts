import type { Refusal } from "../domain/refusals.ts";
import type { Frame } from "../pages/layout.ts";
import { problemView } from "../pages/problem.ts";
import { wordsOf } from "../words/words.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint } from "./endpoint.ts";
import type { HttpEvent, Reply } from "./http.ts";

export interface Problem {
  readonly reply: Reply;
  /** Without one it was an accident. */
  readonly refusal: Refusal | undefined;
}

/** The same problem as a page: what happened, and a way on. The endpoint's own page goes before the general one. */
export const problemPage = (
  { reply: problem, refusal }: Problem,
  { spec }: Endpoint,
  event: HttpEvent,
  deps: Deps,
): Reply => {
  const { title, detail } = problem.body as { title: string; detail: string };
  const english = /^\/en(?=\/|$)/.test(event.rawPath);
  const frame: Frame = {
    words: wordsOf(english ? "en" : "pl"),
    path: event.rawPath.replace(/^\/en(?=\/|$)/, "") || "/",
  };
  const own = refusal && spec.refused?.(refusal, frame, deps);
  const { "content-language": _language, ...headers } = problem.headers ?? {};
  return {
    status: problem.status,
    headers,
    body:
      own ??
      problemView(
        { title, detail, code: refusal?.code ?? "accident", contactAddress: deps.site.contactAddress },
        frame,
      ),
  };
};
