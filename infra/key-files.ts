import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createKeyPair } from "../shared/platform/seal.ts";

const PURPOSES = ["ballots", "links"] as const;
type Purpose = (typeof PURPOSES)[number];

const KeyFile = z.object({ purpose: z.enum(PURPOSES), publicKey: z.string(), privateKey: z.string() });

/** How people compare a public key: 32 hex digits of its SHA-256, in fours. */
export const fingerprint = (publicKey: string): string =>
  (createHash("sha256").update(publicKey).digest("hex").slice(0, 32).match(/.{4}/g) ?? []).join(" ");

export type PublicKeys = Record<Purpose, string>;

export const privateKeyFile = (dir: string, purpose: Purpose): string => join(dir, `${purpose}.private.json`);

/** The private half of a key and its public half, as they are in their file. */
export const readKeyFile = (dir: string, purpose: Purpose) =>
  KeyFile.parse(JSON.parse(readFileSync(privateKeyFile(dir, purpose), "utf8")));

/** Makes the keys of an edition, a file for each private half that its holder alone can read, and `public.json` for the city. Never over a key that is there. */
export const createKeyFiles = async (dir: string): Promise<PublicKeys> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const taken = PURPOSES.map((purpose) => privateKeyFile(dir, purpose)).find(existsSync);
  if (taken) throw new Error(`${taken} is there already: keys are never written over.`);
  const make = async (purpose: Purpose): Promise<string> => {
    const pair = await createKeyPair();
    const text = `${JSON.stringify({ purpose, ...pair }, null, 2)}\n`;
    writeFileSync(privateKeyFile(dir, purpose), text, { mode: 0o600, flag: "wx" });
    return pair.publicKey;
  };
  const publicKeys = { ballots: await make("ballots"), links: await make("links") };
  writeFileSync(join(dir, "public.json"), `${JSON.stringify(publicKeys, null, 2)}\n`, { flag: "wx" });
  return publicKeys;
};
