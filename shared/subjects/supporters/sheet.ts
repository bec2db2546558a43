import { readTable } from "../../acts/roll/read-file.ts";
import { supporterKeys } from "../../acts/supporter-keys.ts";
import { base32 } from "../../domain/base32.ts";
import type { SupportId } from "../../domain/ids.ts";
import { sheetKind } from "../../domain/import/kinds/supporters.ts";
import type { Project } from "../../domain/project/project.ts";
import { ISSUES_TOLD, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import type { SaidOfFile } from "../../domain/voting/roll-preview.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { sha256 } from "../../platform/keyed.ts";
import { MOST_LINES, SignedAddress, SignedName, type SupportLine } from "./rules.ts";
import { faultsOf, type Noted, repairsOf, type Sheet } from "./sheet-rules.ts";
import { openSupporters } from "./store.ts";
import { en } from "./words.en.ts";
import { pl } from "./words.pl.ts";

type Struck = NonNullable<SupportLine["struck"]>;

/** What a table may call the reasons for which a line is struck: their ids, and the words of both languages of the office. */
const REASONS = (Object.keys(pl.reasons) as Struck[]).flatMap((one) =>
  [one, pl.reasons[one], en.reasons[one]].map((name) => [name, one] as const),
);

export const SHEET_KIND: ReturnType<typeof sheetKind<Struck>> = sheetKind({
  name: SignedName,
  address: SignedAddress,
  reasons: REASONS,
});

/** A line is where it stands on paper: the same sheet sent again, under whatever key, finds the lines that are there. */
const idOf = ({ id }: Pick<Project, "id">, sheet: string, row: number): SupportId =>
  `sup_${base32(sha256(id, "\n", sheet.toLowerCase(), "\n", String(row)))
    .slice(0, 16)
    .toLowerCase()}` as SupportId;

const isSame = (one: SupportLine, other: SupportLine): boolean =>
  one.name === other.name && one.address === other.address;

/** Reads one sheet out of a table, and says of each line what would become of it. Nothing is written. */
export const readSheet = async (
  {
    project,
    by,
    sheet,
    table,
    said = {},
  }: {
    readonly project: Project;
    readonly by: Pick<StaffRequest, "receivedAt" | "fingerprint">;
    readonly sheet: string;
    readonly table: Uint8Array;
    readonly said?: SaidOfFile;
  },
  deps: Deps,
): Promise<Sheet> => {
  const { cycleId, id: projectId } = project;
  const read = await readTable(table, SHEET_KIND, said);
  if (read.rows.length > MOST_LINES)
    throw new Refused(refusal("table/too-long", { rows: read.rows.length, most: MOST_LINES }));
  const noted: Noted[] = read.rows.flatMap(({ line, notes }) =>
    notes.map(({ column, says }) => ({ line, column: column ?? null, says })),
  );
  const rows = read.rows.flatMap(({ value, line }, n) =>
    value ? [{ ...value, line, row: value.row ?? n + 1 }] : [],
  );
  const asRead = await Promise.all(
    rows.map(async ({ line, row, name, address, struck }) => ({
      line,
      entry: {
        id: idOf(project, sheet, row),
        cycleId,
        projectId,
        origin: "paper",
        name,
        address,
        sheet,
        row,
        at: by.receivedAt,
        people: await supporterKeys(cycleId, { name, address }, deps),
        struck,
        version: 1,
        fingerprint: by.fingerprint,
      } satisfies SupportLine,
    })),
  );
  const known = await openSupporters(deps.store.table).known(
    projectId,
    [...new Set(asRead.map(({ entry }) => entry.id))],
    [...new Set(asRead.flatMap(({ entry }) => entry.people))],
  );
  const before = new Map(known.lines.map((line) => [line.id, line]));
  const counted = new Set(known.held);
  const seen = new Set<string>();
  const lines: SupportLine[] = [];
  for (const { line, entry } of asRead) {
    const standing = before.get(entry.id);
    if (seen.has(entry.id)) noted.push({ line, column: "row", says: "row" });
    else if (standing && !isSame(standing, entry)) noted.push({ line, column: "row", says: "taken" });
    seen.add(entry.id);
    const isTwice = entry.struck === null && entry.people.some((person) => counted.has(person));
    lines.push(standing ?? (isTwice ? { ...entry, struck: "duplicate" } : entry));
    if (!standing && entry.struck === null) for (const person of entry.people) counted.add(person);
  }
  noted.sort((one, other) => one.line - other.line);
  const { encoding, layout } = read;
  return { encoding, layout, lines, kept: new Set(before.keys()), noted };
};

/** Refused with its faults; and with what was mended, unless somebody has said yes to that. */
export const checkSheet = (sheet: Sheet, takesRepairs: boolean): void => {
  const [faults, repairs] = [faultsOf(sheet), repairsOf(sheet)];
  const total = (rows: readonly { readonly line: number }[]): number =>
    new Set(rows.map(({ line }) => line)).size;
  if (faults.length > 0)
    throw new Refused(refusal("table/rows", { rows: faults.slice(0, ISSUES_TOLD), total: total(faults) }));
  if (repairs.length > 0 && !takesRepairs)
    throw new Refused(
      refusal("table/repaired", { rows: repairs.slice(0, ISSUES_TOLD), total: total(repairs) }),
    );
};
