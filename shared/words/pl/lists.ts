/** Lists that the office announces, as pages and as documents. */
export const lists = {
  title: "Listy urzędu",
  none: "Urząd nie ogłosił jeszcze żadnej listy.",
  all: "Wszystkie listy tej edycji",
  files: "Pliki do pobrania",
  names: {
    formal: "Lista po ocenie formalnej",
    merit: "Lista po ocenie merytorycznej",
    appeals: "Lista po odwołaniach",
    withdrawn: "Wnioski wycofane",
    merged: "Wnioski połączone z innymi",
    ballot: "Lista projektów na karcie do głosowania",
  },
  about: {
    formal: (edition: string): string =>
      `Wynik oceny formalnej wniosków: ${edition}. Przy każdym wyniku negatywnym stoi powód.`,
    merit: (edition: string): string =>
      `Wynik oceny merytorycznej wniosków: ${edition}. Przy każdym wyniku negatywnym stoi powód.`,
    appeals: (edition: string): string =>
      `Co urząd zrobił z odwołaniami: ${edition}. Przy każdym stoi powód.`,
    withdrawn: (edition: string): string =>
      `Wnioski, które wycofano: ${edition}. Nikt już o nich nie decyduje.`,
    merged: (edition: string): string =>
      `Wnioski, które weszły w inne wnioski: ${edition}. Przy każdym stoi numer wspólnego wniosku.`,
    ballot: (edition: string): string =>
      `Na tę listę głosują mieszkańcy: ${edition}. Projekty stoją w kolejności z karty.`,
  },
  number: (version: number, edition: string): string => `lista ${version}/${edition}`,
  projects: "Liczba projektów",
  cost: "Koszt wszystkich projektów",
  withdrawn: "Projekty wycofane",
  withdrawnOn: (day: string, reason?: string): string =>
    reason === undefined ? `wycofany ${day}` : `wycofany ${day}: ${reason}`,
  leftOut: {
    title: "Wnioski wycofane i połączone",
    withdrawn: "Wnioski wycofane",
    mergedCount: "Wnioski połączone z innymi",
    merged: (day: string, into?: string): string =>
      into === undefined ? `połączony ${day} z innym wnioskiem` : `połączony ${day} z wnioskiem ${into}`,
  },
  retracted: "cofnięta",
  retractedOn: (day: string, reason: string): string => `Urząd cofnął tę listę ${day}. Powód: ${reason}`,
  published: { act: "Numer aktu", on: "Opublikowano", by: "Kto opublikował" },
  template: "Wzór tekstów",
  basic: "podstawowy",
  made: "Utworzono",
  madeBy: "Kto polecił",
  byCalendar: "nikt: lista powstała w terminie z kalendarza",
  order: {
    title: "Kolejność na karcie",
    drawn: "wylosowana z ziarna",
    seed: "Ziarno",
    digest: "Skrót ziarna (SHA-256), podany przy otwarciu edycji",
    check:
      "Kolejność sprawdzi każdy. Skrót ziarna musi być taki, jak podano. Los projektu to SHA-256 z ziarna, znaku nowej linii i identyfikatora projektu z pliku JSON. W każdej puli najpierw stoi najniższy los. To samo liczy polecenie „npm run verify” z plikiem JSON.",
  },
  total: "Razem",
  columns: {
    number: "Numer",
    title: "Tytuł",
    cost: "Koszt",
    note: "Uwagi",
    result: "Wynik",
    reason: "Powód",
    stage: "Odwołanie od",
  },
  results: {
    accepted: "pozytywny",
    rejected: "negatywny",
    upheld: "uwzględnione",
    dismissed: "nieuwzględnione",
  },
  stages: { formal: "oceny formalnej", merit: "oceny merytorycznej" },
  versions: "Wersje tej listy",
  shown: "ta wersja",
  newer: (version: string): string => `Jest nowsza wersja tej listy: ${version}.`,
  feed: "Śledź listy w czytniku (Atom)",
  feedTitle: (office: string): string => `Listy: ${office}`,
  register: {
    title: "Rejestr zmian",
    none: "To pierwsza wersja listy.",
    same: "Ta wersja nie zmienia żadnego wiersza.",
    caption: (version: string): string => `Co zmienia wersja ${version}`,
    columns: {
      version: "Wersja",
      at: "Kiedy",
      number: "Numer",
      title: "Tytuł",
      change: "Zmiana",
      before: "Było",
      after: "Jest",
    },
    what: {
      added: "dopisano",
      removed: "usunięto",
      withdrawn: "wycofano",
      restored: "przywrócono",
      changed: "zmieniono",
    },
    fields: { pool: "pula", number: "numer", title: "tytuł", costGrosze: "koszt" },
  },
  formats: {
    json: "dane (JSON)",
    csv: "tabela (CSV)",
    ods: "arkusz (ODS)",
    docx: "tekst do edycji (DOCX)",
    pdf: "dokument (PDF)",
    html: "strona do druku (HTML)",
    zip: "paczka do BIP: wszystkie pliki i rejestr zmian (ZIP)",
  },
};
