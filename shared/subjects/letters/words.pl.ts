import type { NoticeKind } from "../../domain/notice/notice.ts";
import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

const kinds: Readonly<Record<NoticeKind, string>> = {
  "voting/code": "kod do głosowania",
  "voting/no-match": "rada, jak głosować bez kodu",
  "voting/recorded": "potwierdzenie, że głos jest zapisany",
  "statement/filed": "potwierdzenie złożenia oświadczenia",
  "statement/accepted": "decyzja o oświadczeniu: przyjęte",
  "statement/rejected": "decyzja o oświadczeniu: odrzucone",
  "proposal/start": "link do zgłoszenia projektu",
  "proposal/confirm": "prośba o potwierdzenie projektu",
  "proposal/merge-asked": "pytanie o połączenie wniosków",
  "proposal/merged": "połączenie wniosków",
  "proposal/merge-ended": "wnioski bez połączenia",
  "proposal/co-author-came": "współautor przyjął zaproszenie",
  "proposal/co-author": "zaproszenie współautora",
  "proposal/received": "potwierdzenie, że projekt wpłynął",
  "proposal/late": "wniosek po terminie",
  "proposal/withdrawn": "projekt wycofany",
  "proposal/changed": "projekt zmieniony na prośbę autora",
  "proposal/accepted": "projekt po ocenie formalnej: przyjęty",
  "proposal/to-correct": "wezwanie do uzupełnienia projektu",
  "proposal/correction-due": "ponaglenie o uzupełnienie projektu",
  "proposal/rejected": "projekt po ocenie formalnej: odrzucony",
  "proposal/admitted": "projekt dopuszczony do głosowania",
  "proposal/not-admitted": "projekt niedopuszczony do głosowania",
  "proposal/appeal-received": "potwierdzenie odwołania",
  "proposal/appeal-upheld": "odwołanie uwzględnione",
  "proposal/appeal-dismissed": "odwołanie nieuwzględnione",
  "proposal/selected": "projekt wybrany",
  "proposal/not-selected": "projekt niewybrany",
  "support/confirm": "prośba o potwierdzenie poparcia",
  "meeting/confirm": "prośba o potwierdzenie zapisu na spotkanie",
  "meeting/seat": "miejsce na spotkaniu",
  "meeting/waiting": "lista rezerwowa spotkania",
  "meeting/moved-up": "miejsce na spotkaniu z listy rezerwowej",
  "meeting/changed": "zmiana spotkania",
  "meeting/cancelled": "odwołanie spotkania",
  "subject/letter": "link do ankiety",
  "subject/decision": "odpowiedź w sprawie",
  "office/morning": "poranna lista zadań urzędu",
};

/** What became of letters. */
export const pl = {
  title: "Listy na adres lub numer",
  lead: "Sprawdź, czy list lub SMS do mieszkańca wyszedł. Treści listów tu nie ma. Dziennik zapisze, kto szukał i dlaczego.",
  to: "E-mail lub numer telefonu",
  toHint: "Taki, jaki podała ta osoba.",
  reason: "Powód",
  reasonHint: "Na przykład: pyta przy okienku o swój kod. Nie wpisuj tu adresu ani nazwiska.",
  submit: "Szukaj",
  result: "Co znaleźliśmy",
  found: (count: number): string => `Znalezione listy: ${f.number(count)}.`,
  none: "Nie ma żadnego listu na ten adres lub numer.",
  more: "Na wysłanie czeka teraz bardzo dużo listów. Nie wszystkie dało się przejrzeć, więc może tu brakować tych, które czekają.",
  terms:
    "Zapis o kodzie znika po dniu, o decyzji po roku, o większości innych listów po 30 dniach. Potwierdzenie głosu widać dopiero po pierwszej próbie wysłania.",
  caption: "Listy, od najnowszego",
  columns: { kind: "List", state: "Co się stało", at: "Kiedy", tries: "Próby" },
  again: "następna próba",
  otherKind: "inny list",
  states: {
    queued: "czeka na wysłanie",
    sent: "wysłany, poczta go przyjęła",
    delayed: "poczta go na razie nie przyjęła",
    "given-up": "niewysłany, nie próbujemy dalej",
    rejected: "niewysłany, poczta odrzuciła list albo adres",
    unknown: "nie wiadomo, poczta nie odpowiedziała; mógł dotrzeć",
  },
  kinds,
};

export type LetterSearchWords = typeof pl;
