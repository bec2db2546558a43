import { z } from "zod";
import { sha256Hex } from "../canonical.ts";
import { CycleId } from "../ids.ts";
import { Instant } from "../time.ts";

const PACKAGE_FORMAT = "rynek-result-package/1";

/** The table of contents of a result package: every other file in it, with its SHA-256. */
const Manifest = z
  .strictObject({
    format: z.literal(PACKAGE_FORMAT),
    cycleId: CycleId,
    edition: z.string(),
    version: z.int().positive(),
    publishedAt: Instant,
    /** What the commission signed: over the rules, the leaves and the tally of every pool. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  })
  .meta({ id: "ResultPackageManifest" });
type Manifest = z.infer<typeof Manifest>;

/** The files of a package with their manifest; names sorted, so that the same result is the same package. */
export const withManifest = (
  about: Omit<Manifest, "format" | "files">,
  contents: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> => {
  const names = [...contents.keys()].sort();
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    ...about,
    files: Object.fromEntries(names.map((name) => [name, sha256Hex(contents.get(name) ?? new Uint8Array())])),
  };
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return new Map([
    ["manifest.json", text],
    ...names.map((name): [string, Uint8Array] => [name, contents.get(name) ?? new Uint8Array()]),
  ]);
};
