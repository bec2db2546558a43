import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files, Part, Writing } from "../../shared/platform/files.ts";

const readPart = async (file: string, { start, end }: Part): Promise<Uint8Array> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Files in a folder, or in memory without one. A file appears whole or not at all. */
export const localFiles = (folder: string | null): Files => {
  if (folder === null) {
    const held = new Map<string, Uint8Array>();
    return {
      put: async (path, bytes) => void held.set(path, bytes),
      begin: async (path) => {
        const parts: Uint8Array[] = [];
        return {
          add: async (part) => void parts.push(part),
          close: async () => void held.set(path, Buffer.concat(parts)),
        };
      },
      get: async (path, part) => (part ? held.get(path)?.subarray(part.start, part.end) : held.get(path)),
    };
  }
  const place = (path: string): string => join(folder, "files", path);
  const begin = async (path: string): Promise<Writing> => {
    const file = place(path);
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(`${file}.new`, "w");
    return {
      add: async (part) => void (await handle.writeFile(part)),
      close: async () => {
        await handle.close();
        await rename(`${file}.new`, file);
      },
    };
  };
  return {
    begin,
    put: async (path, bytes) => {
      const file = await begin(path);
      await file.add(bytes);
      await file.close();
    },
    get: async (path, part) => {
      try {
        return await (part ? readPart(place(path), part) : readFile(place(path)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
  };
};
