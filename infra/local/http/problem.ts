import type { ServerResponse } from "node:http";
import { type Language, languageFor } from "../../../shared/words/words.ts";
import { reply } from "./reply.ts";

/** What the gateway itself has to refuse; everything else is refused by a function. */
export type GatewayStatus = 400 | 401 | 403 | 404 | 405 | 413 | 431 | 500 | 503;

type Words = Record<Language, { readonly title: string; readonly detail: string }>;

const WORDS: Record<GatewayStatus, Words> = {
  400: {
    pl: { title: "Nieczytelne żądanie", detail: "Nie da się odczytać adresu lub nagłówków żądania." },
    en: { title: "Unreadable request", detail: "The address or the headers of the request cannot be read." },
  },
  401: {
    pl: { title: "Wymagane zalogowanie", detail: "Wyślij ważny token w nagłówku Authorization." },
    en: { title: "Sign-in needed", detail: "Send a token that is still good in the Authorization header." },
  },
  403: {
    pl: { title: "Brak dostępu", detail: "Pod tym adresem system nie odpowiada." },
    en: { title: "No access", detail: "The system does not answer under this address." },
  },
  404: {
    pl: { title: "Nie ma takiej strony", detail: "Sprawdź adres." },
    en: { title: "No such page", detail: "Check the address." },
  },
  405: {
    pl: { title: "Tak się nie da", detail: "Ten adres istnieje, ale nie przyjmuje tej metody HTTP." },
    en: { title: "Not in this way", detail: "The address exists, but it does not take this HTTP method." },
  },
  413: {
    pl: { title: "Za duże żądanie", detail: "Wyślij najwyżej 6 MB." },
    en: { title: "Request too large", detail: "Send 6 MB at most." },
  },
  431: {
    pl: { title: "Za długie nagłówki", detail: "Wyślij najwyżej 16 KB nagłówków." },
    en: { title: "Headers too long", detail: "Send 16 KB of headers at most." },
  },
  500: {
    pl: { title: "Błąd systemu", detail: "Coś się zepsuło po naszej stronie. Spróbuj za chwilę." },
    en: { title: "System error", detail: "Something broke on our side. Try again in a moment." },
  },
  503: {
    pl: { title: "System nie zdążył", detail: "Odpowiedź trwała zbyt długo. Spróbuj za chwilę." },
    en: { title: "System too slow", detail: "The answer took too long. Try again in a moment." },
  },
};

interface Asked {
  readonly acceptLanguage: string | undefined;
  /** The path of the request, encoded. */
  readonly instance: string;
  /** The page about this kind of problem. */
  readonly type: string;
}

/** RFC 9457. */
export const problemBody = (status: GatewayStatus, { acceptLanguage, instance, type }: Asked): string =>
  JSON.stringify({
    type,
    ...WORDS[status][languageFor(acceptLanguage)],
    status,
    instance,
    code: `gateway/${status}`,
  });

/** Refuses in the language of the request. */
export const refuse = (
  response: ServerResponse,
  status: GatewayStatus,
  { type = "about:blank", headers = {} }: { type?: string; headers?: Record<string, string> } = {},
): true => {
  const { req } = response;
  const acceptLanguage = req.headers["accept-language"];
  const instance = (req.url ?? "/").split("?", 1)[0] ?? "/";
  return reply(
    response,
    "application/problem+json",
    problemBody(status, { acceptLanguage, instance, type }),
    {
      status,
      headers: {
        "content-language": languageFor(acceptLanguage),
        ...headers,
      },
    },
  );
};
