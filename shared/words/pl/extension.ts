/** A later end of the open vote. */
export const extension = {
  title: "Przedłuż głosowanie",
  lead: (end: string): string =>
    `Głosowanie kończy się: ${end}. Jedna osoba zgłasza późniejszy koniec, druga go przyjmuje. Do tego czasu nic się nie zmienia.`,
  propose: "Zgłoś nowy koniec",
  another: "Zgłoś inny koniec",
  published: "Powód pokażemy mieszkańcom razem z nowym końcem.",
  submit: "Zgłoś przedłużenie",
};
