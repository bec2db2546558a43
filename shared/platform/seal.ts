import type { webcrypto } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";

type CryptoKey = webcrypto.CryptoKey;

/** HPKE (RFC 9180) with X25519, HKDF-SHA-256 and AES-256-GCM: sealed to a public key, opened only with its private half. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Bytes of an encapsulated X25519 key, which stands before the ciphertext. */
const ENCAPSULATED_BYTES = 32;

const PUBLIC_KEYS = new Map<string, Promise<CryptoKey>>();

const bytesOf = (text: string): ArrayBuffer => Uint8Array.from(Buffer.from(text, "base64url")).buffer;

const publicKeyOf = (text: string): Promise<CryptoKey> => {
  const known = PUBLIC_KEYS.get(text) ?? suite.kem.deserializePublicKey(bytesOf(text));
  PUBLIC_KEYS.set(text, known);
  return known;
};

/** What a sealed text is bound to: another purpose or another cycle cannot open it as its own. */
interface Binding {
  readonly purpose: "ballot" | "link" | "proof";
  readonly cycleId: string;
}

const infoOf = ({ purpose, cycleId }: Binding): ArrayBuffer =>
  new TextEncoder().encode(`rynek/${purpose}/1/${cycleId}`).buffer as ArrayBuffer;

const plain = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** A key pair in base64url: 32 bytes each. */
export const createKeyPair = async (): Promise<{
  readonly publicKey: string;
  readonly privateKey: string;
}> => {
  const pair = await suite.kem.generateKeyPair();
  const text = async (key: CryptoKey, of: "public" | "private") =>
    Buffer.from(
      of === "public" ? await suite.kem.serializePublicKey(key) : await suite.kem.serializePrivateKey(key),
    ).toString("base64url");
  return {
    publicKey: await text(pair.publicKey, "public"),
    privateKey: await text(pair.privateKey, "private"),
  };
};

export const seal = async (
  publicKey: string,
  binding: Binding,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { ct, enc } = await suite.seal(
    { recipientPublicKey: await publicKeyOf(publicKey), info: infoOf(binding) },
    plain(bytes),
  );
  const sealed = new Uint8Array(enc.byteLength + ct.byteLength);
  sealed.set(new Uint8Array(enc), 0);
  sealed.set(new Uint8Array(ct), enc.byteLength);
  return sealed;
};

/** Opens with one private key; throws when a text was not sealed to it, or was bound to something else. */
export const opener = async (
  privateKey: string,
): Promise<(binding: Binding, sealed: Uint8Array) => Promise<Uint8Array>> => {
  const recipientKey = await suite.kem.deserializePrivateKey(bytesOf(privateKey));
  return async (binding, sealed) => {
    const enc = plain(sealed.subarray(0, ENCAPSULATED_BYTES));
    return new Uint8Array(
      await suite.open(
        { recipientKey, enc, info: infoOf(binding) },
        plain(sealed.subarray(ENCAPSULATED_BYTES)),
      ),
    );
  };
};

/** Whether ballots can be sealed to a public key: not every 32 bytes are a point that anything can be sealed to. */
export const isPublicKey = async (publicKey: string): Promise<boolean> => {
  try {
    await seal(publicKey, { purpose: "ballot", cycleId: "key" }, new Uint8Array([1]));
    return true;
  } catch {
    PUBLIC_KEYS.delete(publicKey);
    return false;
  }
};

/** Whether a private key is the half of this public key: what one seals, the other opens. */
export const isPair = async (publicKey: string, privateKey: string): Promise<boolean> => {
  const binding: Binding = { purpose: "ballot", cycleId: "pair" };
  try {
    const open = await opener(privateKey);
    return (await open(binding, await seal(publicKey, binding, new Uint8Array([1])))).length === 1;
  } catch {
    return false;
  }
};
