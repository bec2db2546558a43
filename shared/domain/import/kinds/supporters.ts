import type { z } from "zod";
import { namesOf, numberCell, type Problem, plainCell } from "../cells.ts";
import { type ImportKind, type Note, rowRead } from "../kind.ts";

/** A line of a sheet as a table has it: on which line of the sheet, who signed, and why it does not count. */
interface SheetRow<Reason> {
  /** Undefined where the table does not number its lines. */
  readonly row: number | undefined;
  readonly name: string;
  readonly address: string;
  readonly struck: Reason | null;
}

interface SheetForm<Reason> {
  readonly name: z.ZodType<string>;
  readonly address: z.ZodType<string>;
  /** Ids and words that a table may use for why a line is struck. */
  readonly reasons: Iterable<readonly [name: string, reason: Reason]>;
}

const COLUMNS = {
  row: { names: ["lp", "l.p.", "nr", "numer", "pozycja", "nr pozycji", "wiersz", "no"], isNeeded: false },
  name: {
    names: ["imię i nazwisko", "nazwisko i imię", "osoba", "popierający", "first name and surname", "person"],
    isNeeded: false,
  },
  first_name: { names: ["imię", "imiona", "pierwsze imię"], isNeeded: false },
  surname: { names: ["nazwisko", "last name", "family name"], isNeeded: false },
  address: { names: ["adres", "adres zamieszkania", "miejsce zamieszkania"], isNeeded: false },
  street: { names: ["ulica"], isNeeded: false },
  house: { names: ["dom", "nr domu", "numer domu", "house number"], isNeeded: false },
  flat: {
    names: ["lokal", "mieszkanie", "nr lokalu", "numer lokalu", "nr mieszkania", "flat number"],
    isNeeded: false,
  },
  struck: {
    names: ["skreślenie", "skreślona", "powód skreślenia", "powód", "reason", "struck out"],
    isNeeded: false,
  },
} as const;

const MOST_ROWS = 999;

/** A sheet of a paper list of supporters, typed into a table: a row for each line. */
export const sheetKind = <Reason>(form: SheetForm<Reason>): ImportKind<SheetRow<Reason>> => {
  const reasonOf = namesOf(form.reasons);
  return {
    name: "supporters",
    columns: COLUMNS,
    order: ["name", "address"],
    read: (cells) => {
      const notes: Note[] = [];
      let isFault = false;
      const wrong = (column: string, says: Problem): void => {
        notes.push({ column, says });
        isFault = true;
      };
      const cell = (column: keyof typeof COLUMNS): string => {
        const { text, repair } = plainCell(cells[column] ?? "");
        if (repair) notes.push({ column, says: repair });
        return text.trim();
      };
      const number = (column: "row" | "house" | "flat"): string => {
        const read = numberCell(cells[column] ?? "");
        if ("problem" in read) {
          wrong(column, column === "row" ? "row" : read.problem);
          return "";
        }
        if (read.repair) notes.push({ column, says: read.repair });
        return read.text;
      };
      const read = (schema: z.ZodType<string>, text: string, column: "name" | "address"): string => {
        const { data } = schema.safeParse(text);
        if (data === undefined || !/\p{L}/u.test(data)) wrong(column, column);
        return data ?? "";
      };

      const line = number("row").replace(/\.$/, "");
      const row = line === "" ? undefined : Number(line);
      if (row !== undefined && !(Number.isInteger(row) && row >= 1 && row <= MOST_ROWS)) wrong("row", "row");
      const whole = cell("name") || [cell("first_name"), cell("surname")].filter(Boolean).join(" ");
      const name = read(form.name, whole, "name");
      const [house, flat] = [number("house"), number("flat")];
      const apart = [cell("street"), [house, flat].filter(Boolean).join("/")].filter(Boolean).join(" ");
      const address = read(form.address, cell("address") || apart, "address");
      const why = cell("struck");
      const reason = why === "" ? undefined : reasonOf(why);
      if (why !== "" && !reason) wrong("struck", "reason");
      return rowRead(notes, isFault ? undefined : { row, name, address, struck: reason?.thing ?? null });
    },
  };
};
