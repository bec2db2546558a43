import type { z } from "zod";
import { namesOf, type Problem, plainCell } from "../cells.ts";
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

/** A house or a flat of which a spreadsheet has made a day: `5/7` is `05.lip` then, and nobody knows which it was. */
const IS_DAY =
  /^\d{1,2}[.\s-]{0,2}(?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|pa[zź]|lis|gru|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?(?:[.\s-]\d{2,4})?$|^\d{4}-\d\d-\d\d(?:[ T]00:00(?::00)?)?$/i;

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
      /** A number of which a spreadsheet may have made `7,0`. */
      const number = (column: "row" | "house" | "flat"): string => {
        const text = cell(column);
        const whole = /^(\d+)[.,]0+$/.exec(text)?.[1];
        if (whole !== undefined) notes.push({ column, says: "decimal" });
        return whole ?? text;
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
      for (const [column, text] of [
        ["house", house],
        ["flat", flat],
      ] as const)
        if (IS_DAY.test(text)) wrong(column, "digits-lost");
      const apart = [cell("street"), [house, flat].filter(Boolean).join("/")].filter(Boolean).join(" ");
      const address = read(form.address, cell("address") || apart, "address");
      const why = cell("struck");
      const reason = why === "" ? undefined : reasonOf(why);
      if (why !== "" && !reason) wrong("struck", "reason");
      return rowRead(notes, isFault ? undefined : { row, name, address, struck: reason?.thing ?? null });
    },
  };
};
