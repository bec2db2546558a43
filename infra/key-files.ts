import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { fingerprint } from "../shared/domain/fingerprint.ts";
import { createKeyPair } from "../shared/platform/seal.ts";
import { publicHalf } from "./keys/public-half.ts";
import { PURPOSES, type Purpose, readShare, type Share, writeShare } from "./keys/share-text.ts";
import { privateKeyOf, type Quorum, sharesOf } from "./keys/shares.ts";

const KeyFile = z.object({ purpose: z.enum(PURPOSES), publicKey: z.string(), privateKey: z.string() });
type KeyFile = z.infer<typeof KeyFile>;

const PublicKeys = z.strictObject({ ballots: z.string(), links: z.string() }).partial();
type PublicKeys = Required<z.infer<typeof PublicKeys>>;

const PUBLIC = "public.json";
const privateKeyFile = (purpose: Purpose): string => `${purpose}.private.json`;

const writePublic = (dir: string, keys: Partial<PublicKeys>): void =>
  writeFileSync(join(dir, PUBLIC), `${JSON.stringify(keys, null, 2)}\n`, { flag: "wx" });

interface Plan {
  /** Without it each key has one holder. */
  readonly quorum?: Quorum | undefined;
  readonly purposes?: readonly Purpose[];
}

/** Keys that a folder holds already: they are never written over. */
const takenIn = (dir: string): string | undefined =>
  [PUBLIC, ...PURPOSES.flatMap((purpose) => [privateKeyFile(purpose), purpose])]
    .map((name) => join(dir, name))
    .find(existsSync);

/**
 * Makes keys of an edition: a file for each private half, or a folder with its shares, that their owner alone can read, and `public.json`
 * for the city. Where shares are made, the whole private key is never written.
 */
export const createKeyFiles = async (
  dir: string,
  { quorum, purposes = PURPOSES }: Plan = {},
): Promise<Partial<PublicKeys>> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const taken = takenIn(dir);
  if (taken) throw new Error(`${taken} is there already: keys are never written over.`);
  const write = (path: string, text: string): void => writeFileSync(path, text, { mode: 0o600, flag: "wx" });
  const keys: Partial<PublicKeys> = {};
  for (const purpose of purposes) {
    const key = { purpose, ...createKeyPair() };
    keys[purpose] = key.publicKey;
    if (quorum) {
      mkdirSync(join(dir, purpose), { mode: 0o700 });
      for (const share of await sharesOf(key, quorum))
        write(
          join(dir, purpose, `share-${share.number}-of-${share.made}.txt`),
          writeShare(share, fingerprint(key.publicKey)),
        );
    } else write(join(dir, privateKeyFile(purpose)), `${JSON.stringify(key, null, 2)}\n`);
  }
  writePublic(dir, keys);
  return keys;
};

/** Both keys, each with one holder. */
export const createBothKeys = async (dir: string): Promise<PublicKeys> =>
  PublicKeys.required().parse(await createKeyFiles(dir));

/** The public keys that a folder knows. */
export const publicKeysIn = (dir: string): Partial<PublicKeys> =>
  PublicKeys.parse(JSON.parse(readFileSync(join(dir, PUBLIC), "utf8")));

/** Two groups made a key each: what the city gets is both. One key in both places would let one group open everything. */
export const joinPublicKeys = (dirs: readonly string[]): PublicKeys => {
  const all = dirs.map(publicKeysIn);
  const { ballots, links } = Object.assign({}, ...all) as Partial<PublicKeys>;
  const times = (purpose: Purpose): number => new Set(all.flatMap((keys) => keys[purpose] ?? [])).size;
  if (!ballots || !links || times("ballots") > 1 || times("links") > 1)
    throw new Error("the folders must hold one ballot key and one link key between them");
  if (ballots === links)
    throw new Error("the ballot key and the link key are one and the same: make another");
  return { ballots, links };
};

/** What holders brought of one key: the whole of it, or shares by the names of their files. */
interface Brought {
  readonly whole?: KeyFile;
  readonly shares: ReadonlyMap<string, Share>;
}

const isFolder = (path: string): boolean => statSync(path).isDirectory();

const filesFor = (path: string, purpose: Purpose): string[] => {
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  if (!isFolder(path)) return [path];
  const inside = join(path, purpose);
  const shares = [path, ...(existsSync(inside) && isFolder(inside) ? [inside] : [])].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^share-.*\.txt$/.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  const whole = join(path, privateKeyFile(purpose));
  return existsSync(whole) ? [whole, ...shares] : shares;
};

const read = <T>(path: string, as: (text: string) => T): T => {
  try {
    return as(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${basename(path)}: ${error instanceof Error ? error.message : error}`);
  }
};

const readWhole = (text: string): KeyFile => {
  const parsed = KeyFile.parse(JSON.parse(text));
  if (publicHalf(parsed.privateKey) !== parsed.publicKey)
    throw new Error("is damaged: its halves do not fit.");
  return parsed;
};

/** Reads what is in folders and files for one key; a file of another key is named. */
export const bring = (paths: readonly string[], purpose: Purpose): Brought => {
  let whole: KeyFile | undefined;
  const shares = new Map<string, Share>();
  for (const file of paths.flatMap((path) => filesFor(path, purpose))) {
    const found = file.endsWith(".json") ? read(file, readWhole) : read(file, readShare);
    if (found.purpose !== purpose)
      throw new Error(`${basename(file)} is of the ${found.purpose} key, and the ${purpose} key is wanted`);
    if ("privateKey" in found) whole = found;
    else shares.set(basename(file), found);
  }
  if (!whole && shares.size === 0) throw new Error(`nothing of the ${purpose} key is in ${paths.join(", ")}`);
  return { ...(whole && { whole }), shares };
};

export const privateKeyFrom = async ({ whole, shares }: Brought): Promise<string> =>
  whole?.privateKey ?? (await privateKeyOf(shares));
