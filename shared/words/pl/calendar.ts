/** Changing a phase's dates. */
export const calendar = {
  title: (phase: string): string => `Zmień daty: ${phase}`,
  hint: "Czas w Polsce, na przykład 2027-09-23 17:00. Koniec dnia to 24:00.",
  startsAt: "Początek",
  endsAt: "Koniec",
  begun: (moment: string): string => `Ten etap już trwa. Zaczął się: ${moment}.`,
  submit: "Sprawdź zmianę",
  checkTitle: (phase: string): string => `Czy zmienić daty etapu „${phase}”?`,
  before: "Było",
  after: "Będzie",
  none: "bez daty",
  gates: "Głosowanie trwa: nowy koniec zadziała od razu.",
  atOnce: "Początek już minął: etap zacznie się od razu, jeśli nic go nie blokuje.",
  shown: "Mieszkańcy od razu zobaczą nowe daty.",
  confirm: "Zmień daty",
};
