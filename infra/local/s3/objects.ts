import { createHash, randomUUID } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { z } from "zod";

/** What is known of an object beside its bytes. */
const About = z.object({
  bytes: z.int(),
  etag: z.string(),
  type: z.string(),
  cacheControl: z.string().optional(),
});
export type About = z.infer<typeof About>;

/** More came, or less, than was to come. */
export class WrongSize extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super(`${bytes} bytes`);
    this.bytes = bytes;
  }
}

/** What is known stands before the bytes, in one file: they change together. */
const BEFORE_BYTES = 4096;

const ifThere = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};

/** Objects of one bucket as files of a folder; without one, of a folder that goes with this process. An object appears whole or not at all. */
export const openObjects = (folder: string | null) => {
  let made: string | undefined;
  const place = async (): Promise<string> => {
    if (folder === null) {
      made ??= mkdtempSync(join(tmpdir(), "rynek-uploads-"));
      return made;
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  // A key is one name of a file, whatever stands in it.
  const fileOf = async (key: string): Promise<string> =>
    join(await place(), `${encodeURIComponent(key)}.object`);

  return {
    about: async (key: string): Promise<About | undefined> => {
      const file = await open(await fileOf(key)).catch(ifThere);
      if (!file) return undefined;
      try {
        const { buffer } = await file.read(Buffer.alloc(BEFORE_BYTES), 0, BEFORE_BYTES, 0);
        return About.parse(JSON.parse(buffer.toString("utf8")));
      } finally {
        await file.close();
      }
    },

    /** Writes what comes, of a size between these. */
    put: async (
      key: string,
      source: AsyncIterable<Uint8Array>,
      described: Pick<About, "type" | "cacheControl">,
      { least = 0, most = Number.POSITIVE_INFINITY } = {},
    ): Promise<About> => {
      const coming = join(await place(), `${randomUUID()}.coming`);
      const hash = createHash("md5");
      const file = await open(coming, "w", 0o600);
      try {
        let bytes = 0;
        for await (const piece of source) {
          if (bytes + piece.length > most) throw new WrongSize(bytes + piece.length);
          hash.update(piece);
          await file.write(piece, 0, piece.length, BEFORE_BYTES + bytes);
          bytes += piece.length;
        }
        if (bytes < least) throw new WrongSize(bytes);
        const known: About = { ...described, bytes, etag: `"${hash.digest("hex")}"` };
        await file.write(JSON.stringify(known).padEnd(BEFORE_BYTES), 0);
        await rename(coming, await fileOf(key));
        return known;
      } catch (error) {
        await rm(coming, { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },

    /** From its first byte to its last, both with it. */
    stream: async (key: string, first: number, last: number): Promise<Readable> =>
      createReadStream(await fileOf(key), { start: BEFORE_BYTES + first, end: BEFORE_BYTES + last }),

    bytes: async (key: string): Promise<Uint8Array | undefined> => {
      const whole = await readFile(await fileOf(key)).catch(ifThere);
      return whole?.subarray(BEFORE_BYTES);
    },

    remove: async (key: string): Promise<void> => rm(await fileOf(key), { force: true }),

    keys: async (prefix: string): Promise<string[]> =>
      (await readdir(await place()))
        .flatMap((name) =>
          name.endsWith(".object") ? [decodeURIComponent(name.slice(0, -".object".length))] : [],
        )
        .filter((key) => key.startsWith(prefix))
        .sort(),

    close: (): void => {
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    },
  };
};

export type Objects = ReturnType<typeof openObjects>;
