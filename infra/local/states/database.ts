import { DatabaseSync } from "node:sqlite";

/** Columns bear the names of the records' fields; `scope`, `input`, `tries`, `answer` and `definition` hold JSON text. */
const TABLES = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS executions (
  arn TEXT PRIMARY KEY, machineArn TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, input TEXT NOT NULL,
  status TEXT NOT NULL, startedAt INTEGER NOT NULL, stoppedAt INTEGER, output TEXT, error TEXT, cause TEXT);
CREATE TABLE IF NOT EXISTS branches (
  id INTEGER PRIMARY KEY AUTOINCREMENT, execution TEXT NOT NULL REFERENCES executions,
  parent INTEGER REFERENCES branches ON DELETE CASCADE, place INTEGER NOT NULL, scope TEXT NOT NULL, state TEXT NOT NULL,
  enteredAt INTEGER NOT NULL, input TEXT NOT NULL, mode TEXT NOT NULL, turn INTEGER NOT NULL, tries TEXT NOT NULL,
  dueAt INTEGER, token TEXT UNIQUE, answer TEXT);
CREATE INDEX IF NOT EXISTS branches_by_parent ON branches (parent);
CREATE INDEX IF NOT EXISTS branches_by_due ON branches (dueAt) WHERE dueAt IS NOT NULL;
CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
  execution TEXT NOT NULL, id INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL, name TEXT, error TEXT, cause TEXT,
  PRIMARY KEY (execution, id)) WITHOUT ROWID;`;

/** Opens the file of states (`:memory:` for none). WAL with `synchronous = NORMAL`: whole after kill -9. */
export const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path);
  database.exec(TABLES);
  return database;
};
