import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { damageIn } from "../local/data-files.ts";
import { dataFile } from "../local/dynamodb/engines.ts";

/** What is of the house that ran, not of its data. */
const OF_THE_RUN = /^(?:house\.pid|house\.log|local\.json|first-start|restore)$|-(?:wal|shm|journal)$/;

const isLive = (folder: string): boolean => {
  const claim = join(folder, "house.pid");
  if (!existsSync(claim)) return false;
  try {
    process.kill(Number(readFileSync(claim, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
};

const copyDatabase = async (from: string, to: string): Promise<void> => {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
};

/**
 * Copies a data folder into one that is new, each database as it is at one moment with all that its journal holds: the house may run on it
 * meanwhile. Throws with what to do, and leaves nothing behind.
 */
export const copyFolder = async (from: string, to: string): Promise<void> => {
  if (!existsSync(dataFile(from))) throw new Error(`${from} is no data folder: it has no dynamodb.sqlite.`);
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new Error(`${to} is not empty: data is never written over. Move it away, or name another folder.`);
  const damage = isLive(from) ? [] : damageIn(from);
  if (damage.length > 0)
    throw new Error(
      damage
        .map(({ file, fault }) => `${file}: ${fault}.`)
        .concat("This copy cannot be restored: take an older one.")
        .join("\n"),
    );
  mkdirSync(to, { recursive: true, mode: 0o700 });
  try {
    for (const name of readdirSync(from).filter((name) => !OF_THE_RUN.test(name))) {
      if (name.endsWith(".sqlite")) await copyDatabase(join(from, name), join(to, name));
      else cpSync(join(from, name), join(to, name), { recursive: true, preserveTimestamps: true });
    }
  } catch (error) {
    for (const name of readdirSync(to)) rmSync(join(to, name), { recursive: true, force: true });
    throw error;
  }
};
