import type { KeyObject } from "node:crypto";
import { NONCE_BYTES, openedBytes, sealedBytes, TAG_BYTES } from "./sealed-bytes.ts";

/**
 * Bytes sealed as text: JWE (RFC 7516) in its compact form, of the one kind that is made here, a shared key used as it is and AES-256-GCM. A
 * library on Web Crypto waits for another thread at each, which takes longer than the rest of a request before its first call of the database.
 */
const HEADER = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString("base64url");

/** Header, no key, nonce, text and tag: 12 bytes are 16 characters, 16 bytes 22. */
const COMPACT = new RegExp(String.raw`^${HEADER}\.\.([\w-]{16})\.([\w-]+)\.([\w-]{22})$`);

export const sealedJwe = (key: KeyObject, plain: Uint8Array): string => {
  const bytes = sealedBytes(key, HEADER, plain);
  const parts = [
    bytes.subarray(0, NONCE_BYTES),
    bytes.subarray(NONCE_BYTES, -TAG_BYTES),
    bytes.subarray(-TAG_BYTES),
  ];
  return [HEADER, "", ...parts.map((part) => part.toString("base64url"))].join(".");
};

/** The bytes that were sealed with this key; undefined where they were not, or anything of the text is another. */
export const openedJwe = (key: KeyObject, text: string): Buffer | undefined => {
  const [, ...parts] = COMPACT.exec(text) ?? [];
  if (parts.length === 0) return undefined;
  return openedBytes(key, HEADER, Buffer.concat(parts.map((part) => Buffer.from(part, "base64url"))));
};
