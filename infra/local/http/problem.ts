import type { ServerResponse } from "node:http";
import { LANGUAGES, type Language, languageFor } from "../../../shared/domain/languages.ts";
import type { Localised } from "../../../shared/domain/localised.ts";
import { inLanguage, plain } from "../../../shared/words/fallback.ts";
import { originOf } from "./door.ts";
import { reply } from "./reply.ts";

/** What the gateway itself has to refuse; everything else is refused by a function. */
export type GatewayStatus = 400 | 401 | 403 | 404 | 405 | 413 | 431 | 500 | 503;

/** A problem as a reader is told of it, and the page about its kind (`/problems/{page}`). */
export interface Story extends Localised<{ readonly title: string; readonly detail: string }> {
  readonly page: string;
}

const STORIES: Readonly<Record<GatewayStatus, Story>> = {
  400: {
    page: "request/malformed",
    pl: { title: "Nieczytelne żądanie", detail: "Nie da się odczytać adresu lub nagłówków żądania." },
    en: { title: "Unreadable request", detail: "The address or the headers of the request cannot be read." },
    uk: { title: "Запит неможливо прочитати", detail: "Адресу або заголовки запиту неможливо прочитати." },
  },
  401: {
    page: "identity/missing",
    pl: { title: "Wymagane zalogowanie", detail: "Wyślij ważny token w nagłówku Authorization." },
    en: { title: "Sign-in needed", detail: "Send a token that is still good in the Authorization header." },
    uk: { title: "Потрібен вхід", detail: "Надішліть чинний токен у заголовку Authorization." },
  },
  403: {
    page: "thing/not-found",
    pl: { title: "Brak dostępu", detail: "Pod tym adresem system nie odpowiada." },
    en: { title: "No access", detail: "The system does not answer under this address." },
    uk: { title: "Доступу немає", detail: "За цією адресою система не відповідає." },
  },
  404: {
    page: "thing/not-found",
    pl: { title: "Nie ma takiej strony", detail: "Sprawdź adres." },
    en: { title: "No such page", detail: "Check the address." },
    uk: { title: "Такої сторінки немає", detail: "Перевірте адресу." },
  },
  405: {
    page: "thing/not-found",
    pl: { title: "Tak się nie da", detail: "Ten adres istnieje, ale nie przyjmuje tej metody HTTP." },
    en: { title: "Not in this way", detail: "The address exists, but it does not take this HTTP method." },
    uk: { title: "Так не можна", detail: "Ця адреса є, але вона не приймає такого методу HTTP." },
  },
  413: {
    page: "request/too-large",
    pl: { title: "Za duże żądanie", detail: "Wyślij najwyżej 6 MB." },
    en: { title: "Request too large", detail: "Send 6 MB at most." },
    uk: { title: "Запит завеликий", detail: "Надішліть щонайбільше 6 МБ." },
  },
  431: {
    page: "request/too-large",
    pl: { title: "Za długie nagłówki", detail: "Wyślij najwyżej 16 KB nagłówków." },
    en: { title: "Headers too long", detail: "Send 16 KB of headers at most." },
    uk: { title: "Заголовки задовгі", detail: "Надішліть щонайбільше 16 КБ заголовків." },
  },
  500: {
    page: "accident",
    pl: { title: "Błąd systemu", detail: "Coś się zepsuło po naszej stronie. Spróbuj za chwilę." },
    en: { title: "System error", detail: "Something broke on our side. Try again in a moment." },
    uk: { title: "Помилка системи", detail: "Щось зламалося з нашого боку. Спробуйте за мить." },
  },
  503: {
    page: "service/try-again",
    pl: { title: "System nie zdążył", detail: "Odpowiedź trwała zbyt długo. Spróbuj za chwilę." },
    en: { title: "System too slow", detail: "The answer took too long. Try again in a moment." },
    uk: { title: "Система не встигла", detail: "Відповідь тривала задовго. Спробуйте за мить." },
  },
};

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
): string =>
  plain(
    JSON.stringify({
      type: `${origin}/problems/${page}`,
      ...inLanguage(words, languageOf(words, acceptLanguage)),
      status,
      instance,
      code: `gateway/${status}`,
    }),
  );

/** RFC 9457. */
export const problemBody = (status: GatewayStatus, asked: Asked): string =>
  bodyOf(status, STORIES[status], asked);

/** Refuses in the language of the request. */
export const refuse = (
  response: ServerResponse,
  status: GatewayStatus,
  headers: Record<string, string> = {},
): true => refuseWith(response, status, STORIES[status], headers);

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
