import type { LocalDate } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

/** Everything of decisions of meetings, for residents and for the office. */
export const pl = {
  title: "Decyzje i obietnice",
  lead: "Co miasto obiecało na spotkaniach, kto to robi i do kiedy. Zaległe są na początku.",
  none: "Nie ma decyzji, które pasują do wyboru.",
  filter: { unit: "Jednostka", state: "Stan", all: "wszystkie", submit: "Pokaż decyzje" },
  filters: { open: "w toku", overdue: "po terminie", done: "wykonane", "not-done": "niewykonane" },
  states: {
    new: "przyjęta",
    "under-way": "w realizacji",
    changed: "zmieniona",
    done: "wykonana",
    "not-done": "niewykonana",
    kept: "lista",
  },
  overdue: (days: number): string =>
    days < 1
      ? "po terminie"
      : `po terminie: ${f.number(days)} ${f.plural(days, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}`,
  terms: {
    number: "Numer",
    unit: "Jednostka",
    due: "Termin",
    promised: "Pierwszy termin",
    state: "Stan",
    meeting: "Spotkanie",
    proof: "Dowód wykonania",
    ended: "Zakończenie",
    decided: "Przyjęto",
  },
  until: (day: LocalDate): string => `do ${f.date(day)}`,
  history: "Historia",
  before: (text: string, unit: string, day: LocalDate): string =>
    `Wcześniej: ${text} Jednostka: ${unit}. Termin: ${f.date(day)}.`,
  seeProof: "Zobacz dowód",
  seeMeeting: "Zobacz spotkanie",
  figures: {
    title: "Jak miasto dotrzymuje obietnic",
    lead: "Liczby z publicznej listy decyzji. Policzysz je na niej jeszcze raz.",
    see: "Zobacz liczby",
    back: "Decyzje i obietnice",
    caption: "Według jednostek",
    whole: "Całe miasto",
    promised: "Obietnice",
    kept: "W terminie",
    keptLate: "Po terminie",
    notDone: "Niewykonane",
    open: "W toku",
    overdue: "Zaległe",
    medianDays: "Mediana dni",
    noDays: "–",
    note: "W terminie znaczy: do pierwszego obiecanego dnia. Zmiana terminu tego nie zmienia.",
    number: (day: LocalDate): string => `Stan na ${f.date(day)}`,
  },
  office: {
    title: "Decyzje ze spotkań: urząd",
    all: "Wszystkie decyzje, zaległe na początku",
    ofMeeting: (title: string): string => `Decyzje: ${title}`,
    due: (number: string): string => `Wykonaj decyzję ${number}`,
    add: "Dodaj decyzję z tego spotkania",
    seePublic: "Zobacz stronę dla mieszkańców",
    otherUnit: (unit: string): string => `Ta decyzja należy do jednostki: ${unit}.`,
    past: "Termin musi być dziś albo później.",
    columns: { number: "Numer", text: "Decyzja", unit: "Jednostka", due: "Termin", state: "Stan" },
    fields: {
      text: { label: "Co miasto zrobi", hint: "Jednym zdaniem, bez nazwisk. Przeczyta je każdy." },
      unit: { label: "Jednostka, która to zrobi" },
      dueOn: { label: "Do kiedy" },
      step: {
        label: "Co się dzieje",
        options: { start: "w realizacji", finish: "wykonana", "give-up": "nie będzie wykonana" },
      },
      note: { label: "Co zrobiono albo dlaczego nie", hint: "Bez nazwisk. Przeczyta to każdy." },
      proof: { label: "Adres strony z dowodem", hint: "Zdjęcie, uchwała, protokół odbioru." },
      reason: { label: "Powód zmiany" },
    },
  },
  acts: {
    decide: {
      title: "Dodaj decyzję z tego spotkania",
      hint: "Od razu jest na publicznej liście i na liście pracy jednostki.",
      submit: "Zapisz decyzję",
    },
    progress: {
      title: "Zapisz postęp",
      hint: "Wykonanej decyzji już się nie zmienia.",
      submit: "Zapisz postęp",
    },
    change: {
      title: "Zmień decyzję",
      hint: "Poprzednia treść, jednostka i termin zostają w publicznej historii.",
      submit: "Zapisz zmianę",
    },
  },
  blockers: {
    "no-minutes": "Najpierw zapisz protokół tego spotkania: od niego decyzja ma numer.",
    "staff-alone": "Spotkanie jest tylko dla pracowników, a decyzje są publiczne.",
    own: "",
  },
};

export type DecisionWords = typeof pl;
