import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** The way of a proposal for its author: link, form, check, confirmation, and the author's own page. */
export const proposals = {
  start: {
    title: "Zgłoś wniosek",
    lead: "Masz pomysł dla miasta lub dzielnicy? Napisz wniosek do Budżetu Obywatelskiego.",
    closed: "Teraz nie przyjmujemy wniosków.",
    opens: (edition: string, at: Instant): string =>
      `Nabór w edycji ${edition} zaczyna się: ${f.moment(at)}.`,
    until: "nabór do:",
    need: "Przygotuj",
    needs: [
      "tytuł i opis pomysłu",
      "miejsce: adres albo opis",
      "koszt w złotych, mieszczący się w limicie puli",
      "adres e-mail, na który wyślemy link i decyzje",
    ],
    lost: "Masz już złożony wniosek?",
    lostLead:
      "Podaj adres e-mail, który jest przy wniosku. Dostaniesz link do jego strony, także gdy wniosek przyszedł na papierze.",
    lostHint: "Wyślemy na niego link. Hasło nie jest potrzebne.",
    lostWay: "Wyślij mi link do wniosku z zamkniętego naboru",
    cycle: "Edycja",
    email: "Adres e-mail",
    emailHint: "Wyślemy na niego link do formularza. Hasło nie jest potrzebne.",
    submit: "Wyślij link",
    sent: "Sprawdź pocztę",
    sentTo: (email: string): string => `Wysłaliśmy link na adres ${email}. Działa 24 godziny.`,
    sentHint: "Nie ma wiadomości? Poczekaj kilka minut i sprawdź folder ze spamem.",
    again: "Podaj inny adres",
    elsewhere: "Czytasz pocztę na innym urządzeniu?",
    code: "Kod z wiadomości",
    codeHint: "8 cyfr. Kod działa godzinę.",
    enter: "Dalej",
    codeWrong: "Kod się nie zgadza. Sprawdź cyfry w wiadomości.",
    codeOver: "Ten kod już nie działa",
    codeOverHint: "Minęła godzina albo kod wpisano źle zbyt wiele razy. Link z wiadomości działa nadal.",
    anew: "Poproś o nową wiadomość",
  },
  say: {
    "/email": "Wpisz adres e-mail w postaci nazwa@domena.pl.",
    "/cycle": "Wybierz edycję.",
  } as Record<string, string>,
  author: {
    copy: "Pobierz kopię wniosku (PDF)",
    aim: (needed: number, wise: number): string =>
      `Potrzeba ${f.number(needed)} ${f.plural(needed, { one: "poparcia", few: "poparć", many: "poparć", other: "poparcia" })}. Zbierz około ${f.number(wise)}, zanim urząd oceni wniosek: część może się nie liczyć.`,
    title: "Twój wniosek",
    received: "Przyjęliśmy wniosek",
    numberLabel: "Numer wniosku",
    link: "Zachowaj adres tej strony: tu można wycofać wniosek. Nie przekazuj go nikomu.",
    share: "Adres strony wniosku, do zbierania poparcia:",
    whatNow: "Co teraz",
    next: {
      submitted: "Urząd oceni wniosek formalnie i napisze do Ciebie.",
      "formally-accepted": "Urząd sprawdza, czy pomysł da się zrealizować i ile kosztuje.",
      rejected: "Wniosek nie przeszedł oceny formalnej. Powody są niżej.",
      "not-admitted": "Wniosek nie trafi na listę do głosowania. Powody są niżej.",
      "on-ballot": "Projekt jest na liście do głosowania.",
      withdrawn: "Wniosek jest wycofany.",
      merged: "Wniosek jest połączony z innym.",
      selected: "Projekt wygrał w głosowaniu.",
      "not-selected": "Projekt nie wygrał w głosowaniu.",
    },
    confirmTitle: "Potwierdzić wniosek?",
    confirmLead: (by: Instant): string =>
      `Po potwierdzeniu wniosek dostanie numer i pojawi się na stronie. Potwierdź do: ${f.moment(by)}.`,
    confirm: "Potwierdź wniosek",
    withdraw: "Wycofaj wniosek",
    withdrawTitle: (number: string): string => `Wycofać wniosek ${number}?`,
    withdrawLead: "Wycofania nie można cofnąć. Numer nie przejdzie na inny wniosek.",
    keep: "Nie wycofuj",
    toPage: "Strona wniosku",
  },
};
