import { randomBytes } from "node:crypto";
import { base32 } from "../domain/base32.ts";
import { type Instant, instant } from "../domain/instant.ts";

/** The two impurities: what time it is, and chance. */
export interface System {
  readonly now: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
}

export const system: System = {
  now: () => instant(Date.now()),
  random: (bytes) => randomBytes(bytes),
};

/** An id with its prefix and 80 bits in lower-case Crockford base 32. */
export const idFrom = <P extends string>(prefix: P, bytes: Uint8Array): `${P}_${string}` =>
  `${prefix}_${base32(bytes.subarray(0, 10)).toLowerCase()}`;
