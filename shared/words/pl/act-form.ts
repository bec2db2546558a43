/** What the forms have in common on which staff act on an edition: a question, what will happen, two buttons. */
export const actForm = {
  keep: "Wróć bez zmian",
  fix: "Popraw",
  reason: "Powód",
  reasonHint: "Powód trafi do dziennika edycji.",
  reasonMissing: "Wpisz powód.",
  number: (edition: string): string => `Wpisz numer edycji: ${edition}`,
  numberHint: "Tego kroku nie da się cofnąć.",
  numberWrong: (edition: string): string => `Wpisz numer tej edycji: ${edition}.`,
};
