import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from "jose";
import { StartFault } from "../start-fault.ts";

export interface SigningKey {
  readonly id: string;
  readonly key: CryptoKey;
  /** The same, private half and all, for the library of the providers. */
  readonly jwk: JWK;
  /** The public half, as the issuer publishes it. */
  readonly published: JSONWebKeySet;
}

/** What houses without a folder sign with: they end with this process, and a key takes as long to make as the rest of a house. */
let unkept: Promise<JWK> | undefined;

/** The key of `issuer-key.json`, made at the first start and readable by its owner alone; without a folder, one that is not kept. */
export const openKey = async (folder: string | null): Promise<SigningKey> => {
  const jwk = await (folder === null ? ofThisProcess() : keptIn(join(folder, "issuer-key.json")));
  const id = await calculateJwkThumbprint(jwk);
  const { kty, n, e } = jwk;
  const about = { kid: id, alg: "RS256", use: "sig" };
  return {
    id,
    key: (await importJWK(jwk, "RS256")) as CryptoKey,
    jwk: { ...jwk, ...about },
    published: { keys: [{ kty, n, e, ...about } as JWK] },
  };
};

const read = (file: string): JWK => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new StartFault(
      "unreadable-file",
      `${file} cannot be read. Delete it: a new key is made at the next start.`,
    );
  }
};

const make = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return exportJWK(privateKey);
};

const ofThisProcess = (): Promise<JWK> => {
  unkept ??= make();
  return unkept;
};

const keptIn = async (file: string): Promise<JWK> => {
  if (existsSync(file)) return read(file);
  const jwk = await make();
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(jwk), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return jwk;
};
