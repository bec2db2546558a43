import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** Files that come in, for whoever sends or reads them. */
export const uploads = {
  back: "Wróć",
  purposes: {
    roll: "Spis uprawnionych",
    "import-table": "Tabela do wczytania",
    "paper-batch": "Karty papierowe przepisane do tabeli",
    "paper-scan": "Skan dokumentu",
    "supporters-list": "Lista poparcia",
    picture: "Obraz",
    "proposal-photo": "Zdjęcie wniosku",
    "proposal-paper": "Załącznik wniosku",
  },
  terms: {
    name: "Nazwa",
    state: "Stan",
    by: "Kto",
    size: "Rozmiar",
    digest: "SHA-256",
    alt: "Opis obrazu",
  },
  states: {
    pending: "czekamy na plik albo go sprawdzamy",
    ready: "gotowy",
    refused: "odrzucony",
    attached: "dołączony",
    released: "usuwany",
  },
  file: "Plik",
  accepts: (endings: string, megabytes: number): string => `${endings}, najwyżej ${f.number(megabytes)} MB`,
  send: "Wyślij plik",
  checking: "Plik dotarł. Sprawdzamy go.",
  look: "Sprawdź, czy już gotowy",
  over: "Minął czas na wysłanie tego pliku. Zacznij od nowa.",
  goOn: "Przejdź dalej",
  again: "Wyślij inny plik",
  bytes: (bytes: number): string => `${f.number(bytes)} B`,
  read: {
    title: "Przeczytaj plik",
    lead: "Plik zawiera dane osobowe. Dziennik zapisuje, kto i po co go otwiera.",
    reason: "Powód",
    submit: "Otwórz plik",
  },
};
