import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FORMER_SECRET, LASTING_SECRETS } from "../../shared/platform/secret-names.ts";
import { dataFile } from "./dynamodb/engines.ts";

/** A data folder that cannot be stood on, and what helps. */
interface Damage {
  readonly file: string;
  readonly fault: string;
  readonly todo: string;
}

const FROM_A_COPY =
  "Put it back from a copy, or begin anew with npm start -- --reset: everything in the folder is lost.";

/** What is wrong with a database file by its own account; undefined of one that is whole. */
const faultIn = (file: string): string | undefined => {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    try {
      const found = database.prepare("PRAGMA quick_check(1)").get();
      const word = String(Object.values(found ?? {})[0]);
      return word === "ok" ? undefined : word;
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const isJson = (file: string): boolean => {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
};

/** Secrets that data lies without: fresh ones would open no link, no code and no session of before, find nobody, and sign as somebody else. */
const missingSecrets = (folder: string): Damage[] => {
  const isThere = (name: string): boolean => existsSync(join(folder, name));
  return isThere(FORMER_SECRET)
    ? []
    : LASTING_SECRETS.filter((name) => !isThere(name)).map((name) => ({
        file: join(folder, name),
        fault: "is missing, and there is data that it was made for",
        todo: FROM_A_COPY,
      }));
};

/**
 * Files of a data folder that cannot be read, and secrets where data lies without them. A database is looked through, which takes a second for
 * each of its gigabytes.
 */
export const damageIn = (folder: string): Damage[] => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  const damaged = names.flatMap((name): Damage[] => {
    const file = join(folder, name);
    const fault = name.endsWith(".sqlite")
      ? faultIn(file)
      : name.endsWith(".json") && !isJson(file)
        ? "is no JSON"
        : undefined;
    return fault === undefined ? [] : [{ file, fault, todo: FROM_A_COPY }];
  });
  return existsSync(dataFile(folder)) ? [...damaged, ...missingSecrets(join(folder, "secrets"))] : damaged;
};
