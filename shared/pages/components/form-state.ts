/**
 * What a form knows when it is shown: nothing at first; after a post with faults, what was typed and what is wrong.
 *
 *     const state = formState(words);                                  // the first time
 *     const state = formState(words, { typed, issues });               // in the endpoint's `invalid`
 *     const state = formState(words, { typed, issues, say: { "/title": "Wpisz tytuł wniosku" } });
 *
 * Field components take the state first: value and fault of a field are found by its name.
 */
import type { Issue } from "../../domain/refusals.ts";
import { issueText } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";

export interface Fault {
  /** The id of the field that its line in the summary leads to. */
  readonly field: string;
  readonly text: string;
  /** The sentence is of any field, not of this one: away from it, it needs the label. */
  readonly isGeneral?: boolean;
  /** What the person surely meant: a button sends the form with this value in this field. */
  readonly offer?: Offer;
}

interface Offer {
  readonly field: string;
  readonly value: string;
  readonly text: string;
}

export interface FormState {
  readonly words: Words;
  readonly faults: readonly Fault[];
  readonly typed: Readonly<Record<string, unknown>>;
}

interface Posted {
  readonly typed?: unknown;
  readonly issues?: readonly Issue[];
  /** Faults that a rule of the city found, in words. */
  readonly faults?: readonly Fault[];
  /** Sentences of this form, by pointer (`/email`), where the general one of `words.issues` is too dry. */
  readonly say?: Readonly<Record<string, string>>;
}

/** The id of a field from its name or its JSON pointer: `/lines/0/name` is `lines-0-name`. */
export const fieldId = (name: string): string =>
  name.replace(/^\//, "").replace(/[^\p{L}\p{N}_-]+/gu, "-") || "form";

/** Rules whose sentences say what is to be done with what was typed, as no sentence of a form can. */
const TELLING: ReadonlySet<Issue["rule"]> = new Set([
  "text",
  "stacked",
  "unseen",
  "name",
  "street",
  "phone-abroad",
  "money-twofold",
  "money-decimals",
  "point-link",
  "point-swapped",
  "point-abroad",
  "gap",
  "overlap",
  "email-name",
  "email-dots",
  "email-long",
  "email-domain",
  "email-alphabets",
  "name-alphabets",
]);

/** A button's name is its field's with this before it. */
const OFFERED = "use-";

export const offerName = ({ field }: Offer): string => `${OFFERED}${field}`;

/** What was typed, with what was taken of the offers in its place. */
export const offersTaken = (typed: unknown): unknown => {
  if (typed === null || typeof typed !== "object") return typed;
  const fields = Object.entries(typed);
  const taken = fields.flatMap(([name, value]) =>
    name.startsWith(OFFERED) ? [[name.slice(OFFERED.length), value] as const] : [],
  );
  return Object.fromEntries([...fields.filter(([name]) => !name.startsWith(OFFERED)), ...taken]);
};

const offerOf = ({ pointer, rule, limit }: Issue, { frame }: Words): Pick<Fault, "offer"> =>
  rule === "point-swapped"
    ? {
        offer: {
          field: fieldId(pointer),
          value: String(limit),
          text: frame.form.use(String(limit)),
        },
      }
    : {};

const faultOf = (issue: Issue, words: Words, say: Readonly<Record<string, string>>): Fault => {
  const own = TELLING.has(issue.rule) ? undefined : say[issue.pointer];
  return {
    field: fieldId(issue.pointer),
    text: own ?? issueText(words, issue),
    isGeneral: own === undefined,
    ...offerOf(issue, words),
  };
};

/** One fault a field, the first that was found. */
const firstOfEach = (faults: readonly Fault[]): Fault[] => {
  const first = new Map<string, Fault>();
  for (const fault of faults) if (!first.has(fault.field)) first.set(fault.field, fault);
  return [...first.values()];
};

export const formState = (
  words: Words,
  { typed, issues = [], faults = [], say = {} }: Posted = {},
): FormState => ({
  words,
  typed: typed !== null && typeof typed === "object" ? (typed as Record<string, unknown>) : {},
  faults: firstOfEach([...issues.map((issue) => faultOf(issue, words, say)), ...faults]),
});

export const hasFaults = ({ faults }: FormState): boolean => faults.length > 0;

export const faultAt = ({ faults }: FormState, name: string): string | undefined =>
  faults.find(({ field }) => field === fieldId(name))?.text;

export const offerAt = ({ faults }: FormState, name: string): Offer | undefined =>
  faults.find(({ field }) => field === fieldId(name))?.offer;

/** What was typed into a field, else what the record says. A list (check boxes) is its values. */
export const typedAt = ({ typed }: FormState, name: string, value?: string | number): string | undefined => {
  const found = Object.hasOwn(typed, name) ? typed[name] : undefined;
  return typeof found === "string" ? found : value === undefined ? undefined : String(value);
};

export const chosenAt = (
  { typed }: FormState,
  name: string,
  value: string | readonly string[] | undefined,
): readonly string[] => {
  const found = Object.hasOwn(typed, name) ? typed[name] : undefined;
  return [found ?? value ?? []].flat().filter((one): one is string => typeof one === "string");
};
