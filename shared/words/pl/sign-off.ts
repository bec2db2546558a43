/** Two signatures under a count. */
export const signOff = {
  unsignedDays: "Dni punktów, których nie podpisały dwie osoby. Ta lista będzie w wynikach:",
  title: "Czy podpisać wynik?",
  consequence: "Po podpisach dwóch różnych osób wynik ukaże się na stronie miasta.",
  digest: "Skrót wyniku (SHA-256)",
  counted: "Karty i oddane głosy",
  countedValue: (ballots: string, markers: string): string => `${ballots} kart, ${markers} oddanych głosów`,
  signed: "Podpisy",
  nobody: "jeszcze nikt",
  mine: "Twój podpis już jest. Teraz potrzebny jest podpis drugiej osoby.",
  undecided: "Najpierw trzeba rozstrzygnąć remisy. Potem wynik będzie można podpisać.",
  provisional: "Wynik przed ogłoszeniem",
  winners: "Wybrane projekty",
  columns: { pool: "Pula", winners: "Wybrane", sum: "Suma", left: "Zostało" },
  noWinners: "żaden",
  projectColumns: { number: "Numer", title: "Projekt", score: "Punkty", cost: "Koszt" },
  submit: "Podpisz wynik",
};
