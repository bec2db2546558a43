import type { Localised } from "../shared/domain/localised.ts";
import { RATES } from "../shared/platform/aws-limits.ts";

interface Told {
  readonly title: string;
  readonly detail: string;
  /** For whoever was sending a form that is not taken as it is. */
  readonly back?: string;
}

/** What somebody is told who gets no answer of a function, and the page about this kind of problem (`/problems/{page}`). */
export interface Story extends Localised<Told> {
  readonly page: string;
  /** Seconds after which another try makes sense. */
  readonly wait?: number;
  /** A form may be sent again as it is. */
  readonly again?: true;
}

/** What the firewall answers. */
export const FIREWALL = {
  403: {
    page: "request/malformed",
    pl: {
      title: "Tego nie przyjmujemy",
      detail: "Zapora strony uznała za niebezpieczne to, co wysłała przeglądarka.",
      back: "Wróć przyciskiem Wstecz: to, co wpisano w formularzu, zostaje w przeglądarce.",
    },
    en: {
      title: "We do not take this",
      detail: "The site's firewall took for dangerous what the browser sent.",
      back: "Go back with the Back button: what was typed into a form stays in the browser.",
    },
    uk: {
      title: "Ми цього не приймаємо",
      detail: "Захист сайту вважає небезпечним те, що надіслав браузер.",
      back: "Поверніться кнопкою «Назад»: те, що введено у форму, залишається у браузері.",
    },
  },
  429: {
    page: "request/too-many",
    again: true,
    wait: RATES.perPath.windowMs / 1000,
    pl: {
      title: "Poczekaj minutę",
      detail: "Z tego połączenia jest teraz za duży ruch na stronie. Za minutę spróbuj znowu.",
    },
    en: {
      title: "Wait a minute",
      detail: "There is too much traffic from this connection just now. Try again in a minute.",
    },
    uk: {
      title: "Зачекайте хвилину",
      detail: "Із цього з’єднання зараз забагато звернень до сайту. Спробуйте за хвилину.",
    },
  },
} as const satisfies Readonly<Record<number, Story>>;

/** What whoever was sending a form reads, where `again` is said. */
export const AGAIN: Localised<string> = {
  pl: "Wysyłasz formularz? Wróć przyciskiem Wstecz i wyślij go jeszcze raz: to, co wpisano, zostaje. Głos liczy się raz, także wysłany dwa razy.",
  en: "Were you sending a form? Go back with the Back button and send it again: what was typed stays. A vote counts once, even if it is sent twice.",
  uk: "Надсилали форму? Поверніться кнопкою «Назад» і надішліть її ще раз: введене залишається. Голос рахується один раз, навіть надісланий двічі.",
};

/** What is behind the firewall and before a function: the gateway, and the bucket of files. */
export const GATEWAY = {
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
    pl: { title: "Brak dostępu", detail: "Pod tym adresem system nie odpowiada na to żądanie." },
    en: { title: "No access", detail: "The system does not answer this request under this address." },
    uk: { title: "Доступу немає", detail: "За цією адресою система не відповідає на цей запит." },
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
    pl: {
      title: "Za duży plik",
      detail: "Wyślij najwyżej 6 MB.",
      back: "Wróć przyciskiem Wstecz i wybierz mniejszy plik: to, co wpisano, zostaje.",
    },
    en: {
      title: "File too large",
      detail: "Send 6 MB at most.",
      back: "Go back with the Back button and choose a smaller file: what was typed stays.",
    },
    uk: {
      title: "Файл завеликий",
      detail: "Надішліть щонайбільше 6 МБ.",
      back: "Поверніться кнопкою «Назад» і виберіть менший файл: введене залишається.",
    },
  },
  429: {
    page: "request/too-many",
    again: true,
    wait: 5,
    pl: {
      title: "Za dużo osób naraz",
      detail: "Na stronie jest teraz bardzo dużo osób. Spróbuj za chwilę.",
    },
    en: {
      title: "Too many people at once",
      detail: "Very many people are on the site right now. Try again in a moment.",
    },
    uk: {
      title: "Забагато людей одночасно",
      detail: "Зараз на сайті дуже багато людей. Спробуйте за мить.",
    },
  },
  431: {
    page: "request/too-large",
    pl: { title: "Za długie nagłówki", detail: "Wyślij najwyżej 10 KB nagłówków." },
    en: { title: "Headers too long", detail: "Send 10 KB of headers at most." },
    uk: { title: "Заголовки задовгі", detail: "Надішліть щонайбільше 10 КБ заголовків." },
  },
  500: {
    page: "accident",
    again: true,
    pl: {
      title: "Błąd systemu",
      detail: "Coś się zepsuło po naszej stronie. Spróbuj za chwilę.",
    },
    en: {
      title: "System error",
      detail: "Something broke on our side. Try again in a moment.",
    },
    uk: {
      title: "Помилка системи",
      detail: "Щось зламалося з нашого боку. Спробуйте за мить.",
    },
  },
  503: {
    page: "service/try-again",
    again: true,
    wait: 10,
    pl: {
      title: "System nie zdążył",
      detail: "Odpowiedź trwała zbyt długo. Spróbuj za chwilę.",
    },
    en: {
      title: "System too slow",
      detail: "The answer took too long. Try again in a moment.",
    },
    uk: {
      title: "Система не встигла",
      detail: "Відповідь тривала задовго. Спробуйте за мить.",
    },
  },
} as const satisfies Readonly<Record<number, Story>>;

/** The way on, below each page. */
export const HOME: Localised<string> = { pl: "Strona główna", en: "Home page", uk: "Головна сторінка" };
