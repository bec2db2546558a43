import { sha256Hex } from "./canonical.ts";

/** How people compare a public key: the first 32 hex digits of the SHA-256 of its base64url text, in fours. */
export const fingerprint = (publicKey: string): string =>
  (sha256Hex(publicKey).slice(0, 32).match(/.{4}/g) ?? []).join(" ");
