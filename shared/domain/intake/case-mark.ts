import { z } from "zod";

const PARTS = ["sequence", "year", "edition"] as const;
type Part = (typeof PARTS)[number];

const partsOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? "");

/** Every part is known and stands once; the sequence alone would begin anew with every edition. */
const isMark = (template: string): boolean => {
  const parts = partsOf(template);
  const isKnown = parts.every((part) => PARTS.includes(part as Part));
  return isKnown && new Set(parts).size === parts.length && parts.includes("sequence") && parts.length > 1;
};

/** How an office marks its cases: `WKS.3022.1.{sequence}.{year}` gives `WKS.3022.1.17.2026`. */
export const CaseMarkScheme = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9{}./:_-]+$/)
  .refine(isMark, { error: "has {sequence} and {year} or {edition}, each once" });
export type CaseMarkScheme = z.infer<typeof CaseMarkScheme>;

export const caseMark = (scheme: CaseMarkScheme, parts: Readonly<Record<Part, string | number>>): string =>
  scheme.replace(/\{(\w+)\}/g, (_, name: Part) => `${parts[name]}`);
