import { CsvError, type InfoRecord, parse } from "csv-parse";
import type { VoterKeys } from "../../shared/acts/voter-keys.ts";
import { ISSUES_TOLD, type RollProblem, refusal } from "../../shared/domain/refusals.ts";

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

/** How much of a roll is read at once: some 20 ms. Between two slices others have their turn. */
const SLICE_BYTES = 32_000;

/** What an edition says of its roll: what is asked, on which day, and the ids and names that a row may use for a district. */
interface RollForm {
  readonly identity: IdentityPolicy;
  /** The first day of the vote. */
  readonly day: LocalDate;
  readonly districts: ReadonlyMap<string, number>;
}

/**
 * Reads a roll (CSV, `;`, UTF-8; the columns are those of the edition's policy) into keyed hashes, row by row: the facts themselves go no
 * further. One faulty row refuses the whole file; the first of the faulty rows are listed, and all counted.
 */
export const readRoll = async (
  text: string,
  form: RollForm,
  hashed: VoterKeys,
): Promise<Result<RollEntry[]>> => {
  const { identity, day, districts } = form;
  const header = columnsOf(identity);
  const names = factsOf(identity.roll);
  const faults: { line: number; problem: RollProblem }[] = [];
  let total = 0;
  const fault = (line: number, problem: RollProblem): void => {
    total += 1;
    if (faults.length < ISSUES_TOLD) faults.push({ line, problem });
  };
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
    if (typeof entry === "string") fault(lines, entry);
    else entries.push(entry);
  };
  if (!(await readRows(text, take))) return refused(refusal("request/malformed", {}));
  if (total === 0 && entries.length === 0) fault(1, "columns");
  return total > 0 ? refused(refusal("roll/rows", { rows: faults, total })) : ok(entries);
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

const othersTurn = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done);
  });

const feed = async (parser: ReturnType<typeof parse>, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at < bytes.length && !parser.destroyed; at += SLICE_BYTES) {
    parser.write(bytes.subarray(at, at + SLICE_BYTES));
    await othersTurn();
  }
  parser.end();
};

/** Hands over each row with its line; false when the text is no table. */
const readRows = async (text: string, take: (record: string[], at: InfoRecord) => void): Promise<boolean> => {
  const parser = parse({
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
  try {
    const fed = feed(parser, Buffer.from(text));
    // Rows are handed over as they are read; what is left is the end, or what was wrong.
    for await (const _row of parser);
    await fed;
    return true;
  } catch (error) {
    if (error instanceof CsvError) return false;
    throw error;
  }
};
