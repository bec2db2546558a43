import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "../../shared/platform/files.ts";

/** Files in a folder, or in memory without one. A file appears whole or not at all. */
export const localFiles = (folder: string | null): Files => {
  if (folder === null) {
    const held = new Map<string, Uint8Array>();
    return {
      put: async (path, bytes) => void held.set(path, bytes),
      get: async (path) => held.get(path),
    };
  }
  const place = (path: string): string => join(folder, "files", path);
  return {
    put: async (path, bytes) => {
      const file = place(path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
    },
    get: async (path) => {
      try {
        return await readFile(place(path));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
  };
};
