import type { UnitId } from "../../office/directory.ts";
import { ROLES, type Role } from "../../office/roles.ts";
import type { StaffRow } from "../../office/staff-changes.ts";
import { Email, line } from "../../text.ts";
import { namesOf, type Problem, plainCell } from "../cells.ts";
import { type ImportKind, type Note, rowRead } from "../kind.ts";

const COLUMNS = {
  mail: {
    names: ["e-mail", "adres e-mail", "adres", "poczta", "email address", "e-mail służbowy"],
    isNeeded: true,
  },
  name: {
    names: ["imię i nazwisko", "nazwisko i imię", "osoba", "pracownik", "first name and surname", "person"],
    isNeeded: true,
  },
  roles: { names: ["role", "rola", "uprawnienia", "grupy", "groups"], isNeeded: true },
  unit: {
    names: ["jednostka", "wydział", "komórka", "komórka organizacyjna", "department"],
    isNeeded: false,
  },
} as const;

/** What people call a role of themselves. */
const PEOPLE: Readonly<Record<Role, readonly string[]>> = {
  coordinator: ["koordynator", "koordynatorka"],
  verifier: ["weryfikator", "weryfikatorka"],
  unit: ["jednostka"],
  moderator: ["moderatorka"],
  editor: ["redaktor", "redaktorka"],
  clerk: ["urzędnik", "urzędniczka", "obsługa"],
  commission: ["członek komisji", "członkini komisji"],
  auditor: ["audytor", "audytorka"],
  admin: ["administrator", "administratorka"],
};

interface StaffForm {
  /** What catalogues call the roles. */
  readonly roles: Iterable<readonly [name: string, role: Role]>;
  readonly units: Iterable<readonly [name: string, unit: UnitId]>;
}

const PersonName = line(200);

/** A sheet of the office's staff: a row for each person who is to have an account. */
export const staffKind = ({ roles, units }: StaffForm): ImportKind<StaffRow> => {
  const roleOf = namesOf([
    ...ROLES.flatMap((role) => [role, ...PEOPLE[role]].map((name) => [name, role] as const)),
    ...roles,
  ]);
  const unitOf = namesOf(units);
  return {
    name: "staff",
    columns: COLUMNS,
    order: ["mail", "name", "roles", "unit"],
    read: (cells) => {
      const notes: Note[] = [];
      let isFault = false;
      const wrong = (column: keyof typeof COLUMNS, says: Problem): void => {
        notes.push({ column, says });
        isFault = true;
      };
      const cell = (column: keyof typeof COLUMNS): string => {
        const { text, repair } = plainCell(cells[column] ?? "");
        if (repair) notes.push({ column, says: repair });
        return text.trim();
      };
      const mail = Email.safeParse(cell("mail")).data;
      if (mail === undefined) wrong("mail", "email");
      const name = PersonName.safeParse(cell("name")).data;
      if (name === undefined || !/\p{L}/u.test(name)) wrong("name", "name");
      const found = cell("roles")
        .split(/[,;/|+\n]/)
        .filter((one) => one.trim() !== "")
        .map((one) => roleOf(one)?.thing);
      // Nobody has an account for nothing.
      if (found.length === 0 || found.includes(undefined)) wrong("roles", "role");
      const typed = cell("unit");
      const unit = typed === "" ? undefined : unitOf(typed)?.thing;
      if (typed !== "" && unit === undefined) wrong("unit", "unit");
      if (isFault || mail === undefined || name === undefined) return rowRead<StaffRow>(notes, undefined);
      return rowRead(notes, { mail, name, roles: ROLES.filter((role) => found.includes(role)), unit });
    },
  };
};
