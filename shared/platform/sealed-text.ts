import type { KeyObject } from "node:crypto";
import { openedBytes, SEAL_BYTES, sealedBytes } from "./sealed-bytes.ts";

export { NONCE_BYTES } from "./sealed-bytes.ts";

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
export const sealed = (key: KeyObject, about: string, nonce: Uint8Array, plain: Buffer): string =>
  sealedBytes(key, about, plain, nonce).toString("base64url");

/** The bytes that were sealed about this; undefined where they were not, or a bit of them is another one. */
export const opened = (key: KeyObject, about: string, text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < SEAL_BYTES + STEP_BYTES) return undefined;
  const plain = openedBytes(key, about, bytes);
  return plain?.subarray(2, 2 + plain.readUInt16BE());
};
