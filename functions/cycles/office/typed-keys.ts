import { z } from "zod";
import { type KeyPurpose, PublicKey } from "../../../shared/domain/cycle/cycle.ts";

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The key of a pasted `public.json`, or the 43 characters alone; undefined when it is something else. */
export const typedPublicKey = (text: string, purpose: KeyPurpose): string | undefined => {
  const parsed = z.object({ [purpose]: PublicKey }).safeParse(parsedJson(text));
  return parsed.data?.[purpose] ?? PublicKey.safeParse(text.trim()).data;
};

/** The key of a pasted private file, or the 43 characters alone. */
export const typedPrivateKey = (text: string): string => {
  const parsed = parsedJson(text);
  if (parsed !== null && typeof parsed === "object" && "privateKey" in parsed)
    return typeof parsed.privateKey === "string" ? parsed.privateKey : "";
  return text.trim();
};
