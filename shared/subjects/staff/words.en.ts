import { formatsOf } from "../../words/format.ts";
import type { StaffSheetWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: StaffSheetWords = {
  title: "Sheet of staff",
  lead: "Send or paste the list of all who are to have an account. Accounts of people who are not on it are closed. A second person accepts the changes.",
  table: "Content of the table",
  hint: "Columns: e-mail, first name and surname, roles, unit. Divide several roles by commas. An empty unit stays as it was.",
  look: "Show what changes",
  propose: "Propose the changes",
  caption: "What changes",
  columns: { name: "Person", mail: "E-mail", change: "Change" },
  thing: "accounts of staff",
  counts: "Together",
  told: (opened, changed, closed) =>
    `New and opened again: ${f.number(opened)}. Changed: ${f.number(changed)}. Closed: ${f.number(closed)}.`,
  changes: {
    made: (roles) => `new account; roles: ${roles}`,
    opened: (roles) => `account opened again; roles: ${roles}`,
    roles: (before, after) => `roles: ${before} → ${after}`,
    closed: (roles) => `account closed; roles today: ${roles}`,
    unit: (name) => `unit: ${name}`,
    none: "no role",
  },
  standing: {
    proposed: "A proposal waits for a second person already.",
    see: "See the proposal",
    accepted: "Changes of accounts that were accepted are being made. That takes some minutes.",
  },
};
