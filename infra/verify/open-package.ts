import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { unzipSync } from "fflate";
import { Wrong } from "./must.ts";

export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** More than a city's package has; a zip that unfolds to more is none. */
const LARGEST_BYTES = 1_000_000_000;

const unzipped = (bytes: Uint8Array, where: string): PackageFiles => {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > LARGEST_BYTES) throw new Wrong(`${where} unfolds to more than a gigabyte`);
        return true;
      },
    });
    return new Map(Object.entries(files).filter(([name]) => !name.endsWith("/")));
  } catch (error) {
    if (error instanceof Wrong) throw error;
    throw new Wrong(`${where} is no zip file`);
  }
};

export const fetched = async (where: string): Promise<Uint8Array> => {
  const reply = await fetch(where).catch(() => undefined);
  if (!reply?.ok) throw new Wrong(`${where} cannot be fetched${reply ? `: ${reply.status}` : ""}`);
  return new Uint8Array(await reply.arrayBuffer());
};

const inFolder = (folder: string): PackageFiles =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).split(sep).join("/"), new Uint8Array(readFileSync(path))]),
  );

/** The files of a package by name: from a folder, a zip file or an address. */
export const openPackage = async (where: string): Promise<PackageFiles> => {
  if (/^https?:\/\//.test(where)) return unzipped(await fetched(where), where);
  const found = statSync(where, { throwIfNoEntry: false });
  if (!found) throw new Wrong(`there is no ${where}`);
  return found.isDirectory() ? inFolder(where) : unzipped(new Uint8Array(readFileSync(where)), where);
};
