import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { z } from "zod";
import { ISSUES_TOLD, notValid, refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import { isTransient } from "../store/transient.ts";
import { wordsOf } from "../words/words.ts";
import type { Actor } from "./actor.ts";
import type { Deps } from "./deps.ts";
import type { Endpoint } from "./endpoint.ts";
import { withFlash } from "./flash.ts";
import type { Counter } from "./form-counts.ts";
import type { HttpEvent, HttpResult, Reply } from "./http.ts";
import { identify } from "./identify.ts";
import { log } from "./log.ts";
import { accidentReply, problemReply } from "./problem.ts";
import { checkPath, languageOf, readerOf } from "./request.ts";
import { dressed } from "./response-headers.ts";

type Door = middy.MiddyfiedHandler<HttpEvent, HttpResult, Error, Context & { actor?: Actor }>;

/** When a database that is throttled or cut off is worth another try. */
const PASSES_AFTER_SECONDS = 2;

/** A body leaves through the schema of its status: what is not declared stays here. */
const declared = (endpoint: Endpoint, reply: Reply): Reply => {
  const schema = endpoint.spec.replies?.[reply.status];
  return schema instanceof z.ZodType && reply.type === undefined
    ? { ...reply, body: schema.parse(reply.body) }
    : reply;
};

/** A page on which somebody was turned away says so to machines too, whatever else it says. */
const turnedAway = (reply: Reply, waitSeconds: number | undefined): Reply =>
  waitSeconds === undefined || reply.status < 400
    ? reply
    : { ...reply, status: 429, headers: { ...reply.headers, "retry-after": String(waitSeconds) } };

/**
 * The one middleware stack: problems outermost, then who asks, then what is asked, then the endpoint's own story. What becomes of the form that
 * it opens or takes is counted, if it is to be.
 */
export const openDoor = (endpoint: Endpoint, deps: Deps, count?: Counter): Door => {
  const read = readerOf(endpoint, deps);
  const about = async (event: HttpEvent) => ({
    words: await wordsOf(languageOf(endpoint, event, deps)),
    siteUrl: deps.site.url,
    instance: event.requestContext.requestId,
  });

  const problems: middy.MiddlewareObj<HttpEvent, HttpResult> = {
    onError: async (request) => {
      const { event, error } = request;
      const asked = await about(event);
      const { words, siteUrl, instance } = asked;
      const refused =
        error instanceof Refused
          ? error.refusal
          : isTransient(error)
            ? refusal("service/try-again", { retryAfterSeconds: PASSES_AFTER_SECONDS })
            : undefined;
      if (!(error instanceof Refused))
        log.error({ event: "accident", route: endpoint.route.key, requestId: instance, error });
      const reply = refused ? problemReply(refused, asked) : accidentReply(words, siteUrl, instance);
      if (!endpoint.route.page) {
        request.response = dressed(endpoint, event, reply);
        return;
      }
      const { problemPage } = await import("./problem-page.ts");
      const page = problemPage({ reply, refusal: refused, words }, endpoint, event, deps);
      request.response = dressed(endpoint, event, page);
    },
  };

  const identity: middy.MiddlewareObj<HttpEvent, HttpResult, Error, Context & { actor?: Actor }> = {
    before: async (request) => {
      checkPath(endpoint, request.event);
      request.context.actor = await identify(endpoint, request.event, deps);
    },
  };

  return middy<HttpEvent, HttpResult, Error, Context & { actor?: Actor }>()
    .use(problems)
    .use(identity)
    .handler(async (event, context) => {
      const { request, issues, typed, waitSeconds } = await read(event, context.actor ?? { kind: "anyone" });
      const { spec } = endpoint;
      const answer = async (): Promise<Reply> => {
        if (issues.length === 0) return declared(endpoint, await spec.handle(request, deps));
        if (!spec.invalid) throw new Refused(notValid(issues));
        return await spec.invalid(issues.slice(0, ISSUES_TOLD), typed, request, deps);
      };
      const reply = await (count ? count({ endpoint, request, issues }, answer) : answer());
      return dressed(
        endpoint,
        event,
        withFlash(endpoint.route, event, turnedAway(reply, waitSeconds()), deps),
      );
    });
};
