import { CsvError, parse } from "csv-parse/sync";
import { type RollProblem, refusal } from "../../shared/domain/refusals.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import { isPesel, Surname } from "../../shared/domain/voting/pesel.ts";
import type { RollEntry } from "../../shared/domain/voting/roll.ts";
import type { VoterKeys } from "../../shared/platform/voter-keys.ts";

const HEADER = ["pesel", "mothers_maiden_name", "district"];

/** How many faulty rows are listed; the rest are counted. */
const LISTED = 1000;

/**
 * Reads a roll (CSV, `;`, UTF-8: pesel;mothers_maiden_name;district) into keyed hashes. The numbers and names themselves go no further.
 * `districts` are the ids and names a row may use. One faulty row refuses the whole file, and every faulty row is listed.
 */
export const readRoll = (
  text: string,
  districts: ReadonlyMap<string, number>,
  hashed: VoterKeys,
): Result<RollEntry[]> => {
  const rows = rowsOf(text);
  if (!rows) return refused(refusal("request/malformed", {}));
  const faults: { line: number; problem: RollProblem }[] = [];
  const entries: RollEntry[] = [];
  const seen = new Set<string>();
  const [first] = rows;
  const start = first && HEADER.every((name, index) => first.record[index]?.toLowerCase() === name) ? 1 : 0;
  for (const { record, info } of rows.slice(start)) {
    const [pesel = "", surname = "", districtName = ""] = record;
    const district = districts.get(districtName.toLowerCase());
    const problem = problemOf(record, district, seen);
    if (problem) faults.push({ line: info.lines, problem });
    else
      entries.push({
        id: hashed.entryId(pesel),
        proof: hashed.proof(pesel, surname),
        district: district ?? 0,
      });
    seen.add(pesel);
  }
  if (rows.length <= start) faults.push({ line: 1, problem: "columns" });
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

interface Row {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const rowsOf = (text: string): Row[] | null => {
  try {
    return parse(text, {
      bom: true,
      delimiter: ";",
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
};
