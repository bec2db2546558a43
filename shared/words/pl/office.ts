import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const counted = (forms: { one: string; few: string; many: string }) => (count: number) =>
  `${f.number(count)} ${f.plural(count, { ...forms, other: forms.many })}`;

/** The office's own pages: signing in, the home, what every page of staff has. */
export const office = {
  toHome: "Strona główna urzędu",
  signOut: "Wyloguj się",
  signInAsAnother: "Zaloguj się jako inna osoba",
  nav: {
    editions: "Edycje",
    proposals: "Wnioski",
    meetings: "Spotkania",
    consultations: "Konsultacje",
  },
  roles: {
    coordinator: "koordynacja",
    verifier: "weryfikacja",
    unit: "jednostka miejska",
    moderator: "moderacja",
    editor: "redakcja",
    clerk: "punkt obsługi",
    commission: "komisja",
    auditor: "audyt",
    admin: "administracja",
  },
  signIn: {
    failed: "Logowanie się nie udało",
    why: {
      "not-begun": "Tego logowania nie zaczęto w tej przeglądarce albo trwało za długo.",
      denied: "System logowania nie potwierdził, kim jesteś.",
      code: "System logowania nie przyjął kodu. Kod działa raz i tylko przez kilka minut.",
    },
    again: "Zaloguj się od nowa",
    out: "Wylogowano",
    outHere: "Twoja sesja na tej stronie jest zakończona.",
    outThere: "Zakończ też sesję w systemie logowania",
  },
  home: {
    title: "Do zrobienia",
    who: "Kto pracuje",
    name: "Imię i nazwisko",
    role: "Rola",
    noRole: "bez roli",
    pages: "Strony urzędu",
    pagesAbout: {
      editions: "Kalendarz, etapy, klucze, spis, wynik.",
      proposals: "Ocena wniosków i karta do głosowania.",
      meetings: "Terminy, zapisy, listy obecności.",
      consultations: "Ogłoszenia i terminy konsultacji.",
    },
    editions: "Edycje w toku",
    noEditions: "Nie ma edycji w toku.",
    newEdition: "Nowa edycja",
    edition: (number: string): string => `edycja ${number}`,
    next: (phase: string): string => `Następny etap: ${phase}`,
    ready: "Nic nie blokuje przejścia dalej.",
    blocked: "Co blokuje przejście dalej",
    queues: "Kolejki",
    noQueues: "W Twoich kolejkach nic nie czeka.",
    toCheck: counted({
      one: "wniosek czeka na ocenę formalną",
      few: "wnioski czekają na ocenę formalną",
      many: "wniosków czeka na ocenę formalną",
    }),
    toAdmit: counted({
      one: "wniosek czeka na decyzję o karcie do głosowania",
      few: "wnioski czekają na decyzję o karcie do głosowania",
      many: "wniosków czeka na decyzję o karcie do głosowania",
    }),
    meetings: counted({
      one: "spotkanie przed nami",
      few: "spotkania przed nami",
      many: "spotkań przed nami",
    }),
  },
  log: {
    title: "Dziennik",
    latest: "Ostatnie działania",
    every: "Wszystkie działania",
    empty: "W dzienniku nic jeszcze nie ma.",
    all: "Cały dziennik",
    columns: { at: "Kiedy", who: "Kto", what: "Co", why: "Dlaczego", facts: "Szczegóły" },
    acts: {
      "POST cycles": "Nowa edycja",
      "PATCH calendar": "Zmiana dat",
      "POST transitions": "Przejście do innego etapu",
      "PUT keys": "Klucze publiczne komisji",
      "POST count-key": "Przekazanie klucza do liczenia",
      "POST draws": "Wynik losowania",
      "POST sign-offs": "Podpis pod wynikiem",
      "POST roll": "Wczytanie spisu",
    } as Readonly<Record<string, string>>,
    facts: {
      from: "z etapu",
      to: "do etapu",
      phase: "etap",
      startsAt: "początek",
      endsAt: "koniec",
      before: "poprzedni koniec",
      entries: "liczba osób",
      version: "wersja",
      pool: "pula",
      protocols: "protokół",
      digest: "skrót wyniku",
      ballots: "klucz do kart",
      links: "klucz do powiązań",
    } as Readonly<Record<string, string>>,
  },
};
