import type { Phase } from "../../domain/cycle/phases.ts";
import type { Task } from "../../domain/cycle/tasks.ts";
import type { ProjectStatus } from "../../domain/project/stages.ts";
import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";
import { frame } from "./frame.ts";

const f = formatsOf("pl-PL");

const people = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "osoba", few: "osoby", many: "osób", other: "osoby" })}`;

const list = (pools: readonly string[] = []): string => pools.join(", ");

/** What the state machine does by itself when a phase begins and ends. */
const automatic: Partial<Record<Phase, readonly string[]>> = {
  submission: [
    "Nabór otwiera się i zamyka o podanej godzinie.",
    "Każdy wniosek dostaje numer, a autor list.",
  ],
  "ballot-frozen": ["Lista projektów zostaje zamknięta i trafia na karty do głosowania."],
  voting: ["Głosowanie otwiera się i zamyka co do sekundy.", "Każdy głos jest od razu zaszyfrowany."],
  sealed: [
    "Minutę po końcu głosowania urna zostaje zamknięta. Nikt nie odda już głosu.",
    "Lista kart jest podpisana, zanim ktokolwiek może otworzyć którąś z nich.",
  ],
  counting: ["System otwiera karty, liczy głosy i usuwa klucz.", "Po dwóch podpisach publikuje wynik."],
  results: ["Wyniki, pliki i paczka danych ukazują się w jednej chwili."],
};

const task = ({ what, isDone, count = 0, pools }: Task): string => {
  switch (what) {
    case "decide-proposals":
      return count > 0
        ? `Rozstrzygnij wnioski. Zostało: ${f.number(count)}.`
        : isDone
          ? "Każdy wniosek jest rozstrzygnięty."
          : "Rozstrzygnij każdy wniosek.";
    case "fill-lists":
      return isDone
        ? "Każda pula ma projekty."
        : pools
          ? `Dodaj projekty do pul: ${list(pools)}.`
          : "Dodaj projekty do każdej puli.";
    case "fund-pools":
      return `Podaj kwoty pul: ${list(pools)}.`;
    case "check-list":
      return `Usuń błędy listy i potwierdź wskazówki. Zostało: ${f.number(count)}.`;
    case "draw-order":
      return isDone ? "Ziarno kolejności jest wpisane." : "Wpisz ziarno kolejności na karcie.";
    case "import-roll":
      return isDone ? `Spis jest wczytany: ${people(count)}.` : "Wczytaj spis uprawnionych.";
    case "set-keys":
      return isDone ? "Klucze publiczne komisji są zapisane." : "Podaj klucze publiczne komisji.";
    case "decide-statements":
      return `Rozpatrz oświadczenia osób spoza spisu: ${count}.`;
    case "hand-over-key":
      return isDone ? "Klucz prywatny jest przekazany." : "Przekaż klucz prywatny do liczenia.";
    case "settle-voids":
      return `Rozstrzygnij sprawy spornych kart: ${f.number(count)}.`;
    case "compare-counts":
      return "Wyjaśnij, dlaczego kart i oddanych głosów nie jest tyle samo.";
    case "compare-counters":
      return `Wyjaśnij, dlaczego dwa programy policzyły te pule różnie: ${list(pools)}.`;
    case "draw-ties":
      return `Wpisz wynik losowania dla pul: ${list(pools)}.`;
    case "sign-result":
      return isDone
        ? "Wynik podpisały dwie osoby."
        : count === 1
          ? "Podpisz wynik. Brakuje podpisu drugiej osoby."
          : "Podpiszcie wynik. Potrzebne są dwie różne osoby.";
  }
};

const statuses: Record<ProjectStatus, string> = {
  submitted: "czekają na ocenę formalną",
  "formally-accepted": "po ocenie formalnej",
  rejected: "odrzucone",
  "not-admitted": "niedopuszczone",
  "on-ballot": "na karcie do głosowania",
  withdrawn: "wycofane",
  merged: "połączone z innymi",
  selected: "wybrane",
  "not-selected": "niewybrane",
};

/** The pages on which staff run a cycle. */
export const editions = {
  editions: "Edycje",
  allEditions: "Wszystkie edycje",
  noEditions: "Nie ma jeszcze żadnej edycji.",
  edition: (number: string): string => `edycja ${number}`,
  columns: { edition: "Edycja", phase: "Etap", next: "Następny etap", voting: "Głosowanie" },
  today: (moment: string): string => `Dziś: ${moment}`,
  states: { past: "za nami", now: "trwa", coming: "przed nami" },
  undated: "Bez daty: zaczyna się, gdy poprzedni etap jest zakończony.",
  undatedStart: "Bez daty: zaczyna się, gdy tak zdecydujesz.",
  timeline: "Przebieg edycji",
  automaticTitle: "Co stanie się automatycznie",
  manualTitle: "Co trzeba zrobić ręcznie",
  done: "zrobione",
  toDo: "do zrobienia",
  automatic,
  task,
  moveDates: (phase: string): string => `Zmień daty: ${phase}`,
  next: {
    title: "Co dalej",
    phase: (phase: string): string => `Następny etap: ${phase}.`,
    at: (moment: string): string => `Zacznie się: ${moment}.`,
    blocked: "Co blokuje przejście dalej",
    clear: "Nic nie blokuje przejścia dalej.",
    clearedBy: (roles: readonly string[]): string => `Kto: ${roles.join(", ")}.`,
    unsealed: {
      cards: (until: Instant): string =>
        `Głosowanie jest skończone. Punkty zgłaszają partie kart ${frame.until(until)}. Potem urna zamyka się sama, gdy każda partia jest zamknięta.`,
      allIn: (button: string): string =>
        `Wcześniej zamyka ją koordynacja, gdy wszystkie partie są zgłoszone: „${button}”.`,
      batches:
        "Głosowanie jest skończone, nowych partii kart nie można zgłaszać. Urna zamyka się sama, gdy każda partia jest zamknięta.",
    },
    requested: (phase: string, by: string): string => `Zlecone przejście do etapu „${phase}”. Zleca: ${by}.`,
    over: "To ostatni etap tej edycji.",
  },
  actions: {
    title: "Działania",
    none: "Twoja rola nie ma teraz działań w tej edycji.",
    dalej: "Przejdź dalej teraz",
    spis: "Spis uprawnionych",
    mieszkancy: "Liczby mieszkańców dzielnic",
    lista: "Sprawdź listę przed zamrożeniem",
    wykluczenia: "Wskaż projekty, które się wykluczają",
    klucze: "Podaj klucze publiczne",
    punkty: "Punkty głosowania",
    "klucz-do-liczenia": "Przekaż klucz do liczenia",
    przedluzenie: "Przedłuż głosowanie",
    niewazne: "Karty nieważne",
    losowanie: "Wpisz wynik losowania",
    sygnaly: "Zobacz sygnały dla komisji",
    podpis: "Zobacz i podpisz wynik",
    odwolanie: "Odwołaj edycję",
  },
  numbers: {
    title: "Liczby",
    projects: "Wnioski i projekty",
    statuses,
    none: "jeszcze nie ma",
    roll: "Spis uprawnionych",
    rollNone: "nie wczytano",
    rollValue: (count: number, moment: string): string => `${people(count)}, wczytano: ${moment}`,
    turnout: "Oddane głosy",
    turnoutLater: "podamy po policzeniu głosów",
    turnoutValue: (votes: number, turnout: string): string => `${f.number(votes)} – ${turnout}`,
    signed: "Podpisy pod wynikiem",
    signedNone: "jeszcze nikt",
    rules: "Zasady",
    pools: "Pule",
    poolsValue: (count: number, sum: string): string => `${f.number(count)}, razem ${sum}`,
    keys: "Klucze publiczne",
    keysNone: "nie podano",
    keysValue: (short: string): string => `karty: ${short}`,
  },
};
