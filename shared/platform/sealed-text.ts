import { createCipheriv, createDecipheriv, type KeyObject } from "node:crypto";

const CIPHER = "aes-256-gcm";
const TAG_BYTES = 16;
export const NONCE_BYTES = 12;
/** Lengths are told in steps, so that who only sees how long a text is reads little off it. */
export const STEP_BYTES = 256;

/** The length before the text, and zeros behind it up to the next step. */
export const padded = (text: Buffer): Buffer => {
  const all = Buffer.alloc(Math.ceil((text.length + 2) / STEP_BYTES) * STEP_BYTES);
  all.writeUInt16BE(text.length);
  text.copy(all, 2);
  return all;
};

/** Padded bytes, sealed for what they are about. */
export const sealed = (key: KeyObject, about: string, nonce: Uint8Array, plain: Buffer): string => {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
};

/** The bytes that were sealed about this; undefined where they were not, or a bit of them is another one. */
export const opened = (key: KeyObject, about: string, text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES + STEP_BYTES) return undefined;
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
  return plain.subarray(2, 2 + plain.readUInt16BE());
};
