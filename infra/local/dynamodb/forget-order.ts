import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** How long another process may still hold the file, in milliseconds: an engine that was killed is about to let it go. */
const BUSY_MS = 5_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Puts the rows of every table of ours into the order of their keys, and the file into the order of its rows. The engine keeps rows by a row
 * id that counts up, so that the n-th marker and the n-th ballot would be one voter's; keys are hashes, and their order says nothing. The
 * journal goes too, whose commits pair the two. To be called while no engine has the file open.
 */
export const forgetOrder = (file: string): void => {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
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
  } finally {
    database.close();
  }
};
