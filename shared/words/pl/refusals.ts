import { fewOf } from "../few-of.ts";
import { formatsOf } from "../format.ts";
import type { IssueWords, RefusalWords, RollWords } from "../refusal-words.ts";
import { blockers } from "./blockers.ts";
import { span } from "./frame.ts";
import { office } from "./office.ts";
import { otherWaysSentence } from "./other-ways.ts";
import { pending } from "./pending.ts";
import { phases } from "./phases.ts";
import { checkRefusals } from "./refusals-checks.ts";
import { consultationRefusals } from "./refusals-consultations.ts";
import { fileRefusals } from "./refusals-files.ts";
import { votingRefusals } from "./refusals-voting.ts";

const f = formatsOf("pl-PL");

const few = (names: readonly string[]): string => fewOf(names, (count) => `i jeszcze ${count}`);

const phase = (name: string): string =>
  name in phases ? phases[name as keyof typeof phases].name.toLowerCase() : name;

const role = (name: string): string =>
  Object.hasOwn(office.roles, name) ? office.roles[name as keyof typeof office.roles] : name;

export const roll: RollWords = {
  columns: "Wiersz ma inną liczbę kolumn niż tabela.",
  pesel: "Numer PESEL jest błędny.",
  age: "Data urodzenia z numeru PESEL nie jest możliwa.",
  name: "Brakuje imienia lub nazwiska albo mają niedozwolone znaki.",
  address: "Brakuje adresu albo ma niedozwolone znaki.",
  digits: "Ostatnie cyfry numeru PESEL to cztery cyfry.",
  surname: "Brakuje nazwiska panieńskiego matki albo ma niedozwolone znaki.",
  district: "Nie ma takiej dzielnicy.",
  document: "Kraj, rodzaj albo numer dokumentu jest błędny.",
  birthDate: "Data urodzenia jest błędna albo inna niż w numerze PESEL.",
  duplicate: "Ta osoba jest już w innym wierszu.",
  "digits-lost": "Arkusz obciął cyfry tego numeru. Zapisz kolumnę jako tekst.",
  text: "Brakuje tekstu albo ma niedozwolone znaki.",
  number: "To nie jest liczba całkowita.",
  email: "To nie jest adres e-mail.",
  ambiguous:
    "Dokument albo adres z nazwiskiem i datą urodzenia jest też w innym wierszu. Nie wiadomo, o kogo chodzi.",
  nobody: "Brakuje danych, po których można kogoś rozpoznać.",
  reason: "Nie ma takiego powodu skreślenia.",
  row: "Numer pozycji jest błędny albo powtarza się.",
  taken: "Pod tym numerem wpisano już kogoś innego.",
  "district-twice": "Ta dzielnica jest już w innym wierszu.",
  card: "Numer karty ma być liczbą od 1.",
  "card-twice": "Ta karta jest już w innym wierszu.",
  project: "Tego numeru projektu nie ma na liście do głosowania.",
  "project-twice": "Ten projekt jest w wierszu dwa razy.",
  points: "Brakuje liczby punktów przy projekcie.",
  rejection: "Tego powodu odrzucenia nie ma na liście.",
  outcome: "Wiersz ma i wybrane projekty, i powód odrzucenia.",
  "yes-or-no": "Wpisz „tak” albo „nie”.",
  role: "Nie ma takiej roli albo żadnej nie podano.",
  unit: "Nie ma takiej jednostki.",
  "account-twice": "Ten adres mają dwa konta. Nie wiadomo, o które chodzi.",
  remark: "Nie ma uwagi o tym numerze.",
  "remark-twice": "Ta uwaga jest już w innym wierszu.",
  "remark-changed": "Uwagę zmieniono albo rozstrzygnięto po pobraniu arkusza. Pobierz go jeszcze raz.",
  verdict: "Nie ma takiego rozstrzygnięcia.",
  "no-reason": "Rozstrzygnięcie wymaga uzasadnienia, najwyżej 4000 znaków.",
};

