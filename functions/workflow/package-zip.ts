import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { unzipSync, Zip, type ZipInputFile } from "fflate";
import {
  MANIFEST,
  manifestBytes,
  type Packed,
  type Parts,
  SIGNATURE,
  signatureBytes,
} from "../../shared/domain/results/package.ts";

/** One time for every entry: the same result is the same package, byte for byte. */
const AT = new Date(Date.UTC(2000, 0, 1));
const DEFLATED = 8;
const CHUNK_BYTES = 1 << 18;

/**
 * A result package as a zip. Each file is made a part at a time, hashed and packed as it comes, and let go: of a large city they do not fit together.
 * So the manifest with the hashes of all, and its signature, come last.
 */
export const packageZip = async ({ about, contents, sign }: Packed): Promise<Buffer<ArrayBuffer>> => {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    packed.push(part);
  });
  const add = async (filename: string, parts: Parts) => {
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
    for await (const part of Readable.from(passing(), { objectMode: true }).pipe(
      createDeflateRaw({ level: 6, chunkSize: CHUNK_BYTES }),
    ))
      entry.ondata?.(null, part, false);
    entry.ondata?.(null, new Uint8Array(), true);
    return hash.digest("hex");
  };
  const files: Record<string, string> = {};
  for (const name of [...contents.keys()].sort()) files[name] = await add(name, contents.get(name)?.() ?? []);
  const manifest = manifestBytes(about, files);
  await add(MANIFEST, [manifest]);
  await add(SIGNATURE, [signatureBytes(sign(manifest))]);
  zip.end();
  return Buffer.concat(packed);
};

/** One file of a package. */
export const unpacked = (zip: Uint8Array, name: string): Uint8Array => {
  const bytes = unzipSync(zip, { filter: (entry) => entry.name === name })[name];
  if (!bytes) throw new Error(`no file ${name}`);
  return bytes;
};
