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

const counted = (count: number, forms: Parameters<typeof f.plural>[1]): string =>
  `${f.number(count)}\u00a0${f.plural(count, forms)}`;

/** How long somebody waits, told in the greatest unit that says enough. */
export const span = (seconds: number): string =>
  seconds < 60
    ? counted(seconds, { one: "sekundę", few: "sekundy", many: "sekund", other: "sekundy" })
    : seconds < 7200
      ? counted(Math.ceil(seconds / 60), { one: "minutę", few: "minuty", many: "minut", other: "minuty" })
      : counted(Math.ceil(seconds / 3600), {
          one: "godzinę",
          few: "godziny",
          many: "godzin",
          other: "godziny",
        });

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
    title: "Poczekaj chwilę",
    lead: (seconds: number): string => `Poczekaj ${span(seconds)} i wyślij jeszcze raz.`,
    why: "Za dużo prób przyszło teraz z tej samej sieci albo z tymi samymi danymi. Mogą być cudze.",
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
    matters: "Pytania i wnioski",
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
    use: (value: string): string => `Wstaw: ${value}`,
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
