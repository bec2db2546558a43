import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

/** Projects that cannot all be built. */
export const exclusions = {
  title: "Projekty, których nie da się wykonać razem",
  lead: "Grupy zobaczą mieszkańcy, a policzy się z nimi wynik. Można je zmieniać do otwarcia głosowania; każdą zmianę przyjmuje druga osoba.",
  ruleOf: (rule: "best-wins" | { readonly atMost: number }): string =>
    rule === "best-wins" ? "Wygrywa najlepszy z nich" : `Najwyżej tyle z nich: ${f.number(rule.atMost)}`,
  remove: "Usuń tę grupę",
  add: "Dodaj grupę",
  projects: "Numery projektów",
  projectsHint: "Tak, jak stoją na liście, z przecinkami między nimi",
  unknown: (numbers: string): string => `Nie ma w tej edycji projektów o numerach: ${numbers}.`,
  tooFew: "Podaj co najmniej dwa różne numery.",
  rule: "Ile z nich można wybrać?",
  atMostChoice: "Najwyżej kilka z nich",
  atMost: "Ile najwyżej",
  atMostHint: "Tylko gdy można wybrać kilka.",
  atMostWrong: "Wpisz liczbę mniejszą niż liczba projektów w grupie.",
  reasonHint: "Przeczytają go mieszkańcy, na przykład: oba projekty zajmują to samo miejsce.",
  legalBasisHint: "Na przykład paragraf zasad edycji. Można zostawić puste.",
  submit: "Zapisz grupę",
};
