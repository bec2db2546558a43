/** What waits for somebody of the office: on the list and in the morning letter. */
export const work = {
  due: "Termin",
  overdue: "Po terminie",
  /** What is to do, by its kind. */
  kinds: {
    "of-subject": ({ title, thing }: Readonly<Record<"title" | "thing", string>>): string =>
      `Do przyjęcia przez drugą osobę: ${title} (${thing})`,
    "pending-act": ({ act, edition }: Readonly<Record<"act" | "edition", string>>): string =>
      `Do przyjęcia przez drugą osobę (edycja ${edition}): ${act}`,
    "check-proposal": ({ title, edition }: Readonly<Record<"title" | "edition", string>>): string =>
      `Ocena formalna (edycja ${edition}): ${title}`,
    "admit-proposal": ({ title, edition }: Readonly<Record<"title" | "edition", string>>): string =>
      `Decyzja o karcie do głosowania (edycja ${edition}): ${title}`,
    "decide-statement": ({ edition }: Readonly<Record<"edition", string>>): string =>
      `Decyzja o oświadczeniu osoby spoza spisu (edycja ${edition})`,
    "key-batch": ({ point, edition }: Readonly<Record<"point" | "edition", string>>): string =>
      `Partia kart papierowych do wpisania: punkt ${point} (edycja ${edition})`,
    "given-up-letter": (what: string): string => `List nie dotarł: ${what}`,
    "sign-day": ({ point, day }: Readonly<Record<"point" | "day", string>>): string =>
      `Podpis pod dniem punktu ${point}: ${day}`,
    "clear-way": ({
      edition,
      phase,
      blockers,
    }: Readonly<Record<"edition" | "phase" | "blockers", string>>): string =>
      `Edycja ${edition}, przed etapem „${phase}”: ${blockers}`,
  },
  /** What blocks an edition, as something to do. */
  blockers: {
    "no-projects": "dodaj projekty do listy",
    "empty-pool-list": "uzupełnij listy pul",
    "pool-without-money": "ustal kwoty pul",
    "no-roll": "wczytaj spis",
    "no-ballot-key": "podaj klucze komisji",
    "needs-count-key": "przekaż klucz do liczenia",
    "counts-differ": "wyjaśnij różnice w urnie",
    "counters-differ": "wyjaśnij różnicę liczenia",
    "needs-draw": "wpisz wynik losowania",
    "needs-sign-offs": "podpisz wynik",
    "no-verified-cost": "uzupełnij koszty projektów",
    "over-pool": "popraw projekty droższe niż pula",
    "over-cap": "popraw projekty ponad limitem",
    "open-hints": "obejrzyj wskazówki do listy",
    "needs-order-seed": "wpisz ziarno kolejności",
  },
  list: {
    mine: "Dla Ciebie",
    taken: "U Ciebie",
    nobody: "Niczyje",
    unit: "Dla Twojej jednostki",
    due: "W ciągu tygodnia",
    overdue: "Po terminie",
    second: "Czeka na drugą osobę",
    lists: "Listy zadań",
    none: {
      taken: "Żadnej sprawy nie masz u siebie.",
      nobody: "Każda sprawa jest u kogoś.",
      mine: "Nic na Ciebie nie czeka.",
      unit: "Nic nie czeka na Twoją jednostkę.",
      due: "W tym tygodniu nie mija żaden termin.",
      overdue: "Nic nie jest po terminie.",
      second: "Nic nie czeka na drugą osobę.",
    },
    standsInFor: (names: string): string => `Zastępujesz: ${names}. Ich zadania są na Twojej liście.`,
  },
};
