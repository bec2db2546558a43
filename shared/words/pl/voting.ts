import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";
import { frame } from "./frame.ts";
import { otherWays } from "./other-ways.ts";

const f = formatsOf("pl-PL");

const points = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "punkt", few: "punkty", many: "punktów", other: "punktu" })}`;

const minutes = (seconds: number): string => {
  const count = Math.floor(seconds / 60);
  return `${f.number(count)} ${f.plural(count, { one: "minutę", few: "minuty", many: "minut", other: "minuty" })}`;
};

const daysLeft = (days: number): string =>
  days === 0
    ? "dziś jest ostatni dzień"
    : `${f.plural(days, { one: "został", few: "zostały", many: "zostało", other: "zostało" })} ${f.number(days)} ${f.plural(days, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}`;

const upTo = (projects: number): string =>
  `do ${f.number(projects)} ${projects === 1 ? "projektu" : "projektów"}`;

/** The way of a vote: before it, who votes, the code, what went wrong. The ballot itself is in `ballot.ts`. */
export const voting = {
  step: (step: number, of: number): string => `Krok ${f.number(step)} z ${f.number(of)}`,

  start: {
    title: "Zagłosuj na projekty",
    openNow: (until: Instant, days: number): string =>
      `Głosowanie trwa ${frame.until(until)} (${daysLeft(days)}).`,
    takes: "Zajmie to około 2 minut. Nie zakładasz konta.",
    pointsOnLists: (count: number, projects: number, lists: string): string =>
      `Masz ${points(count)} ${lists}. Możesz je dać ${projects === 1 ? "jednemu projektowi" : `najwyżej ${f.number(projects)} projektom`}.`,
    lists: {
      both: "na liście swojej dzielnicy i tyle samo na liście ogólnomiejskiej",
      each: "na każdej ze swoich list",
      district: "na liście swojej dzielnicy",
      area: "na każdej liście, która obejmuje Twoją dzielnicę",
      citywide: "na liście ogólnomiejskiej",
      citywides: "na każdej liście ogólnomiejskiej",
    },
    needs: "Co przygotować",
    /** Beside the facts that the edition asks for. */
    neededContact: {
      email: "Dostęp do poczty e-mail: wyślemy na nią kod",
      phone: "Telefon komórkowy: wyślemy na niego kod",
      both: "Dostęp do poczty e-mail albo telefon komórkowy: wyślemy tam kod",
    },
    guardian: (belowAge: number): string =>
      `Poniżej ${f.number(belowAge)} lat: rodzica lub opiekuna prawnego, który głosuje razem z dzieckiem`,
    howHeading: "Jak to przebiega",
    how: (sessionSeconds: number, required: "none" | "one" | "all"): string[] => [
      "Podajesz dane i wpisujesz kod z wiadomości.",
      {
        none: "Wybierasz projekty. Każdą listę możesz pominąć, ale nie wszystkie.",
        one: "Wybierasz projekty. Jednej z list nie można pominąć.",
        all: "Wybierasz projekty. Trzeba wypełnić każdą listę.",
      }[required],
      "Sprawdzasz głos i wysyłasz go. Dostajesz numer potwierdzenia.",
      `Od wpisania kodu masz ${minutes(sessionSeconds)}. Głosu nie można zmienić ani powtórzyć.`,
    ],
    secret: "Głos zamykamy kluczem komisji. Do końca głosowania nikt go nie otworzy.",
    points: "Głosowanie z pomocą",
    pointsLead:
      "W tych punktach zagłosujesz z pomocą urzędnika. Weź dokument ze zdjęciem. Kod nie jest potrzebny.",
    button: "Zacznij głosowanie",
    buttonFor: (edition: string): string => `Zacznij głosowanie: edycja ${edition}`,
    choose: "Trwa więcej niż jedno głosowanie. Wybierz edycję.",
    projects: "Zobacz projekty",
    help: "Pomoc w głosowaniu",
    check: "Sprawdź, czy Twój głos jest zapisany",
    results: "Zobacz wyniki",
    extended: (before: Instant): string =>
      `Głosowanie jest przedłużone. Poprzedni koniec: ${f.deadline(before)}.`,
    extendedWhy: "Powód:",
    closed: "Teraz nie można głosować.",
    opens: (edition: string, at: Instant): string =>
      `Głosowanie w edycji ${edition} zacznie się: ${f.moment(at)}.`,
    lasts: (until: Instant): string => `Potrwa ${frame.until(until)}.`,
    endedEarly: (before: Instant): string => `Miało trwać dłużej: ${f.deadline(before)}.`,
    ended: (edition: string, at: Instant): string =>
      `Głosowanie w edycji ${edition} skończyło się: ${f.deadline(at)}.`,
    resultsDue: (at: Instant): string => `Wyniki ogłosimy: ${f.moment(at)}.`,
    resultsOut: "Wyniki są już ogłoszone.",
    nothing: "Nie ma jeszcze daty następnego głosowania. Podamy ją na tej stronie.",
  },

  identity: {
    title: "Kto głosuje?",
    lead: "Sprawdzimy te dane ze spisem uprawnionych do głosowania.",
    contactChoice: "Podaj e-mail albo telefon. Gdy są oba, kod idzie na e-mail.",
    privacy: "Co robimy z danymi",
    submit: "Wyślij kod",
  },

  code: {
    title: "Wpisz kod z wiadomości",
    sent: (address: string): string =>
      `Jeśli te dane są w spisie uprawnionych, kod idzie teraz do: ${address}. Gdy zamiast kodu przyjdzie inna wiadomość, jest w niej, co zrobić.`,
    label: (digits: number): string =>
      `Kod, ${f.number(digits)} ${f.plural(digits, { one: "cyfra", few: "cyfry", many: "cyfr", other: "cyfry" })}`,
    validUntil: (at: Instant): string => `Kod działa do ${f.time(at)}.`,
    triesLeft: (count: number): string => `Zostało prób: ${f.number(count)}.`,
    session: (seconds: number): string => `Po wpisaniu kodu masz ${minutes(seconds)} na wysłanie głosu.`,
    submit: "Dalej",
    missing: "Wpisz kod",
    wrong: (triesLeft: number): string => `Kod się nie zgadza. Zostało prób: ${f.number(triesLeft)}`,
    overTitle: "Ten kod już nie działa",
    over: "Minął jego czas albo skończyły się próby. Nowy kod wyślemy tam, gdzie poprzedni.",
    resend: "Wyślij nowy kod",
    resent: (at: Instant): string => `Nowy kod zamówiono o ${f.time(at)}. Poprzedni już nie działa.`,
    wait: (at: Instant): string => `Następny kod można zamówić po ${f.time(at)}.`,
    again: "Podaj dane jeszcze raz",
    notReceived: "Kod nie przyszedł?",
    hints: [
      "Poczekaj dwie minuty i zajrzyj do folderu ze spamem.",
      "Sprawdź, czy adres powyżej jest wpisany bez błędu.",
      "Kod dostają tylko osoby ze spisu uprawnionych. Sprawdź swoje dane.",
    ],
    phoneHints: [
      "Poczekaj dwie minuty i sprawdź, czy telefon ma zasięg.",
      "Sprawdź, czy numer powyżej jest wpisany bez błędu.",
      "Kod dostają tylko osoby ze spisu uprawnionych. Sprawdź swoje dane.",
    ],
    retype: "Popraw dane",
  },

  guardian: {
    title: "Głosujesz z opiekunem",
    lead: (belowAge: number): string =>
      `Osoby poniżej ${f.number(belowAge)} lat głosują razem z rodzicem lub opiekunem prawnym. Opiekun jest teraz przy Tobie?`,
    points: [
      "Głos należy do dziecka: wybiera dziecko, opiekun pomaga.",
      "Opiekun głosuje osobno, ze swoim numerem PESEL.",
    ],
    declaration:
      "Oświadczam, że jestem rodzicem lub opiekunem prawnym tej osoby i głosuję razem z nią w tym głosowaniu.",
    missing: "Zaznacz oświadczenie opiekuna. Bez niego dziecko nie może głosować",
    kept: "Nie pytamy o imię i nazwisko opiekuna. Zapisujemy tylko, że oświadczenie złożono, i dzień.",
    submit: "Dalej",
  },

  otherWays,

  trouble: {
    sessionTitle: "Sesja głosowania się skończyła",
    session:
      "Dla bezpieczeństwa kod i sesja działają krótko. Tym razem głos nie został wysłany z tej strony.",
    sessionNext: "Zacznij od nowa: podaj dane i wpisz nowy kod.",
    again: "Zacznij od nowa",
    haveReceipt: "Masz już numer potwierdzenia? Sprawdź głos.",
    closedTitle: "Głosowanie skończyło się",
    notYetTitle: "Głosowanie jeszcze się nie zaczęło",
    closedLost: "Głosów wysłanych po tej godzinie nie przyjmujemy. Ten głos nie został zapisany.",
    seeDates: "Zobacz terminy głosowania",
    votedTitle: "Głos z tymi danymi jest już w urnie",
    voted: "Każda osoba głosuje raz. Głosu nie można zmienić ani powtórzyć.",
    notMe: "To nie był Twój głos? Napisz do nas od razu:",
    tooManyTitle: "Za dużo prób",
    tooMany: (at: Instant): string =>
      `Z tymi danymi lub z tej sieci próbowano zbyt wiele razy. Spróbuj po: ${f.moment(at)}.`,
    tooManyNext: "Nie pomaga? Napisz do nas:",
    busy: "Serwis jest teraz zajęty. Głos nie jest jeszcze wysłany. Naciśnij przycisk jeszcze raz.",
  },

  check: {
    title: "Sprawdź swój głos",
    lead: "Numer potwierdzenia mówi, czy głos jest w urnie. Nie mówi, co jest na karcie.",
    label: "Numer potwierdzenia",
    hint: "36 znaków. Wielkość liter, spacje i kreski nie mają znaczenia.",
    fromLink: "Masz link? Numer jest na końcu jego adresu, po znaku #.",
    submit: "Sprawdź",
    missing: "Wpisz numer potwierdzenia",
    length: (count: number): string => `Numer ma 36 znaków, wpisano ${f.number(count)}`,
    typo: "Któryś znak się nie zgadza. Porównaj numer z potwierdzeniem",
    stored: "Głos jest w urnie",
    storedText: (edition: string): string =>
      `Głos z tym numerem jest zapisany w edycji ${edition}. Policzymy go po zamknięciu głosowania.`,
    sealed: "Głos jest w zamkniętej urnie",
    sealedText: (edition: string): string =>
      `Głosowanie w edycji ${edition} się skończyło. Twój głos jest na liście kart, którą podpisaliśmy, zanim ktokolwiek otworzył pierwszą kartę.`,
    counted: "Głos jest policzony",
    countedText: (edition: string): string =>
      `Głos z tym numerem jest na liście policzonych głosów edycji ${edition}.`,
    voided: "Głos nie jest liczony",
    voidedText: (edition: string, why = ""): string =>
      `Głos z tym numerem jest w urnie edycji ${edition}. Komisja wyłączyła go z liczenia. Powód: ${why}.`,
    leaf: "Wiersz na tej liście",
    place: "Miejsce na liście",
    placeOf: (place: number, size: number): string => `${f.number(place)} z ${f.number(size)}`,
    listDigest: "Skrót całej listy",
    proof: "Dowód, który można sprawdzić bez nas",
    checkpointText:
      "To poświadczenie podpisaliśmy po zamknięciu urny: adres edycji, liczba kart, korzeń drzewa skrótów i podpis.",
    pathText:
      "Od wiersza z listy do korzenia prowadzą te skróty (RFC 9162, SHA-256). Kto zmieni choć jeden głos, zmieni korzeń.",
    keepProof:
      "Zapisz tę stronę albo zrób zrzut ekranu. Jak to policzyć samodzielnie, opisujemy w pliku docs/receipts.md naszego programu.",
    proofHint: "Listę znajdziesz w paczce z wynikami, w pliku leaves.txt.",
    notFound: "Nie znamy takiego numeru",
    notFoundText: "Numer jest wpisany bez błędu, ale nie ma takiego głosu.",
    notFoundNext: "Potwierdzenie widać tylko po wysłaniu głosu. Możesz zacząć głosowanie jeszcze raz.",
    another: "Sprawdź inny numer",
  },

  points,
  minutes,
  upTo,
};
