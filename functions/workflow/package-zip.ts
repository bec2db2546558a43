import { createHash } from "node:crypto";
import { Zip, ZipDeflate } from "fflate";
import {
  MANIFEST,
  manifestBytes,
  type Packed,
  SIGNATURE,
  signatureBytes,
} from "../../shared/domain/results/package.ts";

/** One time for every entry: the same result is the same package, byte for byte. */
const AT = new Date(Date.UTC(2000, 0, 1));

/**
 * A result package as a zip. Each file is made a part at a time, hashed and packed as it comes, and let go: of a large city they do not fit together.
 * So the manifest with the hashes of all, and its signature, come last.
 */
export const packageZip = ({ about, contents, sign }: Packed): Buffer => {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const add = (name: string, chunks: Iterable<Uint8Array>): string => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = AT;
    zip.add(entry);
    const hash = createHash("sha256");
    for (const chunk of chunks) {
      hash.update(chunk);
      entry.push(chunk);
    }
    entry.push(new Uint8Array(), true);
    return hash.digest("hex");
  };
  const names = [...contents.keys()].sort();
  const files = Object.fromEntries(names.map((name) => [name, add(name, contents.get(name)?.() ?? [])]));
  const manifest = manifestBytes(about, files);
  add(MANIFEST, [manifest]);
  add(SIGNATURE, [signatureBytes(sign(manifest))]);
  zip.end();
  return Buffer.concat(parts);
};
