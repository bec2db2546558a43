import type { KeyObject } from "node:crypto";
import type { z } from "zod";
import { openedJwe, sealedJwe } from "./jwe.ts";

/** Data that is kept sealed (AES-256-GCM, as JWE): whoever reads the table without the key reads nothing, and with the key destroyed nobody does. */
export const sealData = (key: KeyObject, data: unknown): string =>
  sealedJwe(key, Buffer.from(JSON.stringify(data)));

/** Throws where it was not sealed with this key. */
export const openData = <S extends z.ZodType>(key: KeyObject, sealed: string, schema: S): z.output<S> => {
  const plain = openedJwe(key, sealed);
  if (!plain) throw new Error("the data were sealed with another key, or are no longer what was sealed");
  return schema.parse(JSON.parse(plain.toString()));
};
