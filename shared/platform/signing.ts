import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** What stands before an Ed25519 seed in PKCS #8, and before a public key in SPKI (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** A signature that anybody can check, with the key that it was made with. Both in base64url. */
export interface Signature {
  readonly algorithm: "Ed25519";
  readonly publicKey: string;
  readonly signature: string;
}

const privateKeyOf = (secret: KeyObject): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, secret.export()]), format: "der", type: "pkcs8" });

/** The public half of the key that comes of 32 secret bytes. */
export const signingKey = (secret: KeyObject): string =>
  createPublicKey(privateKeyOf(secret))
    .export({ format: "der", type: "spki" })
    .subarray(SPKI.length)
    .toString("base64url");

export const signed = (secret: KeyObject, bytes: Uint8Array): Signature => ({
  algorithm: "Ed25519",
  publicKey: signingKey(secret),
  signature: sign(null, bytes, privateKeyOf(secret)).toString("base64url"),
});

/** Whether these bytes were signed with the key that the signature names. */
export const isSigned = ({ publicKey, signature }: Signature, bytes: Uint8Array): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI, Buffer.from(publicKey, "base64url")]),
      format: "der",
      type: "spki",
    });
    return verify(null, bytes, key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
};
