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
    voters:
      "Klucz do spisu i znaczników. Adresy, sesje i oświadczenia głosujących, deklaracje opiekunów, limity prób, sygnały, uwagi o nieważnych kartach",
    supporters: "Nazwiska i adresy osób, które poparły wnioski",
    authors: "Adresy autorów wniosków i nazwiska, których autorzy nie ujawnili",
  },
  kept: {
    voters: (count: number): string => `${days(count)} od ogłoszenia wyników albo odwołania edycji`,
    supporters: (count: number): string => `${days(count)} od końca odwołań albo odwołania edycji`,
    authors: (count: number): string => `${days(count)} od zamknięcia albo odwołania edycji`,
  },
  notStarted: {
    voters: "Czas biegnie od ogłoszenia wyników albo od odwołania edycji.",
    supporters: "Czas biegnie od końca odwołań albo od odwołania edycji.",
    authors: "Czas biegnie od zamknięcia albo odwołania edycji.",
  },
  due: "Termin minął. Dane znikną w ciągu kilku minut.",
  dueAt: (moment: string): string => `Zniszczymy: ${moment}.`,
  destroyed: (moment: string): string => `Zniszczono: ${moment}.`,
  counted: {
    voterContact: "usunięte adresy",
    voterSession: "usunięte sesje",
    statement: "usunięte oświadczenia",
    statementData: "usunięte dane z oświadczeń",
    guardian: "usunięte deklaracje opiekunów",
    bucket: "usunięte limity prób",
    crowd: "usunięte sygnały",
    voidCase: "usunięte uwagi o nieważnych kartach",
    support: "usunięte nazwiska",
    twin: "usunięte skróty nazwisk z rejestru",
    lateProposal: "usunięte wnioski po terminie",
    printedLetter: "usunięte listy na papierze",
    attachments: "usunięte dokumenty z załączników",
    authored: "usunięte skróty adresów autorów",
    projectEdit: "usunięte poprzednie wersje wniosków",
    supporter: "usunięte skróty osób",
    project: "usunięte dane autorów",
    rollShard: "części spisu bez klucza",
    rollStaged: "części nieprzyjętego spisu bez klucza",
    rollAddition: "dopiski do spisu bez klucza",
    marker: "znaczniki głosów bez klucza",
    card: "karty papierowe bez klucza",
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
      what: "Wnioski i nazwiska, które autorzy ujawnili",
      why: "Są publiczne. Autorzy dostają wiadomości do końca edycji, dlatego dopiero wtedy usuwamy adresy.",
    },
    {
      what: "Dziennik urzędu, podpisy i protokoły",
      why: "Mówią, kto z urzędu co zrobił. Mieszkańców w nich nie ma.",
    },
    {
      what: "Zapisy na spotkania i wiadomości",
      why: "Znikają same: zapisy 30 dni po spotkaniu, wiadomości po tygodniu, niepotwierdzone wnioski po dobie.",
    },
  ],
};
