import type { RefusalFacts } from "../../domain/refusals.ts";
import { formatsOf } from "../format.ts";
import type { VotingRefusalWords } from "../refusal-words.ts";
import { otherWaysSentence } from "./other-ways.ts";
import { voids } from "./voids.ts";

const f = formatsOf("pl-PL");

const projects = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "projekt", few: "projekty", many: "projektów", other: "projektu" })}`;

/** Where two keyings of a card differ. */
const place = (name: string): string =>
  name === "outcome"
    ? "czy to ważny głos, i powód odrzucenia"
    : name === "person"
      ? "dane osoby"
      : `lista ${name}`;

/** Why a file is no table. */
const fileFault = (file: RefusalFacts["roll/file"]): string => {
  switch (file.says) {
    case "no-rows":
      return "Nie ma w nim wierszy. Nie wczytano niczego.";
    case "not-text":
      return "To nie jest plik CSV. Zapisz tabelę jako CSV i wyślij ją ponownie.";
    case "unclosed-quote":
      return `W wierszu ${f.number(file.line)} otwarto cudzysłów, którego nikt nie zamknął.`;
    case "encoding":
      return `Kodowanie pliku: ${file.encoding}. W wierszu ${f.number(file.line)} bajt ${f.number(file.byte)} nie jest w nim żadną literą.`;
    case "columns-missing":
      return `W pierwszym wierszu brakuje nagłówków: ${file.columns.join(", ")}. Dopisz je albo wskaż te kolumny.`;
    case "columns-twice":
      return `Te nagłówki są dwa razy: ${file.columns.join(", ")}.`;
  }
};

const PAPER_FILE_STATES = {
  reading: "jest czytany",
  read: "przeczytany, czeka na decyzję",
  faulty: "ma błędy",
  entering: "karty są wprowadzane",
  entered: "karty wprowadzone",
  dropped: "usunięty",
} as const;

export const votingRefusals: VotingRefusalWords = {
  "roll/rows": {
    title: "Spis ma błędne wiersze",
    detail: ({ total }) =>
      `Nie wczytano niczego. Popraw ${f.number(total)} ${f.plural(total, { one: "wiersz", few: "wiersze", many: "wierszy", other: "wiersza" })} i wyślij cały spis ponownie.`,
  },
  "roll/file": {
    title: "Tego pliku nie da się odczytać",
    detail: (file) => fileFault(file),
  },
  "table/rows": {
    title: "Tabela ma błędne wiersze",
    detail: ({ total }) =>
      `Nie wpisano niczego. Popraw ${f.number(total)} ${f.plural(total, { one: "wiersz", few: "wiersze", many: "wierszy", other: "wiersza" })} i wyślij całość ponownie.`,
  },
  "table/repaired": {
    title: "Część wierszy naprawiono",
    detail: ({ total }) =>
      `Nie wpisano jeszcze niczego. Naprawione wiersze: ${f.number(total)}. Sprawdź je i potwierdź.`,
  },
  "table/unchanged": {
    title: "Tabela niczego nie zmienia",
    detail: () => "Wszystkie wartości z tabeli już obowiązują.",
  },
  "table/too-long": {
    title: "Tabela ma za dużo wierszy",
    detail: ({ rows, most }) => `Wiersze: ${f.number(rows)}. Może ich tu być najwyżej ${f.number(most)}.`,
  },
  "roll/reading": {
    title: "Plik jest jeszcze czytany",
    detail: () => "Poczekaj na koniec. Strona pokazuje, ile wierszy już przeczytano.",
  },
  "roll/not-listed": {
    title: "Nie ma tej osoby w spisie",
    detail: () => "Sprawdź dane z dokumentem lub kartą. W spisie uprawnionych nie ma takiej osoby.",
  },
  "roll/birth-date": {
    title: "W spisie jest inny dzień urodzenia",
    detail: () => "Sprawdź dzień urodzenia i numer z dokumentem lub kartą. W spisie ta osoba ma inny dzień.",
  },
  "roll/missing": {
    title: "Brak spisu uprawnionych",
    detail: () => "Spisu uprawnionych jeszcze nie wczytano.",
  },
  "voting/closed": {
    title: "Głosowanie nie trwa",
    detail: ({ opensAt, closesAt }) => {
      if (closesAt === null) return "Głosowanie jeszcze się nie zaczęło.";
      return opensAt === null
        ? `Głosowanie skończyło się: ${f.deadline(closesAt)}.`
        : `Głosowanie zaczyna się: ${f.moment(opensAt)}. Kończy się: ${f.deadline(closesAt)}.`;
    },
  },
  "voting/end-needs-two": {
    title: "Koniec otwartego głosowania zmieniają dwie osoby",
    detail: () =>
      "Późniejszy koniec: wybierz „Przedłuż głosowanie”. Wcześniejszy: przejdź do następnego etapu. Jedna osoba składa propozycję, druga ją przyjmuje.",
  },
  "voting/code": {
    title: "Kod się nie zgadza",
    detail: ({ triesLeft }) =>
      triesLeft > 0
        ? `Wpisz kod z ostatniej wiadomości. Zostało prób: ${f.number(triesLeft)}.`
        : "Ten kod nie jest już ważny. Zamów nowy kod.",
  },
  "voting/no-more-codes": {
    title: "Nie wyślemy więcej kodów",
    detail: ({ of, ways }) =>
      `${
        of === "contact"
          ? "Do końca głosowania nie wyślemy kolejnego kodu na ten adres lub numer. Podaj inny adres e-mail lub numer telefonu."
          : "Z tymi danymi lub z tej sieci próbowano zbyt wiele razy. Przed końcem głosowania nowych prób stąd już nie będzie."
      }${otherWaysSentence(ways)}`,
  },
  "voting/guardian": {
    title: "Potrzebne jest oświadczenie opiekuna",
    detail: ({ belowAge }) =>
      `Osoby poniżej ${f.number(belowAge)} lat głosują z opiekunem. Opiekun potwierdza, że nim jest i głosuje razem z dzieckiem.`,
  },
  "statement/decided": {
    title: "Oświadczenie jest już rozpatrzone",
    detail: () => "Decyzja zapadła. Drugi raz się jej nie podejmuje.",
  },
  "voting/already-voted": {
    title: "Głos już oddano",
    detail: () => "Z tymi danymi oddano już głos. Głosu nie można zmienić ani powtórzyć.",
  },
  "ballot/pool": {
    title: "Nie ta lista",
    detail: ({ pool }) => `Lista ${pool} nie jest Twoją listą w tym głosowaniu.`,
  },
  "ballot/pool-twice": {
    title: "Lista podana dwa razy",
    detail: ({ pool }) => `Lista ${pool} jest podana dwa razy. Podaj każdą listę jeden raz.`,
  },
  "ballot/project": {
    title: "Nie ma takiego projektu",
    detail: ({ project }) => `Projektu ${project} nie ma na tej liście.`,
  },
  "ballot/over-points": {
    title: "Za dużo punktów",
    detail: ({ given, allowed }) =>
      `Na jednej liście możesz dać najwyżej ${f.number(allowed)} pkt. Na karcie jest ${f.number(given)} pkt.`,
  },
  "ballot/too-many-projects": {
    title: "Za dużo projektów",
    detail: ({ given, allowed }) => `Wybierz najwyżej ${projects(allowed)}. Zaznaczono ${f.number(given)}.`,
  },
  "ballot/too-few-points": {
    title: "Za mało punktów",
    detail: ({ given, allowed }) =>
      `Rozdaj na tej liście ${f.number(allowed)} pkt. Na karcie jest ${f.number(given)} pkt.`,
  },
  "ballot/too-few-projects": {
    title: "Za mało projektów",
    detail: ({ given, allowed }) =>
      `Wybierz co najmniej ${projects(allowed)}. Zaznaczono ${f.number(given)}.`,
  },
  "ballot/ranks": {
    title: "Miejsca się nie zgadzają",
    detail: ({ places }) =>
      places === 1
        ? "Jedyny wybrany projekt ma być na miejscu 1."
        : `Wybierz każde miejsce od 1 do ${f.number(places)} jeden raz.`,
  },
  "ballot/over-cost": {
    title: "Projekty kosztują za dużo",
    detail: ({ givenGrosze, allowedGrosze }) =>
      `Wybrane projekty kosztują razem ${f.money(givenGrosze)}. Mogą kosztować najwyżej ${f.money(allowedGrosze)}.`,
  },
  "ballot/empty": {
    title: "Pusta karta",
    detail: () => "Wybierz co najmniej jeden projekt na jednej z list.",
  },
  "ballot/incomplete": {
    title: "Karta nie jest pełna",
    detail: ({ pool }) => `Wypełnij wszystkie listy. Lista ${pool} jest pusta.`,
  },
  "point/in-use": {
    title: "Punktu nie można usunąć",
    detail: ({ points }) => `Głosowanie trwa. Zostaw na liście punkty: ${points.join(", ")}.`,
  },
  "point/unexplained": {
    title: "Liczby się nie zgadzają",
    detail: ({ receipts, cards }) =>
      `Różnica: potwierdzenia ${f.number(receipts)}, karty ${f.number(cards)}. Policz jeszcze raz albo wyjaśnij różnicę.`,
  },
  "point/not-its-day": {
    title: "W tym dniu punkt nie działał",
    detail: ({ firstDay, lastDay }) =>
      `Głosowanie trwa od ${f.date(firstDay)} do ${f.date(lastDay)}. Podpisz jeden z tych dni, gdy już nadejdzie.`,
  },
  "point/unsettled": {
    title: "Karty nie są jeszcze rozstrzygnięte",
    detail: ({ left }) => `Na zgodę dwóch osób czekają karty: ${f.number(left)}. Potem podpisz dzień.`,
  },
  "point/unsigned": {
    title: "Punkt jeszcze nie podpisał dnia",
    detail: () => "Najpierw podpisuje osoba z punktu, potem komisja.",
  },
  "point/signed": {
    title: "Dzień podpisały już dwie osoby",
    detail: () =>
      "Dzień podpisały już dwie osoby, a liczby się nie zmieniły. Tych podpisów się nie zastępuje.",
  },
  "paper/no-card": {
    title: "Nie ma takiej karty",
    detail: ({ cards }) => `Karty tej partii mają numery od 1 do ${f.number(cards)}.`,
  },
  "paper/not-taken": {
    title: "Bez kart papierowych",
    detail: () => "W tej edycji nie głosuje się na papierze.",
  },
  "paper/too-late": {
    title: "Za późno na partię kart",
    detail: ({ endedAt }) => `Partie można było zgłaszać do: ${f.deadline(endedAt)}.`,
  },
  "paper/differs": {
    title: "Dwie osoby wprowadziły kartę różnie",
    detail: ({ in: places }) => `Sprawdź z kartą: ${places.map(place).join(", ")}.`,
  },
  "paper/settled": {
    title: "Karta jest już rozstrzygnięta",
    detail: () => "Dwie osoby wprowadziły ją tak samo. Nie można jej zmienić.",
  },
  "paper/correction-waits": {
    title: "Ktoś zgłosił inną liczbę kart",
    detail: () => "Poprawka czeka na drugą osobę. Potem zamknij partię.",
  },
  "paper/unsettled": {
    title: "Partii nie można jeszcze zamknąć",
    detail: ({ cards, left }) =>
      `W partii kart ma być ${f.number(cards)}. Bez zgody dwóch osób pozostaje: ${f.number(left)}.`,
  },
  "paper/closed": { title: "Partia jest zamknięta", detail: () => "Wszystkie jej karty są rozstrzygnięte." },
  "receipt/unknown": {
    title: "Nie ma takiego potwierdzenia",
    detail: () => "W tym głosowaniu nie ma karty o tym potwierdzeniu. Sprawdź każdy jego znak.",
  },
  "paper/same-file": {
    title: "Ten plik wysłała już inna osoba",
    detail: ({ name }) => `Wysłała go osoba: ${name}. Druga osoba wprowadza karty sama, bez kopiowania.`,
  },
  "paper/not-yours": {
    title: "To nie Twój plik",
    detail: ({ name }) => `Decyduje o nim osoba, która go wysłała: ${name}.`,
  },
  "paper/file-state": {
    title: "Z tym plikiem nie można tego zrobić",
    detail: ({ fileState }) => `Stan pliku: ${PAPER_FILE_STATES[fileState]}.`,
  },
  "paper/below-keyed": {
    title: "Te karty są już wprowadzone",
    detail: ({ highest }) => `Wprowadzono kartę ${f.number(highest)}. Podaj liczbę nie mniejszą.`,
  },
  "count/key-wrong": {
    title: "To nie ten klucz",
    detail: () => "Klucz prywatny nie pasuje do klucza, którym zamknięto karty.",
  },
  "void/no-marker": {
    title: "Ta osoba nie głosowała",
    detail: () => "W tej edycji nie ma głosu tej osoby. Sprawdź podane dane.",
  },
  "void/no-ballot": {
    title: "Nie ma takiej karty",
    detail: () => "W urnie nie ma karty o tym numerze. Przepisz numer jeszcze raz.",
  },
  "void/voided": {
    title: "Ta karta jest już nieważna",
    detail: () => "Nieważność tej karty stwierdziła inna decyzja. Przepisz numer jeszcze raz.",
  },
  "void/state": {
    title: "Ta sprawa jest już dalej",
    detail: ({ state }) => `Stan tej sprawy: ${voids.states[state]}.`,
  },
  "void/not-yours": {
    title: "Tę sprawę prowadzą inni",
    detail: () => "Numer karty wpisują dwie osoby: ta, która złożyła propozycję, i ta, która ją przyjęła.",
  },
  "void/names-differ": {
    title: "Numery się różnią",
    detail: () =>
      "Druga osoba wpisała inny numer karty. Otwórzcie powiązanie jeszcze raz i wpiszcie numer od nowa.",
  },
};
