import type { Words } from "../words.ts";

/** The roll, read in. */
export const rollImport: Words["rollImport"] = {
  title: "Import the roll of voters",
  lead: "The new roll replaces the whole one before. The system keeps hashes only, no PESEL and no names.",
  field: "Content of the CSV file",
  hint: (columns) => `Columns: ${columns}. Up to 100,000 rows. Send a larger roll by the API.`,
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
  submit: "Import the roll",
  rows: "Faulty rows",
  row: (line) => `Row ${line}`,
  more: (count) => `The first 50 are shown. Faulty rows in all: ${count}.`,
  notShown: "What you pasted is not shown again, because it holds personal data.",
};
