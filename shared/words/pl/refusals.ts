import { formatsOf } from "../format.ts";
import type { IssueWords, RefusalWords, RollWords } from "../refusal-words.ts";
import { blockers } from "./blockers.ts";
import { office } from "./office.ts";
import { phases } from "./phases.ts";
import { voids } from "./voids.ts";

const f = formatsOf("pl-PL");

const phase = (name: string): string =>
  name in phases ? phases[name as keyof typeof phases].name.toLowerCase() : name;

const projects = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "projekt", few: "projekty", many: "projektów", other: "projektu" })}`;

const role = (name: string): string =>
  Object.hasOwn(office.roles, name) ? office.roles[name as keyof typeof office.roles] : name;

/** Where two keyings of a card differ. */
const place = (name: string): string =>
  name === "outcome"
    ? "czy to ważny głos, i powód odrzucenia"
    : name === "person"
      ? "dane osoby"
      : `lista ${name}`;

export const roll: RollWords = {
  columns: "Liczba kolumn jest inna niż w spisie tej edycji.",
  pesel: "Numer PESEL jest błędny.",
  age: "Data urodzenia z numeru PESEL nie jest możliwa.",
  name: "Brakuje imienia lub nazwiska albo mają niedozwolone znaki.",
  address: "Brakuje adresu albo ma niedozwolone znaki.",
  digits: "Ostatnie cyfry numeru PESEL to cztery cyfry.",
  surname: "Brakuje nazwiska panieńskiego matki albo ma niedozwolone znaki.",
  district: "Nie ma takiej dzielnicy.",
  duplicate: "Ta osoba jest już w innym wierszu.",
};

export const issues: IssueWords = {
  required: () => "To pole jest wymagane.",
  type: () => "Wartość jest innego rodzaju, niż potrzeba.",
  unknown: () => "Nie znamy takiego pola.",
  "too-short": (limit) => `Wpisz co najmniej ${limit} zn.`,
  "too-long": (limit) => `Skróć tekst do ${limit} zn.`,
  "too-small": (limit) => `Wpisz liczbę nie mniejszą niż ${limit}.`,
  "too-big": (limit) => `Wpisz liczbę nie większą niż ${limit}.`,
  "too-early": (limit) => `Podaj dzień nie wcześniejszy niż ${f.date(limit)}.`,
  "too-late": (limit) => `Podaj dzień nie późniejszy niż ${f.date(limit)}.`,
  "too-few": (limit) => `Za mało pozycji na tej liście. Co najmniej: ${limit}.`,
  "too-many": (limit) => `Za dużo pozycji na tej liście. Najwyżej: ${limit}.`,
  format: () => "Zapis ma inną postać, niż potrzeba.",
  choice: (limit) => (limit ? `Wybierz jedną z wartości: ${limit}.` : "Wybierz jedną z podanych wartości."),
  duplicate: () => "To samo pole podano dwa razy.",
  text: () => "Tekst zawiera znaki, których nie da się pokazać.",
  "pesel-length": () => "PESEL ma 11 cyfr.",
  "pesel-check": () => "Sprawdź PESEL: któraś cyfra się nie zgadza.",
  "pesel-age": () => "Sprawdź PESEL: zapisana w nim data urodzenia nie jest możliwa.",
  phone: () => "Wpisz polski numer telefonu komórkowego, 9 cyfr.",
  "one-contact": () => "Podaj jedno: e-mail albo telefon.",
  email: () => "Wpisz adres e-mail w postaci nazwa@domena.pl.",
  "end-before-start": () => "Koniec ma być później niż początek.",
};

export const refusals: RefusalWords = {
  "request/malformed": {
    title: "Nie da się odczytać żądania",
    detail: () => "Treść żądania nie jest poprawnym zapisem.",
  },
  "request/not-valid": { title: "Popraw formularz", detail: () => "Niektóre pola trzeba poprawić." },
  "request/too-large": {
    title: "Żądanie jest za duże",
    detail: ({ limitBytes }) => `Treść może mieć najwyżej ${f.number(limitBytes)} bajtów.`,
  },
  "request/media-type": {
    title: "Inny rodzaj treści",
    detail: ({ expected }) => `Wyślij treść jako ${expected}.`,
  },
  "request/not-acceptable": {
    title: "Brak takiej postaci",
    detail: () => "Tego zasobu nie ma w żądanej postaci.",
  },
  "request/key-missing": {
    title: "Brakuje klucza powtórzeń",
    detail: () => "Podaj nagłówek Idempotency-Key: co najmniej 128 losowych bitów.",
  },
  "request/key-reused": {
    title: "Klucz powtórzeń użyty ponownie",
    detail: () => "Ten Idempotency-Key był już użyty z inną treścią.",
  },
  "request/too-many": {
    title: "Za dużo prób",
    detail: ({ retryAfterSeconds }) =>
      `Spróbuj ponownie za ${f.number(Math.ceil(retryAfterSeconds / 60))} min.`,
  },
  "request/precondition-missing": {
    title: "Brakuje wersji",
    detail: () => "Podaj nagłówek If-Match z wersją, którą zmieniasz.",
  },
  "request/changed-since": {
    title: "Ktoś zmienił ten wpis",
    detail: () => "Wczytaj wpis ponownie i powtórz zmianę.",
  },
  "request/foreign-origin": {
    title: "Formularz z innej strony",
    detail: () => "Wyślij formularz ze strony miasta.",
  },

  "identity/missing": { title: "Zaloguj się", detail: () => "To miejsce jest tylko dla zalogowanych." },
  "identity/expired": { title: "Sesja wygasła", detail: () => "Minął czas sesji. Zacznij od nowa." },
  "identity/role": {
    title: "Brak uprawnień",
    detail: ({ needed }) => `To może zrobić tylko rola: ${needed.map(role).join(", ")}.`,
  },
  "identity/same-person": {
    title: "Potrzebna druga osoba",
    detail: () => "Te dwie czynności muszą wykonać dwie różne osoby.",
  },

  "thing/not-found": { title: "Nie ma takiej strony", detail: () => "Nie znaleźliśmy tego, czego szukasz." },
  "thing/gone": { title: "Tego już nie ma", detail: () => "Ten wpis usunięto." },
  "service/try-again": {
    title: "Spróbuj za chwilę",
    detail: () => "Serwis jest teraz zajęty. Powtórz to samo żądanie.",
  },

  "cycle/wrong-phase": {
    title: "To nie ten etap",
    detail: ({ phase: now, needed }) =>
      `Teraz trwa etap: ${phase(now)}. To jest możliwe na etapie: ${needed.map(phase).join(", ")}.`,
  },
  "cycle/move-not-allowed": {
    title: "Takie przejście nie jest możliwe",
    detail: ({ from, to }) => `Z etapu „${phase(from)}” nie można przejść do etapu „${phase(to)}”.`,
  },
  "cycle/blocked": {
    title: "Nie można przejść dalej",
    detail: ({ blockers: list }) => list.map((blocker) => blockers[blocker.what](blocker)).join(" "),
  },
  "cycle/locked": {
    title: "Zasady są zamknięte",
    detail: ({ phase: now }) => `Na etapie „${phase(now)}” nie można już tego zmienić.`,
  },
  "cycle/calendar": {
    title: "Kalendarz się nie zgadza",
    detail: ({ phase: name, problem }) =>
      ({
        order: `Etap „${phase(name)}” musi kończyć się po rozpoczęciu i następować po poprzednim.`,
        past: `Nowy koniec etapu „${phase(name)}” jest w przeszłości.`,
        gap: `Taka godzina nie istnieje: tej nocy zegary idą do przodu (etap „${phase(name)}”).`,
        "not-later": "Nowy koniec musi być późniejszy niż obecny.",
        overlap: `Taka godzina wypada dwa razy: tej nocy zegary cofają się (etap „${phase(name)}”).`,
      })[problem],
  },

  "project/over-cap": {
    title: "Projekt jest za drogi",
    detail: ({ capGrosze }) => `Koszt może wynosić najwyżej ${f.money(capGrosze)}.`,
  },
  "project/state": {
    title: "To nie ten stan wniosku",
    detail: () => "W obecnym stanie wniosku nie można tego zrobić.",
  },
  "project/call-closed": {
    title: "Nabór nie trwa",
    detail: ({ opensAt, closesAt }) =>
      opensAt
        ? `Nabór wniosków zaczyna się: ${f.moment(opensAt)}.`
        : closesAt
          ? `Nabór wniosków skończył się: ${f.deadline(closesAt)}.`
          : "Terminu naboru wniosków jeszcze nie ustalono.",
  },
  "project/number-taken": {
    title: "Ten numer jest zajęty",
    detail: ({ number }) => `Numer ${number} ma już inny wniosek. Numeru nie nadajemy drugi raz.`,
  },
  "project/own-support": {
    title: "To Twój wniosek",
    detail: () => "Własny wniosek mogą poprzeć tylko inne osoby.",
  },
  "project/already-supported": {
    title: "Już popierasz ten wniosek",
    detail: () => "Jedna osoba może poprzeć wniosek raz.",
  },

  "roll/rows": {
    title: "Spis ma błędne wiersze",
    detail: ({ total }) =>
      `Nie wczytano niczego. Popraw ${f.number(total)} ${f.plural(total, { one: "wiersz", few: "wiersze", many: "wierszy", other: "wiersza" })} i wyślij cały spis ponownie.`,
  },
  "roll/not-listed": {
    title: "Nie ma tej osoby w spisie",
    detail: () => "Sprawdź dane z dokumentem lub kartą. W spisie uprawnionych nie ma takiej osoby.",
  },
  "roll/missing": {
    title: "Brak spisu uprawnionych",
    detail: () => "Spisu uprawnionych jeszcze nie wczytano.",
  },
  "voting/closed": {
    title: "Głosowanie nie trwa",
    detail: ({ opensAt, closesAt }) => {
      if (closesAt === null) return "Głosowanie jeszcze się nie zaczęło.";
      return opensAt === null
        ? `Głosowanie skończyło się: ${f.deadline(closesAt)}.`
        : `Głosowanie zaczyna się: ${f.moment(opensAt)}. Kończy się: ${f.deadline(closesAt)}.`;
    },
  },
  "voting/end-needs-two": {
    title: "Koniec otwartego głosowania zmieniają dwie osoby",
    detail: () =>
      "Późniejszy koniec: wybierz „Przedłuż głosowanie”. Wcześniejszy: przejdź do następnego etapu. Jedna osoba składa wniosek, druga go przyjmuje.",
  },
  "voting/code": {
    title: "Kod się nie zgadza",
    detail: ({ triesLeft }) =>
      triesLeft > 0
        ? `Wpisz kod z ostatniej wiadomości. Zostało prób: ${f.number(triesLeft)}.`
        : "Ten kod nie jest już ważny. Zamów nowy kod.",
  },
  "voting/guardian": {
    title: "Potrzebne jest oświadczenie opiekuna",
    detail: ({ belowAge }) =>
      `Osoby poniżej ${f.number(belowAge)} lat głosują z opiekunem. Opiekun potwierdza, że nim jest i głosuje razem z dzieckiem.`,
  },
  "statement/decided": {
    title: "Oświadczenie jest już rozpatrzone",
    detail: () => "Decyzja zapadła. Drugi raz się jej nie podejmuje.",
  },
  "voting/already-voted": {
    title: "Głos już oddano",
    detail: () => "Z tymi danymi oddano już głos. Głosu nie można zmienić ani powtórzyć.",
  },
  "ballot/pool": {
    title: "Nie ta lista",
    detail: ({ pool }) => `Lista ${pool} nie jest Twoją listą w tym głosowaniu.`,
  },
  "ballot/pool-twice": {
    title: "Lista podana dwa razy",
    detail: ({ pool }) => `Lista ${pool} jest podana dwa razy. Podaj każdą listę jeden raz.`,
  },
  "ballot/project": {
    title: "Nie ma takiego projektu",
    detail: ({ project }) => `Projektu ${project} nie ma na tej liście.`,
  },
  "ballot/over-points": {
    title: "Za dużo punktów",
    detail: ({ given, allowed }) =>
      `Na jednej liście możesz dać najwyżej ${f.number(allowed)} pkt. Na karcie jest ${f.number(given)} pkt.`,
  },
  "ballot/too-many-projects": {
    title: "Za dużo projektów",
    detail: ({ given, allowed }) => `Wybierz najwyżej ${projects(allowed)}. Zaznaczono ${f.number(given)}.`,
  },
  "ballot/too-few-points": {
    title: "Za mało punktów",
    detail: ({ given, allowed }) =>
      `Rozdaj na tej liście ${f.number(allowed)} pkt. Na karcie jest ${f.number(given)} pkt.`,
  },
  "ballot/too-few-projects": {
    title: "Za mało projektów",
    detail: ({ given, allowed }) =>
      `Wybierz co najmniej ${projects(allowed)}. Zaznaczono ${f.number(given)}.`,
  },
  "ballot/ranks": {
    title: "Miejsca się nie zgadzają",
    detail: ({ places }) =>
      places === 1
        ? "Jedyny wybrany projekt ma być na miejscu 1."
        : `Wybierz każde miejsce od 1 do ${f.number(places)} jeden raz.`,
  },
  "ballot/over-cost": {
    title: "Projekty kosztują za dużo",
    detail: ({ givenGrosze, allowedGrosze }) =>
      `Wybrane projekty kosztują razem ${f.money(givenGrosze)}. Mogą kosztować najwyżej ${f.money(allowedGrosze)}.`,
  },
  "ballot/empty": {
    title: "Pusta karta",
    detail: () => "Wybierz co najmniej jeden projekt na jednej z list.",
  },
  "ballot/incomplete": {
    title: "Karta nie jest pełna",
    detail: ({ pool }) => `Wypełnij wszystkie listy. Lista ${pool} jest pusta.`,
  },
  "point/in-use": {
    title: "Punktu nie można usunąć",
    detail: ({ points }) => `Głosowanie trwa. Zostaw na liście punkty: ${points.join(", ")}.`,
  },
  "point/unexplained": {
    title: "Liczby się nie zgadzają",
    detail: ({ receipts, cards }) =>
      `Różnica: potwierdzenia ${f.number(receipts)}, karty ${f.number(cards)}. Policz jeszcze raz albo wyjaśnij różnicę.`,
  },
  "point/not-its-day": {
    title: "W tym dniu punkt nie działał",
    detail: ({ from, until }) =>
      `Głosowanie trwa od ${f.date(from)} do ${f.date(until)}. Podpisz jeden z tych dni, gdy już nadejdzie.`,
  },
  "point/unsettled": {
    title: "Karty nie są jeszcze rozstrzygnięte",
    detail: ({ left }) => `Na zgodę dwóch osób czekają karty: ${f.number(left)}. Potem podpisz dzień.`,
  },
  "point/unsigned": {
    title: "Punkt jeszcze nie podpisał dnia",
    detail: () => "Najpierw podpisuje osoba z punktu, potem komisja.",
  },
  "paper/no-card": {
    title: "Nie ma takiej karty",
    detail: ({ cards }) => `Karty tej partii mają numery od 1 do ${f.number(cards)}.`,
  },
  "paper/not-taken": {
    title: "Bez kart papierowych",
    detail: () => "W tej edycji nie głosuje się na papierze.",
  },
  "paper/too-late": {
    title: "Za późno na partię kart",
    detail: ({ endedAt }) => `Partie można było zgłaszać do: ${f.deadline(endedAt)}.`,
  },
  "paper/differs": {
    title: "Dwie osoby wprowadziły kartę różnie",
    detail: ({ in: places }) => `Sprawdź z kartą: ${places.map(place).join(", ")}.`,
  },
  "paper/settled": {
    title: "Karta jest już rozstrzygnięta",
    detail: () => "Dwie osoby wprowadziły ją tak samo. Nie można jej zmienić.",
  },
  "paper/unsettled": {
    title: "Partii nie można jeszcze zamknąć",
    detail: ({ cards, left }) =>
      `W partii kart ma być ${f.number(cards)}. Bez zgody dwóch osób pozostaje: ${f.number(left)}.`,
  },
  "paper/closed": { title: "Partia jest zamknięta", detail: () => "Wszystkie jej karty są rozstrzygnięte." },
  "receipt/unknown": {
    title: "Nie ma takiego potwierdzenia",
    detail: () => "W tym głosowaniu nie ma karty o tym potwierdzeniu. Sprawdź każdy jego znak.",
  },
  "paper/below-keyed": {
    title: "Te karty są już wprowadzone",
    detail: ({ highest }) => `Wprowadzono kartę ${f.number(highest)}. Podaj liczbę nie mniejszą.`,
  },
  "count/key-wrong": {
    title: "To nie ten klucz",
    detail: () => "Klucz prywatny nie pasuje do klucza, którym zamknięto karty.",
  },
  "void/no-marker": {
    title: "Ta osoba nie głosowała",
    detail: () => "W tej edycji nie ma głosu tej osoby. Sprawdź numer.",
  },
  "void/no-ballot": {
    title: "Nie ma takiej karty",
    detail: () => "W urnie nie ma karty o tym numerze. Przepisz numer jeszcze raz.",
  },
  "void/voided": {
    title: "Ta karta jest już nieważna",
    detail: () => "Nieważność tej karty stwierdziła inna decyzja. Przepisz numer jeszcze raz.",
  },
  "void/state": {
    title: "Ta sprawa jest już dalej",
    detail: ({ state }) => `Stan tej sprawy: ${voids.states[state]}.`,
  },
  "void/not-yours": {
    title: "Tę sprawę prowadzą inni",
    detail: () => "Numer karty wpisują dwie osoby: ta, która złożyła wniosek, i ta, która go przyjęła.",
  },
  "void/names-differ": {
    title: "Numery się różnią",
    detail: () =>
      "Druga osoba wpisała inny numer karty. Otwórzcie powiązanie jeszcze raz i wpiszcie numer od nowa.",
  },

  "results/not-published": {
    title: "Wyników jeszcze nie ma",
    detail: ({ expectedAt }) =>
      expectedAt ? `Wyniki ogłosimy: ${f.moment(expectedAt)}.` : "Wyniki ogłosimy po policzeniu głosów.",
  },

  "consultation/published": {
    title: "Konsultacje są już ogłoszone",
    detail: () => "Rodzaju ogłoszonych konsultacji nie można zmienić.",
  },
  "consultation/over": {
    title: "Termin konsultacji minął",
    detail: ({ endedAt }) =>
      `Konsultacje skończyły się: ${f.deadline(endedAt)}. Zmień termin i spróbuj ponownie.`,
  },
  "meeting/closed": {
    title: "Zapisy zamknięte",
    detail: ({ closedAt }) => `Zapisy zakończyły się: ${f.deadline(closedAt)}.`,
  },
  "meeting/cancelled": {
    title: "Spotkanie odwołane",
    detail: () => "Tego spotkania nie będzie. Zapisy są zamknięte.",
  },
  "meeting/over": {
    title: "Spotkanie już się odbyło",
    detail: ({ endedAt }) => `Spotkanie skończyło się: ${f.moment(endedAt)}.`,
  },
  "meeting/below-taken": {
    title: "Tyle miejsc jest już zajętych",
    detail: ({ taken }) => `Zajętych miejsc jest ${f.number(taken)}. Podaj liczbę nie mniejszą.`,
  },
  "meeting/list-full": {
    title: "Lista rezerwowa jest pełna",
    detail: () => "Na to spotkanie nie przyjmujemy więcej zapisów. Wybierz inne spotkanie.",
  },
};
