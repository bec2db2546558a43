import { formatsOf } from "../format.ts";
import type { FileRefusalWords } from "../refusal-words.ts";

const f = formatsOf("en-GB");

const megabytes = (bytes: number): string => f.number(Math.floor(bytes / 1_000_000));

const KINDS: Readonly<Record<string, string>> = {
  table: "a text",
  pdf: "a PDF",
  "old-office": "an old Office document or workbook",
  workbook: "a workbook of Excel or Calc",
  archive: "an archive, such as a ZIP",
  markup: "a web page or an SVG drawing",
  program: "a program",
  unknown: "of a kind that we do not know",
};

/** Pictures are called the same everywhere. */
const kind = (found: string): string => KINDS[found] ?? `${found}`.toUpperCase();

export const fileRefusals: FileRefusalWords = {
  "file/pending": {
    title: "We are checking this file",
    detail: () => "The file has not reached us yet, or is being checked. Try again in a moment.",
  },
  "file/empty": {
    title: "The file is empty",
    detail: () => "Choose a file with something in it.",
  },
  "file/too-big": {
    title: "The file is too big",
    detail: ({ mostBytes }) =>
      `A file may have ${megabytes(mostBytes)} MB at most. Make it smaller, or split it.`,
  },
  "file/not-a-table": {
    title: "This is not a CSV table",
    detail: ({ found }) => `The file is ${kind(found)}. Save the table as CSV and send it.`,
  },
  "file/not-a-scan": {
    title: "This is not a scan",
    detail: ({ found, takes }) => `The file is ${kind(found)}. Send it in one of these formats: ${takes}.`,
  },
  "file/not-a-picture": {
    title: "This picture cannot be shown",
    detail: ({ found }) => `The file is ${kind(found)}. Send a JPEG, PNG, WebP, AVIF or GIF.`,
  },
  "file/not-as-said": {
    title: "The file is not what its name says",
    detail: ({ said, found }) =>
      `It was announced as ${said}, and is ${kind(found)}. Save it under the right ending and send it.`,
  },
  "file/several-kinds": {
    title: "The file is several things at once",
    detail: () => "Different programs read it as different things. Save it anew and send it.",
  },
  "file/broken": {
    title: "The file cannot be read",
    detail: () => "The file is damaged or cut off. Open it, save it anew and send it.",
  },
  "file/too-many-pixels": {
    title: "The picture has too many pixels",
    detail: ({ mostMegapixels }) =>
      `A picture may have ${f.number(mostMegapixels)} million pixels at most. Make it smaller and send it.`,
  },
  "file/no-alternative-text": {
    title: "The picture has no description",
    detail: () => "Write what the picture shows. People who do not see it hear this.",
  },
  "file/used": {
    title: "This file was used already",
    detail: () => "Send the file once more if it is needed again.",
  },
  "file/too-many": {
    title: "There are enough files",
    detail: ({ most }) => `A proposal has ${f.number(most)} files at most. Remove one to add another.`,
  },
};
