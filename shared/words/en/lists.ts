/** Lists that the office announces, as pages and as documents. */
export const lists = {
  title: "Lists of the office",
  none: "The office has announced no list yet.",
  all: "All lists of this edition",
  files: "Files",
  names: {
    formal: "List after the formal check",
    merit: "List after the merit check",
    appeals: "List after appeals",
    withdrawn: "Proposals withdrawn",
    merged: "Proposals merged with others",
    ballot: "List of projects on the ballot",
  },
  about: {
    formal: (edition: string): string =>
      `Results of the formal check: ${edition}. Each negative result has its reason.`,
    merit: (edition: string): string =>
      `Results of the merit check: ${edition}. Each negative result has its reason.`,
    appeals: (edition: string): string => `What became of appeals: ${edition}. Each has its reason.`,
    withdrawn: (edition: string): string =>
      `Proposals that were withdrawn: ${edition}. Nobody decides about them any more.`,
    merged: (edition: string): string =>
      `Proposals that went into others: ${edition}. Each has the number of the joint proposal.`,
    ballot: (edition: string): string =>
      `Residents vote on this list: ${edition}. Projects stand in the order of the ballot.`,
  },
  number: (version: number, edition: string): string => `list ${version}/${edition}`,
  projects: "Number of projects",
  cost: "Cost of all projects",
  withdrawn: "Projects taken out",
  withdrawnOn: (day: string, reason?: string): string =>
    reason === undefined ? `taken out on ${day}` : `taken out on ${day}: ${reason}`,
  leftOut: {
    title: "Proposals withdrawn and merged",
    withdrawn: "Proposals withdrawn",
    mergedCount: "Proposals merged with others",
    merged: (day: string, into?: string): string =>
      into === undefined ? `merged on ${day} into another` : `merged on ${day} into ${into}`,
  },
  retracted: "taken back",
  retractedOn: (day: string, reason: string): string =>
    `The office took this list back on ${day}. Reason: ${reason}`,
  published: { act: "Number of the act", on: "Published", by: "Published by" },
  template: "Template of texts",
  basic: "basic",
  made: "Made",
  madeBy: "At the request of",
  byCalendar: "nobody, on the day of the calendar",
  order: {
    title: "Order of the ballot",
    drawn: "drawn from a seed",
    seed: "Seed",
    digest: "Digest of the seed (SHA-256), given when the edition was opened",
    check:
      "Anyone can check the order. The digest of the seed must be the one that was given. The lot of a project is the SHA-256 of the seed, a line feed and the project's id in the JSON file. In each pool the lowest lot comes first. The command “npm run verify” with the JSON file does the same.",
  },
  total: "Total",
  columns: {
    number: "Number",
    title: "Title",
    cost: "Cost",
    note: "Note",
    result: "Result",
    reason: "Reason",
    stage: "Appeal against",
  },
  results: {
    accepted: "positive",
    rejected: "negative",
    upheld: "upheld",
    dismissed: "dismissed",
  },
  stages: { formal: "the formal check", merit: "the merit check" },
  versions: "Versions of this list",
  shown: "this version",
  newer: (version: string): string => `There is a newer version of this list: ${version}.`,
  feed: "Follow the lists in a reader (Atom)",
  feedTitle: (office: string): string => `Lists: ${office}`,
  register: {
    title: "Register of changes",
    none: "This is the first version of the list.",
    same: "This version changes no row.",
    caption: (version: string): string => `What version ${version} changes`,
    columns: {
      version: "Version",
      at: "When",
      number: "Number",
      title: "Title",
      change: "Change",
      before: "Before",
      after: "Now",
    },
    what: {
      added: "added",
      removed: "removed",
      withdrawn: "taken out",
      restored: "put back",
      changed: "changed",
    },
    fields: { pool: "pool", number: "number", title: "title", costGrosze: "cost" },
  },
  formats: {
    json: "data (JSON)",
    csv: "table (CSV)",
    ods: "sheet (ODS)",
    docx: "text to edit (DOCX)",
    pdf: "document (PDF)",
    html: "page to print (HTML)",
    zip: "package for the public bulletin: all files and the register of changes (ZIP)",
  },
};
