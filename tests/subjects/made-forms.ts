/** Schemas of forms from the bottom up, each with a value of it: every kind of field, required or not, in objects within objects. */
import fc from "fast-check";
import { z } from "zod";
import { localMoment } from "../../shared/domain/local-moment.ts";
import { Email, line, paragraphs } from "../../shared/domain/text.ts";
import { Instant, LocalDate, localInstant, plusDays } from "../../shared/domain/time.ts";
import type { FieldKind } from "../../shared/pages/components/field-kind.ts";

type Choices = readonly (readonly [value: string, text: string])[];

interface Leaf {
  readonly schema: z.ZodType;
  readonly values: fc.Arbitrary<unknown>;
  /** Where the schema alone does not say how it is typed. */
  readonly kind?: FieldKind;
  readonly choices?: Choices;
}

/** A field or an object of them, with the value that it has. */
interface Part {
  readonly schema: z.ZodType;
  readonly value: unknown;
  /** By the name in the form, from here on. */
  readonly kinds: Readonly<Record<string, FieldKind>>;
  readonly choices: Readonly<Record<string, Choices>>;
  /** Names of its fields, from here on; of a field alone one that is empty. */
  readonly names: readonly string[];
}

const SHARP = ['<b>"x"</b>', "a & b", "'=1+1", "&amp;lt;", "Zażółć gęślą", "yes", "0", "-"];

/** What people type, as the schema keeps it. */
const textsOf = (schema: z.ZodType<string>): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
      fc.constantFrom(...SHARP),
      fc.array(fc.constantFrom(...SHARP), { minLength: 2, maxLength: 4 }).map((all) => all.join("\n")),
    )
    .map((text) => schema.safeParse(text).data)
    .filter((text) => text !== undefined);

const MINUTE_MS = 60_000;
const moments = fc
  .integer({ min: Date.UTC(2020, 0) / MINUTE_MS, max: Date.UTC(2040, 0) / MINUTE_MS })
  .map((minute) => new Date(minute * MINUTE_MS).toISOString())
  // A time that the clocks show twice is nobody's.
  .filter((at) => localInstant(localMoment(at)) === at);

const FEW = z.enum(["tak", "nie", "nie-wiem"]);
const MANY = z.enum(["a", "b", "c", "d", "e", "f", "g"]);
const DISTRICTS: Choices = [
  ["L1", "Śródmieście"],
  ["L13", "Brynów"],
  ["L2", "<Załęska Hałda>"],
];
const Pick = z.string().max(10);
const picks = fc.constantFrom(...DISTRICTS.map(([value]) => value));

const LEAVES: Readonly<Record<string, Leaf>> = {
  line: { schema: line(60), values: textsOf(line(60)) },
  text: { schema: paragraphs(400), values: textsOf(paragraphs(400)) },
  lines: {
    schema: z.array(line(60)).max(4),
    values: fc.array(textsOf(line(60)), { maxLength: 4 }),
    kind: "lines",
  },
  number: { schema: z.int(), values: fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }) },
  date: {
    schema: LocalDate,
    values: fc.integer({ min: -50_000, max: 50_000 }).map((days) => plusDays("2027-06-15", days)),
  },
  moment: { schema: Instant, values: moments },
  email: { schema: Email, values: fc.constantFrom("jan@example.com", "o'hara+bo@urzad.example") },
  yes: { schema: z.boolean(), values: fc.boolean() },
  few: { schema: FEW, values: fc.constantFrom(...FEW.options) },
  many: { schema: MANY, values: fc.constantFrom(...MANY.options) },
  picked: { schema: Pick, values: picks, choices: DISTRICTS },
  some: { schema: z.array(MANY), values: fc.subarray([...MANY.options]) },
  pickedSome: {
    schema: z.array(Pick).max(3),
    values: fc.subarray(DISTRICTS.map(([value]) => value)),
    choices: DISTRICTS,
  },
};

/** Nothing that a person could have typed or ticked, all the way down. */
const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === "" ||
  (typeof value === "object" && Object.values(value).every(isBlank));

type Wrap = (schema: z.ZodType, value: unknown) => { readonly schema: z.ZodType; readonly nothing: unknown };

/** Ways in which something need not be there, each with what then stands for it. */
const WRAPS: readonly Wrap[] = [
  (schema) => ({ schema: schema.optional(), nothing: undefined }),
  (schema) => ({ schema: schema.nullable(), nothing: null }),
  (schema) => ({ schema: schema.nullable().optional(), nothing: null }),
  (schema) => ({ schema: schema.optional().nullable(), nothing: undefined }),
  (schema, value) => ({ schema: schema.default(value), nothing: value }),
];

const aField: fc.Arbitrary<Part> = fc
  .constantFrom(...Object.values(LEAVES))
  .chain((leaf) => fc.record({ leaf: fc.constant(leaf), value: leaf.values }))
  .chain(({ leaf: { schema, kind, choices }, value }) => {
    const asPart = (own: z.ZodType, its: unknown): Part => ({
      schema: own,
      value: its,
      kinds: kind ? { "": kind } : {},
      choices: choices ? { "": choices } : {},
      names: [""],
    });
    // A box that is not ticked says no, whether or not it has to be there; a list of nothing is one that was left empty.
    return fc.oneof(
      fc.constant(asPart(schema, value)),
      fc.record({ wrap: fc.constantFrom(...WRAPS), isLeft: fc.boolean() }).map(({ wrap, isLeft }) => {
        const { schema: own, nothing } = wrap(schema, value);
        const isNothing = typeof value !== "boolean" && (isLeft || (Array.isArray(value) && isBlank(value)));
        return asPart(own, isNothing ? nothing : value);
      }),
    );
  });

const NAMES = ["name", "place", "standIn", "days", "tags", "of2"];

const joined = <T>(inner: Readonly<Record<string, T>>, name: string): [string, T][] =>
  Object.entries(inner).map(([below, one]) => [below === "" ? name : `${name}-${below}`, one]);

const anObject = (part: fc.Arbitrary<Part>): fc.Arbitrary<Part & { readonly schema: z.ZodObject }> =>
  fc
    .shuffledSubarray(NAMES, { minLength: 1, maxLength: 4 })
    .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), part))))
    .map((parts) => ({
      schema: z.strictObject(Object.fromEntries(parts.map(([name, { schema }]) => [name, schema]))),
      value: Object.fromEntries(parts.map(([name, { value }]) => [name, value])),
      kinds: Object.fromEntries(parts.flatMap(([name, { kinds }]) => joined(kinds, name))),
      choices: Object.fromEntries(parts.flatMap(([name, { choices }]) => joined(choices, name))),
      names: parts.flatMap(([name, of]) =>
        of.names.map((below) => (below === "" ? name : `${name}-${below}`)),
      ),
    }));

const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { arbitrary: aField, weight: 4 },
    {
      weight: 1,
      arbitrary: fc
        .tuple(anObject(tie("part")), fc.option(fc.constantFrom(...WRAPS.slice(0, 4))), fc.boolean())
        .map(([made, wrap, isLeft]): Part => {
          if (wrap === null) return made;
          const { schema, nothing } = wrap(made.schema, made.value);
          // One in which nothing is, is not there.
          return { ...made, schema, value: isLeft || isBlank(made.value) ? nothing : made.value };
        }),
    },
  ),
}));

export const aForm = anObject(part);
