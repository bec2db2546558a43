/** The phases of a budget cycle, as residents read them. */
export const phases = {
  draft: { name: "Przygotowanie", now: "Miasto przygotowuje edycję" },
  submission: { name: "Nabór wniosków", now: "Trwa nabór wniosków" },
  "formal-review": { name: "Ocena formalna", now: "Trwa ocena formalna wniosków" },
  "merit-review": { name: "Ocena merytoryczna", now: "Trwa ocena merytoryczna wniosków" },
  appeals: { name: "Odwołania", now: "Trwa rozpatrywanie odwołań" },
  "ballot-frozen": { name: "Lista do głosowania", now: "Lista projektów do głosowania jest gotowa" },
  voting: { name: "Głosowanie", now: "Trwa głosowanie" },
  sealed: { name: "Zamknięta urna", now: "Głosowanie zakończone, urna jest zamknięta" },
  counting: { name: "Liczenie głosów", now: "Trwa liczenie głosów" },
  results: { name: "Wyniki", now: "Wyniki są znane" },
  implementation: { name: "Realizacja", now: "Trwa realizacja projektów" },
  closed: { name: "Edycja zakończona", now: "Edycja jest zakończona" },
  cancelled: { name: "Edycja odwołana", now: "Edycję odwołano" },
};
