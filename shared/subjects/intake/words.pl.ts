import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

/** What came in, and what a clerk enters of it. */
export const pl = {
  register: {
    title: "Rejestr wniosków",
    lead: "Wszystko, co wpłynęło w edycji: z formularza, pocztą, przy okienku, e-mailem i przez ePUAP.",
    cycle: "Edycja",
    q: "Szukaj",
    qHint: "Znak sprawy, numer w rejestrze, numer projektu albo słowa tytułu.",
    show: "Pokaż",
    caption: "Wnioski, od ostatnio wpisanego",
    columns: { mark: "Znak sprawy", title: "Tytuł", arrived: "Wpłynął", way: "Jak", state: "Stan" },
    none: "Nic takiego nie wpłynęło.",
    more: "Dalsze",
    late: "po terminie",
    inTime: "w terminie",
    fromScan: "Wpisz wniosek ze skanu",
    withoutScan: "Wpisz wniosek bez skanu",
    noEdition: "Nie ma edycji, w której coś mogło wpłynąć.",
  },
  ways: {
    online: "formularz",
    post: "poczta",
    desk: "okienko",
    email: "e-mail",
    epuap: "ePUAP",
  },
  entry: {
    number: "Numer w rejestrze",
    project: "Numer projektu",
    entered: "Wpisany",
    scan: "Skan",
    seeScan: "Otwórz skan",
    seeCase: "Zobacz wniosek",
    author: "Kto złożył",
    writeDown: (mark: string): string => `Zapisz na wniosku znak sprawy: ${mark}.`,
    lateLead: "Wniosek przyszedł po końcu naboru. Nie ma numeru projektu. List o tym jest napisany.",
    next: "Wpisz następny",
    back: "Rejestr wniosków",
  },
  intake: {
    title: "Wniosek spoza formularza",
    scan: "Skan",
    toFields: "Przejdź do pól",
    noShow: "Tego pliku przeglądarka nie pokaże.",
    scanReason: "Wpisywanie wniosku",
    similar: "Ten wniosek może być już wpisany",
    similarLead: "Sprawdź te sprawy. Jeśli to inny wniosek, wpisz go jeszcze raz tym samym przyciskiem.",
    submit: "Wpisz wniosek",
  },
  fields: {
    arrivedBy: "Jak przyszedł",
    arrivedAt: "Kiedy przyszedł",
    arrivedAtHint: "Chwila, w której urząd go dostał. Czas w Polsce.",
    postedOn: "Data stempla pocztowego",
    postedOnHint: "Tylko gdy przyszedł pocztą.",
    email: "E-mail autora",
    emailHint: "Bez e-maila podaj adres pocztowy: listy będą drukowane.",
    street: "Ulica i numer",
    postcode: "Kod pocztowy",
    postcodeHint: "Na przykład 40-098.",
    noAddress: "Podaj adres pocztowy albo e-mail w postaci nazwa@domena.pl.",
    noPostcode: "Wpisz kod pocztowy z pięciu cyfr, na przykład 40-098.",
    town: "Miejscowość",
    language: "Język listów",
  },
  languages: { pl: "polski", en: "angielski", uk: "ukraiński" },
  of: (number: number): string => `Sprawa ${f.number(number)} z rejestru`,
};

export type IntakeWords = typeof pl;
