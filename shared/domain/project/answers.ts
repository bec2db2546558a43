import { z } from "zod";
import { type Issue, notValid } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { Details } from "./details.ts";
import { NewProposal } from "./proposal.ts";
import { FORM_FIELDS, type FormField, isText, mostLetters, type ProposalForm } from "./proposal-form.ts";

const { summary, why, forWhom, access, costLines, upkeepGrosze: upkeep } = Details.shape;
const {
  pool,
  title,
  description,
  place,
  category,
  location: point,
  estimatedCostGrosze,
  author,
} = NewProposal.shape;
const { name, isNamePublic, livesHere, guardian } = author.shape;

/** What an author has answered so far, field by field of the form. */
export const Answers = z
  .object({
    ...{ pool, title, description, place, category, point },
    ...{ summary, why, forWhom, access, costLines, upkeep },
    ...{ name, isNamePublic, livesHere, guardian },
    /** What all of it costs, where the form has no lines. */
    estimate: estimatedCostGrosze,
    age: z.enum(["minor", "of-age"]),
  })
  .partial();
export type Answers = z.infer<typeof Answers>;

/** Whatever has these fields of a proposal. */
type Author = NewProposal["author"];
type Said = { readonly [K in keyof Omit<NewProposal, "author">]?: NewProposal[K] | undefined } & {
  readonly author?: { readonly [K in keyof Author]?: Author[K] | undefined } | undefined;
};

/** A proposal as answers to its form. */
export const answersIn = ({
  details = {},
  location,
  estimatedCostGrosze: estimate,
  author,
  ...flat
}: Said): Answers => {
  const { pool, title, description, place, category } = flat;
  const { upkeepGrosze, ...texts } = details;
  const { name, isNamePublic, livesHere, isMinor, guardian } = author ?? {};
  return {
    ...{ pool, title, description, place, category, point: location },
    ...{ ...texts, upkeep: upkeepGrosze, ...(texts.costLines ? {} : { estimate }) },
    ...{ name, isNamePublic, livesHere, guardian },
    ...(isMinor !== undefined && { age: isMinor ? "minor" : "of-age" }),
  };
};

const isSaid = (answers: Answers, field: FormField): boolean =>
  field === "livesHere" ? answers.livesHere === true : answers[field] !== undefined;

export type Lack = keyof Answers;

/** What has to be answered still, before it is a proposal of its edition. */
export const lacksOf = ({ fields }: ProposalForm, answers: Answers): Lack[] => {
  const cost = fields.costLines ? "costLines" : "estimate";
  const always = (["title", "pool", cost, "name"] as const).filter((field) => answers[field] === undefined);
  const asked = FORM_FIELDS.filter((field) => fields[field]?.isRequired && !isSaid(answers, field));
  const isAlone = answers.age === "minor" && answers.guardian === undefined;
  return [...new Set<Lack>([...always, ...asked, ...(isAlone ? (["guardian"] as const) : [])])];
};

/** The answers as a proposal; none while something is lacking that every proposal has. */
export const proposalFrom = (answers: Answers, email: string): NewProposal | undefined => {
  const { title, pool, description = "", name, isNamePublic = false, livesHere, guardian, age } = answers;
  if (title === undefined || pool === undefined || name === undefined) return undefined;
  const { summary, why, forWhom, access, costLines, upkeep: upkeepGrosze } = answers;
  const details = said({ summary, why, forWhom, access, costLines, upkeepGrosze });
  return {
    ...{ pool, title, description },
    ...said({ place: answers.place, category: answers.category, location: answers.point }),
    ...(costLines ? {} : said({ estimatedCostGrosze: answers.estimate })),
    ...(Object.keys(details).length > 0 && { details }),
    author: {
      ...{ name, email, isNamePublic },
      ...said({ livesHere, guardian: age === "minor" ? guardian : undefined }),
      ...(age !== undefined && { isMinor: age === "minor" }),
    },
  };
};

/** Without what is not there. */
const said = <T extends object>(all: T): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Where an answer is in a proposal, by a pointer into a request of the API. */
const POINTERS: Readonly<Record<Lack, string>> = {
  title: "/title",
  pool: "/pool",
  description: "/description",
  place: "/place",
  category: "/category",
  point: "/location",
  estimate: "/estimatedCostGrosze",
  summary: "/details/summary",
  why: "/details/why",
  forWhom: "/details/forWhom",
  access: "/details/access",
  costLines: "/details/costLines",
  upkeep: "/details/upkeepGrosze",
  name: "/author/name",
  isNamePublic: "/author/isNamePublic",
  livesHere: "/author/livesHere",
  age: "/author/isMinor",
  guardian: "/author/guardian",
};

/** The field of the form for a pointer into a request of the API; itself where it is of none. */
export const fieldAt = (pointer: string): string =>
  Object.entries(POINTERS).find(([, own]) => own === pointer)?.[0] ??
  pointer.replace(/^\/details\//, "/").slice(1);

/** Answers that are longer than their edition allows. */
export const tooLong = (
  form: ProposalForm,
  answers: Answers,
): { readonly field: Lack; readonly limit: number }[] =>
  FORM_FIELDS.flatMap((field) => {
    if (!isText(field)) return [];
    const limit = mostLetters(form, field);
    return (answers[field]?.length ?? 0) > limit ? [{ field, limit }] : [];
  });

/** What an edition's form finds wrong with a proposal. */
export const formIssues = (form: ProposalForm, proposal: Said): Issue[] => {
  const answers = answersIn(proposal);
  // A category has a check of its own, which says what there is to choose from; an estimate stands for its lines.
  const unknown = FORM_FIELDS.filter(
    (field) => field !== "category" && answers[field] !== undefined && form.fields[field] === undefined,
  );
  const lacking = lacksOf(form, answers).filter(
    (field) => field !== "costLines" || form.fields.costLines?.isRequired,
  );
  return [
    ...unknown.map((field) => ({ pointer: POINTERS[field], rule: "unknown" as const })),
    ...lacking.map((field) => ({ pointer: POINTERS[field], rule: "required" as const })),
    ...tooLong(form, answers).map(({ field, limit }) => ({
      pointer: POINTERS[field],
      rule: "too-long" as const,
      limit,
    })),
  ];
};

/** Whether a proposal is what its edition's form asks for. */
export const checkForm = (form: ProposalForm, proposal: NewProposal): Result<void> => {
  const issues = formIssues(form, proposal);
  return issues.length > 0 ? refused(notValid(issues)) : ok(undefined);
};
