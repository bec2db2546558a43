export const home = {
  title: "Budżet Obywatelski",
  lead: (city: string): string =>
    `Tu zgłaszasz pomysły dla miasta ${city}, głosujesz na projekty i sprawdzasz wyniki.`,
  now: "Co możesz zrobić teraz",
  none: "Teraz nie trwa żadna edycja. Zobacz wyniki poprzednich.",
  edition: (number: string): string => `edycja ${number}`,
  next: "Następny etap",
  /** The act of each phase: where it leads, and its name on the button. */
  acts: {
    submission: ["/zglos", "Zgłoś projekt"],
    "formal-review": ["/projekty", "Zobacz wnioski"],
    "merit-review": ["/projekty", "Zobacz wnioski"],
    appeals: ["/projekty", "Zobacz wnioski"],
    "ballot-frozen": ["/projekty", "Zobacz projekty do głosowania"],
    voting: ["/glosuj", "Zagłosuj"],
    sealed: ["/projekty", "Zobacz projekty"],
    counting: ["/projekty", "Zobacz projekty"],
    results: ["/wyniki", "Zobacz wyniki"],
    implementation: ["/wyniki", "Zobacz wyniki"],
  } as Partial<Record<string, [href: string, text: string]>>,
  more: "Zobacz też",
  links: [
    ["/wyniki", "Wyniki", "Które projekty wygrały i dlaczego pozostałe nie."],
    ["/spotkania", "Spotkania", "Terminy spotkań z mieszkańcami i zapisy."],
    ["/konsultacje", "Konsultacje", "O czym teraz decyduje miasto i jak zabrać głos."],
    ["/pomoc", "Pomoc", "Jak zgłosić projekt, jak głosować, gdzie zapytać."],
  ] as [href: string, title: string, text: string][],
};
