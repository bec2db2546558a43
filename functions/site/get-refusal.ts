import { z } from "zod";
import { type RefusalCode, refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { refusalView } from "../../shared/pages/site/refusal.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { STATUS } from "../../shared/platform/problem.ts";
import type { Words } from "../../shared/words/words.ts";
import { routes } from "../routes.ts";

const CACHE = "public, max-age=300, s-maxage=3600";

const isCode = (code: string): code is RefusalCode => Object.hasOwn(STATUS, code);

/** A sentence that takes no facts can stand on its own; one that does would speak of nobody's case. */
const detailOf = (words: Words, code: RefusalCode): string | undefined => {
  const { detail } = words.refusals[code];
  return detail.length === 0 ? detail({} as never) : undefined;
};

export const getRefusal = endpoint(routes.getRefusal, {
  summary: "What a problem's code means",
  params: z.object({ area: z.string(), reason: z.string() }),
  cache: CACHE,
  handle: (request) => {
    const code = `${request.params.area}/${request.params.reason}`;
    if (!isCode(code)) throw new Refused(refusal("thing/not-found", {}));
    const { words } = request;
    const { title } = words.refusals[code];
    return view(
      refusalView(frameOf(request), { code, title, detail: detailOf(words, code), status: STATUS[code] }),
    );
  },
});

export const getAccident = endpoint(routes.getAccident, {
  summary: "What an accident is",
  cache: CACHE,
  handle: (request) =>
    view(refusalView(frameOf(request), { code: "accident", ...request.words.accident, status: 500 })),
});
