import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";
import { forms } from "./ballot-forms.ts";
import { voting } from "./voting.ts";

const f = formatsOf("pl-PL");
const { points } = voting;

/** The ballot: lists, points, the check, the receipt. */
export const ballot = {
  forms,

  list: {
    details: "Szczegóły",
    newTab: "Szczegóły otwierają się w nowej karcie. Zaznaczenia tu zostają.",
    next: "Dalej",
    skip: "Pomiń tę listę",
    back: "Wróć",
    leave: "Przerwij i usuń zaznaczenia",
    buttons:
      "Zaznaczenia zostają, gdy wracasz, odświeżasz stronę lub zmieniasz język. Są tylko w tej przeglądarce, zaszyfrowane, przez 15 minut od ostatniego kroku.",
    tooMany: (allowed: number, given: number): string =>
      `Wybierz najwyżej ${f.number(allowed)} ${f.plural(allowed, { one: "projekt", few: "projekty", many: "projektów", other: "projektu" })}. Zaznaczono ${f.number(given)}`,
    emptied: "Karta jest pusta",
    emptiedText:
      "Zaznaczenia są tylko w przeglądarce, przez 15 minut od ostatniego kroku. Ten czas minął. Zaznacz projekty jeszcze raz.",
    small: "Na tej liście zagłosuje może niewiele osób",
    smallText:
      "W wynikach będą punkty każdego projektu: są potrzebne do przeliczenia głosów. Gdy zagłosuje mniej niż 5 osób, ktoś może z nich odgadnąć, co wybierasz.",
    smallSkip: "Tę listę można pominąć.",
    citywide: "Projekty ogólnomiejskie",
  },

  split: {
    question: (count: number): string => `Jak podzielić ${points(count)}?`,
    way: (count: number, title: string): string => `${points(count)} – ${title}`,
    fewer: "Użyj mniej punktów",
    missing: "Wybierz podział punktów",
    each: (count: number): string => `Ile punktów dać każdemu projektowi? Do rozdania: ${f.number(count)}`,
    eachHint: "Możesz rozdać mniej. Nierozdane punkty przepadają.",
    eachHintAll: "Trzeba rozdać wszystkie.",
    over: (given: number, allowed: number): string =>
      `Rozdano ${points(given)}. Na tej liście masz ${points(allowed)}`,
    under: (given: number, needed: number): string => `Rozdaj ${points(needed)}. Rozdano ${points(given)}`,
    eachMissing: "Wybierz liczbę punktów dla każdego projektu",
    back: "Wróć do listy",
  },

  check: {
    title: "Sprawdź swój głos",
    lead: "Wysłanego głosu nie można zmienić ani powtórzyć.",
    none: "Nie wybrano projektów. Po wysłaniu nie można ich dodać.",
    unused: (count: number): string =>
      `${f.plural(count, { one: "Zostaje niewykorzystany", few: "Zostają niewykorzystane", many: "Zostaje niewykorzystanych", other: "Zostaje niewykorzystane" })} ${points(count)}.`,
    change: (list: string): string => `Zmień: ${list}`,
    submit: "Wyślij głos",
    empty: "Karta jest pusta",
    incomplete: "Karta nie jest pełna",
    incompleteText: "W tym głosowaniu trzeba wypełnić każdą listę. Niepełnej karty nie można wysłać.",
    emptyText: "Wybierz co najmniej jeden projekt na jednej z list. Pustej karty nie można wysłać.",
  },

  receipt: {
    title: "Głos zapisany",
    label: "Numer potwierdzenia",
    keep: "Zeskanuj kod telefonem, zachowaj link, wydrukuj tę stronę albo zapisz numer. Nie wyślemy go pocztą.",
    qr: "Kod QR: link do sprawdzenia tego głosu",
    link: "Link do sprawdzenia tego głosu",
    print: "Drukuj",
    resultsAt: (at: Instant): string => `Wyniki ogłosimy: ${f.moment(at)}.`,
    resultsLater: "Wyniki ogłosimy po policzeniu głosów.",
    check: "Sprawdź, czy głos jest zapisany",
    checkText:
      "Numer możesz sprawdzić w każdej chwili. Po ogłoszeniu wyników pokaże, że głos jest policzony.",
    noChoice: "Nie pokazujemy tu projektów. Dzięki temu nikt nie może żądać dowodu, jak głosujesz.",
    shared: "Na wspólnym komputerze zamknij teraz przeglądarkę.",
    nextChild: "Głosuj z następnym dzieckiem",
    nextChildText: "Twój adres lub numer zostaje wpisany. Oświadczenie składa się przy każdym dziecku.",
    next: "Głosuje kolejna osoba",
  },
};
