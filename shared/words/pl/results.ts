import type { Grosze } from "../../domain/money.ts";
import type { PoolKind } from "../../domain/pool/kinds.ts";
import type { TieKey } from "../../domain/tally/rule.ts";
import type { Instant } from "../../domain/time.ts";
import { SMALLEST_SHARE, type ToldOf } from "../../domain/voting/turnout.ts";
import { formatsOf } from "../format.ts";
import { frame } from "./frame.ts";

const f = formatsOf("pl-PL");

/** A share that is not shown as none where somebody voted. */
const percent = (share: number): string =>
  share > 0 && share < SMALLEST_SHARE ? `mniej niż ${f.percent(SMALLEST_SHARE)}` : f.percent(share);

const ofPeople = ({ whom, people }: ToldOf): string =>
  whom === "residents"
    ? `z ${f.number(people)} ${f.plural(people, { one: "mieszkańca", other: "mieszkańców" })}`
    : `z ${f.number(people)} ${f.plural(people, { one: "osoby", other: "osób" })} w spisie uprawnionych`;

const chosen = (count: number, all: number): string => `${f.number(count)} z ${f.number(all)}`;

export const results = {
  list: {
    title: "Wyniki",
    lead: "Tu sprawdzisz, które projekty wygrały, ile kosztują i dlaczego pozostałe nie wygrały.",
    votedUntil: (at: Instant): string => `Głosowanie skończyło się: ${f.deadline(at)}.`,
    due: "Na te wyniki czekamy",
    dueAt: (at: Instant): string => `Wyniki ogłosimy: ${f.moment(at)}.`,
    dueLater: "Wyniki ogłosimy po policzeniu głosów.",
    none: "Nie ma jeszcze ogłoszonych wyników.",
    see: "Zobacz wyniki",
  },

  due: {
    title: (edition: string): string => `Wyniki edycji ${edition}`,
    notYet: "Tych wyników jeszcze nie ma.",
    same: "Pojawią się na tej stronie.",
    awaits: {
      cards: (until: Instant): string =>
        `Urząd wprowadza karty oddane na papierze. Punkty zgłaszają je ${frame.until(until)}, chyba że urząd wcześniej potwierdzi, że są wszystkie.`,
      batches: "Urząd wprowadza ostatnie karty oddane na papierze. Gdy skończy, urna zostanie zamknięta.",
      key: "Urna jest zamknięta. Głosy będą liczone, gdy komisja przekaże swój klucz.",
      count: "Trwa liczenie głosów. Wynik podpisują dwie osoby z komisji, a potem jest ogłoszony.",
    },
    others: "Wyniki innych edycji",
  },

  turnout: {
    heading: "Ile osób już głosowało",
    few: "Mniej niż 10 osób",
    fewEach: "Mniej niż 10 osób w każdej dzielnicy",
    atLeast: (count: number): string => `Co najmniej ${f.number(count)} osób`,
    of: ({ whom, people }: ToldOf): string =>
      `${whom === "residents" ? "Mieszkańców" : "Osób w spisie uprawnionych"}: ${f.number(people)}.`,
    /** Where more people voted than that: it is an estimate. */
    above:
      "Głosowało więcej osób, niż wynosi liczba mieszkańców, z którą miasto otworzyło edycję. Ta liczba jest szacunkiem.",
    countedAt: (at: Instant): string => `Stan: ${f.moment(at)}.`,
    rounded:
      "Liczby zaokrąglamy w dół: do dziesiątek, a od tysiąca do setek. Liczba dla miasta to suma liczb z dzielnic. Liczymy najwyżej raz na godzinę. Dokładne ogłosimy z wynikami, bez dzielnic, w których głosowało mniej niż 5 osób, a czasem i bez jeszcze jednej.",
    caption: "Głosujący według dzielnic",
    columns: {
      district: "Dzielnica",
      voters: "Głosowało",
      residents: "Mieszkańcy",
      roll: "W spisie uprawnionych",
    },
  },

  cycle: {
    title: (edition: string): string => `Wyniki edycji ${edition}`,
    published: (at: Instant): string => `Ogłoszono: ${f.moment(at)}.`,
    version: (version: number): string =>
      `To jest wersja ${f.number(version)}. Poprzednie zastąpiono, bo wynik się zmienił.`,
    voters: "Głosujących",
    withGuardian: "W tym dzieci z opiekunem",
    turnout: "Frekwencja",
    /** Without a share where more people voted than they are. */
    turnoutOf: (share: number | undefined, told: ToldOf): string => {
      if (share !== undefined) return `${percent(share)} ${ofPeople(told)}`;
      return told.whom === "residents"
        ? `głosowało więcej osób, niż wynosi liczba mieszkańców, z którą miasto otworzyło edycję (${f.number(told.people)}); jest ona szacunkiem, więc nie podajemy procentu`
        : `głosowało więcej osób, niż jest w spisie uprawnionych (${f.number(told.people)}), więc nie podajemy procentu`;
    },
    /** Of a district in a table. */
    share: (share: number | undefined): string => (share === undefined ? "–" : percent(share)),
    estimate: "Liczby mieszkańców są szacunkiem: frekwencji, która wyszłaby ponad 100%, nie podajemy.",
    untold:
      "W tabeli nie ma dzielnic, w których głosowało mniej niż 5 osób. Bywa, że nie ma jeszcze jednej: bez niej nikt nie obliczy tamtych z sumy.",
    pointDays: "Dni pracy punktów głosowania",
    pointDaysOf: (signed: number, worked: number): string =>
      `${f.number(signed)} z ${f.number(worked)} podpisanych przez dwie osoby`,
    paper: "Karty papierowe",
    paperOf: (accepted: number, cards: number): string =>
      `${f.number(accepted)} ważnych z ${f.number(cards)} oddanych`,
    paperAfterClose: "Karty zgłoszone po zamknięciu głosowania",
    voided: "Kart nieważnych",
    voidedOf: (count: number, reasons: readonly string[]): string =>
      `${f.number(count)} (${reasons.join("; ")})`,
    voidedFor: (reason: string, count: number): string => `${reason}: ${f.number(count)}`,
    chosen: "Wybranych projektów",
    chosenOf: chosen,
    pools: "Wszystkie pule razem",
    spent: "Wydane",
    left: "Zostało",
    ruleHeading: "Zasada liczenia",
    leftOverHeading: "Na co poszły pieniądze, które zostały w pulach",
    leftOver: (amount: Grosze, left: Grosze): string =>
      `W pulach zostało ${f.shortMoney(amount)}. Wybraliśmy za nie jeszcze projekty poniżej; po nich zostało ${f.shortMoney(left)}.`,
    leftOverNone: (amount: Grosze): string =>
      `W pulach zostało ${f.shortMoney(amount)}. Na żaden z pozostałych projektów to nie wystarczyło.`,
    byTurnout:
      "Zaczęliśmy od listy dzielnicy lub kilku dzielnic, na której frekwencja była najwyższa, i szliśmy po kolei do najniższej.",
    thresholds: (minimums: readonly { readonly kind: PoolKind; readonly minimum: string }[]): string => {
      const where = {
        district: "w dzielnicy",
        area: "na liście kilku dzielnic",
        citywide: "na liście ogólnomiejskiej",
      };
      return `Potrzebne minimum: ${minimums.map(({ kind, minimum }) => `${where[kind]} ${minimum}`).join(", ")}.`;
    },
    caption: "Wyniki według list",
    columns: ["Lista", "Wybrane projekty", "Pula", "Wydane", "Zostało", "Głosów"] as [
      string,
      string,
      string,
      string,
      string,
      string,
    ],
  },

  pool: {
    title: (name: string): string => `Wyniki: ${name}`,
    back: "Wszystkie listy",
    ballots: "Głosów na tej liście",
    pool: "Pula",
    barHeading: "Na co poszły pieniądze",
    nothing: "Z tej puli nie wybrano żadnego projektu.",
    caption: "Wszystkie projekty w kolejności liczenia",
    columns: ["Miejsce", "Projekt", "Koszt", "Punkty", "Głosy", "Wynik"] as [
      string,
      string,
      string,
      string,
      string,
      string,
    ],
    tiesHeading: "Jak rozstrzygnęliśmy remisy",
    noTies: "Nie trzeba było rozstrzygać remisów.",
    tie: (points: number, numbers: readonly string[]): string =>
      `Po ${f.number(points)} pkt: ${numbers.join(", ")}.`,
    settledBy: (keys: readonly string[]): string => `O kolejności zdecydowało: ${keys.join(", potem ")}.`,
    keys: {
      "more-voters": "większa liczba głosujących",
      cheaper: "niższy koszt",
      "drawn-number": "niższy wylosowany numer",
      "file-order": "miejsce na liście",
      lot: "losowanie",
    } as Record<TieKey, string>,
    seed: "Losowanie z liczby, którą komisja zamknęła przed głosowaniem. Opis jest w paczce, w pliku draws.json.",
    draw: (protocol: string): string => `Losowała komisja. Protokół: ${protocol}.`,
    undecided: "Losowania nie było, bo kolejność nie miała znaczenia.",
    noMatter: "Inna kolejność nie zmieniłaby wyniku.",
  },

  whatIf: {
    title: (name: string): string => `Inna zasada liczenia: ${name}`,
    back: "Obowiązujący wynik",
    notBinding:
      "To nie jest wynik głosowania. Te same głosy policzyliśmy inną zasadą, żeby można było porównać. Obowiązuje tylko zasada tej edycji.",
    rule: "Zasada",
    count: "Policz",
    figures: "Porównanie",
    figure: "Co porównujemy",
    binding: "Obowiązujący wynik",
    other: "Inna zasada",
    funded: "Wybranych projektów",
    spent: "Wydane",
    served: "Głosujący, z których wyborów wygrał choć jeden projekt",
    choices: "Wygranych projektów na głosującego",
    worth: "Ile kosztują wygrane projekty, średnio na głosującego",
    projects: "Projekty",
    project: "Projekt",
    cost: "Koszt",
    yes: "Wybrany",
    no: "Niewybrany",
    differs: "inaczej niż w obowiązującym wyniku",
  },

  files: {
    heading: "Sprawdź wynik samodzielnie",
    lead: "Każdy może policzyć głosy jeszcze raz. Pliki nie zawierają danych osób.",
    csv: "Tabela wyników (CSV)",
    json: "Wyniki dla programów (JSON)",
    pb: (name: string): string => `Głosy i projekty: ${name} (Pabulib, .pb)`,
    package: "Paczka ze wszystkim (ZIP)",
    how: "Jak policzyć głosy jeszcze raz",
    steps: [
      "Pobierz plik .pb i program Rynek. Program jest otwarty.",
      "Uruchom liczenie. Wynik ma być taki sam jak na tej stronie.",
      "Porównaj skróty plików z tymi poniżej.",
    ],
    receipt: "Sprawdź, czy Twój głos jest policzony",
    digests: "Skróty i podpisy",
    signed: "Skrót, który podpisała komisja",
    leaves: "Skrót listy głosów (leaves.txt)",
    rules: "Skrót zasad edycji",
    tally: "Skrót liczenia tej listy",
    signatures: "Podpisali",
    signature: (name: string, at: Instant): string => `${name}, ${f.moment(at)}`,
  },
};
