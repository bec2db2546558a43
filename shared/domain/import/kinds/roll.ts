import type { LocalDate } from "../../time.ts";
import { claimsOf, columnsOf, entryFactsOf, setsOf } from "../../voting/fact-sets.ts";
import { FACTS, type Fact, type Facts } from "../../voting/facts.ts";
import { factsOf, type IdentityPolicy } from "../../voting/identity-policy.ts";
import { ageFrom, birthDate } from "../../voting/pesel.ts";
import { namesOf, type Problem, plainCell } from "../cells.ts";
import { CALLED, columnsOfFact, readFact } from "../fact-cells.ts";
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

const DISTRICT_CALLED = ["dzielnica", "jednostka pomocnicza", "osiedle", "okręg", "rejon", "obszar"];

const columnsFor = (facts: readonly Fact[], isOneSet: boolean): Record<string, ImportColumn> => ({
  ...Object.fromEntries(
    facts.flatMap(columnsOfFact).map((column) => {
      const isWhole = facts.some((fact) => FACTS[fact].column === column);
      return [column, { names: CALLED[column] ?? [], isNeeded: isOneSet && isWhole }];
    }),
  ),
  district: { names: DISTRICT_CALLED, isNeeded: true },
});

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
