import { createPrivateKey, createPublicKey } from "node:crypto";

/** What stands before the 32 bytes of an X25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b656e04220420", "hex");

/** The public half of a private key; both in base64url. */
export const publicHalf = (privateKey: string): string => {
  const der = Buffer.concat([PKCS8_HEAD, Buffer.from(privateKey, "base64url")]);
  const { x = "" } = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" })).export({
    format: "jwk",
  });
  return x;
};
