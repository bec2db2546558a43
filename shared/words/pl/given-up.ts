/** Letters about decisions that were given up. */
export const givenUp = {
  of: {
    project: "decyzja o projekcie",
    late: "wniosek po terminie",
    statement: "decyzja o oświadczeniu",
    meeting: "zmiana w spotkaniu",
    matter: "odpowiedź w sprawie",
  },
  title: "List, który nie dotarł",
  lead: "Ta osoba może nie wiedzieć o decyzji. Wyślij list jeszcze raz albo powiadom ją inaczej.",
  terms: {
    what: "Czego dotyczy",
    letter: "Temat listu",
    outcome: "Co się stało",
    at: "Kiedy przestaliśmy próbować",
    state: "Stan",
    by: "Kto",
  },
  outcomes: {
    rejected: "poczta odrzuciła list albo adres",
    postponed: "przez trzy dni poczta nie przyjęła listu",
    unknown: "poczta nie odpowiedziała; list mógł dotrzeć",
  },
  states: { waiting: "do załatwienia", "sent-again": "wysłany jeszcze raz", "dealt-with": "załatwiony" },
  deleted: "Treść listu i adres są już usunięte.",
  subject: "Zobacz, czego to dotyczy",
  send: "Wyślij jeszcze raz",
  deal: "Zaznacz jako załatwione",
  sendAlike: "Wyślij wszystkie, które nie dotarły z tego powodu",
  alikeHint:
    "Ostatni przycisk wysyła też inne listy z Twojej listy zadań, które nie dotarły z tego samego powodu.",
};
