import { LANGUAGES, type Language, MEASURE, prefixOf } from "../shared/domain/languages.ts";
import type { Localised } from "../shared/domain/localised.ts";
import { html } from "../shared/pages/html.ts";
import { inLanguage, plain } from "../shared/words/fallback.ts";

/** What the edge answers by itself. */
export type EdgeStatus = 403 | 429;

/** Seconds after which somebody who was turned away may come again. */
export const WAIT_SECONDS = 60;

interface Told {
  readonly title: string;
  readonly detail: string;
  /** For whoever was sending a form. */
  readonly back: string;
  readonly home: string;
}

/** The page about this kind of problem. */
const PAGES: Readonly<Record<EdgeStatus, string>> = {
  403: "request/malformed",
  429: "request/too-many",
};

const STORIES: Readonly<Record<EdgeStatus, Localised<Told>>> = {
  403: {
    pl: {
      title: "Tego nie przyjmujemy",
      detail: "Zapora strony uznała ten adres lub nagłówek za niebezpieczny.",
      back: "Wróć przyciskiem Wstecz: to, co wpisano w formularzu, zostaje w przeglądarce.",
      home: "Strona główna",
    },
    en: {
      title: "We do not take this",
      detail: "The site's firewall took this address or a header for dangerous.",
      back: "Go back with the Back button: what was typed into a form stays in the browser.",
      home: "Home page",
    },
    uk: {
      title: "Ми цього не приймаємо",
      detail: "Захист сайту вважає цю адресу або заголовок небезпечними.",
      back: "Поверніться кнопкою «Назад»: те, що введено у форму, залишається у браузері.",
      home: "Головна сторінка",
    },
  },
  429: {
    pl: {
      title: "Poczekaj minutę",
      detail: "Z tego połączenia przyszło teraz za dużo żądań. Za minutę spróbuj znowu.",
      back: "Wróć przyciskiem Wstecz i wyślij formularz jeszcze raz: to, co wpisano, zostaje.",
      home: "Strona główna",
    },
    en: {
      title: "Wait a minute",
      detail: "Too many requests have just come from this connection. Try again in a minute.",
      back: "Go back with the Back button and send the form again: what was typed stays.",
      home: "Home page",
    },
    uk: {
      title: "Зачекайте хвилину",
      detail: "Із цього з’єднання щойно надійшло забагато запитів. Спробуйте за хвилину.",
      back: "Поверніться кнопкою «Назад» і надішліть форму ще раз: введене залишається.",
      home: "Головна сторінка",
    },
  },
};

const toldIn = (status: EdgeStatus, language: Language): Told => inLanguage(STORIES[status], language);

/** A page without style or script: nothing else of the site can be reached for it. */
export const edgePage = (status: EdgeStatus, language: Language): string => {
  const { title, detail, back, home } = toldIn(status, language);
  return plain(
    html`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p>${back}</p><p><a href="${prefixOf(language) || "/"}">${home}</a></p></main></html>`
      .text,
  );
};

/** RFC 9457, of which the firewall says that it is JSON. */
export const edgeProblem = (status: EdgeStatus, language: Language): string => {
  const { title, detail } = toldIn(status, language);
  return plain(
    JSON.stringify({ type: `/problems/${PAGES[status]}`, title, status, detail, code: `edge/${status}` }),
  );
};

/** The languages of a site, Polish last: it is what is left when no other was asked for. */
export const measuredLast = (spoken: readonly Language[] = LANGUAGES): Language[] => [
  ...spoken.filter((language) => language !== MEASURE),
  MEASURE,
];
