import { DatabaseSync } from "node:sqlite";
import { isPhone } from "../../../shared/domain/phone.ts";
import { readAddress } from "../../../shared/domain/text/email.ts";
import { instant } from "../../../shared/domain/time.ts";
import type { ReadMail } from "./read-mail.ts";

/** One mail to one address, or one text to one number. Ids are whole numbers as text and grow. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly channel: "email" | "sms";
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it was sent, by the clock of the house. */
  readonly at: string;
}

export interface Mails {
  /** Keeps one copy for each recipient; answers the id of the first. */
  keep(mail: ReadMail, recipients: readonly string[], now: number): string;
  /** Mails after an id, oldest first, at most 1000; to one address, in any case, or to all. */
  after(id: string, to?: string): Mail[];
  /** Mails before an id, newest first, at most 50; to addresses that contain a text, in any case. */
  before(id: string, toContains: string): Mail[];
  /** Letters kept after a moment. */
  countSince(at: number): number;
  find(id: string): (Mail & { readonly raw: Uint8Array }) | null;
  close(): void;
}

const SHAPE = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient TEXT NOT NULL COLLATE NOCASE,
    subject TEXT NOT NULL, body TEXT NOT NULL, html TEXT NOT NULL,
    at INTEGER NOT NULL, raw BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS mail_by_recipient ON mail (recipient, id);`;

interface Row {
  readonly id: number;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
  readonly at: number;
}

/** `file` is a SQLite file, or `:memory:`. What was kept survives the death of the process, not that of the machine. */
export const openMails = (file: string): Mails => {
  const database = new DatabaseSync(file);
  database.exec(SHAPE);
  const select = (rest: string) =>
    database.prepare(`SELECT id, recipient, subject, body, html, at FROM mail WHERE ${rest}`);
  const insert = database.prepare(
    "INSERT INTO mail (recipient, subject, body, html, at, raw) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const afterAll = select("id > ? ORDER BY id LIMIT 1000");
  const afterTo = select("id > ? AND recipient = ? ORDER BY id LIMIT 1000");
  const newest = select("id < ? AND instr(lower(recipient), lower(?)) > 0 ORDER BY id DESC LIMIT 50");
  const since = database.prepare("SELECT count(*) AS n FROM mail WHERE at > ? AND instr(recipient, '@') > 0");
  const one = database.prepare("SELECT * FROM mail WHERE id = ?");

  const rows = (found: unknown): Mail[] => (found as Row[]).map(mailOf);
  return {
    keep: ({ subject, text, html, raw }, recipients, now) => {
      const ids = recipients.map(
        (to) => insert.run(readAddress(to), subject, text, html, now, raw).lastInsertRowid,
      );
      return String(ids[0]);
    },
    after: (id, to) => rows(to === undefined ? afterAll.all(id) : afterTo.all(id, readAddress(to))),
    countSince: (at) => Number(since.get(at)?.n),
    before: (id, toContains) => rows(newest.all(id, toContains)),
    find: (id) => {
      const row = one.get(id) as (Row & { raw: Uint8Array }) | undefined;
      return row === undefined ? null : { ...mailOf(row), raw: row.raw };
    },
    close: () => database.close(),
  };
};

const mailOf = (row: Row): Mail => ({
  id: String(row.id),
  to: row.recipient,
  channel: isPhone(row.recipient) ? "sms" : "email",
  subject: row.subject,
  text: row.body,
  html: row.html,
  at: instant(row.at),
});
