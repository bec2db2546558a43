import { formatsOf } from "../format.ts";
import type { Catalogue } from "../words.ts";

const f = formatsOf("en-GB");

/** Files that come in, for whoever sends or reads them. */
export const uploads: Catalogue["uploads"] = {
  back: "Back",
  purposes: {
    roll: "Voter roll",
    "import-table": "Table to import",
    "paper-batch": "Paper cards copied into a table",
    "paper-scan": "Scan of a document",
    "supporters-list": "List of supporters",
    picture: "Picture",
    "proposal-photo": "Photo of a proposal",
    "proposal-paper": "Attachment of a proposal",
  },
  terms: {
    name: "Name",
    state: "State",
    by: "By",
    size: "Size",
    digest: "SHA-256",
    alt: "What it shows",
  },
  states: {
    pending: "waiting for the file, or checking it",
    ready: "ready",
    refused: "refused",
    attached: "attached",
    released: "being removed",
  },
  file: "File",
  accepts: (endings, megabytes) => `${endings}, ${f.number(megabytes)} MB at most`,
  send: "Send the file",
  checking: "The file is here. It is being checked.",
  look: "See whether it is ready",
  over: "The time to send this file is over. Begin anew.",
  goOn: "Go on",
  again: "Send another file",
  bytes: (bytes) => `${f.number(bytes)} B`,
  read: {
    title: "Read the file",
    lead: "The file holds personal data. The journal records who opens it and why.",
    reason: "Reason",
    submit: "Open the file",
  },
};
