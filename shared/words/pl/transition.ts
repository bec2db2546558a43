import type { Phase } from "../../domain/cycle/phases.ts";

/** What each move does, in a sentence, before somebody makes it. */
const moves: Partial<Record<Phase, string>> = {
  submission: "Mieszkańcy będą mogli składać wnioski.",
  "formal-review": "Nabór się zamknie. Nowych wniosków nie da się złożyć.",
  "merit-review": "Ocena formalna się zakończy.",
  appeals: "Ocena merytoryczna się zakończy.",
  "ballot-frozen": "Lista projektów zostanie zamknięta na stałe. Nie dodasz już żadnego projektu.",
  voting: "Głosowanie otworzy się od razu. Zasad, kwot i kluczy nie da się już zmienić.",
  sealed: "Głosowanie skończy się teraz, przed czasem. Po minucie urna zostanie zamknięta na stałe.",
  counting: "System otworzy karty do głosowania i policzy głosy.",
  results: "Wyniki ukażą się od razu na stronie miasta.",
  implementation: "Edycja przejdzie do realizacji projektów.",
  closed: "Edycja zostanie zakończona. Nic w niej już się nie zmieni.",
};

/** Moving an edition on, or ending it for good. */
export const transition = {
  title: (phase: string): string => `Czy przejść teraz do etapu „${phase}”?`,
  moves,
  submit: (phase: string): string => `Przejdź do etapu: ${phase}`,
  blocked: "Na razie nie da się przejść dalej",
  cancellation: {
    title: "Czy odwołać całą edycję?",
    consequence: "Edycja skończy się bez wyników. Oddane głosy nie zostaną policzone.",
    submit: "Odwołaj edycję",
  },
  byTwo: {
    needed:
      "To robią dwie osoby: jedna składa propozycję, druga ją przyjmuje. Do tego czasu nic się nie zmieni.",
    propose: "Złóż propozycję",
    shown: "Powód wcześniejszego końca głosowania przeczytają mieszkańcy.",
  },
};
