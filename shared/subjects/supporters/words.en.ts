import { formatsOf } from "../../words/format.ts";
import type { SupporterWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: SupporterWords = {
  title: "List of supporters",
  of: (number) => `Supporters of proposal ${number}`,
  counted: (count, needed) =>
    needed === null
      ? `People who count: ${f.number(count)}. It is not known how many are needed: the edition does not know how many people live there.`
      : `People who count: ${f.number(count)}. Needed: ${f.number(needed)}.`,
  paper: {
    title: "A line of a paper list",
    hint: "Copy it as it stands on the list. Who supports this proposal already does not count twice.",
    submit: "Save the line",
    name: "Name and surname",
    address: "Address",
    addressHint: "Street, house and flat, for example: ul. Mariacka 5/7",
    sheet: "Number of the sheet",
    row: "Number of the line on the sheet",
  },
  sheet: {
    title: "A whole sheet from a table",
    lead: "Send or paste a sheet that was typed into a table, 45 lines at most. All of them are saved, or none.",
    table: "Content of the table",
    hint: "Columns: no, first name and surname, address, reason. Without a header: name, address.",
    look: "Show what will be saved",
    enter: "Save the sheet",
    found: (lines, counting, struck) =>
      `Lines: ${f.number(lines)}. They count: ${f.number(counting)}. Struck: ${f.number(struck)}.`,
    caption: "Lines of the sheet",
    line: "Line",
    kept: "entered before",
  },
  reading: {
    title: "Names and addresses",
    lead: "The journal keeps who reads them and what for.",
    why: "What you read them for",
    submit: "Show the list",
    purposes: {
      check: "I check the proposal",
      "own-data": "I answer a person who asks about their own data",
      complaint: "I look into a complaint",
      audit: "I carry out an audit",
    },
  },
  columns: { name: "Person", address: "Address", from: "From", state: "State" },
  none: "Nobody has supported this proposal yet.",
  from: {
    online: (day) => `the site, ${day}`,
    paper: (sheet, row) => `sheet ${sheet}, line ${row}`,
  },
  noAddress: "not given",
  states: { valid: "counts", struck: "struck" },
  reasons: {
    duplicate: "this person counts already",
    "not-resident": "does not live in this area",
    "no-signature": "no signature",
    unreadable: "unreadable",
    "false-data": "the data do not agree",
    author: "is the author of the proposal",
    "taken-back": "the person took the support back",
  },
  strike: {
    title: "Striking",
    hint: "A line that is struck does not count. It stays on the list with its reason.",
    submit: "Strike",
    reason: "Reason",
    note: "Note",
  },
  restore: {
    title: "Restoring",
    hint: "The line counts again unless this person counts elsewhere on the list.",
    submit: "Restore",
  },
  decided: "The office has decided on the form of the proposal. The list cannot be changed.",
  back: "The proposal",
};
