import type { LocalDate } from "../../time.ts";
import { FACTS, type Fact, type Facts } from "../../voting/facts.ts";
import { entryFactsOf, factsOf, type IdentityPolicy } from "../../voting/identity-policy.ts";
import { ageOn } from "../../voting/pesel.ts";
import { namesOf, type Problem, peselCell, plainCell, plainWord } from "../cells.ts";
import { type ImportColumn, type ImportKind, type Note, rowRead } from "../kind.ts";

/** What an edition says of its roll. */
export interface RollForm {
  readonly identity: Pick<IdentityPolicy, "roll">;
  /** The first day of the vote. */
  readonly day: LocalDate;
  /** Ids and names that a row may use for a district, and its place in the list of pools. */
  readonly districts: Iterable<readonly [name: string, place: number]>;
}

/** A person of the roll: what is known of them, and where they vote. */
export interface RollRow {
  readonly facts: Facts;
  readonly district: number;
  /** Nothing that can be typed proves who this is: they vote by eID, at a desk or by a statement. */
  readonly cannotProve: boolean;
}

/** What registers call a fact. */
const CALLED: Readonly<Record<Fact, readonly string[]>> = {
  pesel: ["nr pesel", "numer pesel", "pesel nr"],
  mothersMaidenName: [
    "nazwisko rodowe matki",
    "nazwisko panieńskie matki",
    "nazwisko matki",
    "mothers maiden name",
    "mother's maiden name",
  ],
  firstName: ["imię", "imiona", "pierwsze imię"],
  surname: ["nazwisko"],
  address: ["adres", "adres zamieszkania", "adres zameldowania"],
  peselLast4: ["ostatnie cztery cyfry pesel", "ostatnie 4 cyfry pesel"],
};

const DISTRICT_CALLED = ["dzielnica", "jednostka pomocnicza", "osiedle", "okręg", "rejon", "obszar"];

/** What a register writes where it knows no name: whoever typed this would prove nothing. */
const NO_NAME = new Set(
  [
    "nn",
    "brak",
    "brak danych",
    "nieznane",
    "nieznana",
    "nieznany",
    "nieustalone",
    "bd",
    "x",
    "xx",
    "xxx",
  ].map(plainWord),
);

const columnsFor = (facts: readonly Fact[]): Record<string, ImportColumn> => ({
  ...Object.fromEntries(facts.map((fact) => [FACTS[fact].column, { names: CALLED[fact], isNeeded: true }])),
  district: { names: DISTRICT_CALLED, isNeeded: true },
});

/** The roll of one edition: one row a person, by the facts of its identity policy. */
export const rollKind = ({ identity, day, districts }: RollForm): ImportKind<RollRow> => {
  const facts = factsOf(identity.roll);
  const entry = new Set(entryFactsOf(identity));
  const districtOf = namesOf(districts);

  /** A fact of a row; null where it only proves, and proves nothing. */
  const readFact = (fact: Fact, cell: string): { text: string; note?: Note } | Problem | null => {
    const { column, schema, problem } = FACTS[fact];
    if (fact === "pesel") {
      const pesel = peselCell(cell);
      if ("problem" in pesel) return pesel.problem;
      return { text: pesel.text, ...(pesel.repair && { note: { column, says: pesel.repair } }) };
    }
    const { text, repair } = plainCell(cell);
    const { data } = schema.safeParse(text);
    const saysNothing = data === undefined || NO_NAME.has(plainWord(data));
    if (saysNothing) return entry.has(fact) ? problem : null;
    return { text: data, ...(repair && { note: { column, says: repair } }) };
  };

  return {
    name: "roll",
    columns: columnsFor(facts),
    read: (cells) => {
      const notes: Note[] = [];
      const known: Partial<Record<Fact, string>> = {};
      let [isFault, cannotProve] = [false, false];
      const wrong = (column: string, says: Problem): void => {
        notes.push({ column, says });
        isFault = true;
      };
      for (const fact of facts) {
        const { column } = FACTS[fact];
        const read = readFact(fact, cells[column] ?? "");
        if (typeof read === "string") wrong(column, read);
        else if (read === null) cannotProve = true;
        else {
          known[fact] = read.text;
          if (read.note) notes.push(read.note);
        }
      }
      const { pesel } = known;
      if (pesel !== undefined && ageOn(day, pesel) === null) wrong(FACTS.pesel.column, "age");
      const district = districtOf(plainCell(cells.district ?? "").text);
      if (!district) wrong("district", "district");
      else if (district.repair) notes.push({ column: "district", says: district.repair });
      const value =
        district && !isFault ? { facts: known, district: district.thing, cannotProve } : undefined;
      return rowRead(notes, value, cannotProve);
    },
  };
};
