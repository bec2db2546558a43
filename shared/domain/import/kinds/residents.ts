import { ResidentCount } from "../../district.ts";
import { namesOf, type Problem, plainCell, plainWord, type Repair, spelledOut } from "../cells.ts";
import { type ImportKind, type Note, rowRead } from "../kind.ts";

/** How many people live in a district; none of a row that adds the others up. */
interface ResidentsRow {
  readonly district: string | undefined;
  readonly residents: number;
}

const SUMS = new Set(["razem", "ogółem", "suma", "łącznie", "miasto", "total", "sum"].map(plainWord));

/** A whole number as spreadsheets and offices write it: `302 297`, `302.297`, `302297,0`, `3,02297E+05`. */
const countCell = (
  cell: string,
): { readonly count: number; readonly repair?: Repair | undefined } | { readonly problem: Problem } => {
  const { text, repair } = plainCell(cell);
  const typed = text.replace(/[\s\u00a0]/gu, "");
  const spelled = spelledOut(typed);
  if (spelled === null) return { problem: "digits-lost" };
  const whole = /^(\d+)[.,]0{1,2}$/.exec(typed)?.[1];
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(typed) ? typed.replace(/[.,]/g, "") : typed;
  const digits = spelled ?? whole ?? grouped;
  const { data } = ResidentCount.safeParse(/^\d+$/.test(digits) ? Number(digits) : undefined);
  if (data === undefined) return { problem: "number" };
  return { count: data, repair: repair ?? (spelled ? "exponent" : whole ? "decimal" : undefined) };
};

/** Residents per district, which may be named in any way. */
export const residentsKind = (
  districts: Iterable<readonly [name: string, id: string]>,
): ImportKind<ResidentsRow> => {
  const districtOf = namesOf(districts);
  return {
    name: "residents",
    columns: {
      district: {
        names: ["dzielnica", "jednostka pomocnicza", "osiedle", "okręg", "rejon", "nazwa", "id"],
        isNeeded: true,
      },
      residents: {
        names: [
          "mieszkańcy",
          "liczba mieszkańców",
          "liczba ludności",
          "ludność",
          "liczba osób",
          "population",
        ],
        isNeeded: true,
      },
    },
    read: (cells) => {
      const notes: Note[] = [];
      const name = plainCell(cells.district ?? "").text;
      const found = SUMS.has(plainWord(name)) ? undefined : districtOf(name);
      const isSum = SUMS.has(plainWord(name));
      if (!found && !isSum) notes.push({ column: "district", says: "district" });
      if (found?.repair) notes.push({ column: "district", says: found.repair });
      const read = countCell(cells.residents ?? "");
      if ("problem" in read) notes.push({ column: "residents", says: read.problem });
      else if (read.repair) notes.push({ column: "residents", says: read.repair });
      const isFine = (found || isSum) && "count" in read;
      return rowRead(notes, isFine ? { district: found?.thing, residents: read.count } : undefined);
    },
  };
};
