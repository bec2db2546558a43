import type { Lack } from "../../domain/project/answers.ts";
import type { Task } from "../../domain/project/draft.ts";
import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** What an edition's form asks an author, where the city has no words of its own. */
export const proposalForm = {
  fields: {
    title: { label: "Tytuł wniosku", hint: "Najwyżej 120 znaków" },
    pool: {
      label: "Pula",
      hint: "Wybierz dzielnicę, której dotyczy pomysł. Pomysł dla całego miasta trafia do puli ogólnomiejskiej.",
    },
    estimate: { label: "Koszt brutto", hint: "Szacunek w złotych. Urząd go sprawdzi." },
    name: { label: "Imię i nazwisko", hint: "" },
    isNamePublic: { label: "Zgadzam się na publikację mojego imienia i nazwiska przy wniosku", hint: "" },
    guardian: { label: "Imię i nazwisko opiekuna", hint: "Podaj, jeśli nie masz jeszcze tylu lat." },
    summary: { label: "W skrócie", hint: "Jedno lub dwa zdania." },
    description: { label: "Opis", hint: "Co ma powstać. Nie podawaj danych osobowych." },
    why: { label: "Dlaczego", hint: "Jaki problem rozwiąże ten pomysł." },
    forWhom: { label: "Dla kogo", hint: "Kto będzie z tego korzystać." },
    access: {
      label: "Dostępność dla wszystkich",
      hint: "Kto może z tego skorzystać i jak. Na przykład: wejście bez progów, ławki z oparciem, napisy dużą czcionką, godziny ciszy.",
    },
    category: { label: "Kategoria", hint: "Czego dotyczy pomysł. Pomaga innym go znaleźć." },
    place: { label: "Miejsce", hint: "Adres albo opis miejsca." },
    point: { label: "Współrzędne", hint: "Skopiuj je z mapy w telefonie, na przykład 50.2683, 19.0419" },
    costLines: {
      label: "Koszt",
      hint: "Co trzeba kupić i zrobić. Ceny brutto za jednostkę. Urząd je sprawdzi.",
    },
    upkeep: {
      label: "Koszt utrzymania w roku",
      hint: "Ile miasto wyda co roku, gdy wszystko będzie gotowe.",
    },
    livesHere: { label: "Mieszkam w tym mieście", hint: "" },
    age: { label: "Wiek", hint: "" },
  } as Record<Lack, { readonly label: string; readonly hint: string }>,
  atMost: (letters: number): string =>
    `Najwyżej ${f.number(letters)} ${f.plural(letters, { one: "znak", few: "znaki", many: "znaków", other: "znaku" })}.`,
  lines: {
    caption: "Z czego składa się koszt",
    name: "Nazwa",
    quantity: "Ilość",
    unit: "Jednostka",
    unitCost: "Cena jednostkowa brutto",
    cost: "Razem",
    sum: "Suma",
  },
  poolOption: (name: string, cap: string): string => `${name}, do ${cap}`,
  quantityHint: "Ilość: na przykład 5 albo 12,5.",
  unitHint: "Jednostka: na przykład szt. albo m.",
  lineOf: (n: number): string => `Pozycja ${n}`,
  moreLines: "Dodaj wiersze",
  cap: (pool: string, cap: string): string => `Pula ${pool}: jeden projekt kosztuje najwyżej ${cap}.`,
  left: (sum: string, left: string): string => `Zapisany koszt: ${sum}. Do limitu zostaje ${left}.`,
  age: {
    question: (years: number): string => `Czy masz ukończone ${f.number(years)} lat?`,
    "of-age": "Tak",
    minor: "Nie",
  } as { question: (years: number) => string } & Record<"of-age" | "minor", string>,
  yes: "Tak",
  no: "Nie",
  say: {
    "/category": "Wybierz kategorię z listy.",
    "/pool": "Wybierz pulę z listy.",
    "/estimate": "Wpisz koszt w złotych, na przykład 12 500.",
    "/upkeep": "Wpisz koszt w złotych, na przykład 1 200.",
    "/point": "Wpisz dwie liczby: szerokość i długość geograficzną w Polsce.",
  } as Record<string, string>,
  sayLine: {
    name: "Wpisz, co to jest.",
    quantity: "Wpisz ilość, na przykład 5 albo 12,5.",
    unit: "Wpisz jednostkę, na przykład szt.",
    price: "Wpisz cenę w złotych, na przykład 2 500.",
  },
  tasks: {
    idea: "Pomysł",
    place: "Miejsce",
    cost: "Koszt",
    author: "Dane",
  } as Record<Task, string>,
  drafts: {
    title: "Twoje wnioski",
    as: (email: string): string => `Decyzje wyślemy na adres ${email}.`,
    none: "Nie masz jeszcze wniosku w tym naborze.",
    nothing: "Z tego adresu nie ma wniosku w tej edycji.",
    untitled: "Wniosek bez tytułu",
    draft: "Kopia robocza",
    saved: "zapisana",
    begin: "Zacznij nowy wniosek",
    tooMany: (most: number): string => `Jeden adres ma w naborze najwyżej ${f.number(most)} wniosków.`,
  },
  draft: {
    title: "Twój wniosek: kopia robocza",
    saved: (at: Instant): string => `Zapisano ${f.moment(at)}.`,
    unsaved: "Nic jeszcze nie jest zapisane.",
    until: (at: Instant): string => `Termin: ${f.deadline(at)}.`,
    over: "Nabór się skończył. Tego wniosku nie da się już złożyć.",
    keep: "Ta strona działa na każdym urządzeniu. Widzi ją tylko ten, kto zna jej adres.",
    lost: "Nie masz już tego adresu? Podaj swój e-mail na stronie naboru.",
    steps: "Uzupełnij te części w dowolnej kolejności",
    ready: "Gotowe",
    lacking: (fields: string): string => `Brakuje: ${fields}`,
    support: "Poparcie",
    supportLater: (needed: number | null): string =>
      needed === null
        ? "Zbiera się je po złożeniu wniosku."
        : `Zbiera się je po złożeniu wniosku. Potrzeba osób: ${f.number(needed)}.`,
    check: "Sprawdź i złóż",
    remove: "Usuń kopię roboczą",
    removeTitle: "Usunąć kopię roboczą?",
    removeLead: "Nie da się jej potem odzyskać.",
    keepIt: "Nie usuwaj",
  },
  outlines: {
    chooseDistrict: "Kliknij na mapie dzielnicę, w której jest to miejsce.",
    choosePoint: (district: string): string =>
      `${district}: kliknij to miejsce na obrysie albo wpisz współrzędne niżej.`,
    outside: "Kliknięto poza obrysem. Kliknij wewnątrz niego albo wpisz współrzędne.",
    marked: (point: string): string => `Zaznaczony punkt: ${point}.`,
    unsaved: "Zapisz, aby został.",
    all: "Pokaż całą mapę",
  },
  similar: {
    title: "Podobne wnioski",
    lead: "Sprawdź, czy ktoś nie zgłosił już tego samego i jak się to skończyło.",
    about: (edition: string, cost: string): string => `edycja ${edition}, ${cost}`,
    usual: (cost: string): string => `Podobne projekty kosztowały zwykle około ${cost}.`,
  },
  task: {
    save: "Zapisz",
    back: "Wszystkie części wniosku",
    conflict: (at: Instant | null): string =>
      `Tę część zapisano gdzie indziej${at === null ? "" : `: ${f.moment(at)}`}`,
    conflictLead: "Niżej jest to, co wpisujesz teraz. Zapisz jeszcze raz, aby zastąpić tamtą wersję:",
  },
  check: {
    title: "Sprawdź wniosek",
    lead: "Tak zobaczą go mieszkańcy. Do końca naboru można go jeszcze poprawić albo wycofać.",
    lacking: "Uzupełnij przed złożeniem",
    submit: "Złóż wniosek",
    namePublic: "Nazwisko publiczne",
    isPrivate: "Nie, widzi je tylko urząd",
  },
  edit: {
    title: "Popraw wniosek",
    lead: (until: Instant): string =>
      `Wniosek można poprawić do: ${f.deadline(until)}. Każda zmiana zostaje w jego historii.`,
    pool: "Puli nie da się zmienić, bo ma ją numer wniosku.",
    changed: (fields: string): string => `Autor zmienił: ${fields}`,
  },
};
