import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../format.ts";
import { frame } from "./frame.ts";

const f = formatsOf("pl-PL");

const places = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "miejsce", few: "miejsca", many: "miejsc", other: "miejsca" })}`;

/** What residents read about meetings and their own sign-up. */
export const meetings = {
  title: "Spotkania",
  lead: "Terminy spotkań z mieszkańcami. Zapiszesz się bez zakładania konta.",
  none: "Nie ma spotkań, które pasują do wyboru.",
  filter: { district: "Dzielnica", all: "Wszystkie dzielnice", submit: "Pokaż spotkania" },
  when: (startsAt: Instant, endsAt: Instant): string => `${f.moment(startsAt)}–${f.time(endsAt)}`,
  left: (count: number, capacity: number): string =>
    count === 0
      ? "Brak wolnych miejsc"
      : `${f.plural(count, { one: "Zostało", few: "Zostały", many: "Zostało", other: "Zostało" })} ${f.number(count)} z ${f.number(capacity)} ${capacity === 1 ? "miejsca" : "miejsc"}`,
  waiting: (count: number): string => `Na liście rezerwowej: ${f.number(count)}`,
  cancelled: "odwołane",
  over: "zakończone",
  full: "lista rezerwowa",
  terms: {
    kind: "Rodzaj",
    when: "Kiedy",
    where: "Gdzie",
    accessibility: "Dostępność",
    district: "Dzielnica",
    places: "Miejsca",
    closes: "Zapisy",
    seats: "Liczba osób",
  },
  minutes: "Zobacz protokół spotkania",
  motions: "Złóż wniosek do protokołu",
  about: "O czym jest spotkanie",
  speaks: (speaker: string): string => `mówi: ${speaker}`,
  agenda: "Program",
  consultation: "Zobacz konsultacje, których dotyczy spotkanie",
  calendar: "Dodaj do kalendarza (plik ICS)",
  cancelledBox: { title: "Spotkanie odwołane", reason: (reason: string): string => `Powód: ${reason}` },
  closed: (at: Instant): string => `Zapisy zakończyły się: ${f.deadline(at)}.`,
  overBox: "To spotkanie już się odbyło.",
  closes: (at: Instant): string => frame.until(at),
  signup: {
    heading: "Zapisz się",
    headingFull: "Zapisz się na listę rezerwową",
    fullLead: (waiting: number): string =>
      waiting === 0
        ? "Wszystkie miejsca są zajęte. Zwolnione miejsce dostanie pierwsza osoba z listy."
        : `Wszystkie miejsca są zajęte. Na liście rezerwowej czeka już: ${f.number(waiting)}.`,
    name: "Imię i nazwisko",
    email: "Adres e-mail",
    emailHint: "Wyślemy na niego link, którym potwierdzisz zapis.",
    seats: "Ile osób przyjdzie",
    seatsHint: (most: number): string => `Razem z Tobą, najwyżej ${f.number(most)}.`,
    helps: "Co ułatwi Ci udział?",
    help: {
      "sign-language": "tłumacz języka migowego",
      wheelchair: "miejsce dla wózka",
      loop: "pętla indukcyjna",
      childcare: "opieka nad dzieckiem",
    },
    needs: "Coś innego?",
    needsHint: "Napisz krótko. Urząd odpowie, czy to zapewni.",
    kept: "Dane usuniemy 30 dni po spotkaniu.",
    submit: "Zapisz się",
    submitFull: "Zapisz na listę rezerwową",
    say: {
      "/name": "Wpisz imię i nazwisko",
      "/email": "Wpisz adres e-mail w postaci nazwa@domena.pl",
      "/seats": "Wybierz, ile osób przyjdzie",
      "/needs": "Napisz krócej, co pomoże",
      "/helps": "Wybierz to, co ułatwi udział",
    } as Record<string, string>,
  },
  sent: {
    title: "Potwierdź zapis linkiem",
    mailed: (email: string): string =>
      `Wysłaliśmy wiadomość na adres ${email}. Link w niej działa przez dobę.`,
    inOrder: "Miejsce dostaniesz, gdy potwierdzisz. Liczy się kolejność potwierdzeń.",
    notComing:
      "Wiadomość nie przychodzi? Sprawdź folder ze spamem albo zapisz się jeszcze raz tym samym adresem.",
    back: "Wróć do spotkania",
  },
  confirm: {
    title: "Potwierdź zapis na spotkanie",
    asked: (name: string, seats: number): string => `Zapis: ${name}, ${places(seats)}.`,
    needs: (text: string): string => `Co pomoże wziąć udział: ${text}`,
    notYet: "Nie masz jeszcze miejsca. Dostaniesz je, gdy potwierdzisz.",
    full: "Wszystkie miejsca są zajęte. Gdy potwierdzisz, będziesz na liście rezerwowej.",
    submit: "Potwierdź zapis",
    notYou: "To nie Twój zapis? Nic nie rób. Bez potwierdzenia niczego nie zapiszemy.",
  },
  byOffice:
    "Na to spotkanie zapisuje urząd. Zadzwoń do urzędu albo napisz. Urząd sam wpisuje osoby na listę.",
  ask: {
    heading: "Pytanie do spotkania",
    question: "Twoje pytanie do spotkania",
    hint: "Najwyżej 500 znaków. Zobaczą je tylko prowadzący.",
    topic: "Czego dotyczy pytanie",
    wholeMeeting: "całego spotkania",
    submit: "Zapisz pytanie",
    say: {
      "/question": "Skróć pytanie do 500 znaków",
      "/topic": "Wybierz punkt programu",
    },
  },
  link: {
    offer: (until: Instant): string => `Miejsce czeka na Ciebie ${frame.until(until)}`,
    offerHint: "Jeśli nie przyjmiesz go na czas, dostanie je następna osoba z listy.",
    accept: "Przyjmij miejsce",
    title: "Twój zapis na spotkanie",
    seat: (seats: number): string => `Masz: ${places(seats)}.`,
    waiting: (place: number): string => `Jesteś na liście rezerwowej, kolejność: ${f.number(place)}.`,
    seeYou: "Zapis jest potwierdzony. Czekamy na Ciebie.",
    howWaiting:
      "Gdy zwolni się miejsce, dostanie je pierwsza osoba z listy, dla której jest dość miejsc. Napiszemy od razu.",
    numbers: (id: string, position: number): string =>
      `Numer zapisu: ${id}. Kolejność: ${f.number(position)}.`,
    qr: (code: string): string => `Kod QR na wejście: ${code}`,
    code: (code: string): string => `Kod na wejście: ${code}`,
    cancel: "Oddaj miejsce",
    leave: "Wypisz się z listy",
    cancelHint: "Jeśli ktoś czeka na liście rezerwowej, od razu dostanie to miejsce. Tego nie da się cofnąć.",
    gone: "Nie masz zapisu na to spotkanie",
    goneText: "Miejsce jest oddane. Możesz zapisać się ponownie, jeśli są miejsca.",
    again: "Zobacz spotkanie",
  },
};
