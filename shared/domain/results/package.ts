import { z } from "zod";
import { CycleId } from "../ids.ts";
import { EditionGroup } from "../tally/exclusion-group.ts";
import { Draw } from "../tally/ties/lot.ts";
import { Instant } from "../time.ts";

const PACKAGE_FORMAT = "rynek-result-package/1";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The table of contents of a result package: every file in it but this one and its signature, with its SHA-256. */
export const Manifest = z
  .strictObject({
    format: z.literal(PACKAGE_FORMAT),
    cycleId: CycleId,
    edition: z.string(),
    version: z.int().positive(),
    publishedAt: Instant,
    digest: Sha256.describe(
      "What the commission signed: over the rules, the leaves, the lists and the tally of every pool; the README says over which bytes",
    ),
    files: z.record(z.string(), Sha256),
  })
  .meta({ id: "ResultPackageManifest" });
export type Manifest = z.infer<typeof Manifest>;

/** The signature over the bytes of `manifest.json`. */
export const PackageSignature = z
  .strictObject({
    algorithm: z.literal("Ed25519"),
    publicKey: z.string().regex(/^[\w-]{43}$/),
    signature: z.string().regex(/^[\w-]{86}$/),
  })
  .meta({ id: "ResultPackageSignature" });

/** What the count took in beside the ballots: lots and draws by pool, projects taken out by decision, and those that shut each other out. */
export const Decisions = z
  .strictObject({
    ties: z.record(
      z.string(),
      z.strictObject({ seed: z.string().optional(), draws: z.array(Draw).optional() }),
    ),
    exclusions: z.record(
      z.string(),
      z.strictObject({
        why: z.enum(["withdrawn", "excluded"]),
        reason: z.string(),
        legalBasis: z.string().optional(),
      }),
    ),
    groups: z.array(EditionGroup),
  })
  .meta({ id: "ResultPackageDecisions" });

export const MANIFEST = "manifest.json";
export const SIGNATURE = "signature.json";
/** The note that was signed when the box was sealed: over the tree of `leaves.txt`. */
export const CHECKPOINT = "checkpoint.txt";

/** The names of the files that a manifest lists. */
export const fileNames = (
  pools: readonly string[],
  { hasVoids }: { readonly hasVoids: boolean },
): string[] => [
  "results.json",
  "rule-set.json",
  "leaves.txt",
  CHECKPOINT,
  "decisions.json",
  ...(hasVoids ? ["voids.json"] : []),
  ...pools.flatMap((id) => ["choices.json", "tally.json", "pb"].map((kind) => `pools/${id}.${kind}`)),
];

/** A file as it is made, a part after the other. */
export type Parts = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What a package is made of: each file by its name, made anew whenever it is asked for, in parts. */
export interface Packed {
  readonly about: Omit<Manifest, "format" | "files">;
  readonly contents: ReadonlyMap<string, () => Parts>;
  readonly sign: (manifest: Uint8Array) => z.infer<typeof PackageSignature>;
}

const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The manifest of files by the hash of each, in the order of their names. */
export const manifestBytes = (about: Packed["about"], files: Manifest["files"]): Uint8Array =>
  jsonBytes({ format: PACKAGE_FORMAT, ...about, files } satisfies Manifest);

export const signatureBytes = (signature: z.infer<typeof PackageSignature>): Uint8Array =>
  jsonBytes(signature);
