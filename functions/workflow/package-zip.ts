import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import {
  MANIFEST,
  manifestBytes,
  type Packed,
  type Parts,
  SIGNATURE,
  signatureBytes,
} from "../../shared/domain/results/package.ts";
import type { Writing } from "../../shared/platform/files.ts";

/** One time for every entry: the same result is the same package, byte for byte. */
const AT = new Date(Date.UTC(2000, 0, 1));
const DEFLATED = 8;
const CHUNK_BYTES = 1 << 18;

/**
 * A result package as a zip, a part at a time. Each file is made so too, hashed and packed as it comes, and let go: those of a large city do not fit
 * together into memory. So the manifest with the hashes of all, and its signature, come last.
 */
const packageZip = async function* ({ about, contents, sign }: Packed): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    made.push(part);
  });
  const taken = (): Uint8Array[] => {
    const parts = made;
    made = [];
    return parts;
  };
  /** Adds a file, and answers with its hash. */
  const add = async function* (filename: string, parts: Parts): AsyncGenerator<Uint8Array, string> {
    const entry: ZipInputFile = { filename, size: 0, crc: 0, compression: DEFLATED, mtime: AT };
    zip.add(entry);
    const hash = createHash("sha256");
    const passing = async function* () {
      for await (const part of parts) {
        hash.update(part);
        entry.size += part.length;
        entry.crc = crc32(part, entry.crc);
        yield part;
      }
    };
    // What goes wrong while a file is made comes out of the loop.
    const deflated = pipeline(
      Readable.from(passing(), { objectMode: true }),
      createDeflateRaw({ level: 6, chunkSize: CHUNK_BYTES }),
      () => {},
    );
    for await (const part of deflated) {
      entry.ondata?.(null, part, false);
      yield* taken();
    }
    entry.ondata?.(null, new Uint8Array(), true);
    return hash.digest("hex");
  };
  const files: Record<string, string> = {};
  for (const name of [...contents.keys()].sort())
    files[name] = yield* add(name, contents.get(name)?.() ?? []);
  const manifest = manifestBytes(about, files);
  yield* add(MANIFEST, [manifest]);
  yield* add(SIGNATURE, [signatureBytes(sign(manifest))]);
  zip.end();
  yield* taken();
};

/** Writes a package, and answers with its digest. */
export const writePackage = async (packed: Packed, file: Writing): Promise<string> => {
  const hash = createHash("sha256");
  for await (const part of packageZip(packed)) {
    hash.update(part);
    await file.add(part);
  }
  await file.close();
  return hash.digest("hex");
};
