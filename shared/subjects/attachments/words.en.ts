import { formatsOf } from "../../words/format.ts";
import type { AttachmentWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: AttachmentWords = {
  title: "Photos and attachments",
  back: "Your proposal",
  way: "Photos and attachments",
  has: (count) => `files: ${f.number(count)}`,
  left: (left) => `Places left for files: ${f.number(left)}.`,
  full: (most) => `The proposal has ${f.number(most)} files already. Remove one to add another.`,
  closed: "Files cannot be added or changed now.",
  photos: {
    title: "Photos and drawings",
    lead: "Everybody sees them on the page of the proposal. Show no personal data in them.",
    none: "There are no photos yet.",
    alt: "What the photo shows",
    altHint: "One sentence for people who do not see it.",
    add: "Add a photo",
    describe: "Change the description",
    save: "Save the description",
  },
  papers: {
    title: "Documents for the office",
    lead: "Only the office reads them. We do not show them publicly.",
    none: "There are no documents yet.",
    as: "What document it is",
    add: "Add a document",
  },
  guardian: "Attach a guardian’s consent: the author is under age.",
  kinds: {
    photo: "Photo",
    "supporters-list": "List of supporters",
    "owner-consent": "Consent of the owner of the land",
    "guardian-consent": "Guardian’s consent",
    other: "Another document",
  },
  states: {
    awaited: "we wait for the file or are checking it",
    there: "attached",
    refused: "refused",
    "taken-down": "taken down by the office",
    over: "the file never came",
  },
  of: (kind, n) => `${kind} ${f.number(n)}`,
  size: (bytes) =>
    bytes < 1_000_000
      ? `${f.number(Math.max(1, Math.round(bytes / 1000)))} kB`
      : `${f.number(Math.round(bytes / 100_000) / 10)} MB`,
  send: {
    title: "Send the file",
    file: "File",
    accepts: (endings, megabytes) => `${endings}, ${f.number(megabytes)} MB at most`,
    places: "The place and camera that a phone writes into a photo are removed.",
    submit: "Send the file",
    back: "Photos and attachments",
  },
  say: { "/alt": "Write what the photo shows.", "/as": "Choose what document it is." },
  checking: "The file has come. We are checking it.",
  look: "See whether it is ready",
  goOn: "Choose the file",
  up: "Move up",
  remove: "Remove",
  again: "Send another file",
  office: {
    title: "Photos and attachments",
    read: "Open the document",
    takeDown: "Take the photo down",
    hint: "The photo goes from the page of the proposal, and its file is removed. The author reads the reason.",
    file: "Which photo",
    reason: "Reason",
  },
};
