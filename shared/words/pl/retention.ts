import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const days = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}`;

/** What becomes of an edition's personal data. */
export const retention = {
  title: "Dane osobowe edycji",
  lead: "System sam niszczy dane, gdy minie ich czas, i zapisuje to w dzienniku. Terminy są w zasadach edycji.",
  caption: "Dane, które niszczymy",
  staysCaption: "Co zostaje i dlaczego",
  columns: { what: "Dane", kept: "Jak długo", state: "Stan", why: "Dlaczego" },
  what: {
    voters: "Klucz do spisu i znaczników, adresy i sesje głosujących",
    supporters: "Nazwiska osób, które poparły wnioski",
  },
  kept: {
    voters: (count: number): string => `${days(count)} od ogłoszenia wyników`,
    supporters: (count: number): string => `${days(count)} od końca odwołań`,
  },
  notStarted: {
    voters: "Czas biegnie od ogłoszenia wyników.",
    supporters: "Czas biegnie od końca odwołań.",
  },
  due: "Termin minął. Dane znikną w ciągu kilku minut.",
  dueAt: (moment: string): string => `Zniszczymy: ${moment}.`,
  destroyed: (moment: string): string => `Zniszczono: ${moment}.`,
  removed: {
    contacts: "usunięte adresy",
    sessions: "usunięte sesje",
    supporters: "usunięte nazwiska",
  } as Readonly<Record<string, string>>,
  stays: [
    {
      what: "Karty do głosowania",
      why: "Są zaszyfrowane i nie mówią, kto głosował. Nikt nie może ich usunąć ani zmienić.",
    },
    {
      what: "Spis i znaczniki głosów",
      why: "To same skróty. Bez zniszczonego klucza nikt nie powie, czyje są.",
    },
    { what: "Wyniki, lista kart i paczka", why: "Są publiczne i nie zawierają danych osób." },
    {
      what: "Wnioski i dane ich autorów",
      why: "Autorzy dostają wiadomości do końca realizacji projektów.",
    },
    { what: "Dziennik urzędu", why: "Mówi, kto z urzędu co zrobił. Mieszkańców w nim nie ma." },
  ],
};
