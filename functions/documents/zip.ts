import { type Zippable, zipSync } from "fflate";

/** One time for every entry: the same document is the same file, byte for byte. A zip writes it by the clock on the wall, wherever that hangs. */
const entryTime = (): Date => new Date(2000, 0, 1);

/** Files as one zip, in their order; those named in `asTheyAre` not packed. */
export const zipped = (
  files: ReadonlyMap<string, Uint8Array | string>,
  asTheyAre: readonly string[] = [],
): Buffer => {
  const encoder = new TextEncoder();
  const mtime = entryTime();
  const entries: Zippable = {};
  for (const [name, content] of files)
    entries[name] = [
      typeof content === "string" ? encoder.encode(content) : content,
      { level: asTheyAre.includes(name) ? 0 : 6, mtime },
    ];
  return Buffer.from(zipSync(entries));
};
