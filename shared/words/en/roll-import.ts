import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

/** The roll, read in. */
export const rollImport: Words["rollImport"] = {
  title: "Import the roll of voters",
  lead: "The new roll will replace the whole one before, once a second person accepts it. The system keeps hashes only, no PESEL and no names.",
  reading: "The file is being read. What the roll would change is known when all of it was read.",
  progress: (rows) => `Rows read so far: ${rows}.`,
  parts: (done, of) => `Parts done: ${done} of ${of}.`,
  comesAgain: "This page loads again by itself every few seconds.",
  preview: ({ people, before, added, gone, moved, cannotProve }) =>
    `After acceptance people on the roll: ${f.number(people)}, now: ${f.number(before)}. Added: +${f.number(added)}, gone: −${f.number(gone)}, to another district: ${f.number(moved)}. Without a name that proves them: ${f.number(cannotProve)}.`,
  file: {
    upload: "A file of any size",
    uploadLead: "Saved in UTF-8, UTF-16, Windows-1250 or ISO-8859-2.",
    send: "Send a file",
    paste: "A small roll, pasted",
    title: (name) => `Roll from the file ${name}`,
    lead: "This is how the first rows are read. Compare letters and columns before you have all of it read.",
    firstRows: "The first three rows",
    columnsOpen: "Choose which column of the file is which: some are missing or there twice.",
    column: (name) => `Column of the file for ${name}`,
    look: "Show again",
    read: "Read the file",
  },
  allNotes: "All of them as a CSV file",
  numbers: {
    title: "What the new roll changes",
    rows: "Rows",
    people: "People",
    added: "Added",
    gone: "Gone",
    moved: "In another district",
    cannotProve: "Cannot prove by name",
    cannotProveHint: "They vote by eID, at a voting point or by a statement.",
    repaired: "Repaired rows",
    faults: "Faulty rows",
    encoding: "Encoding",
    delimiter: "Delimiter",
    columns: "Columns",
    column: (own, theirs) => `${own}: ${theirs}`,
  },
  delimiters: { ";": "semicolon", ",": "comma", "\t": "tab", "|": "vertical bar" },
  repairs: {
    title: "What was noted of rows",
    what: "What",
    column: "Column",
    more: (count) => `The first 50 are shown. Rows in all: ${count}.`,
    says: {
      "leading-zero": "The zeros at the beginning were lost. They are put back.",
      exponent: "The spreadsheet wrote the number with an exponent. It is spelled out.",
      apostrophe: "The apostrophe before the number is left out.",
      formula: "The formula around the value is left out.",
      decimal: "The zeros after the point are left out.",
      spelling: "The district is written in another way. It is found all the same.",
    },
  },
  field: "Content of the CSV file",
  hint: (columns) => `Columns: ${columns}. Up to 100,000 rows.`,
  snapshot: {
    title: "The roll of voters",
    version: "Version of the roll",
    versionValue: (version, additions) =>
      additions > 0 ? `${version}, additions: ${additions}` : String(version),
    entries: "People in the imported file",
    added: "New people by statements",
    imported: "When and by whom",
    digest: "Digest of the entries (SHA-256)",
  },
  submit: "Propose the roll",
  rows: "Row",
  row: (line) => `Row ${line}`,
  notShown: "What you pasted is not shown again, because it holds personal data.",
};
