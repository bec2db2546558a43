import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { damageIn } from "./data-files.ts";
import { STAFF_FILE } from "./pool/staff-file.ts";
import { StartFault } from "./start-fault.ts";

/** Grows when data of an older version cannot be read any more, or an older version could not read ours. */
const DATA_VERSION = 2;

const Version = z.object({ version: z.int() });

/** Damage is found right after: what cannot be read is of no newer version. */
const readVersion = (file: string): z.infer<typeof Version> => {
  try {
    return Version.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { version: DATA_VERSION };
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Beside data that a first start is still making. Only a folder that was empty gets it: nothing of anybody else's goes with it. */
const UNFINISHED = "first-start";

/** A data folder, taken for this process. */
interface Claim {
  /** Whether a house stands on it for the first time. */
  readonly isFirst: boolean;
  /** The first start is over, and what it made is kept from now on. */
  readonly settle: () => void;
  readonly release: () => void;
}

/**
 * Takes the data folder for this process: one house at a time, and only data that this version knows. A house that was killed left its
 * claim behind; a claim of a process that is gone counts for nothing. A first start that was cut off is made anew.
 */
export const claimFolder = (folder: string, { reset }: { readonly reset: boolean }): Claim => {
  const claim = join(folder, "house.pid");
  const owner = existsSync(claim) ? Number(readFileSync(claim, "utf8")) : 0;
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new StartFault(
      "folder-in-use",
      `Rynek is running on ${folder} already (process ${owner}). Stop it first, or set RYNEK_DATA_DIR.`,
    );
  }
  const unfinished = join(folder, UNFINISHED);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // What somebody wrote by hand is no data of ours.
  const ours = () => readdirSync(folder).filter((name) => name !== STAFF_FILE);
  if (reset || existsSync(unfinished))
    for (const name of ours()) rmSync(join(folder, name), { recursive: true, force: true });
  if (ours().length === 0) writeFileSync(unfinished, "");
  const versionFile = join(folder, "version.json");
  const isFirst = !existsSync(versionFile);
  if (!isFirst) {
    const { version } = readVersion(versionFile);
    if (version > DATA_VERSION) {
      throw new StartFault(
        "newer-data",
        `The data in ${folder} is from a newer version of Rynek (${version}; this one knows ${DATA_VERSION}).\nUpdate Rynek, or make the data new: npm start -- --reset`,
      );
    }
  }
  const damage = damageIn(folder);
  if (damage.length > 0)
    throw new StartFault(
      "damaged-data",
      damage.map(({ file, fault, todo }) => `${file}: ${fault}.\n  ${todo}`).join("\n"),
    );
  writeFileSync(versionFile, JSON.stringify({ version: DATA_VERSION }));
  writeFileSync(claim, String(process.pid));
  return {
    isFirst,
    settle: () => rmSync(unfinished, { force: true }),
    release: () => rmSync(claim, { force: true }),
  };
};
