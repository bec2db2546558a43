import type { WhenAndWhere } from "../../domain/meeting/meeting.ts";
import { doorCodeOf } from "../../domain/meeting/signup.ts";
import { formatsOf } from "../format.ts";
import type { LetterTexts } from "../letter-words.ts";
import { frame } from "./frame.ts";

const f = formatsOf("pl-PL");

type Texts = Pick<
  LetterTexts,
  | "meeting/confirm"
  | "meeting/seat"
  | "meeting/waiting"
  | "meeting/moved-up"
  | "meeting/changed"
  | "meeting/cancelled"
>;

const when = ({ startsAt, endsAt }: WhenAndWhere): string => `${f.moment(startsAt)}–${f.time(endsAt)}`;

const where = ({ place }: WhenAndWhere): string => `${place.name}, ${place.address}`;

const seatsOf = (count: number): string =>
  `${count} ${f.plural(count, { one: "miejsce", few: "miejsca", many: "miejsc", other: "miejsca" })}`;

const details = ({
  event,
  accessibility,
  seats,
  signupId,
  position,
}: Parameters<Texts["meeting/seat"]>[0]) => ({
  items: [
    `Spotkanie: ${event.title}`,
    `Termin: ${when(event)}`,
    `Adres: ${where(event)}`,
    `Zapis: ${seatsOf(seats)}`,
    ...(accessibility === null ? [] : [`Dostępność: ${accessibility}`]),
    ...(signupId === undefined
      ? []
      : [`Numer zapisu: ${signupId}`, `Kod na wejście: ${doorCodeOf(signupId)}`]),
    ...(position === undefined ? [] : [`Kolejność: ${position}`]),
  ],
});

const why = "Dostajesz tę wiadomość, bo ten adres podano w zapisie na spotkanie.";
const calendar = "W załączniku jest wpis do kalendarza.";
const giveBack = "Nie możesz przyjść? Oddaj miejsce. Dostanie je następna osoba z listy rezerwowej.";

export const meetingLetters: Texts = {
  "meeting/confirm": ({ until, ...facts }) => ({
    subject: `Potwierdź zapis: spotkanie ${f.shortDay(facts.event.startsAt)}`,
    first: `Potwierdź zapis ${frame.until(until)}.`,
    parts: [
      "nie masz jeszcze miejsca na spotkaniu. Dostaniesz je, gdy potwierdzisz. Liczy się kolejność potwierdzeń.",
      details(facts),
    ],
    button: "Potwierdź zapis",
    why: `${why} Jeśli to nie Ty, nic nie rób.`,
  }),
  "meeting/seat": (facts) => ({
    subject: `Zapisano na spotkanie ${f.shortDay(facts.event.startsAt)}`,
    first: `Masz miejsce na spotkaniu: ${when(facts.event)}.`,
    parts: ["oto szczegóły zapisu:", details(facts), giveBack, calendar],
    button: "Zobacz lub oddaj miejsce",
    why,
  }),
  "meeting/waiting": (facts) => ({
    subject: `Lista rezerwowa: spotkanie ${f.shortDay(facts.event.startsAt)}`,
    first: "Jesteś na liście rezerwowej.",
    parts: [
      "wszystkie miejsca na spotkaniu są zajęte. Gdy ktoś odda miejsce, dostanie je następna osoba z listy. Napiszemy wtedy do Ciebie.",
      details(facts),
      "Obecną kolejność sprawdzisz pod tym linkiem. Tam też możesz wypisać się z listy.",
    ],
    button: "Zobacz miejsce na liście",
    why,
  }),
  "meeting/moved-up": (facts) => ({
    subject: `Masz miejsce na spotkaniu ${f.shortDay(facts.event.startsAt)}`,
    first: `Zwolniło się miejsce: ${when(facts.event)}.`,
    parts: [
      "masz już miejsce na spotkaniu, nie jesteś na liście rezerwowej.",
      details(facts),
      giveBack,
      calendar,
    ],
    button: "Zobacz lub oddaj miejsce",
    why,
  }),
  "meeting/changed": ({ before, ...facts }) => ({
    subject: `Zmiana spotkania ${f.shortDay(before.startsAt)}`,
    first: `Nowy termin lub adres: ${when(facts.event)}.`,
    parts: [
      "zmieniliśmy spotkanie, na które jest zapis z tym adresem.",
      { items: [...details(facts).items, `Przed zmianą: ${when(before)}, ${where(before)}`] },
      "Zapis jest nadal ważny. Jeśli zmiana Ci nie pasuje, oddaj miejsce.",
      calendar,
    ],
    button: "Zobacz lub oddaj miejsce",
    why,
  }),
  "meeting/cancelled": ({ event, reason }) => ({
    subject: `Odwołane spotkanie ${f.shortDay(event.startsAt)}`,
    first: `Spotkanie jest odwołane: ${when(event)}.`,
    parts: [
      `spotkanie „${event.title}” się nie odbędzie.`,
      `Powód: ${reason}`,
      "Nie musisz nic robić. Wpis w załączniku usunie spotkanie z kalendarza.",
    ],
    button: "Zobacz inne spotkania",
    why,
  }),
};
