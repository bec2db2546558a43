import type { Refusal } from "../domain/refusals.ts";
import { problemView } from "../pages/problem.ts";
import { wordsOf } from "../words/words.ts";
import type { Deps } from "./deps.ts";
import type { HttpEvent, Reply } from "./http.ts";

/** The same refusal as a page: what happened, and a way on. */
export const problemPage = (
  problem: Reply,
  refusal: Refusal | undefined,
  event: HttpEvent,
  deps: Deps,
): Reply => {
  const { title, detail } = problem.body as { title: string; detail: string };
  const english = /^\/en(?=\/|$)/.test(event.rawPath);
  const { "content-language": _language, ...headers } = problem.headers ?? {};
  return {
    status: problem.status,
    headers,
    body: problemView(
      { title, detail, code: refusal?.code ?? "accident", contactAddress: deps.site.contactAddress },
      { words: wordsOf(english ? "en" : "pl"), path: event.rawPath.replace(/^\/en(?=\/|$)/, "") || "/" },
    ),
  };
};
