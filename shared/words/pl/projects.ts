import type { ProjectStatus } from "../../domain/project/stages.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** Projects as everybody sees them: their states, the list, one project, and its support. */
export const projects = {
  title: "Wnioski i projekty",
  lead: "Zobacz, co zgłosili mieszkańcy i co zdecydował urząd.",
  none: "Żadna edycja nie ma jeszcze wniosków.",
  status: {
    submitted: "Złożony",
    "formally-accepted": "Zaakceptowany formalnie",
    rejected: "Odrzucony formalnie",
    "not-admitted": "Niedopuszczony",
    "on-ballot": "Dopuszczony do głosowania",
    withdrawn: "Wycofany",
    selected: "Wybrany",
    "not-selected": "Niewybrany",
  } as Record<ProjectStatus, string>,
  withdrawnAfterVote: "Wycofany po głosowaniu",
  facts: {
    number: "Numer",
    pool: "Pula",
    title: "Tytuł",
    cost: "Koszt",
    estimated: "Koszt z wniosku",
    verified: "Koszt po sprawdzeniu",
    status: "Stan",
    reason: "Powód",
    legalBasis: "Podstawa",
    supporters: "Poparcie",
    place: "Miejsce",
    point: "Współrzędne",
    author: "Autor wniosku",
    submitted: "Data złożenia",
    excludes: "Wyklucza się z projektami",
  },
  map: "Dzielnice na mapie",
  filters: {
    cycle: "Edycja",
    pool: "Pula",
    allPools: "Wszystkie pule",
    status: "Stan",
    allStatuses: "Wszystkie stany",
    search: "Szukaj",
    searchHint: "Numer albo słowa z tytułu lub opisu",
    submit: "Pokaż",
  },
  found: (count: number): string =>
    `${f.number(count)} ${f.plural(count, { one: "wniosek lub projekt", few: "wnioski lub projekty", many: "wniosków lub projektów", other: "wniosku lub projektu" })}`,
  foundMore: "Wnioski i projekty, które pasują",
  instead: {
    nearest: "Może chodzi o jedno z tych słów:",
    pools: "W każdej puli",
    status: "W każdym stanie",
    category: "W każdej kategorii",
  },
  empty: "Nic nie pasuje do tych filtrów. Zmień je i spróbuj ponownie.",
  download: "Pobierz tę listę:",
  back: "Wszystkie wnioski i projekty",
  description: "Opis",
  history: "Przebieg",
  supportersOf: (count: number, needed: number | null): string =>
    needed !== null && needed > 0
      ? `${f.number(count)} z ${f.number(needed)} potrzebnych`
      : `${f.number(count)} ${f.plural(count, { one: "osoba", few: "osoby", many: "osób", other: "osoby" })}`,
  support: {
    title: "Poprzyj ten wniosek",
    lead: "Wyślemy link na Twój adres. Poparcie liczymy, gdy je potwierdzisz. Twojego nazwiska nie publikujemy.",
    name: "Imię i nazwisko",
    nameHint: "Zobaczy je tylko osoba, która sprawdza wniosek.",
    address: "Adres",
    addressHint: "Ulica, dom i mieszkanie. Po nim widać, kto jest też na liście papierowej.",
    email: "Adres e-mail",
    emailHint: "Zapiszemy go tylko jako skrót, który pilnuje, że jedna osoba popiera raz.",
    submit: "Wyślij link",
    sent: "Sprawdź pocztę",
    sentTo: (email: string): string => `Wysłaliśmy link na adres ${email}. Działa 7 dni.`,
    sentHint: "Nie ma wiadomości? Poczekaj kilka minut i sprawdź folder ze spamem.",
    confirmTitle: (number: string): string => `Poprzeć wniosek ${number}?`,
    confirm: "Popieram wniosek",
    done: "Poparcie jest policzone",
    already: "To poparcie było już policzone. Jedna osoba popiera wniosek raz.",
    closed: "Poparcia już nie zbieramy: urząd ocenił wniosek formalnie.",
    toProject: "Zobacz wniosek",
  },
  say: {
    "/name": "Wpisz imię i nazwisko.",
    "/address": "Wpisz ulicę, dom i mieszkanie.",
    "/email": "Wpisz adres e-mail w postaci nazwa@domena.pl.",
  },
};
