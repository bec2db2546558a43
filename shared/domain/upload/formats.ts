/** What files may be, told by their first bytes and never by their names. */

import { unitBytes } from "../import/encoding.ts";
import { encodingOf } from "../import/scan.ts";

/** By the types that browsers and scanners call them. */
export const FORMATS = {
  // A browser on Windows calls a CSV file what Excel registered for it.
  table: {
    types: [
      "text/csv",
      "text/plain",
      "text/tab-separated-values",
      "application/csv",
      "application/vnd.ms-excel",
    ],
    ending: "csv",
  },
  pdf: { types: ["application/pdf"], ending: "pdf" },
  jpeg: { types: ["image/jpeg", "image/jpg", "image/pjpeg"], ending: "jpg" },
  png: { types: ["image/png"], ending: "png" },
  webp: { types: ["image/webp"], ending: "webp" },
  avif: { types: ["image/avif"], ending: "avif" },
  gif: { types: ["image/gif"], ending: "gif" },
  tiff: { types: ["image/tiff"], ending: "tif" },
  heic: { types: ["image/heic", "image/heif"], ending: "heic" },
  docx: {
    types: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ending: "docx",
  },
  odt: { types: ["application/vnd.oasis.opendocument.text"], ending: "odt" },
} as const;

export type Format = keyof typeof FORMATS;

/** A type that says nothing: of a form whose file nobody knew when it was made, or of a browser that knows none. */
export const ANY_TYPE = "application/octet-stream";

/** The type that a file of a format leaves with. */
export const typeOf = (format: Format): string => FORMATS[format].types[0];

/** A file's name as it leaves, with the ending of what it is. */
export const fileName = (name: string, format: Format): string => {
  const { ending } = FORMATS[format];
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
};

export const typesOf = (formats: readonly Format[]): string[] =>
  formats.flatMap((format) => [...FORMATS[format].types]);

/** What else files turn out to be. */
export type Other = "old-office" | "workbook" | "archive" | "markup" | "program" | "unknown";

/** So many bytes of a file tell what it is: readers of PDF look for its mark in the first 1024. */
export const HEAD_BYTES = 4096;

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Brands of an ISO base media file (ISO/IEC 14496-12 §4.3), the major one first. */
const brandsOf = (head: string): readonly string[] => {
  if (head.slice(4, 8) !== "ftyp") return [];
  const end = Math.min(64, head.charCodeAt(2) * 256 + head.charCodeAt(3));
  const brands = head.slice(8, 12) + head.slice(16, end);
  return brands.match(/.{4}/gs) ?? [];
};

const HEIC = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

const startsWithOne = (head: string, marks: readonly string[]): boolean =>
  marks.some((mark) => head.startsWith(mark));

const MARKS: Readonly<Partial<Record<Format | Other, (head: string) => boolean>>> = {
  pdf: (head) => head.slice(0, 1024).includes("%PDF-"),
  jpeg: (head) => head.startsWith("\xff\xd8\xff"),
  png: (head) => head.startsWith("\x89PNG\r\n\x1a\n"),
  gif: (head) => startsWithOne(head, ["GIF87a", "GIF89a"]),
  webp: (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP",
  tiff: (head) => startsWithOne(head, ["II*\0", "II+\0", "MM\0*", "MM\0+"]),
  avif: (head) => brandsOf(head).some((brand) => brand === "avif" || brand === "avis"),
  heic: (head) => {
    const brands = brandsOf(head);
    return brands.some((brand) => HEIC.has(brand)) && !brands.some((brand) => brand.startsWith("avi"));
  },
  docx: (head) => head.startsWith("PK\x03\x04") && head.includes("word/"),
  odt: (head) => head.startsWith("PK\x03\x04") && head.includes("application/vnd.oasis.opendocument.text"),
  "old-office": (head) => head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  workbook: (head) =>
    head.startsWith("PK\x03\x04") &&
    /\bxl\/|\[Content_Types\]|spreadsheet/.test(head) &&
    !head.includes("word/"),
  archive: (head) =>
    startsWithOne(head, ["PK\x03\x04", "PK\x05\x06", "\x1f\x8b", "Rar!", "7z\xbc\xaf", "BZh"]),
  program: (head) => startsWithOne(head, ["\x7fELF", "MZ\x90", "#!", "\xca\xfe\xba\xbe"]),
  markup: (head) => /^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(head),
};

/** Whether text of these first bytes has two bytes a letter, by its mark or by the zeros in it. */
export const isWide = (head: Uint8Array): boolean => {
  const encoding = encodingOf(head.subarray(0, HEAD_BYTES));
  return encoding !== undefined && unitBytes(encoding) === 2;
};

const ZIPPED = ["workbook", "docx", "odt"] as const;

/** How a list of formats is told: by the endings of their files. */
export const endingsOf = (formats: readonly Format[]): string =>
  formats.map((format) => FORMATS[format].ending.toUpperCase()).join(", ");

/** So much of the end of a file can hold what makes it an archive as well: its record, and a comment after that. */
const TAIL_BYTES = 66_000;

/**
 * Looks at all of a file as it goes by, for what its first bytes do not tell: an archive behind a picture or a PDF, and programs in a document.
 * Answers whether it is one thing to its end.
 */
export const tailWatcher = (format: Format) => {
  const isZipped = format === "docx" || format === "odt";
  let tail = "";
  let hasProgram = false;
  return {
    see: (bytes: Uint8Array): void => {
      const seen = tail + latin(bytes);
      if (isZipped && !hasProgram) hasProgram = /vbaProject\.bin|Basic\/script|Scripts\//.test(seen);
      tail = seen.slice(-TAIL_BYTES);
    },
    isOne: (): boolean => (isZipped ? !hasProgram : !tail.includes("PK\x05\x06")),
  };
};

/**
 * What a file is by its first bytes: one thing, or all that it would pass for. A file that two programs read as two things is a disguise, or
 * as good as one.
 */
export const sniff = (head: Uint8Array): ReadonlySet<Format | Other> => {
  const text = latin(head.subarray(0, HEAD_BYTES));
  const found = new Set((Object.keys(MARKS) as (keyof typeof MARKS)[]).filter((what) => MARKS[what]?.(text)));
  // Documents of an office suite are archives of another name.
  if (ZIPPED.some((what) => found.has(what))) found.delete("archive");
  if (found.size > 0) return found;
  return new Set([encodingOf(head.subarray(0, HEAD_BYTES)) ? "table" : "unknown"]);
};
