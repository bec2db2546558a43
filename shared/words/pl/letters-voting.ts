import { formatsOf } from "../format.ts";
import type { LetterTexts, ShortTexts } from "../letter-words.ts";
import { otherWays } from "./other-ways.ts";

const f = formatsOf("pl-PL");

export const votingLetters: Pick<
  LetterTexts,
  | "voting/code"
  | "voting/no-match"
  | "voting/recorded"
  | "statement/filed"
  | "statement/accepted"
  | "statement/rejected"
> = {
  "voting/code": ({ code, until }) => ({
    subject: `Kod do głosowania: ${code}`,
    first: `Kod do głosowania: ${code}`,
    parts: [
      "wpisz ten kod na stronie głosowania:",
      { large: code },
      `Kod działa do ${f.time(until)}. Potem poproś o nowy na stronie głosowania.`,
      "Nie podawaj kodu nikomu. Urząd nigdy o niego nie pyta.",
    ],
    why: "Dostajesz tę wiadomość, bo ten adres podano podczas głosowania. Jeśli to nie Ty, nic nie rób.",
  }),
  "voting/no-match": ({ hasStatement, ways }) => ({
    subject: "Nie wyślemy kodu: sprawdź dane",
    first: "Danych podanych na stronie głosowania nie ma w spisie uprawnionych.",
    parts: [
      "sprawdź, czy w danych nie ma literówki. Potem podaj je jeszcze raz.",
      ...(hasStatement
        ? ["Nie ma Cię w spisie, a mieszkasz w mieście? Złóż oświadczenie na stronie głosowania."]
        : []),
      ...(ways.length > 0 ? [otherWays.lead, { items: ways.map((way) => otherWays[way]) }] : []),
    ],
    button: "Przejdź do głosowania",
    why: "Dostajesz tę wiadomość, bo ten adres podano podczas głosowania. Jeśli to nie Ty, nic nie rób.",
  }),
  "statement/filed": ({ edition, statement, decidedBy }) => ({
    subject: "Mamy Twoje oświadczenie",
    first: "Twoje oświadczenie jest w urzędzie.",
    parts: [
      `numer oświadczenia: ${statement}. Edycja ${edition} Budżetu Obywatelskiego.`,
      decidedBy === null
        ? "Odpowiedź przyjdzie na ten adres."
        : `Termin decyzji: ${f.deadline(decidedBy)}. Odpowiedź przyjdzie na ten adres.`,
      "Złóż oświadczenie tylko raz. W urzędzie wystarczy nazwisko albo ten numer.",
    ],
    why: "Dostajesz tę wiadomość, bo ten adres podano w oświadczeniu mieszkańca.",
  }),
  "statement/accepted": ({ edition, isVoteOver }) => ({
    subject: isVoteOver ? "Oświadczenie jest przyjęte" : "Możesz głosować: oświadczenie jest przyjęte",
    first: isVoteOver
      ? "Twoje oświadczenie jest przyjęte. Głosowanie już się skończyło."
      : "Twoje oświadczenie jest przyjęte. Możesz głosować.",
    parts: [
      `dopisaliśmy Cię do spisu uprawnionych w edycji ${edition} Budżetu Obywatelskiego.`,
      isVoteOver
        ? "Decyzja zapadła po zamknięciu głosowania. Jeśli masz pytania, odpowiedz na tę wiadomość."
        : "Na stronie głosowania podaj te same dane, co w oświadczeniu. Kod przyjdzie w osobnej wiadomości.",
    ],
    button: "Przejdź do głosowania",
    why: "Dostajesz tę wiadomość, bo ten adres podano w oświadczeniu mieszkańca.",
  }),
  "statement/rejected": ({ edition, reason }) => ({
    subject: "Oświadczenie nie zostało przyjęte",
    first: "Twoje oświadczenie nie zostało przyjęte.",
    parts: [
      `nie dopisaliśmy Cię do spisu uprawnionych w edycji ${edition} Budżetu Obywatelskiego.`,
      `Powód: ${reason}`,
      "Jeśli coś się nie zgadza, odpowiedz na tę wiadomość. Oświadczenie możesz złożyć jeszcze raz.",
    ],
    why: "Dostajesz tę wiadomość, bo ten adres podano w oświadczeniu mieszkańca.",
  }),
  "voting/recorded": ({ edition, resultsBy }) => ({
    subject: "Twój głos jest zapisany",
    first: "Twój głos jest zapisany.",
    parts: [
      `Twój głos w edycji ${edition} Budżetu Obywatelskiego jest w urnie. Nie można go zmienić ani oddać drugi raz.`,
      resultsBy
        ? `Wyniki ogłosimy: ${f.day(resultsBy)}.`
        : "Datę ogłoszenia wyników podamy na stronie głosowania.",
      "Aby sprawdzić, czy głos jest policzony, wpisz numer potwierdzenia. Pokazaliśmy go po oddaniu głosu.",
      "Tajemnica głosowania: tu nie ma Twojego wyboru ani numeru potwierdzenia.",
    ],
    button: "Sprawdź głos",
    why: "Dostajesz tę wiadomość, bo ten adres podano podczas głosowania.",
  }),
};

export const shortVotingTexts: ShortTexts = {
  "voting/code": ({ code, until }) =>
    `Kod do glosowania: ${code}. Dziala do ${f.time(until)}. Nie podawaj go nikomu. Urzad nigdy o niego nie pyta.`,
  "voting/no-match": ({ ways }) =>
    `Podanych danych nie ma w spisie uprawnionych. Sprawdz je i podaj jeszcze raz.${ways.length > 0 ? " Inne sposoby sa na stronie glosowania." : ""}`,
  "voting/recorded": ({ edition }) =>
    `Twoj glos w edycji ${edition} Budzetu Obywatelskiego jest w urnie. To nie Ty? Napisz do urzedu.`,
};
