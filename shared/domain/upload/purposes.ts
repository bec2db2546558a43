import type { Role } from "../office/roles.ts";
import type { Format } from "./formats.ts";

/**
 * What a file is to its purpose: a table is read by a program, a scan is looked at by those who may, each reading on the record, and a picture
 * is for everybody, made anew.
 */
export type Kind = "table" | "scan" | "picture";

/** A purpose for which a file may be sent: a row, and nothing else, makes one. */
interface Purpose {
  readonly kind: Kind;
  /** Who of the office may ask for a ticket; nobody where it is an author's, for their own proposal. */
  readonly roles: readonly Role[];
  /** Who may read a scan, with a reason. */
  readonly readers?: readonly Role[];
  readonly formats: readonly Format[];
  readonly mostBytes: number;
  /** How long a file stays that came in and that nothing took. */
  readonly keptDays: number;
}

const MB = 1_000_000;

const SCAN = {
  kind: "scan",
  formats: ["pdf", "jpeg", "png", "tiff", "heic"],
  mostBytes: 50 * MB,
  keptDays: 7,
} as const;

/** Of an author: the edition's form may ask for less. */
const MOST_OF_AUTHORS = 50 * MB;

const PURPOSES = {
  /** Of two million voters, some 200 MB: S3 takes 5 GB in one form. */
  roll: { kind: "table", roles: ["coordinator"], formats: ["table"], mostBytes: 1000 * MB, keptDays: 7 },
  "import-table": {
    kind: "table",
    roles: ["coordinator", "clerk", "admin"],
    formats: ["table"],
    mostBytes: 100 * MB,
    keptDays: 7,
  },
  /** Choices beside the people who made them: read at once, and never kept. */
  "paper-batch": { kind: "table", roles: ["clerk"], formats: ["table"], mostBytes: 5 * MB, keptDays: 1 },
  "paper-scan": { ...SCAN, roles: ["clerk", "coordinator"], readers: ["clerk", "verifier", "coordinator"] },
  "supporters-list": {
    ...SCAN,
    roles: ["clerk", "coordinator"],
    readers: ["clerk", "verifier", "coordinator"],
  },
  picture: {
    kind: "picture",
    roles: ["editor", "coordinator"],
    formats: ["jpeg", "png", "webp", "avif", "gif"],
    mostBytes: 30 * MB,
    keptDays: 7,
  },
  "proposal-photo": {
    kind: "picture",
    roles: [],
    formats: ["jpeg", "png", "webp", "avif", "gif"],
    mostBytes: MOST_OF_AUTHORS,
    keptDays: 1,
  },
  "proposal-paper": {
    kind: "scan",
    roles: [],
    readers: ["clerk", "verifier", "coordinator"],
    formats: ["pdf", "jpeg", "png", "tiff", "heic", "docx", "odt"],
    mostBytes: MOST_OF_AUTHORS,
    keptDays: 1,
  },
} as const satisfies Readonly<Record<string, Purpose>>;

export type PurposeName = keyof typeof PURPOSES;

export const PURPOSE_NAMES = Object.keys(PURPOSES) as [PurposeName, ...PurposeName[]];

export type AuthorPurpose = Extract<PurposeName, `proposal-${string}`>;

/** What somebody of the office may send a file for. */
export const OFFICE_PURPOSES = PURPOSE_NAMES.filter((name) => PURPOSES[name].roles.length > 0) as [
  Exclude<PurposeName, AuthorPurpose>,
  ...Exclude<PurposeName, AuthorPurpose>[],
];

export const purposeOf = (name: PurposeName): Purpose => PURPOSES[name];

const NAMED: readonly Purpose[] = Object.values(PURPOSES);

/** Everybody of the office who may send something. */
export const SENDERS: readonly Role[] = [...new Set(NAMED.flatMap(({ roles }) => roles))];

/** And who may read something that was sent. */
export const READERS: readonly Role[] = [...new Set(NAMED.flatMap(({ readers = [] }) => readers))];
