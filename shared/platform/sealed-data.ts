import type { KeyObject } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import type { z } from "zod";

/** Data that is kept sealed (AES-256-GCM, as JWE): whoever reads the table without the key reads nothing, and with the key destroyed nobody does. */
export const sealData = (key: KeyObject, data: unknown): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(data)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(key);

export const openData = async <S extends z.ZodType>(
  key: KeyObject,
  sealed: string,
  schema: S,
): Promise<z.output<S>> => {
  const { plaintext } = await compactDecrypt(sealed, key);
  return schema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
};
