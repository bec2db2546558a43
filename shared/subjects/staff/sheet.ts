import { readTable } from "../../acts/roll/read-file.ts";
import { isProblem, type Problem } from "../../domain/import/cells.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import type { ImportKind } from "../../domain/import/kind.ts";
import { staffKind } from "../../domain/import/kinds/staff.ts";
import { ROLES } from "../../domain/office/roles.ts";
import {
  changesOf,
  isAmbiguous,
  type StaffChange,
  type StaffRow,
} from "../../domain/office/staff-changes.ts";
import { ISSUES_TOLD, type NotedCell, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import { wordsOf } from "../../words/words.ts";
import type { Office } from "./standing.ts";

/** The kind of table that a sheet is: roles by the words of both languages of the office, units by name or id. */
export const kindFor = async ({ units }: Pick<Office, "units">): Promise<ImportKind<StaffRow>> => {
  const catalogues = await Promise.all([wordsOf("pl"), wordsOf("en")]);
  return staffKind({
    roles: catalogues.flatMap(({ office }) => ROLES.map((role) => [office.roles[role], role] as const)),
    units: units.flatMap(({ id, name }) => [id, name].map((one) => [one, id] as const)),
  });
};

/** An office has some hundreds. */
const MOST_ROWS = 2000;

interface SheetRead {
  readonly encoding: Encoding;
  readonly changes: readonly StaffChange[];
  readonly repaired: number;
}

/** Reads a sheet whole and says what it changes; refused with its faults, each by row and column. */
export const readStaffSheet = async (
  table: Uint8Array,
  said: SaidOfFile,
  office: Office,
): Promise<SheetRead> => {
  const { encoding, rows: read } = await readTable(table, await kindFor(office), said);
  if (read.length > MOST_ROWS)
    throw new Refused(refusal("table/too-long", { rows: read.length, most: MOST_ROWS }));
  const faults: NotedCell<Problem>[] = read.flatMap(({ line, notes }) =>
    notes.flatMap(({ column, says }) => (isProblem(says) ? [{ line, column: column ?? null, says }] : [])),
  );
  const met = new Set<string>();
  for (const { line, value } of read) {
    if (!value) continue;
    const mail = value.mail.toLowerCase();
    if (met.has(mail)) faults.push({ line, column: "mail", says: "duplicate" });
    else if (isAmbiguous(office.staff, mail)) faults.push({ line, column: "mail", says: "account-twice" });
    met.add(mail);
  }
  faults.sort((one, other) => one.line - other.line);
  const total = new Set(faults.map(({ line }) => line)).size;
  if (total > 0) throw new Refused(refusal("table/rows", { rows: faults.slice(0, ISSUES_TOLD), total }));
  const changes = changesOf(
    read.flatMap(({ value }) => (value ? [value] : [])),
    office,
  );
  if (changes.length === 0) throw new Refused(refusal("table/unchanged", {}));
  return { encoding, changes, repaired: read.filter(({ state }) => state === "repaired").length };
};
