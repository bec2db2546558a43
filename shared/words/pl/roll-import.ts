/** The roll, read in. */
export const rollImport = {
  title: "Wczytaj spis uprawnionych",
  lead: "Nowy spis zastąpi cały poprzedni. System zachowa tylko skróty, bez numerów PESEL i nazwisk.",
  field: "Treść pliku CSV",
  hint: (columns: string): string =>
    `Kolumny: ${columns}. Do 100 000 wierszy. Większy spis wyślij przez API.`,
  snapshot: {
    title: "Spis uprawnionych",
    version: "Wersja spisu",
    versionValue: (version: number, additions: number): string =>
      additions > 0 ? `${version}, dopisków: ${additions}` : String(version),
    entries: "Osób we wczytanym pliku",
    added: "Nowych osób z oświadczeń",
    imported: "Kiedy i kto",
    digest: "Skrót wpisów (SHA-256)",
  },
  submit: "Wczytaj spis",
  rows: "Błędne wiersze",
  row: (line: string): string => `Wiersz ${line}`,
  more: (count: string): string => `Pokazano pierwsze 50. Wszystkich błędnych wierszy: ${count}.`,
  notShown: "Wklejonej treści nie pokazujemy ponownie, bo zawiera dane osobowe.",
};
