import type { Instant } from "../../domain/time.ts";
import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

type When = { readonly title: string; readonly startsAt: Instant };

const why = "Ta wiadomość przyszła, bo ten adres podano w zapisie na spotkanie.";
const meetingOn = ({ title, startsAt }: When): string => `Spotkanie: ${title}, ${f.moment(startsAt)}`;

/** Meetings at the office, and what residents read of them beside the house's words. */
export const pl = {
  audiences: {
    public: "każdy",
    district: "mieszkańcy dzielnicy",
    invited: "zaproszone osoby",
    press: "media z akredytacją",
    visit: "jedna osoba w punkcie konsultacyjnym",
    staff: "tylko pracownicy urzędu",
  },
  needs: {
    "sign-language": "tłumacz języka migowego",
    wheelchair: "miejsce dla wózka",
    loop: "pętla indukcyjna",
    childcare: "opieka nad dzieckiem",
    other: "inna potrzeba",
  },
  letters: {
    offered: (meeting: When, seats: number, until: Instant) => ({
      subject: `Wolne miejsce: spotkanie ${f.shortDay(meeting.startsAt)}`,
      first: `Miejsce jest Twoje, jeśli je przyjmiesz do: ${f.moment(until)}.`,
      parts: [
        { items: [meetingOn(meeting), `Liczba osób: ${f.number(seats)}`] },
        "Kto nie odpowie na czas, schodzi z listy, a miejsce dostaje następna osoba.",
      ],
      button: "Przyjmij miejsce albo zrezygnuj",
      why,
    }),
    lapsed: (meeting: When) => ({
      subject: `Miejsce przepadło: spotkanie ${f.shortDay(meeting.startsAt)}`,
      first: "Minął czas na przyjęcie miejsca, które na Ciebie czekało.",
      parts: [meetingOn(meeting), "Miejsce dostała następna osoba. Możesz zapisać się jeszcze raz."],
      button: "Zobacz spotkanie",
      why,
    }),
    reminder: (meeting: When & { readonly place: { readonly name: string; readonly address: string } }) => ({
      subject: `Przypomnienie: spotkanie ${f.shortDay(meeting.startsAt)}`,
      first: `Masz miejsce na spotkaniu: ${f.moment(meeting.startsAt)}.`,
      parts: [
        { items: [meetingOn(meeting), `Gdzie: ${meeting.place.name}, ${meeting.place.address}`] },
        "Nie możesz przyjść? Oddaj miejsce, a dostanie je ktoś z listy rezerwowej.",
      ],
      button: "Zobacz zapis lub oddaj miejsce",
      why,
    }),
    need: (meeting: When, need: string, verdict: "arranged" | "cannot", text: string | undefined) => ({
      subject: `Twoja potrzeba: spotkanie ${f.shortDay(meeting.startsAt)}`,
      first: verdict === "arranged" ? `Urząd to zapewni: ${need}.` : `Urząd nie może tego zapewnić: ${need}.`,
      parts: [meetingOn(meeting), ...(text === undefined ? [] : [text])],
      button: "Zobacz swój zapis",
      why,
    }),
  },
  office: {
    dueClock: (title: string): string => `Terminy spotkania: ${title}`,
    needs: "Potrzeby uczestników",
    needsHint: "To dane o zdrowiu. Każde otwarcie tej listy zapisujemy. Znikają dzień po spotkaniu.",
    needsCaption: "Potrzeby, czekające na odpowiedź na początku",
    needsOf: (name: string): string => `Potrzeby: ${name}`,
    noNeeds: "Nikt nie zgłosił potrzeby.",
    dueNeeds: (title: string): string => `Odpowiedz na potrzebę: ${title}`,
    dueCall: (title: string): string => `Zadzwoń do osoby bez adresu e-mail: ${title}`,
    state: "Stan",
    waits: "czeka na odpowiedź",
    answered: "odpowiedziane",
    verdicts: { arranged: "zapewnione", cannot: "nie da się zapewnić" },
    questions: "Pytania zgłoszone przed spotkaniem",
    questionsHint: "Bez nazwisk. Nie są publiczne: publiczne jest to, co trafi do protokołu.",
    noQuestions: "Nikt nie zgłosił pytania.",
    noTopic: "Do całego spotkania",
    person: {
      toCall: "Zadzwoń: zmieniło się miejsce tej osoby albo spotkanie.",
      place: "Miejsce",
      offer: "Miejsce czeka na przyjęcie",
      places: {
        seat: (position: number): string => `ma miejsce, ${f.number(position)}. w kolejności`,
        waiting: (position: number): string => `czeka, ${f.number(position)}. w kolejności`,
      },
      neither: "bez adresu i telefonu",
    },
    title: "Spotkania: urząd",
    add: "Dodaj spotkanie",
    caption: "Spotkania, najbliższe na początku",
    columns: ["Spotkanie", "Termin", "Zajęte", "Lista rezerwowa", "Stan"],
    taken: (taken: number, capacity: number): string => `${f.number(taken)} z ${f.number(capacity)}`,
    count: (count: number): string => f.number(count),
    over: "zakończone",
    kind: "Rodzaj",
    audience: "Dla kogo",
    door: "Wejście: kto przyszedł",
    minutes: "Protokół i wnioski na piśmie",
    signup: "Zapisz kogoś przez telefon lub przy biurku",
    seePublic: "Zobacz stronę dla mieszkańców",
    list: {
      heading: "Lista przy wejściu",
      caption: "Osoby z miejscem, w kolejności zapisu",
      waiting: "Lista rezerwowa, w kolejności",
      columns: ["Nr", "Osoba", "Osób", "Potrzeby", "Obecność"],
      code: "Kod",
      email: "E-mail lub telefon",
      empty: "Nikt się jeszcze nie zapisał.",
      show: "Pokaż nazwiska",
      showHint: "Wyświetlenie nazwisk i pobranie pliku zapisujemy w dzienniku.",
      hide: "Ukryj nazwiska",
      file: "Pobierz listę (CSV)",
      fileColumns: ["miejsce", "nr", "imię i nazwisko", "e-mail lub telefon", "osób", "potrzeby", "kod"],
      filePlaces: { seat: "miejsce", waiting: "lista rezerwowa" },
    },
    fields: {
      kind: { label: "Rodzaj" },
      audience: { label: "Dla kogo" },
      title: { label: "Tytuł" },
      startsAt: { label: "Początek" },
      endsAt: { label: "Koniec" },
      placeName: { label: "Nazwa miejsca" },
      placeAddress: { label: "Adres" },
      accessibility: {
        label: "Dostępność miejsca",
        hint: "Wejście bez schodów, winda, pętla indukcyjna, tłumacz PJM.",
      },
      agenda: { label: "O czym jest spotkanie" },
      items: {
        label: "Program, punkt w wierszu",
        hint: "Godzina, punkt i po znaku | kto mówi, na przykład 17:05 Plany parku | Anna Nowak.",
      },
      district: { label: "Dzielnica", none: "Całe miasto" },
      cycle: { label: "Edycja budżetu", none: "Żadna edycja" },
      consultation: { label: "Konsultacje", none: "Bez konsultacji" },
      capacity: { label: "Liczba miejsc" },
      signupClosesAt: { label: "Koniec zapisów", hint: "Puste pole: zapisy do rozpoczęcia spotkania." },
      answer: {
        need: { label: "Potrzeba" },
        verdict: { label: "Odpowiedź" },
        text: { label: "Szczegóły", hint: "Jeśli nie da się zapewnić, napisz, co zamiast tego." },
      },
      signup: {
        name: { label: "Imię i nazwisko" },
        seats: { label: "Ile osób przyjdzie" },
        email: { label: "Adres e-mail", hint: "Bez adresu podasz kod na głos." },
        phone: { label: "Telefon", hint: "Do rozmowy, gdy coś się zmieni." },
        helps: { label: "Co zapewnić" },
        needs: { label: "Inna potrzeba" },
        topic: { label: "Punkt programu, którego dotyczy pytanie", none: "Całe spotkanie" },
        question: { label: "Pytanie do spotkania" },
      },
      reason: { label: "Powód dla zapisanych osób" },
    },
  },
  states: { planned: "planowane", cancelled: "odwołane" },
  blockers: { over: "Spotkanie już się skończyło." },
  acts: {
    signUp: {
      title: "Zapisz kogoś na spotkanie",
      hint: "Miejsce jest zajęte od razu. Kto ma adres, dostaje list.",
      submit: "Zapisz osobę",
    },
    acceptOffer: { title: "Przyjmij miejsce dla tej osoby", submit: "Przyjmij miejsce" },
    called: { title: "Po rozmowie", submit: "Odnotuj rozmowę" },
    signOff: {
      title: "Wypisz tę osobę",
      hint: "Miejsce przechodzi od razu na następną osobę z listy.",
      submit: "Wypisz ze spotkania",
    },
    answerNeed: {
      title: "Odpowiedz",
      hint: "Kto podał adres, dostaje odpowiedź listem.",
      submit: "Zapisz odpowiedź",
    },
    add: { title: "Nowe spotkanie", submit: "Zapisz" },
    change: {
      title: "Zmień spotkanie",
      hint: "Zapisane osoby dostaną wiadomość o nowym terminie lub miejscu.",
      submit: "Zapisz",
    },
    cancel: {
      title: "Odwołaj spotkanie",
      hint: "Każda zapisana osoba dostanie wiadomość z powodem. Tego nie da się cofnąć.",
      submit: "Odwołaj spotkanie",
    },
  },
  /** Punkt programu w jednym wierszu. */
  item: (at: string, title: string, speaker: string | undefined): string =>
    `${at} ${title}${speaker === undefined ? "" : ` (${speaker})`}`,
  at: (at: Instant): string => f.moment(at),
};
export type MeetingWords = typeof pl;
