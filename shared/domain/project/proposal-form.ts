import { z } from "zod";
import { localised } from "../localised.ts";
import { line } from "../text.ts";

/** What an edition may ask an author beside title and pool, in the order of its form. */
export const FORM_FIELDS = [
  "summary",
  "description",
  "why",
  "forWhom",
  "access",
  "category",
  "place",
  "point",
  "costLines",
  "upkeep",
  "livesHere",
  "age",
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Letters at most, of the fields that are text. An edition may ask for fewer. */
export const MOST_LETTERS = {
  summary: 500,
  description: 4000,
  why: 2000,
  forWhom: 1000,
  access: 2000,
  place: 300,
} as const satisfies Partial<Record<FormField, number>>;
export type TextField = keyof typeof MOST_LETTERS;

/** What an author may add beside photos: for the office alone. */
export const PAPERS = ["supporters-list", "owner-consent", "guardian-consent", "other"] as const;

/** Files of a proposal: how many at most, photos and papers together, how large each, and which papers the edition has a place for. */
const AskedFiles = z.strictObject({
  most: z.int().min(1).max(20),
  mostMegabytes: z.int().min(1).max(50),
  hasPhotos: z.boolean(),
  papers: z.array(z.enum(PAPERS)).max(PAPERS.length),
});
export type AskedFiles = z.infer<typeof AskedFiles>;

const AskedField = z.strictObject({
  isRequired: z.boolean(),
  /** Fewer letters than there may be anyway. */
  mostLetters: z.int().min(1).max(4000).optional(),
  /** The city's own words, where ours are not those of its resolution. */
  label: localised(line(80)).optional(),
  hint: localised(line(300)).optional(),
});

/** The form of an edition's proposals: the fields that it has, and what it says of them. What it does not name, it does not ask for. */
export const ProposalForm = z
  .strictObject({
    fields: z.partialRecord(z.enum(FORM_FIELDS), AskedField),
    /** Who is younger says who looks after them, where the age is asked for. */
    guardianBelowAge: z.int().min(1).max(18).optional(),
    /** How many people may stand behind a proposal beside its author, and whether the letters about it go to them too. */
    coAuthors: z.strictObject({ most: z.int().min(1).max(5), areTold: z.boolean() }).optional(),
    /** Without it an author adds no files. */
    files: AskedFiles.optional(),
  })
  .refine(({ fields }) => fields.description?.isRequired === true, {
    path: ["fields", "description"],
    message: "a proposal is described",
  })
  .refine(({ fields, guardianBelowAge }) => (fields.age !== undefined) === (guardianBelowAge !== undefined), {
    path: ["guardianBelowAge"],
    message: "the age is asked for where there is one below which a guardian is named",
  });
export type ProposalForm = z.infer<typeof ProposalForm>;

const may = { isRequired: false };

/** The form of editions that say none. */
const DEFAULT_FORM: ProposalForm = {
  fields: {
    summary: may,
    description: { isRequired: true },
    why: may,
    forWhom: may,
    access: may,
    category: may,
    place: may,
    point: may,
    costLines: may,
    upkeep: may,
  },
  coAuthors: { most: 2, areTold: true },
  files: {
    most: 10,
    mostMegabytes: 20,
    hasPhotos: true,
    papers: ["supporters-list", "owner-consent", "other"],
  },
};

interface Rules {
  readonly proposalForm?: ProposalForm | undefined;
  readonly categories?: readonly unknown[] | undefined;
}

/** The form by which an edition's proposals are written, and shown ever after. */
export const proposalFormOf = ({ proposalForm = DEFAULT_FORM, categories }: Rules): ProposalForm => {
  if (categories) return proposalForm;
  const { category: _none, ...fields } = proposalForm.fields;
  return { ...proposalForm, fields };
};

export const mostLetters = ({ fields }: ProposalForm, name: TextField): number =>
  Math.min(MOST_LETTERS[name], fields[name]?.mostLetters ?? MOST_LETTERS[name]);

export const isText = (field: FormField): field is TextField => Object.hasOwn(MOST_LETTERS, field);
