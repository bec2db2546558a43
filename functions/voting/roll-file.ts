import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import { type RollProblem, refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { isPesel, Surname } from "../../shared/domain/voting/pesel.ts";
import type { RollEntry } from "../../shared/domain/voting/roll.ts";
import type { VoterKeys } from "../../shared/platform/voter-keys.ts";

const HEADER = ["pesel", "mothers_maiden_name", "district"];

/** How many faulty rows are listed; the rest are counted. */
const LISTED = 1000;

/**
 * Reads a roll (CSV, `;`, UTF-8: pesel;mothers_maiden_name;district) into keyed hashes, row by row: the numbers and names themselves go no
 * further. `districts` are the ids and names a row may use. One faulty row refuses the whole file, and every faulty row is listed.
 */
export const readRoll = (
  text: string,
  districts: ReadonlyMap<string, number>,
  hashed: VoterKeys,
): Result<RollEntry[]> => {
  const faults: { line: number; problem: RollProblem }[] = [];
  const entries: RollEntry[] = [];
  const seen = new Set<string>();
  const take = (record: string[], { lines, records }: InfoRecord): void => {
    const isHeader = records === 1 && HEADER.every((name, index) => record[index]?.toLowerCase() === name);
    if (isHeader) return;
    const [pesel = "", surname = "", districtName = ""] = record;
    const district = districts.get(districtName.toLowerCase());
    const problem = problemOf(record, district, seen);
    if (problem) faults.push({ line: lines, problem });
    else
      entries.push({
        id: hashed.entryId(pesel),
        proof: hashed.proof(pesel, surname),
        district: district ?? 0,
      });
    seen.add(pesel);
  };
  if (!readRows(text, take)) return refused(refusal("request/malformed", {}));
  if (faults.length === 0 && entries.length === 0) faults.push({ line: 1, problem: "columns" });
  return faults.length > 0
    ? refused(refusal("roll/rows", { rows: faults.slice(0, LISTED), total: faults.length }))
    : ok(entries);
};

const problemOf = (
  record: string[],
  district: number | undefined,
  seen: ReadonlySet<string>,
): RollProblem | null => {
  const [pesel = "", surname = ""] = record;
  if (record.length !== HEADER.length) return "columns";
  if (!isPesel(pesel)) return "pesel";
  if (!Surname.safeParse(surname).success) return "surname";
  if (district === undefined) return "district";
  return seen.has(pesel) ? "duplicate" : null;
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
