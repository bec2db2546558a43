import type { PlainAddress } from "../../domain/addresses.ts";
import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** Day names after „do”: „do czwartku 23 września 2027, 23:59”. */
const UNTIL: Readonly<Record<string, string>> = {
  poniedziałek: "poniedziałku",
  wtorek: "wtorku",
  środa: "środy",
  czwartek: "czwartku",
  piątek: "piątku",
  sobota: "soboty",
  niedziela: "niedzieli",
};

const until = (at: Instant): string => {
  const [day = "", ...rest] = f.deadline(at).split(", ");
  return `do ${UNTIL[day] ?? day} ${rest.join(", ")}`;
};

/** What stands on every page, and the words of the shared components. */
export const frame = {
  service: "Budżet Obywatelski i konsultacje",
  errorPrefix: "Błąd:",
  skip: "Przejdź do treści",
  menu: "Menu",
  back: "Powrót",
  home: "Strona główna",
  signIn: "Zaloguj się",
  wait: {
    lead: (seconds: number): string =>
      `Z tego miejsca przyszło teraz bardzo dużo zapytań. Poczekaj ${seconds < 60 ? `${f.number(seconds)} s` : `${f.number(Math.ceil(seconds / 60))} min`} i wyślij jeszcze raz.`,
    kept: "To, co wpisano, zostaje w tym formularzu.",
    again: "Wyślij jeszcze raz",
  },
  contact: "Pytania? Napisz do nas:",
  nav: {
    projects: "Projekty",
    proposalStart: "Zgłoś",
    vote: "Głosuj",
    results: "Wyniki",
    meetings: "Spotkania",
    consultations: "Konsultacje",
    help: "Pomoc",
  } as Partial<Record<PlainAddress, string>>,
  footer: {
    accessibility: "Deklaracja dostępności",
    privacy: "Prywatność",
    cookies: "Pliki cookie",
    docs: "API i otwarte dane",
    office: "Dla urzędu",
  } as Partial<Record<PlainAddress, string>>,
  footerMenu: "Informacje o serwisie",
  until,
  ended: (at: Instant): string => `koniec: ${f.deadline(at)}`,
  form: {
    faults: "Popraw formularz",
    fault: "Błąd:",
    optional: "(nieobowiązkowe)",
    change: "Zmień",
    choose: "Wybierz z listy",
  },
  table: { empty: "Nic tu jeszcze nie ma." },
  pages: { label: "Strony listy", first: "Na początek", next: "Następna strona" },
  dates: { past: "minął", now: "trwa", coming: "przed nami" },
  money: {
    caption: (whole: string): string => `Podział puli ${whole}`,
    left: "Zostało w puli",
  },
};
