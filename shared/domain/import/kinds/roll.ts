import { folded } from "../../folded.ts";
import type { LocalDate } from "../../time.ts";
import type { DocumentKind } from "../../voting/document.ts";
import { claimsOf, columnsOf, entryFactsOf, setsOf } from "../../voting/fact-sets.ts";
import { FACTS, type Fact, type Facts } from "../../voting/facts.ts";
import { factsOf, type IdentityPolicy } from "../../voting/identity-policy.ts";
import { ageFrom, birthDate } from "../../voting/pesel.ts";
import { namesOf, type Problem, peselCell, plainCell, plainWord } from "../cells.ts";
import { type ImportColumn, type ImportKind, type Note, rowRead } from "../kind.ts";

/** What an edition says of its roll. */
interface RollForm {
  readonly identity: Pick<IdentityPolicy, "roll" | "statement" | "desk" | "paper" | "alternatives">;
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

/** What registers call a column, by its name here. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  pesel: ["nr pesel", "numer pesel", "pesel nr"],
  mothers_maiden_name: [
    "nazwisko rodowe matki",
    "nazwisko panieńskie matki",
    "nazwisko matki",
    "mother's maiden name",
  ],
  first_name: ["imię", "imiona", "pierwsze imię"],
  surname: ["nazwisko"],
  address: ["adres", "adres zamieszkania", "adres zameldowania"],
  street: ["ulica"],
  house: ["dom", "nr domu", "numer domu"],
  flat: ["lokal", "mieszkanie", "nr lokalu", "numer lokalu", "nr mieszkania", "numer mieszkania"],
  document_country: ["kraj dokumentu", "kraj wydania dokumentu"],
  document_kind: ["rodzaj dokumentu"],
  document_number: ["nr dokumentu", "numer dokumentu"],
  birth_date: ["data urodzenia", "data ur"],
  pesel_last_4: ["ostatnie cztery cyfry pesel", "ostatnie 4 cyfry pesel"],
};

/** What offices call the kinds of documents. */
const DOCUMENT_KINDS: Readonly<Record<string, DocumentKind>> = {
  paszport: "passport",
  "karta pobytu": "residence-card",
  "residence card": "residence-card",
  dowod: "id-card",
  "dowod osobisty": "id-card",
  "id card": "id-card",
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

/** The columns of a fact: its own, or those of its parts where it has no other, or a file may have both. */
const columnsOfFact = (fact: Fact): string[] => {
  const { column, parts } = FACTS[fact];
  return [...(column in CALLED ? [column] : []), ...Object.values(parts ?? {})];
};

const columnsFor = (facts: readonly Fact[], isOneSet: boolean): Record<string, ImportColumn> => ({
  ...Object.fromEntries(
    facts.flatMap(columnsOfFact).map((column) => {
      const isWhole = facts.some((fact) => FACTS[fact].column === column);
      return [column, { names: CALLED[column] ?? [], isNeeded: isOneSet && isWhole }];
    }),
  ),
  district: { names: DISTRICT_CALLED, isNeeded: true },
});

/** The parts of a fact as a row has them apart; undefined where it has none of them. */
const partsIn = (fact: Fact, cell: (column: string) => string): Record<string, string> | undefined => {
  const parts = Object.entries(FACTS[fact].parts ?? {}).flatMap(([part, column]) => {
    const text = cell(column);
    return text === "" ? [] : [[part, text] as const];
  });
  if (parts.length === 0) return undefined;
  const typed: Record<string, string> = Object.fromEntries(parts);
  return typed.kind ? { ...typed, kind: DOCUMENT_KINDS[folded(typed.kind)] ?? typed.kind } : typed;
};

type ReadFact = { readonly text: string; readonly note?: Note } | Problem | "absent";

/** A fact of a row; absent where there is nothing, or a name that says nothing. */
const readFact = (fact: Fact, cells: Readonly<Record<string, string>>): ReadFact => {
  const { column, schema, problem } = FACTS[fact];
  const cell = (name: string): string => plainCell(cells[name] ?? "").text.trim();
  if (fact === "pesel") {
    if (cell(column) === "") return "absent";
    const pesel = peselCell(cells[column] ?? "");
    if ("problem" in pesel) return pesel.problem;
    return { text: pesel.text, ...(pesel.repair && { note: { column, says: pesel.repair } }) };
  }
  const apart = partsIn(fact, cell);
  const { text, repair } = plainCell(cells[column] ?? "");
  if (!apart && (text.trim() === "" || NO_NAME.has(plainWord(text)))) return "absent";
  const { data } = schema.safeParse(apart ?? text);
  if (data === undefined) return problem;
  return { text: data, ...(!apart && repair && { note: { column, says: repair } }) };
};

/** The roll of one edition: one row a person, by whichever sets of facts its identity policy lists. */
export const rollKind = ({ identity, day, districts }: RollForm): ImportKind<RollRow> => {
  const facts = [...new Set(setsOf(identity).flatMap(({ roll }) => factsOf(roll)))];
  const isOneSet = !identity.alternatives;
  const needed = new Set(isOneSet ? entryFactsOf(identity) : []);
  const districtOf = namesOf(districts);

  return {
    name: "roll",
    columns: columnsFor(facts, isOneSet),
    order: columnsOf(identity),
    read: (cells) => {
      const notes: Note[] = [];
      const known: Partial<Record<Fact, string>> = {};
      let isFault = false;
      const wrong = (column: string | undefined, says: Problem): void => {
        notes.push({ column, says });
        isFault = true;
      };
      for (const fact of facts) {
        const { column, problem } = FACTS[fact];
        const read = readFact(fact, cells);
        if (typeof read === "object") {
          known[fact] = read.text;
          if (read.note) notes.push(read.note);
        } else if (needed.has(fact)) wrong(column, read === "absent" ? problem : read);
        // A name that only proves, and is none, proves nothing.
        else if (read !== "absent" && fact !== "mothersMaidenName" && !isOneSet) wrong(column, read);
      }
      const { pesel, birthDate: stated } = known;
      const says = pesel === undefined ? undefined : (birthDate(pesel) ?? undefined);
      if (pesel !== undefined && (!says || ageFrom(day, says) === null)) wrong(FACTS.pesel.column, "age");
      else if (stated !== undefined && says !== undefined && stated !== says)
        wrong("birth_date", "birthDate");
      else if (stated !== undefined && ageFrom(day, stated) === null) wrong("birth_date", "age");
      const claims = claimsOf(identity, known);
      const cannotProve = !claims.some(({ proof }) => proof);
      if (claims.length === 0 && !isFault) wrong(undefined, "nobody");
      const district = districtOf(plainCell(cells.district ?? "").text);
      if (!district) wrong("district", "district");
      else if (district.repair) notes.push({ column: "district", says: district.repair });
      const value =
        district && !isFault ? { facts: known, district: district.thing, cannotProve } : undefined;
      return rowRead(notes, value, cannotProve);
    },
  };
};
