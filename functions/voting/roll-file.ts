import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import type { VoterKeys } from "../../shared/acts/voter-keys.ts";
import { type RollProblem, refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { LocalDate } from "../../shared/domain/time.ts";
import { FACTS, type Fact, type Facts } from "../../shared/domain/voting/facts.ts";
import {
  columnsOf,
  factsOf,
  type IdentityPolicy,
  personOf,
} from "../../shared/domain/voting/identity-policy.ts";
import { ageOn } from "../../shared/domain/voting/pesel.ts";
import type { RollEntry } from "../../shared/domain/voting/roll.ts";

/** How many faulty rows are listed; the rest are counted. */
const LISTED = 1000;

/** What an edition says of its roll: what is asked, on which day, and the ids and names that a row may use for a district. */
export interface RollForm {
  readonly identity: IdentityPolicy;
  /** The first day of the vote. */
  readonly day: LocalDate;
  readonly districts: ReadonlyMap<string, number>;
}

/**
 * Reads a roll (CSV, `;`, UTF-8; the columns are those of the edition's policy) into keyed hashes, row by row: the facts themselves go no
 * further. One faulty row refuses the whole file, and every faulty row is listed.
 */
export const readRoll = (text: string, form: RollForm, hashed: VoterKeys): Result<RollEntry[]> => {
  const { identity, day, districts } = form;
  const header = columnsOf(identity);
  const names = factsOf(identity.roll);
  const faults: { line: number; problem: RollProblem }[] = [];
  const entries: RollEntry[] = [];
  const seen = new Set<string>();
  const read = (record: readonly string[]): RollEntry | RollProblem => {
    const district = districts.get((record[names.length] ?? "").toLowerCase());
    const facts = record.length === header.length ? readFacts(names, record) : "columns";
    if (typeof facts === "string") return facts;
    if (facts.pesel !== undefined && ageOn(day, facts.pesel) === null) return "age";
    if (district === undefined) return "district";
    const { entry, proof } = personOf(identity, facts);
    const who = entry.join("\n");
    if (seen.has(who)) return "duplicate";
    seen.add(who);
    return { id: hashed.entryId(...entry), proof: hashed.proof(...proof), district };
  };
  const take = (record: string[], { lines, records }: InfoRecord): void => {
    const isHeader = records === 1 && header.every((name, index) => record[index]?.toLowerCase() === name);
    if (isHeader) return;
    const entry = read(record);
    if (typeof entry === "string") faults.push({ line: lines, problem: entry });
    else entries.push(entry);
  };
  if (!readRows(text, take)) return refused(refusal("request/malformed", {}));
  if (faults.length === 0 && entries.length === 0) faults.push({ line: 1, problem: "columns" });
  return faults.length > 0
    ? refused(refusal("roll/rows", { rows: faults.slice(0, LISTED), total: faults.length }))
    : ok(entries);
};

/** The facts of a row, or what is wrong with the first that is wrong. */
const readFacts = (names: readonly Fact[], record: readonly string[]): Facts | RollProblem => {
  const facts: Partial<Record<Fact, string>> = {};
  for (const [index, name] of names.entries()) {
    const read = FACTS[name].schema.safeParse(record[index]);
    if (!read.success) return FACTS[name].problem;
    facts[name] = read.data;
  }
  return facts;
};

/** Hands over each row with its line; false when the text is no table. */
const readRows = (text: string, take: (record: string[], at: InfoRecord) => void): boolean => {
  try {
    parse(text, {
      bom: true,
      delimiter: ";",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], at) => {
        take(record, at);
        return null;
      },
    });
    return true;
  } catch (error) {
    if (error instanceof CsvError) return false;
    throw error;
  }
};