export const issues: IssueWords = {
  required: () => "To pole jest wymagane.",
  type: () => "Wartość jest innego rodzaju, niż potrzeba.",
  unknown: () => "Nie znamy takiego pola.",
  "too-short": (limit) => (limit === "1" ? "To pole jest wymagane." : `Wpisz co najmniej ${limit} zn.`),
  "too-long": (limit) => `Skróć tekst do ${limit} zn.`,
  "too-small": (limit) => `Wpisz liczbę nie mniejszą niż ${limit}.`,
  "too-big": (limit) => `Wpisz liczbę nie większą niż ${limit}.`,
  "too-early": (limit) => `Podaj dzień nie wcześniejszy niż ${f.date(limit)}.`,
  begun: (limit) => `To trwa od ${f.date(limit)} i ten dzień się nie zmieni.`,
  "too-late": (limit) => `Podaj dzień nie późniejszy niż ${f.date(limit)}.`,
  "too-few": (limit) => `Za mało pozycji na tej liście. Co najmniej: ${limit}.`,
  "too-many": (limit) => `Za dużo pozycji na tej liście. Najwyżej: ${limit}.`,
  format: () => "Zapis ma inną postać, niż potrzeba.",
  choice: (limit) => (limit ? `Wybierz jedną z wartości: ${limit}.` : "Wybierz jedną z podanych wartości."),
  duplicate: () => "To samo pole podano dwa razy.",
  text: (_, at) =>
    at
      ? `Usuń niewidoczny znak ${at.called}. Stoi w wierszu ${at.line} jako znak ${at.character}.`
      : "Usuń z tekstu znaki, których nie da się pokazać.",
  stacked: (_, at) =>
    `Usuń nadmiar znaków przy jednej literze${at ? `: wiersz ${at.line}, znak ${at.character}` : ""}.`,
  unseen: () => "Wpisz choć jedną literę lub cyfrę, którą widać.",
  name: (_, at) =>
    `${at ? `Popraw znak ${at.character}. ` : ""}W imieniu i nazwisku mogą stać litery, spacje, łączniki, kropki i apostrofy.`,
  street: (_, at) =>
    `${at ? `Popraw znak ${at.character}. ` : ""}W adresie mogą stać litery, cyfry, spacje, łączniki, kropki, przecinki, ukośniki, nawiasy i apostrofy.`,
  "pesel-length": () => "PESEL ma 11 cyfr.",
  "pesel-check": () => "Sprawdź PESEL: któraś cyfra się nie zgadza.",
  "pesel-age": () => "Sprawdź PESEL: zapisana w nim data urodzenia nie jest możliwa.",
  country: () => "Podaj kraj kodem z dwóch albo trzech liter, na przykład UA.",
  "document-number": () => "Wpisz numer dokumentu: same cyfry i litery bez znaków, od 4 do 20.",
  "document-pesel": () => "W polskim paszporcie i dowodzie jest numer PESEL. Podaj ten numer.",
  "birth-date": () => "Wpisz dzień, miesiąc i rok urodzenia, na przykład 14.05.1990.",
  "birth-age": () => "Sprawdź datę urodzenia: taka nie jest możliwa.",
  contact: () => "Wpisz e-mail w postaci nazwa@domena.pl albo numer telefonu komórkowego, 9 cyfr.",
  phone: () => "Wpisz polski numer telefonu komórkowego, 9 cyfr.",
  "phone-abroad": () => "Nie wysyłamy SMS-ów na numery spoza Polski. Podaj adres e-mail.",
  money: () => "Wpisz kwotę w złotych, na przykład 12 500,00.",
  "money-twofold": (limit) =>
    `Nie wiadomo, ile to złotych. Wpisz ${f.number(Number(limit))} albo kwotę z dwiema cyframi po przecinku.`,
  "money-decimals": () => "Wpisz po przecinku najwyżej dwie cyfry.",
  "agenda-line": () =>
    "Wpisz godzinę, punkt programu i po znaku | kto mówi, na przykład 17:05 Plany parku | Anna Nowak.",
  point: () => "Wpisz współrzędne, na przykład 50.2683, 19.0419, albo wklej adres z mapy.",
  "point-link": () => "W tym adresie nie ma współrzędnych. Otwórz go i skopiuj je z mapy.",
  "point-swapped": (limit) => `Zamień liczby miejscami. Szerokość stoi pierwsza: ${limit}.`,
  "point-abroad": () => "Popraw współrzędne. Ten punkt leży poza Polską.",
  moment: () => "Wpisz datę i godzinę w postaci 2027-09-23 17:00.",
  gap: () => "Taka godzina nie istnieje: tej nocy zegary idą do przodu. Wpisz inną godzinę.",
  overlap: () => "Taka godzina wypada dwa razy: tej nocy zegary się cofają. Wpisz inną godzinę.",
  asks: (limit) => `Ten sposób wymaga wszystkich tych danych: ${limit}.`,
  kept: (limit) => `System nie dotrzyma tego terminu. Może tu być: ${limit}.`,
  email: () => "Wpisz adres e-mail w postaci nazwa@domena.pl.",
  "email-name": (_, at) =>
    `${at ? `Popraw znak ${at.character} adresu. ` : ""}Przed @ mogą stać litery od a do z, cyfry, kropki, łączniki i podkreślenia.`,
  "email-dots": () => "Usuń z adresu e-mail zbędną kropkę: stoi obok innej albo na brzegu.",
  "email-long": (limit) => `Skróć adres e-mail. Przed @ mieści się najwyżej ${limit} zn.`,
  "email-domain": () => "Popraw to, co stoi po @. Wpisz domenę, na przykład poczta.pl.",
  "name-alphabets": () => "Popraw imię lub nazwisko. Litery są z dwóch podobnych alfabetów.",
  "email-alphabets": () => "Popraw to, co stoi po @. Litery są z dwóch podobnych alfabetów.",
  "end-before-start": () => "Koniec ma być później niż początek.",
};

