import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

/** A sheet of staff. */
export const pl = {
  title: "Arkusz pracowników",
  lead: "Wyślij albo wklej listę wszystkich, którzy mają mieć konto. Konta osób, których na niej nie ma, zamkniemy. Zmiany przyjmuje druga osoba.",
  table: "Treść tabeli",
  hint: "Kolumny: e-mail, imię i nazwisko, role, jednostka. Kilka ról rozdziel przecinkami. Pusta jednostka zostaje, jaka była.",
  look: "Pokaż, co się zmieni",
  propose: "Zaproponuj zmiany",
  caption: "Co się zmieni",
  columns: { name: "Osoba", mail: "E-mail", change: "Zmiana" },
  thing: "konta pracowników",
  counts: "Razem",
  told: (opened: number, changed: number, closed: number): string =>
    `Nowe i otwarte ponownie: ${f.number(opened)}. Zmienione: ${f.number(changed)}. Zamykane: ${f.number(closed)}.`,
  changes: {
    made: (roles: string): string => `nowe konto; role: ${roles}`,
    opened: (roles: string): string => `konto otwarte ponownie; role: ${roles}`,
    roles: (before: string, after: string): string => `role: ${before} → ${after}`,
    closed: (roles: string): string => `konto zamknięte; role dziś: ${roles}`,
    unit: (name: string): string => `jednostka: ${name}`,
    none: "bez roli",
  },
  standing: {
    proposed: "Na drugą osobę czeka już propozycja.",
    see: "Zobacz propozycję",
    accepted: "Przyjęte zmiany kont są wprowadzane. Zajmuje to kilka minut.",
  },
};

export type StaffSheetWords = typeof pl;
