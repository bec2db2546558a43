import type { PlainAddress } from "../../domain/addresses.ts";
import type { Phase } from "../../domain/cycle/phases.ts";
export const home = {
  title: "Budżet Obywatelski",
  lead: (city: string): string =>
    `Tu zgłaszasz pomysły dla miasta ${city}, głosujesz na projekty i sprawdzasz wyniki.`,
  now: "Co możesz zrobić teraz",
  none: "Teraz nie trwa żadna edycja. Zobacz wyniki poprzednich.",
  edition: (number: string): string => `edycja ${number}`,
  next: "Następny etap",
  /** What can be done in each phase, on its button. */
  acts: {
    submission: "Zgłoś projekt",
    "formal-review": "Zobacz wnioski",
    "merit-review": "Zobacz wnioski",
    appeals: "Zobacz wnioski",
    "ballot-frozen": "Zobacz projekty do głosowania",
    voting: "Zagłosuj",
    sealed: "Zobacz projekty",
    counting: "Zobacz projekty",
    results: "Zobacz wyniki",
    implementation: "Zobacz wyniki",
  } as Partial<Record<Phase, string>>,
  more: "Zobacz też",
  /** Where else one can go: title and text of each. */
  links: {
    results: ["Wyniki", "Które projekty wygrały i dlaczego pozostałe nie."],
    meetings: ["Spotkania", "Terminy spotkań z mieszkańcami i zapisy."],
    consultations: ["Konsultacje", "O czym teraz decyduje miasto i jak zabrać głos."],
    help: ["Pomoc", "Jak zgłosić projekt, jak głosować, gdzie zapytać."],
  } as Partial<Record<PlainAddress, [title: string, text: string]>>,
};
