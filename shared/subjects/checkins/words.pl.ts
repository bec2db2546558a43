import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

/** The door of a meeting, for the office. */
export const pl = {
  title: (title: string): string => `Wejście: ${title}`,
  present: "Obecnych",
  signedUp: "W tym z zapisem",
  seats: "Zajęte miejsca na liście",
  count: (count: number): string => f.number(count),
  list: "Lista z nazwiskami i druk",
  fields: {
    code: {
      label: "Kod z listu albo numer zapisu",
      hint: "Sześć znaków z listu lub ze strony zapisu. Można wpisać cały numer.",
    },
    people: { label: "Ile osób bez zapisu", hint: "Liczba z minusem zmniejsza, gdy policzono za dużo." },
  },
  faults: {
    unknown: "Nie ma takiego kodu na liście tego spotkania.",
    waiting: "Ta osoba jest na liście rezerwowej. Jeśli jest miejsce, policz ją bez zapisu.",
    notThere: "Osoba z tym kodem nie jest zapisana jako obecna.",
    none: "Wpisz liczbę inną niż zero.",
  },
  states: { open: "wejście", cancelled: "odwołane" },
  acts: {
    checkIn: {
      title: "Osoba z zapisem",
      hint: "Ten sam kod na dwóch telefonach liczy się raz.",
      submit: "Zapisz wejście",
    },
    takeBack: {
      title: "Cofnij pomyłkowe wejście",
      hint: "Cofnięcie zostaje w dzienniku.",
      submit: "Cofnij wejście",
    },
    walkIn: {
      title: "Osoby bez zapisu",
      hint: "Sama liczba, bez nazwisk.",
      submit: "Dodaj do obecnych",
    },
  },
};
export type CheckInWords = typeof pl;
