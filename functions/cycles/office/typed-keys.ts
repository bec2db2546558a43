import { CommissionKeys } from "../../../shared/domain/cycle/cycle.ts";

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The keys of a pasted `public.json`; undefined when it is something else. */
export const typedKeys = (text: string): CommissionKeys | undefined =>
  CommissionKeys.safeParse(parsedJson(text)).data;

/** The key of a pasted private file, or the 43 characters alone. */
export const typedPrivateKey = (text: string): string => {
  const parsed = parsedJson(text);
  if (parsed !== null && typeof parsed === "object" && "privateKey" in parsed)
    return typeof parsed.privateKey === "string" ? parsed.privateKey : "";
  return text.trim();
};