export const refusals: RefusalWords = {
  "request/malformed": {
    title: "Nie da się odczytać żądania",
    detail: () => "Treść żądania nie jest poprawnym zapisem.",
  },
  "request/not-valid": {
    title: "Popraw formularz",
    detail: ({ more }) =>
      more === 0
        ? "Niektóre pola trzeba poprawić."
        : `Niektóre pola trzeba poprawić. Podajemy pierwsze z nich; pozostałych błędów jest ${f.number(more)}.`,
  },
  "request/too-large": {
    title: "Żądanie jest za duże",
    detail: ({ limitBytes }) => `Treść może mieć najwyżej ${f.number(limitBytes)} bajtów.`,
  },
  "request/too-many-values": {
    title: "Żądanie ma za dużo pól",
    detail: ({ limit }) => `Treść może mieć najwyżej ${f.number(limit)} pól i wartości.`,
  },
  "request/method": {
    title: "Tak się nie da",
    detail: ({ allowed }) => `Ten adres przyjmuje tylko: ${allowed}.`,
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
    detail: ({ retryAfterSeconds, ways }) =>
      `Spróbuj ponownie za ${span(retryAfterSeconds)}.${otherWaysSentence(ways)}`,
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
  "request/round-the-front": {
    title: "To nie jest adres strony",
    detail: ({ siteUrl }) => `Strona jest pod adresem ${siteUrl}.`,
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
  "identity/own-proposal": {
    title: "Ocenia ktoś inny",
    detail: () => "To Twój wniosek albo jesteś jego współautorem. Oceni go ktoś inny.",
  },

  "pending/settled": {
    title: "Ta propozycja jest już rozstrzygnięta",
    detail: ({ state }) => `Stan propozycji: ${pending.states[state]}.`,
  },
  "pending/waits": {
    title: "To czeka już na drugą osobę",
    detail: ({ name, until }) => `Proponuje ${name}. Druga osoba może to przyjąć do: ${f.deadline(until)}.`,
  },
  "letter/done": { title: "Ktoś już się tym zajął", detail: () => "Zobacz, co zrobiono z tym listem." },
  "letter/deleted": {
    title: "Tego listu już nie ma",
    detail: () => "Minął jego termin. Powiadom inaczej i zaznacz, że sprawa jest załatwiona.",
  },
  "pending/lapsed": {
    title: "Ta propozycja wygasła",
    detail: ({ lapsedAt }) => `Można ją było przyjąć do: ${f.deadline(lapsedAt)}. Złóż nową propozycję.`,
  },
  "pending/not-yours": {
    title: "To nie Twoja propozycja",
    detail: () => "Wycofać propozycję może tylko jej autor. Możesz ją odrzucić.",
  },

  "staff/changing": {
    title: "Konta się jeszcze zmieniają",
    detail: () => "Konta są czytane co kilka minut. Spróbuj ponownie za chwilę.",
  },
  "staff/own-role": {
    title: "Nikt nie nadaje roli sobie",
    detail: ({ roles }) =>
      `Ten arkusz daje Ci rolę: ${roles.map(role).join(", ")}. Niech zrobi to ktoś inny.`,
  },
  "staff/too-few-admins": {
    title: "Za mało osób z rolą administracji",
    detail: ({ admins }) =>
      `Do zmiany kont trzeba dwóch osób z tą rolą, w tym jednej, która ma ją dziś. Zostają: ${admins.join(", ") || "nikt"}.`,
  },
  "person/has-account": {
    title: "Ta osoba ma otwarte konto",
    detail: () => "Najpierw zamknij konto w systemie logowania, potem usuń osobę z listy.",
  },

  "unit/not-empty": {
    title: "Jednostka nie jest pusta",
    detail: ({ units, people, work }) =>
      [
        ...(units.length > 0 ? [`Najpierw przenieś z niej jednostki: ${few(units)}.`] : []),
        ...(people.length > 0 ? [`Najpierw przenieś z niej ludzi: ${few(people)}.`] : []),
        ...(work > 0 ? [`Zadania, które w niej czekają: ${f.number(work)}.`] : []),
      ].join(" "),
  },

  "thing/not-found": { title: "Nie ma takiej strony", detail: () => "Nie znaleźliśmy tego, czego szukasz." },
  "thing/gone": { title: "Tego już nie ma", detail: () => "Ten wpis usunięto." },
  "act/wrong-state": {
    title: "Nie w tym stanie",
    detail: ({ state }) => `W tym stanie nie można tego zrobić: ${state}.`,
  },
  "act/blocked": { title: "Jeszcze nie można", detail: ({ reason }) => reason },
  "service/try-again": {
    title: "Spróbuj za chwilę",
    detail: () => "Serwis jest teraz zajęty. Zrób to samo jeszcze raz.",
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

  "project/elsewhere": {
    title: "Punkt leży gdzie indziej",
    detail: ({ district }) =>
      district === null
        ? "Ten punkt leży poza miastem. Popraw współrzędne albo zostaw to pole puste."
        : `Ten punkt nie leży na terenie wybranej puli, tylko bliżej: ${district}. Zmień pulę albo popraw współrzędne.`,
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
  "project/by-call": {
    title: "Projekty pochodzą tu z wniosków",
    detail: () =>
      "Ta edycja przyjmuje wnioski. Projekt trafia na listę tylko z wniosku, po jego sprawdzeniu.",
  },
  "key/not-proved": {
    title: "Ten dowód jest od innego klucza",
    detail: () => "Użyj wyzwania dla tego klucza i dla Ciebie. Wklej to, co wypisze polecenie.",
  },
  "project/own-support": {
    title: "To Twój wniosek",
    detail: () => "Własny wniosek mogą poprzeć tylko inne osoby.",
  },
  "project/already-supported": {
    title: "Już popierasz ten wniosek",
    detail: () => "Jedna osoba może poprzeć wniosek raz.",
  },
  "project/supporters": {
    title: "Brakuje poparcia",
    detail: ({ supporters, asked }) =>
      asked === null
        ? `Nie wiadomo, ilu osób poparcia potrzeba: edycja nie zna liczby mieszkańców tej puli. Potwierdzone poparcie: ${f.number(supporters)}. Ocena formalna nie może być pozytywna.`
        : `Potwierdzone poparcie: ${f.number(supporters)} z ${f.number(asked)} potrzebnych. Przy mniejszej liczbie ocena formalna nie może być pozytywna.`,
  },

  ...consultationRefusals,
  ...fileRefusals,
  ...checkRefusals,
  ...votingRefusals,
  "results/not-published": {
    title: "Wyników jeszcze nie ma",
    detail: ({ expectedAt }) =>
      expectedAt ? `Wyniki ogłosimy: ${f.moment(expectedAt)}.` : "Wyniki ogłosimy po policzeniu głosów.",
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
