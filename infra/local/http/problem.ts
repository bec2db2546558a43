import type { ServerResponse } from "node:http";
import { LANGUAGES, type Language, languageFor } from "../../../shared/domain/languages.ts";
import type { Localised } from "../../../shared/domain/localised.ts";
import { inLanguage, plain } from "../../../shared/words/fallback.ts";
import { GATEWAY, type Story } from "../../edge-stories.ts";
import type { GatewayStatus } from "../../edge-words.ts";
import { originOf } from "./door.ts";
import { reply } from "./reply.ts";

interface Asked {
  readonly acceptLanguage: string | undefined;
  /** The path of the request, encoded. */
  readonly instance: string;
  /** Where the page about this kind of problem is; empty when it is not known. */
  readonly origin: string;
}

/** The language in which a story is told to who asks: the one that they ask for, where it is told in it. */
const languageOf = (words: Localised<unknown>, acceptLanguage: string | undefined): Language =>
  languageFor(
    acceptLanguage,
    LANGUAGES.filter((language) => words[language] !== undefined),
  );

const bodyOf = (
  status: number,
  { page, ...words }: Story,
  { acceptLanguage, instance, origin }: Asked,
): string => {
  const { title, detail } = inLanguage(words, languageOf(words, acceptLanguage));
  const type = `${origin}/problems/${page}`;
  return plain(JSON.stringify({ type, title, detail, status, instance, code: `gateway/${status}` }));
};

/** RFC 9457. */
export const problemBody = (status: GatewayStatus, asked: Asked): string =>
  bodyOf(status, GATEWAY[status], asked);

/** Refuses in the language of the request. */
export const refuse = (
  response: ServerResponse,
  status: GatewayStatus,
  headers: Record<string, string> = {},
): true => refuseWith(response, status, GATEWAY[status], headers);

/** Refuses with a story of one's own. */
export const refuseWith = (
  response: ServerResponse,
  status: number,
  story: Story,
  headers: Record<string, string> = {},
): true => {
  const { req } = response;
  const acceptLanguage = req.headers["accept-language"];
  const instance = (req.url ?? "/").split("?", 1)[0] ?? "/";
  const body = bodyOf(status, story, { acceptLanguage, instance, origin: originOf(req) });
  return reply(response, "application/problem+json", body, {
    status,
    headers: { "content-language": languageOf(story, acceptLanguage), ...headers },
  });
};
