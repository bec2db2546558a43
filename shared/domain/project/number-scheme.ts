import { z } from "zod";
import { Slug } from "../slug.ts";

const PARTS = ["pool", "sequence", "edition"] as const;

/** What an edition is called, as it stands in numbers: `XII`, `2027`. */
export const EditionLabel = z
  .string()
  .max(20)
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/);

/** Literals and names of parts in turn: `["", "pool", "/", "sequence", "/", "edition", ""]`. */
const piecesOf = (template: string): string[] => template.split(/\{(\w*)\}/);

/** A part may hold letters, digits and hyphens: only another sign tells where it ends. */
const isReadable = (template: string): boolean => {
  const pieces = piecesOf(template);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const between = pieces.filter((_, index) => index % 2 === 0).slice(1, -1);
  return (
    names.toSorted().join() === PARTS.toSorted().join() &&
    between.every((literal) => /^[^A-Za-z0-9-]/.test(literal) && /[^A-Za-z0-9-]$/.test(literal))
  );
};

/** How a city numbers what is proposed: `{pool}/{sequence}/{edition}` with two digits gives `L13/08/VII`. A number is never given twice. */
export const NumberScheme = z.strictObject({
  /** A number stands in lists with `,` and `;` between them, in CSV and in `.pb` files. */
  template: z
    .string()
    .max(60)
    .regex(/^[A-Za-z0-9{}./:_-]+$/)
    .refine(isReadable, {
      error: "has {pool}, {sequence} and {edition} once each, with . / : or _ between them",
    }),
  /** The least digits of the sequence, filled up with zeros. */
  sequenceDigits: z.int().min(1).max(6),
});
export type NumberScheme = z.infer<typeof NumberScheme>;

export interface NumberParts {
  readonly pool: string;
  /** The place in its pool and edition, from 1. */
  readonly sequence: number;
  readonly edition: string;
}

export const projectNumber = (
  { template, sequenceDigits }: NumberScheme,
  { pool, sequence, edition }: NumberParts,
): string => {
  const texts = { pool, sequence: `${sequence}`.padStart(sequenceDigits, "0"), edition };
  return template.replace(/\{(\w+)\}/g, (_, name: keyof typeof texts) => texts[name]);
};

/** A number as it may come: a template filled with the longest pool, sequence and edition. */
export const ProjectNumber = z.string().max(140);

/** The parts of a number as somebody wrote it down; null for what this scheme would never give. */
export const readProjectNumber = (scheme: NumberScheme, text: string): NumberParts | null => {
  const pieces = piecesOf(scheme.template);
  const pattern = pieces.map((piece, index) =>
    index % 2 === 1 ? `(?<${piece}>[A-Za-z0-9-]+)` : piece.replaceAll(".", "\\."),
  );
  const found = new RegExp(`^${pattern.join("")}$`).exec(text)?.groups;
  if (!found) return null;
  const parts = { ...found, sequence: Number(found.sequence) } as unknown as NumberParts;
  const isGiven =
    Number.isSafeInteger(parts.sequence) &&
    parts.sequence > 0 &&
    Slug.safeParse(parts.pool).success &&
    EditionLabel.safeParse(parts.edition).success &&
    projectNumber(scheme, parts) === text;
  return isGiven ? { pool: parts.pool, sequence: parts.sequence, edition: parts.edition } : null;
};

/** Text in the order of what it counts, 9 before 10: before every run of digits stands how many there are. */
const counted = (text: string): string =>
  text.toLowerCase().replace(/0*(\d+)/g, (_, digits: string) => `${digits.length.toString(36)}${digits}`);

/** The order of numbers in lists: 9 before 10; two that differ in zeros alone are two all the same. */
export const compareNumbers = (a: string, b: string): number =>
  compareTexts(counted(a), counted(b)) || compareTexts(a, b);

const compareTexts = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Where the projects of a pool stand in the list of an edition: all that begins so. */
export const placesOf = (pool: string): string => `${counted(pool)} `;

/** Where a project stands in the list of its edition, pool by pool, as text that sorts by itself. */
export const placeOf = ({ pool, number }: { readonly pool: string; readonly number: string }): string =>
  `${placesOf(pool)}${counted(number)} ${number}`;
