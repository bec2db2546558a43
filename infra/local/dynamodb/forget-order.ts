import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** How long another process may still hold the file, in milliseconds: an engine that was killed is about to let it go. */
const BUSY_MS = 5_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The table whose rows must not tell when they came. */
const BALLOTS = "rynek-ballots";

const opened = <T>(file: string, timeout: number, use: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(file, { timeout });
  try {
    return use(database);
  } finally {
    database.close();
  }
};

/**
 * From here on the engine's ballots lie in an order of chance: each gets another row id as it is inserted. Without it the n-th marker and the
 * n-th ballot of a running house were one voter's.
 */
export const scatterRows = (file: string): void => {
  if (!existsSync(file)) return;
  const table = quoted(BALLOTS);
  opened(file, BUSY_MS, (database) =>
    database.exec(`CREATE TRIGGER IF NOT EXISTS scatter_ballots AFTER INSERT ON ${table} BEGIN
UPDATE ${table} SET rowid = (abs(random()) >> 11) + 1 WHERE rowid = NEW.rowid;
END`),
  );
};

/** Empties the journal, whose commits pair a marker with its ballot. One that is in use at this moment is left for the next time. */
export const forgetJournal = (file: string): void => {
  if (!existsSync(file)) return;
  try {
    opened(file, 0, (database) => database.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
  } catch (error) {
    if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
  }
};

/**
 * Puts the rows of every table of ours into the order of their keys, and the file into the order of its rows. The engine keeps rows by a row
 * id that counts up, so that the n-th marker and the n-th ballot would be one voter's; keys are hashes, and their order says nothing. The
 * journal goes too, whose commits pair the two. To be called while no engine has the file open.
 */
export const forgetOrder = (file: string): void => {
  if (!existsSync(file)) return;
  opened(file, BUSY_MS, (database) => {
    database.exec("DROP TRIGGER IF EXISTS scatter_ballots");
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rynek-%'")
      .all()
      .map(({ name }) => String(name));
    for (const name of tables) {
      const key = database
        .prepare("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk")
        .all(name)
        .map((column) => quoted(String(column.name)))
        .join(", ");
      if (key === "") continue;
      database.exec(`BEGIN IMMEDIATE;
CREATE TEMP TABLE in_order AS SELECT * FROM main.${quoted(name)} ORDER BY ${key};
DELETE FROM main.${quoted(name)};
INSERT INTO main.${quoted(name)} SELECT * FROM temp.in_order ORDER BY rowid;
DROP TABLE temp.in_order;
COMMIT;`);
    }
    database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
  });
};
