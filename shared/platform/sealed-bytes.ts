import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
export const TAG_BYTES = 16;
export const NONCE_BYTES = 12;
/** How much longer sealed bytes are. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

/** Bytes that are sealed for what they are about. A nonce is used once. */
export const sealedBytes = (
  key: KeyObject,
  about: string,
  plain: Uint8Array,
  nonce: Uint8Array = randomBytes(NONCE_BYTES),
): Buffer => {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** The bytes that were sealed about this; undefined where they were not, or a bit of them is another one. */
export const openedBytes = (key: KeyObject, about: string, bytes: Uint8Array): Buffer | undefined => {
  if (bytes.length < SEAL_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
};
